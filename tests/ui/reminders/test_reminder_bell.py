from datetime import date, time

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from tests.services.world import World
from vitalshift_desktop.domain.reminders import ReminderDetails
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.reminder_bell import ReminderBell


class Heard:
    """What the bell said."""

    def __init__(self, bell: ReminderBell) -> None:
        self.words: list[str] = []
        bell.rang.connect(self.on_rang)

    def on_rang(self, words: str) -> None:
        self.words.append(words)


@pytest.fixture
def bell(qtbot: QtBot, desk: Desk) -> ReminderBell:
    owner = QObject()
    bell = ReminderBell(desk, owner)
    bell.setParent(None)
    bell.stop()
    return bell


def due(world: World, title: str, at: time) -> None:
    client = world.client(title)
    world.workspace.reminders.add(ReminderDetails(title, date(2026, 3, 2), client_id=client.id, at=at))


def test_the_bell_says_that_one_is_due_and_names_nobody(bell: ReminderBell, world: World) -> None:
    heard = Heard(bell)
    due(world, "Sunniva", time(10, 30))
    bell.look()
    assert heard.words == []
    world.clock.advance(minutes=30)
    bell.look()
    assert heard.words == ["A reminder is due."]


def test_it_rings_once_for_each_reminder(bell: ReminderBell, world: World) -> None:
    heard = Heard(bell)
    due(world, "Sunniva", time(10, 30))
    world.clock.advance(hours=1)
    bell.look()
    bell.look()
    assert heard.words == ["A reminder is due."]


def test_what_was_missed_during_sleep_comes_as_one_sentence(bell: ReminderBell, world: World) -> None:
    heard = Heard(bell)
    for title, at in (("Sunniva", time(11)), ("Maren", time(12)), ("Corin", time(13))):
        due(world, title, at)
    bell.look()
    world.clock.advance(hours=9)
    bell.look()
    assert heard.words == ["3 reminders are due."]
