"""The bell of open records, the file they leave, and the bell of locked ones, on one computer."""

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest

from tests.services.world import World
from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.bell import BellTimes
from vitalshift_desktop.domain.reminders import ReminderDetails, ReminderKind
from vitalshift_desktop.services.locked_bell import LockedBell
from vitalshift_desktop.vault.files.bell_file import read_bell, write_bell
from vitalshift_desktop.vault.files.system_lock import is_locked

pytestmark = pytest.mark.zone("America/New_York")
MONDAY = date(2026, 3, 2)
ELEVEN = datetime(2026, 3, 2, 16, tzinfo=UTC)


def remind(world: World, day: date, at: time | None = None, title: str = "Ask Sunniva about the letter") -> None:
    client = world.client("Sunniva")
    details = ReminderDetails(title, day, kind=ReminderKind.REVIEW, client_id=client.id, at=at)
    world.workspace.reminders.add(details)


def file_of(world: World) -> Path:
    return world.workspace.vault.device.bell(world.workspace.vault_id)


def locked_bell(world: World) -> LockedBell:
    world.workspace.close()
    return LockedBell(world.clock, world.workspace.vault.device)


@pytest.fixture
def left(world: World) -> World:
    """Records in which two reminders are due today and one tomorrow, and which have left their times."""
    world.workspace.bell.begin()
    remind(world, MONDAY, time(11))
    remind(world, MONDAY, time(12))
    remind(world, date(2026, 3, 3))
    assert world.workspace.bell.allow()
    return world


def test_e55_nothing_of_a_reminder_stands_in_the_file_but_its_time(left: World) -> None:
    content = file_of(left).read_bytes()
    assert content == (b'{"due":["2026-03-02T16:00Z","2026-03-02T17:00Z","2026-03-03T13:00Z"],"format":1,"rang":[]}')
    others = [file for file in left.workspace.vault.device.data.iterdir() if b"2026-03-02T16:00Z" in file.read_bytes()]
    assert others == [file_of(left)]


def test_e55_a_deleted_file_harms_nothing(left: World) -> None:
    bell = locked_bell(left)
    file_of(left).unlink()
    left.clock.advance(days=2)
    assert not bell.rings()


def test_while_locked_it_rings_once_for_each_time(left: World) -> None:
    bell = locked_bell(left)
    heard = []
    for _minute in range(130):
        heard.append(bell.rings())
        left.clock.advance(minutes=1)
    assert sum(heard) == 2


def test_after_days_away_it_rings_once(left: World) -> None:
    bell = locked_bell(left)
    left.clock.advance(days=20)
    assert [bell.rings() for _look in range(3)] == [True, False, False]


def test_a_new_process_does_not_ring_again_for_what_rang(left: World) -> None:
    bell = locked_bell(left)
    left.clock.set(ELEVEN)
    assert bell.rings()
    again = LockedBell(left.clock, left.workspace.vault.device)
    assert not again.rings()


def test_a_clock_set_back_and_forward_rings_for_nothing_twice(left: World) -> None:
    bell = locked_bell(left)
    left.clock.set(ELEVEN)
    assert bell.rings()
    left.clock.set(ELEVEN - timedelta(days=1))
    assert not bell.rings()
    left.clock.set(ELEVEN)
    assert not bell.rings()
    left.clock.set(ELEVEN + timedelta(hours=1))
    assert bell.rings()


def test_what_rang_while_locked_does_not_ring_once_they_are_open_and_the_clock_was_set_back(left: World) -> None:
    bell = left.workspace.bell
    write_bell(left.workspace.vault.device, file_of(left), BellTimes((), (ELEVEN,)))
    bell.begin()
    left.clock.set(ELEVEN)
    assert bell.ring() == 0
    left.clock.set(ELEVEN + timedelta(hours=1))
    assert bell.ring() == 1


def test_while_the_records_are_open_no_other_window_rings(left: World) -> None:
    other = LockedBell(left.clock, left.workspace.vault.device)
    left.clock.set(ELEVEN)
    assert not other.rings()
    assert left.workspace.bell.ring() == 1
    left.workspace.bell.leave()
    left.workspace.close()
    assert not other.rings(), "it rang already, in the open window"


def test_a_reminder_that_was_done_rings_no_more_while_locked(left: World) -> None:
    first = left.workspace.reminders.list(MONDAY).today[0].reminder
    left.workspace.reminders.done(first.id)
    left.workspace.bell.leave()
    bell = locked_bell(left)
    left.clock.set(ELEVEN)
    assert not bell.rings()


def test_where_the_file_cannot_be_written_it_still_rings_once(left: World) -> None:
    bell = locked_bell(left)
    left.clock.set(ELEVEN)
    before = file_of(left).read_bytes()
    assert bell.rings()
    file_of(left).write_bytes(before)  # as if writing had failed
    assert not bell.rings()


def test_switching_it_off_deletes_the_file_and_every_other_one(left: World) -> None:
    device = left.workspace.vault.device
    write_bell(device, device.bell("0b9f4a3e-5a52-4c3f-9a0e-6a3f2f6b1c77"), BellTimes((ELEVEN,)))
    assert left.workspace.bell.forget()
    assert [file.name for file in device.data.iterdir() if file.name.startswith("bell")] == []
    assert not is_locked(device.bell_lock)


def test_switching_it_on_and_off_stands_in_the_trail_without_times(left: World) -> None:
    left.workspace.bell.forget()
    entries = [one for one in left.workspace.audit.rows() if one.act == AuditAct.BELL_SWITCHED]
    assert [one.detail for one in entries][-2:] == [{"on": False}, {"on": True}]


def test_a_file_that_cannot_be_written_is_told_and_leaves_nothing_on(world: World) -> None:
    remind(world, MONDAY, time(11))
    file_of(world).mkdir(parents=True)
    assert not world.workspace.bell.allow()
    assert not is_locked(world.workspace.vault.device.bell_lock)


def test_a_forged_file_with_every_minute_of_a_day_rings_no_oftener_than_it_is_looked_at(left: World) -> None:
    device = left.workspace.vault.device
    bell = locked_bell(left)
    minutes = tuple(ELEVEN + timedelta(minutes=n) for n in range(200))
    write_bell(device, file_of(left), BellTimes(minutes))
    left.clock.advance(days=1)
    assert [bell.rings() for _look in range(3)] == [True, False, False]


def test_reading_a_forged_file_changes_nothing_of_the_records(left: World) -> None:
    file_of(left).write_bytes(b'{"due":["2999-01-01T00:00Z"],"format":1,"rang":[]}')
    left.workspace.bell.begin()
    assert read_bell(file_of(left)) == BellTimes()
    assert len(left.workspace.reminders.list(MONDAY).today) == 2
