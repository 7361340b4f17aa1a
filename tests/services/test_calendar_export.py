"""The calendar file of a practice, read back by the `icalendar` package."""

import stat
import sys
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from tests.services.world import World
from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.clients import Client, ClientDetails
from vitalshift_desktop.domain.closures import Closure, ClosureId
from vitalshift_desktop.domain.problems import DriveFailed
from vitalshift_desktop.domain.reminders import Counted, ReminderDetails, Repeat, RepeatUnit
from vitalshift_desktop.domain.sessions import Attendance

pytestmark = pytest.mark.zone("America/New_York")
HERE = ZoneInfo("America/New_York")
SECRETS = ("Sunniva", "Okafor", "school", "Panic", "check_in", "review", "VitalShift", "session:", "reminder:")


@pytest.fixture
def sunniva(world: World) -> Client:
    details = ClientDetails(preferred_name="Sunniva Okafor", code="0201", presenting="Panic in crowded places.")
    return world.workspace.clients.add(details)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "calendar.ics"


def saved(world: World, file: Path, *, with_sessions: bool = True) -> list[Any]:
    world.workspace.calendar_export.save(file, with_sessions=with_sessions)
    return list(Calendar.from_ical(file.read_bytes()).walk("VEVENT"))


def remind(world: World, client: Client | None, day: date, at: time | None = None, repeat: Repeat | None = None) -> int:
    client_id = client.id if client else None
    details = ReminderDetails("Call the school about Sunniva", day, client_id=client_id, at=at, repeat=repeat)
    return world.workspace.reminders.add(details).id


def starts(events: list[Any]) -> list[object]:
    return [event["DTSTART"].dt for event in events]


def titles(events: list[Any]) -> list[str]:
    return [str(event["SUMMARY"]) for event in events]


def test_sessions_ahead_and_reminders_stand_in_it_by_code_alone(world: World, sunniva: Client, file: Path) -> None:
    world.planned(sunniva, days=7)
    remind(world, sunniva, date(2026, 3, 5))
    remind(world, None, date(2026, 3, 6), time(16, 30))
    events = saved(world, file)
    assert titles(events) == ["0201", "Reminder, 0201", "Reminder"]
    assert starts(events) == [
        datetime(2026, 3, 9, 12, tzinfo=HERE),
        date(2026, 3, 5),
        datetime(2026, 3, 6, 16, 30, tzinfo=HERE),
    ]
    content = file.read_text()
    assert [secret for secret in SECRETS if secret in content] == []


def test_reminders_alone_can_be_saved(world: World, sunniva: Client, file: Path) -> None:
    world.planned(sunniva, days=7)
    remind(world, sunniva, date(2026, 3, 5))
    assert titles(saved(world, file, with_sessions=False)) == ["Reminder, 0201"]


def test_noon_stays_noon_over_summer_time(world: World, sunniva: Client, file: Path) -> None:
    world.planned(sunniva, days=5)  # Saturday, the day before the clocks go forward
    world.planned(sunniva, days=7)
    repeat = Repeat(1, RepeatUnit.WEEKS)
    remind(world, sunniva, date(2026, 3, 2), time(18), repeat)
    events = saved(world, file)
    assert [event["DTSTART"].dt.astimezone(HERE).time() for event in events[:2]] == [time(12), time(12)]
    assert {event["DTSTART"].dt.astimezone(HERE).time() for event in events[2:]} == {time(18)}
    assert {event["DTSTART"].dt.utcoffset() for event in events} == {timedelta(0)}


def test_what_was_called_off_held_or_is_past_stays_out(world: World, sunniva: Client, file: Path) -> None:
    world.held(sunniva, days=-7)
    cancelled = world.planned(sunniva, days=3)
    world.workspace.sessions.set_attendance(cancelled.id, Attendance.CANCELLED)
    done = remind(world, sunniva, date(2026, 3, 5))
    world.workspace.reminders.done(done)  # type: ignore[arg-type]
    remind(world, sunniva, date(2026, 2, 5))
    remind(world, sunniva, date(2026, 3, 2), time(9))
    assert saved(world, file) == []


def test_a_repeating_reminder_stands_on_its_days_of_six_months(world: World, sunniva: Client, file: Path) -> None:
    remind(world, sunniva, date(2026, 3, 31), repeat=Repeat(1, RepeatUnit.MONTHS))
    assert starts(saved(world, file)) == [
        date(2026, month, day) for month, day in ((3, 31), (4, 30), (5, 31), (6, 30), (7, 31), (8, 31))
    ]


def test_a_rule_with_an_end_ends_in_the_file_too(world: World, sunniva: Client, file: Path) -> None:
    remind(world, sunniva, date(2026, 3, 3), repeat=Repeat(2, RepeatUnit.DAYS, times=3))
    assert starts(saved(world, file)) == [date(2026, 3, 3), date(2026, 3, 5), date(2026, 3, 7)]


def test_what_counts_from_the_day_it_is_done_stands_once(world: World, sunniva: Client, file: Path) -> None:
    remind(world, sunniva, date(2026, 3, 3), repeat=Repeat(2, RepeatUnit.DAYS, counted=Counted.DONE))
    remind(world, sunniva, date(2026, 3, 4), repeat=Repeat(3, RepeatUnit.SESSIONS))
    assert starts(saved(world, file)) == [date(2026, 3, 3), date(2026, 3, 4)]


def test_closed_days_are_passed_over_and_named_once(world: World, sunniva: Client, file: Path) -> None:
    world.workspace.closures.add(Closure(ClosureId(0), date(2026, 3, 4), date(2026, 3, 8)))
    remind(world, sunniva, date(2026, 3, 3), repeat=Repeat(1, RepeatUnit.DAYS, times=5))
    assert starts(saved(world, file)) == [date(2026, 3, 3), date(2026, 3, 9)]


def test_names_of_events_stay_the_same_and_reveal_nothing(world: World, sunniva: Client, file: Path) -> None:
    session = world.planned(sunniva, days=7)
    remind(world, sunniva, date(2026, 3, 5), repeat=Repeat(1, RepeatUnit.WEEKS))
    before = [str(event["UID"]) for event in saved(world, file)]
    world.workspace.sessions.move(session.id, date(2026, 3, 10), time(9), 50)
    world.clock.advance(minutes=5)
    after = [str(event["UID"]) for event in saved(world, file)]
    assert before == after
    assert len(set(before)) == len(before)
    assert all(len(uid) == 36 for uid in before)


def test_it_is_entered_in_the_trail_with_serial_and_fingerprint(world: World, sunniva: Client, file: Path) -> None:
    world.planned(sunniva, days=7)
    saved(world, file)
    entry = world.workspace.audit.rows()[0]
    assert entry.act == AuditAct.CALENDAR_SAVED
    assert entry.detail["serial"] == "26-0001"
    assert (entry.detail["sessions"], entry.detail["reminders"]) == (1, 0)
    assert b"//26-0001//" in file.read_bytes()


def test_a_file_that_cannot_be_written_leaves_no_entry_and_frees_its_serial(world: World, tmp_path: Path) -> None:
    before, serial = world.rows(), world.workspace.disclosures.next_serial()
    with pytest.raises(DriveFailed):
        world.workspace.calendar_export.save(tmp_path / "missing" / "calendar.ics", with_sessions=True)
    assert world.rows() == before
    assert world.workspace.disclosures.next_serial() == serial


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
def test_only_this_user_can_read_it(world: World, file: Path) -> None:
    saved(world, file)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
