from datetime import date, time
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from tests.services.world import World
from vitalshift_desktop.domain.changes import Changed, Subject
from vitalshift_desktop.domain.reminders import ReminderDetails
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.reminder_bell import ReminderBell

HEARD = {Subject.REMINDERS, Subject.SESSIONS, Subject.CLOSURES, Subject.CLIENTS}


def file_of(world: World) -> Path:
    return world.workspace.vault.device.bell(world.workspace.vault_id)


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


def test_without_the_choice_nothing_is_left_on_the_computer(bell: ReminderBell, world: World) -> None:
    due(world, "Sunniva", time(10, 30))
    bell.leave_times()
    bell.stop()
    assert not file_of(world).exists()


def test_with_the_choice_a_change_leaves_other_times_and_so_does_locking(
    bell: ReminderBell, world: World, desk: Desk
) -> None:
    desk.settings.set_rings_while_locked(rings=True)
    due(world, "Sunniva", time(10, 30))
    bell.leave_times()
    assert b'"due":["2026-03-02T15:30Z"]' in file_of(world).read_bytes()
    due(world, "Maren", time(11))
    bell.stop()
    assert b'"due":["2026-03-02T15:30Z","2026-03-02T16:00Z"]' in file_of(world).read_bytes()


def test_what_rang_in_the_window_does_not_ring_again_if_the_app_is_killed_now(
    bell: ReminderBell, world: World, desk: Desk
) -> None:
    desk.settings.set_rings_while_locked(rings=True)
    due(world, "Sunniva", time(10, 30))
    world.clock.advance(minutes=30)
    bell.look()
    assert file_of(world).read_bytes() == b'{"due":[],"format":1,"rang":["2026-03-02T15:30Z"]}'


def test_a_change_of_reminders_or_sessions_is_heard_and_no_other(bell: ReminderBell) -> None:
    for subject in Subject:
        bell.stop()
        bell.hear(Changed(subject))
        assert bell.leaves_soon is (subject in HEARD), subject
