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


def _timers(auto_lock: AutoLock) -> list[QTimer]:
    return sorted(auto_lock.findChildren(QTimer), key=QTimer.interval)
