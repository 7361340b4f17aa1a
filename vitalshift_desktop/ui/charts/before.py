"""What lies before the lines of any chart: lanes of marks, their words where there is room, and single numbers."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QWidget

from vitalshift_desktop.ui.charts.chart_scale import LANE, ChartScale
from vitalshift_desktop.ui.theme.theme import theme

_LEFT_MIDDLE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RING = 9.0
_DIAMOND = 6.5
_SQUARE = 5.0
_GAP = 5


class Overlay(QWidget):
    """Lies over the plot and lets the mouse through; who draws extends it and paints."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)


class LaneWords:
    """Writes beside the shapes of one lane without covering any; told first what is taken, then what to write."""

    def __init__(self, scale: ChartScale, lane: int) -> None:
        self._scale = scale
        self._top = theme().scale(LANE) * lane
        self._taken: list[QRectF] = []

    def take(self, left: float, right: float) -> None:
        """Nothing may be written between these two."""
        self._taken.append(QRectF(QPointF(left, self._top + 1), QPointF(right, self._top + theme().scale(LANE) - 1)))

    def take_shape(self, x: float) -> None:
        """A shape stands here."""
        self.take(x - diamond_size() - 1, x + diamond_size() + 1)

    def write(self, painter: QPainter, x: float, words: str, *, bold: bool = False, before: bool = False) -> bool:
        """Write at one side of the shape at `x`, on the other where there is no room, or not at all."""
        font = theme().font("caption", bold=bold)
        width, lane = QFontMetrics(font).horizontalAdvance(words) + 2, theme().scale(LANE)
        away = diamond_size() + _GAP
        left, right = QRectF(x - away - width, self._top, width, lane), QRectF(x + away, self._top, width, lane)
        for room in (left, right) if before else (right, left):
            if self._is_free(room):
                self._taken.append(room)
                # A line that passes here stops at the words.
                painter.fillRect(room.adjusted(-1, 4, 1, -4), theme().color("surface"))
                painter.setFont(font)
                painter.setPen(theme().color("text"))
                painter.drawText(room, Qt.AlignmentFlag.AlignCenter, words)
                return True
        return False

    def _is_free(self, room: QRectF) -> bool:
        inside = room.left() >= self._scale.gutter and room.right() <= self._scale.width
        return inside and not any(room.intersects(taken) for taken in self._taken)


def paint_lane(painter: QPainter, scale: ChartScale, lane: int, name: str) -> None:
    """The line under a lane and its name at the left."""
    top, height = theme().scale(LANE) * lane, theme().scale(LANE)
    painter.setPen(QPen(theme().color("hair"), 1))
    painter.drawLine(QPointF(scale.gutter, top + height - 0.5), QPointF(scale.right, top + height - 0.5))
    painter.setFont(theme().font("caption"))
    painter.setPen(theme().color("text2"))
    painter.drawText(QRectF(0, top, scale.gutter, height), _LEFT_MIDDLE, name)


def paint_number(painter: QPainter, scale: ChartScale, at: QPointF, words: str, *, beside: bool = False) -> None:
    """A number over this point, or beside it, at the left where the plot ends."""
    font = theme().font("caption", bold=True)
    width, line = QFontMetrics(font).horizontalAdvance(words) + 2, theme().scale(18)
    painter.setFont(font)
    painter.setPen(theme().color("text"))
    left = at.x() - width / 2
    if beside:
        left = at.x() + 7 if at.x() + 7 + width <= scale.right else at.x() - 7 - width
    painter.drawText(QRectF(left, at.y() - line / 2, width, line), Qt.AlignmentFlag.AlignCenter, words)


def paint_square(painter: QPainter, at: QPointF) -> None:
    """The hollow square of something that happened."""
    size = float(theme().scale(_SQUARE))
    painter.setPen(QPen(theme().color("text2"), 1.8))
    painter.setBrush(theme().color("surface"))
    painter.drawRect(QRectF(at.x() - size, at.y() - size, 2 * size, 2 * size))


def ring_size() -> float:
    """The radius of the ring around a marked point."""
    return float(theme().scale(_RING))


def diamond_size() -> float:
    """From the middle of a mark's diamond to its ends."""
    return float(theme().scale(_DIAMOND))
