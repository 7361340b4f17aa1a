"""What lies behind the lines of any chart: the axis, bands, ranges, breaks in time, and numbers under the columns."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen

from vitalshift_desktop.ui.charts.chart_scale import ChartScale
from vitalshift_desktop.ui.theme.theme import theme

_RIGHT_MIDDLE = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT_MIDDLE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def span(scale: ChartScale, first: int, end: int, low: float, high: float) -> QRectF:
    """The part of the plot from column `first` up to `end` (not with it) and between two values, as far as seen."""
    left = max(float(scale.gutter), scale.x(first - 0.5))
    right = max(left, min(scale.right, scale.x(end - 0.5)))
    return QRectF(QPointF(left, scale.y(high)), QPointF(right, scale.y(low)))


def paint_axis(painter: QPainter, scale: ChartScale, ticks: Iterable[float]) -> None:
    """A hairline and its number for each tick; the lowest is the line the plot stands on."""
    painter.setFont(theme().font("caption"))
    line = theme().scale(20)
    for tick in ticks:
        y = round(scale.y(tick)) + 0.5
        painter.setPen(QPen(theme().color("grid" if tick > scale.low else "control"), 1))
        painter.drawLine(QPointF(scale.gutter, y), QPointF(scale.right, y))
        painter.setPen(theme().color("text2"))
        painter.drawText(QRectF(0, y - line / 2, scale.gutter - 10, line), _RIGHT_MIDDLE, f"{tick:g}")


def paint_range(painter: QPainter, band: QRectF) -> None:
    """A range with dotted edges, over the part of the plot that `span` gave."""
    if band.width() > 0:
        painter.fillRect(band, theme().color("range"))
        paint_edges(painter, band)


def paint_edges(painter: QPainter, band: QRectF) -> None:
    """The dotted edges of a range."""
    painter.setPen(QPen(theme().color("rangeline"), 1, Qt.PenStyle.DotLine))
    painter.drawLine(band.topLeft(), band.topRight())
    painter.drawLine(band.bottomLeft(), band.bottomRight())


def paint_level(painter: QPainter, scale: ChartScale, value: float, words: str) -> None:
    """A dashed line at this value, such as a cut-off, its words at the right of the plot."""
    y = round(scale.y(value)) + 0.5
    painter.setPen(QPen(theme().color("control"), 1, Qt.PenStyle.DashLine))
    painter.drawLine(QPointF(scale.gutter, y), QPointF(scale.right, y))
    at_right(painter, scale, y, words)


def paint_break(painter: QPainter, scale: ChartScale, place: int, words: str, *, lines_up: int = 0) -> None:
    """A dashed line before the column `place`, words at the left of its foot, so many lines higher up."""
    x = scale.x(place - 0.5)
    if not scale.gutter <= x <= scale.right:
        return
    painter.setPen(QPen(theme().color("control"), 1, Qt.PenStyle.DashLine))
    painter.drawLine(QPointF(x, scale.top), QPointF(x, scale.bottom))
    painter.setPen(theme().color("text2"))
    painter.setFont(theme().font("hint"))
    line, width = theme().scale(20), theme().scale(64)
    top = scale.bottom - (lines_up + 1) * line - 3
    painter.drawText(QRectF(x - width - 5, top, width, line), _RIGHT_MIDDLE, words)


def paint_foot(painter: QPainter, scale: ChartScale, words: Callable[[int], str]) -> None:
    """Words under every slot that can be seen, such as the number of its session."""
    painter.setPen(theme().color("text2"))
    painter.setFont(theme().font("caption"))
    for place in range(scale.slots):
        if scale.can_see(place):
            room = QRectF(scale.x(place) - scale.column / 2, scale.bottom + 7, scale.column, theme().scale(20))
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, words(place))


def words_within(painter: QPainter, scale: ChartScale, room: QRectF, choices: Iterable[str]) -> None:
    """Write the first of these, the longest first, that fits at the foot of this part of the plot."""
    font, line = theme().font("hint"), theme().scale(20)
    for words in choices:
        if QFontMetrics(font).horizontalAdvance(words) + 12 <= room.width():
            painter.setPen(theme().color("text2"))
            painter.setFont(font)
            painter.drawText(QRectF(room.left() + 8, scale.bottom - line - 3, room.width(), line), _LEFT_MIDDLE, words)
            return


def at_right(painter: QPainter, scale: ChartScale, y: float, words: str) -> None:
    """Words at the right of the plot, at this height; cut with a mark where they are longer than the room."""
    painter.setFont(theme().font("caption"))
    painter.setPen(theme().color("text2"))
    line = theme().scale(20)
    room = QRectF(scale.right + 8, y - line / 2, scale.width - scale.right - 8, line)
    shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(room.width()))
    painter.drawText(room, _LEFT_MIDDLE, shown)
