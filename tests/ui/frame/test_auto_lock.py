"""When the app locks by itself, and the minute before."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from vitalshift_desktop.ui.auto_lock import AutoLock, LockTimes


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


class Told:
    """A desktop that says how long nobody was there, or nothing."""

    def __init__(self) -> None:
        self.answer: float | None = None
        self.asked = 0

    def seconds(self) -> float | None:
        self.asked += 1
        return self.answer


class Watch:
    """An auto-lock with clocks of the test, and what it said."""

    def __init__(self, application: QApplication, times: LockTimes) -> None:
        self.clocks, self.desktop, self._owner = Clocks(), Told(), QObject()
        self.lock = AutoLock(
            times,
            application,
            self._owner,
            idleness=self.desktop,
            wall=lambda: self.clocks.wall,
            steady=lambda: self.clocks.steady,
        )
        self.said: list[str] = []
        self.lock.warned.connect(self._on_warned)
        self.lock.calmed.connect(self._on_calmed)
        self.lock.lock_wanted.connect(self._on_lock)

    def after(self, seconds: float) -> list[str]:
        """What it says when it looks so much later."""
        self.said.clear()
        self.clocks.work(seconds)
        self.lock.look()
        return list(self.said)

    def end(self) -> None:
        self.lock.stop()
        self._owner.deleteLater()

    def _on_warned(self, seconds: int) -> None:
        self.said.append(f"in {seconds}")

    def _on_calmed(self) -> None:
        self.said.append("calm")

    def _on_lock(self) -> None:
        self.said.append("lock")


@pytest.fixture
def watching(qapp: QApplication) -> Iterator[Callable[[int, int], Watch]]:
    made: list[Watch] = []

    def start(idle: int, unused: int) -> Watch:
        made.append(Watch(qapp, LockTimes(idle, unused)))
        return made[-1]

    yield start
    for watch in made:
        watch.end()


Watching = Callable[[int, int], Watch]


def test_the_computer_left_alone_locks_after_its_time_with_a_minutes_warning(watching: Watching) -> None:
    watch = watching(5, 30)
    watch.desktop.answer = 239
    assert watch.after(239) == []
    watch.desktop.answer = 240
    assert watch.after(1) == ["in 60"]
    watch.desktop.answer = 299
    assert watch.after(59) == ["in 1"]
    watch.desktop.answer = 300
    assert watch.after(1) == ["lock"]


def test_work_in_another_program_keeps_the_app_open_until_it_was_not_used_for_its_own_time(watching: Watching) -> None:
    watch = watching(5, 30)
    watch.desktop.answer = 0.4
    assert watch.after(29 * 60 - 1) == []
    assert watch.after(1) == ["in 60"]
    assert watch.after(60) == ["lock"]


def test_where_no_desktop_can_tell_the_keys_of_the_app_count(watching: Watching) -> None:
    watch = watching(5, 30)
    assert watch.after(239) == []
    assert watch.after(1) == ["in 60"]
    assert watch.after(60) == ["lock"]


def test_a_desktop_that_says_too_much_cannot_lock_who_is_typing(watching: Watching) -> None:
    watch = watching(5, 30)
    watch.desktop.answer = 1_000_000.0
    assert watch.after(200) == []
    assert watch.desktop.asked == 0
    watch.lock.stay()
    assert watch.after(239) == []


def test_coming_back_to_the_computer_takes_the_warning_away(watching: Watching) -> None:
    watch = watching(5, 30)
    watch.desktop.answer = 250
    assert watch.after(250) == ["in 50"]
    watch.desktop.answer = 1
    assert watch.after(1) == ["calm"]
    assert watch.after(1) == []


def test_the_button_of_the_warning_begins_both_times_anew(watching: Watching) -> None:
    watch = watching(5, 30)
    assert watch.after(241) == ["in 59"]
    watch.said.clear()
    watch.lock.stay()
    assert watch.said == ["calm"]
    assert watch.after(239) == []


@pytest.mark.parametrize(("minutes", "seconds"), [(0, 60), (1, 60), (30, 1800), (120, 7200), (100_000, 7200)])
def test_it_waits_between_one_minute_and_two_hours(watching: Watching, minutes: int, seconds: int) -> None:
    watch = watching(120, 120)
    watch.lock.set_times(LockTimes(minutes, 120))
    assert watch.after(seconds - 1) == ["in 1"]
    assert watch.after(1) == ["lock"]


def test_a_time_of_one_minute_warns_for_half_of_it(watching: Watching) -> None:
    watch = watching(1, 1)
    assert watch.after(29) == []
    assert watch.after(1) == ["in 30"]


def test_a_key_begins_the_time_anew(watching: Watching, qtbot: QtBot) -> None:
    watch = watching(5, 30)
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    assert watch.after(299) == ["in 1"]
    QTest.keyClick(field.windowHandle(), Qt.Key.Key_A)
    assert watch.said == ["in 1", "calm"]
    assert watch.after(239) == []


def test_once_stopped_it_watches_no_more(watching: Watching, qtbot: QtBot) -> None:
    watch = watching(5, 30)
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    assert watch.after(299) == ["in 1"]
    watch.lock.stop()
    QTest.keyClick(field.windowHandle(), Qt.Key.Key_A)
    assert watch.said == ["in 1"]
    assert not any(timer.isActive() for timer in watch.lock.findChildren(QTimer))


def test_it_locks_when_the_computer_was_asleep(watching: Watching) -> None:
    watch = watching(120, 120)
    assert watch.after(3600) == []
    watch.clocks.sleep(61)
    assert watch.after(0) == ["lock"]
    assert watch.after(0) == []
