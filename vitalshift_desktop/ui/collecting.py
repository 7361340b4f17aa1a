"""Garbage is collected on the window's thread alone: elsewhere a collection could delete a window's parts under Qt."""

import gc

from PySide6.QtCore import QObject, QTimer

LOOKS_EVERY_MS = 1_000


class Collecting(QObject):
    """Python's own collector rests; a timer of the window's thread does what it would have done."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(LOOKS_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Collect the generations that are due by Python's own thresholds, the youngest alone as a rule."""
        due = [count > threshold for count, threshold in zip(gc.get_count(), gc.get_threshold(), strict=True)]
        if any(due):
            gc.collect(max(generation for generation, is_due in enumerate(due) if is_due))

    def stop(self) -> None:
        """Leave it to Python again."""
        self._timer.stop()
        gc.enable()
