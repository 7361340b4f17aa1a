"""The sign of the app on a page."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from vitalshift_desktop.ui.theme.logo import paint_logo
from vitalshift_desktop.ui.theme.theme import theme


class LogoMark(QWidget):
    """The two threads, small; size is in pixels at 100 % text."""

    def __init__(self, size: float = 26, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme().scale(self._size * 1.15), theme().scale(self._size))

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_logo(QPainter(self), QRectF(self.rect()))
