"""Hatching, painted in place of words that nobody else should read."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

from vitalshift_desktop.ui.theme.theme import theme

_STEP = 7


def paint_hatching(painter: QPainter, rect: QRectF) -> None:
    """Cover a rectangle. It is painted over, not blurred: a blur can be read back."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipRect(rect)
    painter.fillRect(rect, theme().color("sunken"))
    painter.setPen(QPen(theme().color("hair2"), 1.5))
    left = rect.left() - rect.height()
    while left < rect.right():
        painter.drawLine(QPointF(left, rect.bottom()), QPointF(left + rect.height(), rect.top()))
        left += _STEP
    painter.restore()
