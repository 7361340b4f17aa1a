"""The choice to let the bell ring while locked: what it says, what it leaves, and that it takes it away again."""

from datetime import date, time
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.services.world import World
from vitalshift_desktop.domain.reminders import ReminderDetails
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.settings.reminders_section import RemindersSection, what_it_leaves


@pytest.fixture
def section(qtbot: QtBot, desk: Desk, world: World) -> RemindersSection:
    world.workspace.reminders.add(ReminderDetails("Ask about the letter", date(2026, 3, 2), at=time(11)))
    section = RemindersSection(desk)
    qtbot.addWidget(section)
    section.look_again()
    return section


def file_of(world: World) -> Path:
    return world.workspace.vault.device.bell(world.workspace.vault_id)


def rings(desk: Desk) -> bool:
    return desk.settings.rings_while_locked


def test_it_is_off_until_it_is_chosen(section: RemindersSection, desk: Desk, world: World) -> None:
    assert not section.bell.isChecked()
    assert not desk.settings.rings_while_locked
    assert not file_of(world).exists()


def test_what_it_gives_away_is_said_before_it_is_chosen() -> None:
    words = " ".join(what_it_leaves())
    assert "not encrypted" in words
    assert "no names, no titles and no kinds" in words
    assert "at which times you have something to do" in words


def test_choosing_it_leaves_the_times_and_choosing_again_deletes_them(
    section: RemindersSection, desk: Desk, world: World
) -> None:
    section.bell.click()
    assert b"2026-03-02T16:00Z" in file_of(world).read_bytes()
    assert rings(desk)
    section.bell.click()
    assert not file_of(world).exists()
    assert not rings(desk)


def test_where_the_file_cannot_be_written_it_says_so_and_stays_off(
    section: RemindersSection, desk: Desk, world: World
) -> None:
    file_of(world).mkdir(parents=True)
    section.bell.click()
    assert not section.bell.isChecked()
    assert not desk.settings.rings_while_locked
    assert "could not be written" in section.said.text()
    assert not section.said.isHidden()


def test_a_file_that_cannot_be_deleted_is_told_and_no_longer_used(
    section: RemindersSection, desk: Desk, world: World
) -> None:
    section.bell.click()
    file_of(world).unlink()
    file_of(world).mkdir()
    section.bell.click()
    assert not desk.settings.rings_while_locked
    assert "could not be deleted" in section.said.text()
