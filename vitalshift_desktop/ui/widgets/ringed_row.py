"""A row that takes the focus and shows it by a ring inside its edge."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QWidget

from vitalshift_desktop.ui.theme.theme import theme


class RingedRow(QFrame):
    """Rows of plain widgets extend this; `radius` rounds the ring, in pixels; `by_mouse`: after a click too."""

    def __init__(self, parent: QWidget | None = None, *, radius: int = 5, by_mouse: bool = False) -> None:
        super().__init__(parent)
        self._radius = radius
        self._by_mouse = by_mouse
        self._by_keyboard = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._by_keyboard = event.reason() != Qt.FocusReason.MouseFocusReason
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus() and (self._by_keyboard or self._by_mouse):
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme().color("ring"), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), self._radius, self._radius)
