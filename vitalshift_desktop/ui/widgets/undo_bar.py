"""A sentence about what was just done, with a way back."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vitalshift_desktop.ui.widgets.banner import Banner
from vitalshift_desktop.words import _

_LEAST_SECONDS = 10


class UndoBar(QWidget):
    """Offers to undo for at least ten seconds; longer while the mouse or the focus is on it."""

    undone = Signal()
    gone = Signal()

    def __init__(self, *, seconds: int = 12, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._banner = Banner("check-circle", "", _("Undo"), tone="plain")
        # A click does not take the focus from the row that the offer is about.
        self._banner.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(max(_LEAST_SECONDS, seconds) * 1000)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._banner)
        self._timer.timeout.connect(self._on_time)
        self._banner.pressed.connect(self._on_undo)
        self.hide()

    def offer(self, sentence: str) -> None:
        """Say what was done and offer to undo it; an earlier offer is over."""
        if self._timer.isActive():
            self._end()
        self._banner.show_sentence(sentence)
        self.show()
        self._timer.start()

    def take(self) -> None:
        """Undo, if something is offered now."""
        if self.isVisible():
            self._on_undo()

    def _on_time(self) -> None:
        if self.underMouse() or self._banner.button.hasFocus():
            self._timer.start()
        else:
            self._end()

    def _on_undo(self) -> None:
        self._timer.stop()
        if self._banner.button.hasFocus():
            self.focusPreviousChild()
        self.hide()
        self.undone.emit()

    def _end(self) -> None:
        self._timer.stop()
        self.hide()
        self.gone.emit()
