"""Finds the windows, running timers and threads that a GUI test left behind."""

import gc
import threading

from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import Shiboken

# Qt keeps these for itself until the app ends.
_QT_KEEPS = frozenset({"QTipLabel", "QDesktopScreenWidget", "QDesktopWidget", "QShapedPixmapWidget"})


class LeftOver:
    """What stood when the test began, and what is more when it ends; `patience`: seconds for a thread told to stop.

    Python's garbage collector rests in between, so that nothing is deleted on another thread in mid-test; what existed
    before is frozen, so that the collection at the end looks at this test's objects only and costs a few milliseconds.
    """

    def __init__(self, patience: float = 2.0) -> None:
        self._patience = patience
        gc.collect()
        gc.freeze()
        gc.disable()
        self._windows = {_address(window) for window in QApplication.topLevelWidgets()}
        self._threads = set(threading.enumerate())

    def found(self) -> list[str]:
        """One line for each thing left over; none is as it should be."""
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.enable()
        return [*self._left_windows(), *_left_timers(), *self._left_threads()]

    def _left_windows(self) -> list[str]:
        return [
            f"window {_described(window)}"
            for window in QApplication.topLevelWidgets()
            if _address(window) not in self._windows and window.metaObject().className() not in _QT_KEEPS
        ]

    def _left_threads(self) -> list[str]:
        left = []
        for thread in set(threading.enumerate()) - self._threads:
            thread.join(self._patience)
            if thread.is_alive():
                left.append(f"thread {thread.name}")
        return left


def _left_timers() -> list[str]:
    timers = [thing for thing in gc.get_objects() if type(thing) is QTimer]
    return [
        f"timer every {timer.interval()} ms {timer.objectName()} of {timer.parent()}"
        for timer in timers
        if Shiboken.isValid(timer) and timer.isActive()
    ]


def _address(widget: QWidget) -> int:
    return int(Shiboken.getCppPointer(widget)[0])


def _described(window: QWidget) -> str:
    return f"{type(window).__name__} {window.objectName()} {window.windowTitle()}".strip()
