"""A second start asks the first one to show its window: a file that is touched, and looked for every second."""

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

_EVERY = 1000  # milliseconds


class RaiseRequest(QObject):
    """Looks for the file and takes it away again; no socket is needed for that."""

    def __init__(self, file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = file
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Look from now on; a request that was left over from before asks nobody."""
        self._take()
        self._timer.start()

    def look(self) -> None:
        """Bring our window to the front if somebody asked for it."""
        if self._take():
            bring_ours_to_front()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    def _take(self) -> bool:
        with suppress(OSError):
            self._file.unlink()
            return True
        return False


def bring_ours_to_front() -> None:
    """Show the window of the app before all others, the one of the records or the one before them."""
    for window in QApplication.topLevelWidgets():
        if window.isVisible() and window.objectName() in ("main", "entry"):
            bring_to_front(window)


def bring_to_front(window: QWidget) -> None:
    """Show a window before all others, also one that was made small."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.raise_()
    window.activateWindow()
