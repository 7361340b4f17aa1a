"""Locks after a time without a key or a click in the app, and when the computer was asleep."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, SignalInstance
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

_SIGNS_OF_LIFE = frozenset(
    {QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel, QEvent.Type.TouchBegin}
)
WARNING_SECONDS = 60
PULSE_SECONDS = 5
LONGEST_GAP_SECONDS = 60


class AutoLock(QObject):
    """Watches the windows only, so typing stays quick; warns a minute ahead.

    Timers stand still while a computer sleeps. A wall clock that ran more than a minute further than the steady clock
    means that it slept, and locks at once.
    """

    warned = Signal()
    lock_wanted = Signal()

    def __init__(
        self,
        minutes: int,
        application: QApplication,
        parent: QObject,
        *,
        wall: Callable[[], float] = time.time,
        steady: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self._application = application
        self._clocks = (wall, steady)
        self._apart = wall() - steady()
        self._pulse = QTimer(self)
        self._pulse.setInterval(PULSE_SECONDS * 1000)
        self._pulse.timeout.connect(self.look_for_sleep)
        self._pulse.start()
        self._warning = self._timer(self.warned)
        self._lock = self._timer(self.lock_wanted)
        self._window: QWindow | None = None
        self.set_minutes(minutes)
        application.focusWindowChanged.connect(self._on_window)
        self._on_window(application.focusWindow())

    def set_minutes(self, minutes: int) -> None:
        """Lock after this many minutes, 1 to 120."""
        seconds = min(120, max(1, minutes)) * 60
        self._lock.setInterval(seconds * 1000)
        self._warning.setInterval(max(1, seconds - WARNING_SECONDS) * 1000)
        self._restart()

    def stop(self) -> None:
        """Watch no more."""
        if not self._pulse.isActive():
            return
        self._application.focusWindowChanged.disconnect(self._on_window)
        self._on_window(None)
        self._pulse.stop()
        self._lock.stop()
        self._warning.stop()

    def look_for_sleep(self) -> None:
        """Lock if the computer slept since the last look."""
        wall, steady = self._clocks
        before, self._apart = self._apart, wall() - steady()
        if self._apart - before > LONGEST_GAP_SECONDS:
            self.lock_wanted.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _SIGNS_OF_LIFE:
            self._restart()
        return False

    def _on_window(self, window: QWindow | None) -> None:
        # One window instead of the whole application: a filter there would see every event of every widget.
        if self._window is not None and isValid(self._window):
            self._window.removeEventFilter(self)
        self._window = window
        if window is not None:
            window.installEventFilter(self)
            self._restart()

    def _restart(self) -> None:
        self._lock.start()
        self._warning.start()

    def _timer(self, signal: SignalInstance) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(signal)
        return timer
