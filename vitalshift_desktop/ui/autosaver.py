"""Saves what is being typed, soon and for certain, without ever asking."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from vitalshift_desktop.domain.problems import Problem

SAVES_AFTER_MS = 2000
TRIES_AGAIN_AFTER_MS = 5000
SAVES_AFTER_CHARACTERS = 200


class Autosaver(QObject):
    """While text is unsaved it is saved at least every two seconds or 200 characters, also during steady typing."""

    saved = Signal()
    failed = Signal(object)
    waiting = Signal()

    def __init__(self, save: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._save = save
        self._typed = 0
        self.is_unsaved = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.save_now)

    def note_typing(self, characters: int = 1) -> None:
        """Something was typed. The clock is not set back by further typing."""
        if not self.is_unsaved:
            self.is_unsaved = True
            self.waiting.emit()
        self._typed += max(1, characters)
        if self._typed >= SAVES_AFTER_CHARACTERS:
            self.save_now()
        elif not self._timer.isActive():
            self._timer.start(SAVES_AFTER_MS)

    def save_now(self) -> bool:
        """Save what is unsaved; False when that failed. The text stays, and another try follows."""
        self._timer.stop()
        self._typed = 0
        if not self.is_unsaved:
            return True
        try:
            self._save()
        except Problem as problem:
            self._timer.start(TRIES_AGAIN_AFTER_MS)
            self.failed.emit(problem)
            return False
        self.is_unsaved = False
        self.saved.emit()
        return True

    def forget(self) -> None:
        """There is nothing to save any more."""
        self._timer.stop()
        self._typed = 0
        self.is_unsaved = False
