"""The strip at the left of everything that is a process note; it is told from the record by its lines alone."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from vitalshift_desktop.ui.theme.theme import theme

WIDTH = 14
_STEP = 7


class HatchStrip(QWidget):
    """Fourteen pixels of slanted lines from top to bottom."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(WIDTH)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(QRectF(self.rect()))
        painter.fillRect(self.rect(), theme().color("privbg"))
        painter.setPen(QPen(theme().color("privhatch"), 1.5))
        top = -WIDTH
        while top < self.height() + WIDTH:
            painter.drawLine(QPointF(0, top + WIDTH), QPointF(WIDTH, top))
            top += _STEP
