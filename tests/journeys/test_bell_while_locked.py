"""The bell while the records are locked, as a person meets it and as another process shows it."""

import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from tests.journeys.counselor import Counselor
from tests.journeys.elsewhere import surroundings
from tests.journeys.hands import await_part, click, find, let_work, until, words_on_screen
from tests.journeys.ready import PASSPHRASE
from vitalshift_desktop.domain.bell import BellTimes
from vitalshift_desktop.services.clock import SystemClock
from vitalshift_desktop.ui.desktop.autostart import MINIMIZED
from vitalshift_desktop.ui.device_settings import DeviceSettings
from vitalshift_desktop.ui.widgets.banner import Banner
from vitalshift_desktop.vault.files.bell_file import read_bell, write_bell
from vitalshift_desktop.vault.files.device_paths import DevicePaths

TITLE = "Call the school about Sunniva"
FORGED = (b"", b"\x00" * 10_000_000, b'{"due":["2999-01-01T00:00Z"],"format":1,"rang":[]}', b"[" * 70_000)


def due_bar_is_shown() -> bool:
    return find("entry.due") is not None


def look(counselor: Counselor) -> None:
    counselor.computer.app.locked_bell.look()
    let_work()


def bell_file(counselor: Counselor) -> Path:
    (file,) = counselor.computer.places.data.glob("bell-*.json")
    return file


@pytest.fixture
def ringing(at_practice: Counselor) -> Counselor:
    """Somebody who lets the bell ring while locked, has a reminder for tomorrow, and has locked."""
    at_practice.door.unlock(PASSPHRASE)
    at_practice.computer.app.settings.set_rings_while_locked(rings=True)
    at_practice.reminders.add(TITLE, day="13 Mar 2026")
    at_practice.lock()
    await_part("unlock.passphrase")
    return at_practice


def test_e55_while_locked_it_says_that_a_reminder_is_due_and_nothing_else(ringing: Counselor) -> None:
    look(ringing)
    assert not due_bar_is_shown()
    ringing.computer.clock.advance(days=1)
    look(ringing)
    assert due_bar_is_shown()
    shown = words_on_screen()
    assert "A reminder is due." in shown
    for secret in (TITLE, "Sunniva", "school", bell_file(ringing).stem, str(ringing.computer.places.documents)):
        assert secret not in shown


def test_waved_away_it_stays_away_until_something_else_is_due(ringing: Counselor) -> None:
    ringing.computer.clock.advance(days=3)
    look(ringing)
    click(await_part("entry.due", Banner).button)
    assert not due_bar_is_shown()
    for _look in range(3):
        look(ringing)
    assert not due_bar_is_shown()


def test_days_away_come_as_one_bar_when_the_app_is_started(ringing: Counselor) -> None:
    computer = ringing.computer
    computer.shut_down()
    computer.clock.advance(days=9)
    computer.start()
    until(due_bar_is_shown, "the bar")
    ringing.door.unlock(PASSPHRASE)
    ringing.reminders.go()
    assert ringing.reminders.titles() == [TITLE]


@pytest.mark.parametrize("content", FORGED)
def test_e55_whatever_lies_in_the_file_the_records_open(ringing: Counselor, content: bytes) -> None:
    bell_file(ringing).write_bytes(content)
    ringing.computer.clock.advance(days=1)
    look(ringing)
    assert not due_bar_is_shown()
    ringing.door.unlock(PASSPHRASE)
    ringing.reminders.go()
    assert ringing.reminders.titles() == [TITLE]


VAULT = "0b9f4a3e-5a52-4c3f-9a0e-6a3f2f6b1c77"


def test_a_real_process_rings_before_anything_is_unlocked(home: Path) -> None:
    around = surroundings(home)
    device = DevicePaths(Path(around["XDG_DATA_HOME"]) / "VitalShift")
    DeviceSettings(device.data / "device.ini").set_rings_while_locked(rings=True)
    now = SystemClock().now().replace(second=0, microsecond=0)
    past, ahead = now - timedelta(hours=1), now + timedelta(days=1)
    write_bell(device, device.bell(VAULT), BellTimes((past, ahead)))
    command = [sys.executable, "-P", "-m", "vitalshift_desktop", MINIMIZED]
    process = subprocess.Popen(command, env=around, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        until(lambda: read_bell(device.bell(VAULT)) == BellTimes((ahead,), (past,)), "the bell of the other process")
        assert process.poll() is None
    finally:
        process.kill()
        process.wait()


def test_started_with_the_session_it_waits_in_the_task_bar_and_rings_there(ringing: Counselor) -> None:
    computer = ringing.computer
    computer.shut_down()
    computer.clock.advance(days=2)
    computer.start(minimized=True)
    entry = computer.app.entry
    assert entry is not None
    until(lambda: entry.due.isVisibleTo(entry), "the bar")
    assert entry.isMinimized()
    assert computer.app.workspace is None
    entry.showNormal()
    ringing.door.unlock(PASSPHRASE)
    ringing.reminders.go()
    assert ringing.reminders.titles() == [TITLE]
