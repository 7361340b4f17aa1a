"""The two drawn threads beside the way in."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from vitalshift_desktop.ui.theme.logo import WAY_IN, paint_threads
from vitalshift_desktop.ui.theme.theme import theme


class ThreadsPicture(QWidget):
    """Two threads that come closer to each other, across the whole widget; decoration."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(480, 480)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().color("nav"))
        painter.fillRect(0, 0, 1, self.height(), theme().color("hair"))
        paint_threads(painter, QRectF(-4, 0, self.width() + 8, self.height()), 5, WAY_IN)
