"""Hears from the desktop that the person at the computer is about to be gone, from after the first picture on."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from vitalshift_desktop.ui.desktop.signals import DesktopSignals, Leaving


class DesktopWatch(QObject):
    """`leaving` is answered before a sleep that waits for us goes on."""

    leaving = Signal()

    def __init__(self, make: Callable[[], DesktopSignals], parent: QObject) -> None:
        super().__init__(parent)
        self._make = make
        self._signals: DesktopSignals | None = None
        self._is_closed = False

    def start(self) -> None:
        """Listen soon: the services of the desktop must not hold up the first picture."""
        QTimer.singleShot(0, self, self._listen)

    def close(self) -> None:
        """Listen no more, and hold up no sleep."""
        self._is_closed = True
        if self._signals is not None:
            self._signals.may_sleep()
            self._signals.close()

    def _listen(self) -> None:
        if not self._is_closed:
            self._signals = self._make()
            self._signals.leaving.connect(self._on_leaving)

    def _on_leaving(self, why: Leaving) -> None:
        self.leaving.emit()
        if why is Leaving.SLEEP and self._signals is not None:
            self._signals.may_sleep()
