from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from vitalshift_desktop.ui.auto_lock import AutoLock


@pytest.fixture
def auto_lock(qapp: QApplication) -> Iterator[AutoLock]:
    owner = QObject()
    watch = AutoLock(5, qapp, owner)
    yield watch
    watch.stop()
    owner.deleteLater()


def test_it_warns_a_minute_ahead_and_then_locks(auto_lock: AutoLock, qtbot: QtBot) -> None:
    warning, lock = _timers(auto_lock)
    assert (warning.interval(), lock.interval()) == (4 * 60_000, 5 * 60_000)
    with qtbot.waitSignal(auto_lock.warned):
        warning.timeout.emit()
    with qtbot.waitSignal(auto_lock.lock_wanted):
        lock.timeout.emit()


@pytest.mark.parametrize(("minutes", "seconds"), [(0, 60), (1, 60), (30, 1800), (120, 7200), (100_000, 7200)])
def test_it_waits_between_one_minute_and_two_hours(auto_lock: AutoLock, minutes: int, seconds: int) -> None:
    auto_lock.set_minutes(minutes)
    warning, lock = _timers(auto_lock)
    assert lock.interval() == seconds * 1000
    assert 0 < warning.interval() < lock.interval()


def test_a_key_begins_the_time_anew(auto_lock: AutoLock, qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    timers = _timers(auto_lock)
    for timer in timers:
        timer.stop()
    QTest.keyClick(field.windowHandle(), Qt.Key.Key_A)
    assert all(timer.isActive() for timer in timers)


def test_once_stopped_it_watches_no_more(auto_lock: AutoLock, qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    auto_lock.stop()
    QTest.keyClick(field.windowHandle(), Qt.Key.Key_A)
    assert not any(timer.isActive() for timer in _timers(auto_lock))


class Clocks:
    """A wall clock and a steady one; only the first goes on while the computer sleeps."""

    def __init__(self) -> None:
        self.wall = 1_000_000.0
        self.steady = 500.0

    def sleep(self, seconds: float) -> None:
        self.wall += seconds

    def work(self, seconds: float) -> None:
        self.wall += seconds
        self.steady += seconds


def test_it_locks_when_the_computer_was_asleep(qapp: QApplication, qtbot: QtBot) -> None:
    clocks, owner = Clocks(), QObject()
    watch = AutoLock(120, qapp, owner, wall=lambda: clocks.wall, steady=lambda: clocks.steady)
    clocks.work(3600)
    with qtbot.assertNotEmitted(watch.lock_wanted):
        watch.look_for_sleep()
    clocks.sleep(61)
    with qtbot.waitSignal(watch.lock_wanted):
        watch.look_for_sleep()
    with qtbot.assertNotEmitted(watch.lock_wanted):
        watch.look_for_sleep()
    watch.stop()
    owner.deleteLater()


def _timers(auto_lock: AutoLock) -> list[QTimer]:
    once = [timer for timer in auto_lock.findChildren(QTimer) if timer.isSingleShot()]
    return sorted(once, key=QTimer.interval)
