"""The rest of the window's modules, read before they are needed."""

import pkgutil
import sys
from collections import deque
from importlib import import_module

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QTimer

import vitalshift_desktop.ui as own_rooms

BREATH = 5
"""Milliseconds between two modules, in which the window can answer."""
CALM = 400
"""Milliseconds after a key in which nothing is read, so that a passphrase can be typed smoothly."""
DRAWING = ("numpy", "pyqtgraph")
"""What charts are drawn with; the two slowest, so they come last."""


class ReadingAhead(QObject):
    """Imports one module after another while nobody types.

    All on the window's own thread: a class of a widget that another thread makes while the window works can end the
    process, for PySide keeps its tables of classes without a lock.
    """

    def __init__(self, application: QObject, parent: QObject) -> None:
        super().__init__(parent)
        self._application = application
        self._names: deque[str] = deque()
        self._since_key = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._read_one)

    @property
    def is_reading(self) -> bool:
        """True until the last module was read, or `stop` was called."""
        return self._timer.isActive()

    def start(self) -> None:
        """Begin, with the innermost modules first, so that each is a small piece of work."""
        found = [module.name for module in pkgutil.walk_packages(own_rooms.__path__, f"{own_rooms.__name__}.")]
        self._names = deque([*sorted(found, key=lambda name: -name.count(".")), *DRAWING])
        self._application.installEventFilter(self)
        self._timer.start(BREATH)

    def stop(self) -> None:
        """Read no more; what is missing is imported when it is needed."""
        self._timer.stop()
        self._application.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice keys, and let all pass."""
        if event.type() is QEvent.Type.KeyPress:
            self._since_key.start()
        return False

    def _read_one(self) -> None:
        if self._since_key.isValid() and not self._since_key.hasExpired(CALM):
            return
        while self._names:
            name = self._names.popleft()
            if name not in sys.modules:
                import_module(name)
                return
        self.stop()
