"""How far something slow has come, as a bar and in words."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from vitalshift_desktop.ui.widgets.buttons import Button
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.words import _


class ProgressWords(QWidget):
    """A bar that never stands without its sentence, and a way to stop where stopping is safe."""

    cancelled = Signal()

    def __init__(self, sentence: str = "", *, cancel: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = TextLabel(sentence, tone="2", size="m")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._cancel = Button(_("Cancel"), variant="quiet")
        self._cancel.setVisible(cancel)
        row = QHBoxLayout()
        row.addWidget(self._words, 1)
        row.addWidget(self._cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self._bar)
        self.show_busy(sentence)
        self._cancel.clicked.connect(self._on_cancel)

    def show_progress(self, done: int, of: int, sentence: str) -> None:
        """Show that `done` of `of` parts are through."""
        self._bar.setRange(0, of)
        self._bar.setValue(done)
        self._say(sentence)

    def show_busy(self, sentence: str) -> None:
        """Show that it has begun, with no way to know how long it takes."""
        self._bar.setRange(0, 1)
        self._bar.setValue(0)
        self._say(sentence)

    def _say(self, sentence: str) -> None:
        self._words.setText(sentence)
        self._bar.setAccessibleName(sentence or _("Progress"))

    def _on_cancel(self) -> None:
        self.cancelled.emit()
