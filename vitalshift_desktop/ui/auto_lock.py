"""Locks when the computer was left alone, when the app was not used, and when the computer was asleep."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from vitalshift_desktop.ui.desktop.idleness import Idleness

_SIGNS_OF_LIFE = frozenset(
    {QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel, QEvent.Type.TouchBegin}
)
FEWEST_MINUTES, MOST_MINUTES = 1, 120
WARNING_SECONDS = 60
PULSE_SECONDS = 5
PULSE_WHILE_WARNING = 1
LONGEST_GAP_SECONDS = 60


@dataclass(frozen=True)
class LockTimes:
    """Minutes until the app locks, each 1 to 120: the computer left alone, and the app not used."""

    idle: int
    unused: int

    def seconds(self) -> tuple[int, int]:
        """Both in seconds, within their limits."""
        return _within(self.idle) * 60, _within(self.unused) * 60


class AutoLock(QObject):
    """Looks every five seconds, and every second during the last minute.

    Only keys and clicks in our windows are heard, one window at a time, so typing stays quick. The computer cannot have
    been left alone for longer than the app: that bounds what a desktop says, and stands in where none can say.

    Timers stand still while a computer sleeps. A wall clock that ran more than a minute further than the steady clock
    means that it slept, and locks at once.
    """

    warned = Signal(int)
    """Locks in so many seconds, unless somebody is there."""
    calmed = Signal()
    """Somebody is there again."""
    lock_wanted = Signal()

    def __init__(
        self,
        times: LockTimes,
        application: QApplication,
        parent: QObject,
        *,
        idleness: Idleness,
        wall: Callable[[], float] = time.time,
        steady: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self._application = application
        self._idleness = idleness
        self._clocks = (wall, steady)
        self._apart = wall() - steady()
        self._last_sign = steady()
        self._times = times
        self._is_warning = False
        self._pulse = QTimer(self)
        self._pulse.timeout.connect(self.look)
        self._pulse.start(PULSE_SECONDS * 1000)
        self._window: QWindow | None = None
        application.focusWindowChanged.connect(self._on_window)
        self._on_window(application.focusWindow())

    def set_times(self, times: LockTimes) -> None:
        """Lock after these minutes from now on."""
        self._times = times
        self.stay()

    def stay(self) -> None:
        """Somebody is there: both times begin anew."""
        _wall, steady = self._clocks
        self._last_sign = steady()
        if self._is_warning:
            self._is_warning = False
            self._pulse.start(PULSE_SECONDS * 1000)
            self.calmed.emit()

    def stop(self) -> None:
        """Watch no more."""
        if not self._pulse.isActive():
            return
        self._application.focusWindowChanged.disconnect(self._on_window)
        self._on_window(None)
        self._pulse.stop()

    def look(self) -> None:
        """Lock, warn, or see that somebody is there again."""
        if self._has_slept():
            self.lock_wanted.emit()
            return
        left, notice = self._left()
        if left <= 0:
            self.lock_wanted.emit()
        elif left <= notice:
            if not self._is_warning:
                self._is_warning = True
                self._pulse.start(PULSE_WHILE_WARNING * 1000)
            self.warned.emit(round(left))
        elif self._is_warning:
            self._is_warning = False
            self._pulse.start(PULSE_SECONDS * 1000)
            self.calmed.emit()

    def idle_seconds(self, asked_from: float) -> float:
        """Seconds that the computer was left alone, or the app where none can say; asked once the app was that long."""
        _wall, steady = self._clocks
        unused = steady() - self._last_sign
        told = self._idleness.seconds() if unused >= asked_from else None
        return unused if told is None else min(told, unused)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _SIGNS_OF_LIFE:
            self.stay()
        return False

    def _left(self) -> tuple[float, float]:
        """Seconds until the lock, and how many of them are its warning: a minute, or half of a shorter time."""
        _wall, steady = self._clocks
        idle_after, unused_after = self._times.seconds()
        unused = steady() - self._last_sign
        idle = self.idle_seconds(asked_from=idle_after - _notice(idle_after))
        return min((idle_after - idle, _notice(idle_after)), (unused_after - unused, _notice(unused_after)))

    def _has_slept(self) -> bool:
        wall, steady = self._clocks
        before, self._apart = self._apart, wall() - steady()
        return self._apart - before > LONGEST_GAP_SECONDS

    def _on_window(self, window: QWindow | None) -> None:
        # One window instead of the whole application: a filter there would see every event of every widget.
        if self._window is not None and isValid(self._window):
            self._window.removeEventFilter(self)
        self._window = window
        if window is not None:
            window.installEventFilter(self)
            self.stay()


def _within(minutes: int) -> int:
    return min(MOST_MINUTES, max(FEWEST_MINUTES, minutes))


def _notice(seconds: int) -> float:
    return min(WARNING_SECONDS, seconds / 2)
