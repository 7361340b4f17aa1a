"""How the running backup goes, for whoever shows it, and the wish that it may stop."""

from PySide6.QtCore import QObject, Signal


class BackupNews(QObject):
    """One backup at a time; `part` is how much of it is done, 0.0 to 1.0."""

    began = Signal()
    moved = Signal(float)
    ended = Signal()
    stop_wanted = Signal()
    places_changed = Signal()
    """A place for backups came into reach or went out of it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.is_running = False
        self.part = 0.0

    def begin(self) -> None:
        """A backup has begun."""
        self.is_running, self.part = True, 0.0
        self.began.emit()

    def move(self, part: float) -> None:
        """So much of it is done."""
        self.part = part
        self.moved.emit(part)

    def end(self) -> None:
        """It is over, well or not."""
        self.is_running = False
        self.ended.emit()
