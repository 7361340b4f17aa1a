"""Saving a calendar file from the settings: asked once, entered, and said."""

from datetime import date, time
from pathlib import Path

import pytest
from icalendar import Calendar
from pytestqt.qtbot import QtBot

from tests.services.world import World
from tests.support.dialogs import FakeDialogs
from tests.ui.wished import Wished
from vitalshift_desktop.domain.problems import DriveFailed
from vitalshift_desktop.domain.reminders import ReminderDetails
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.settings.calendar_part import CalendarPart


@pytest.fixture
def part(qtbot: QtBot, desk: Desk, world: World) -> CalendarPart:
    client = world.client("Sunniva Okafor")
    world.planned(client, days=2)
    world.workspace.reminders.add(ReminderDetails("Ask about the letter", date(2026, 3, 6), at=time(11)))
    part = CalendarPart(desk)
    qtbot.addWidget(part)
    return part


def save(part: CalendarPart, qtbot: QtBot) -> None:
    part.button.click()
    qtbot.waitUntil(part.button.isEnabled)


def titles(file: Path) -> list[str]:
    return [str(event["SUMMARY"]) for event in Calendar.from_ical(file.read_bytes()).walk("VEVENT")]


def test_it_is_saved_where_it_was_said_and_said_so(
    qtbot: QtBot, part: CalendarPart, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    dialogs.next_answer("Choose where…")
    dialogs.next_answer(tmp_path / "mine.ics")
    save(part, qtbot)
    assert part.said.text() == "Saved as mine.ics, serial 26-0001: 1 session, 1 reminder."
    assert len(titles(tmp_path / "mine.ics")) == 2
    warning = dialogs.asked[0]
    assert warning.title == "A calendar file is not encrypted."
    assert "Whoever has the file can read it" in warning.text


def test_reminders_alone_are_saved_when_that_was_chosen(
    qtbot: QtBot, part: CalendarPart, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    part.what.chosen.emit(False)
    dialogs.next_answer("Choose where…")
    dialogs.next_answer(tmp_path / "mine")
    save(part, qtbot)
    assert titles(tmp_path / "mine.ics") == ["Reminder"]


def test_whoever_thinks_better_of_it_saves_nothing(
    qtbot: QtBot, part: CalendarPart, dialogs: FakeDialogs, world: World, tmp_path: Path
) -> None:
    before = world.rows()
    dialogs.next_answer("Cancel")
    save(part, qtbot)
    dialogs.next_answer("Choose where…")
    dialogs.next_answer(None)
    save(part, qtbot)
    assert (world.rows(), list(tmp_path.glob("*.ics"))) == (before, [])


def test_a_file_that_is_there_is_not_written_over_unasked(
    qtbot: QtBot, part: CalendarPart, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    (tmp_path / "mine.ics").write_text("other")
    for answer in ("Choose where…", tmp_path / "mine", "Cancel"):
        dialogs.next_answer(answer)
    save(part, qtbot)
    assert (tmp_path / "mine.ics").read_text() == "other"


def test_what_went_wrong_is_told(
    qtbot: QtBot, part: CalendarPart, dialogs: FakeDialogs, wished: Wished, tmp_path: Path
) -> None:
    dialogs.next_answer("Choose where…")
    dialogs.next_answer(tmp_path / "missing" / "mine.ics")
    save(part, qtbot)
    assert isinstance(wished.troubles[0], DriveFailed)
