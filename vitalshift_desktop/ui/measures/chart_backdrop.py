"""What lies behind the lines: the axis from 0 to 10, the first five sessions, the usual range, and long pauses."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen

from vitalshift_desktop.ui.measures.chart_facts import Break, ChartFacts
from vitalshift_desktop.ui.measures.chart_scale import ChartScale
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.words import _, ngettext

_TICKS = (0, 2, 4, 6, 8, 10)
_FEW_TICKS = (0, 5, 10)
_STUB = 6

_RIGHT_MIDDLE = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT_MIDDLE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def paint_backdrop(
    painter: QPainter, scale: ChartScale, facts: ChartFacts, *, with_range: bool, chosen: int | None
) -> None:
    """Paint all that lies behind the lines; `chosen` is the place of the session that is read out."""
    _paint_first_five(painter, scale, facts)
    if with_range:
        _paint_range(painter, scale, facts)
    if chosen is not None and scale.can_see(chosen):
        painter.fillRect(_span(scale, chosen, chosen + 1, 0, 10), theme().color("sel"))
        if with_range:
            _paint_band(painter, scale, facts, chosen)
    _paint_grid(painter, scale, _TICKS if facts.has_scores else _FEW_TICKS)
    _paint_first_five_words(painter, scale, facts)
    for pause in facts.breaks:
        _paint_break(painter, scale, pause, above=pause.place <= facts.early)
    if not facts.has_scores:
        _paint_numbers(painter, scale, facts)


def _paint_first_five(painter: QPainter, scale: ChartScale, facts: ChartFacts) -> None:
    painter.fillRect(_span(scale, 0, facts.early, 0, 10), theme().color("stripe"))


def _paint_first_five_words(painter: QPainter, scale: ChartScale, facts: ChartFacts) -> None:
    room = _span(scale, 0, facts.early, 0, 10)
    font, line = theme().font("hint"), theme().scale(20)
    for words in _first_five_words(facts.average):
        if QFontMetrics(font).horizontalAdvance(words) + 12 <= room.width():
            painter.setPen(theme().color("text2"))
            painter.setFont(font)
            painter.drawText(QRectF(room.left() + 8, scale.bottom - line - 3, room.width(), line), _LEFT_MIDDLE, words)
            return


def _first_five_words(average: float | None) -> tuple[str, ...]:
    """What may stand in the band of the first five sessions, the longest first."""
    if average is None:
        return (_("First five sessions"), _("First five"))
    score = f"{average:.1f}"
    return (
        _("First five sessions, average {score}").format(score=score),
        _("First five: {score}").format(score=score),
    )


def _paint_range(painter: QPainter, scale: ChartScale, facts: ChartFacts) -> None:
    for place in scale.places():
        _paint_band(painter, scale, facts, place)
    last = len(facts.columns) - 1
    if facts.range_now is not None and scale.can_see(last):
        ahead = _span(scale, last + 1, scale.slots, *facts.range_now)
        _paint_edges(painter, ahead.adjusted(0, 0, _STUB, 0))
        painter.fillRect(ahead, theme().color("range"))


def _paint_band(painter: QPainter, scale: ChartScale, facts: ChartFacts, place: int) -> None:
    usual = facts.columns[place].usual_range
    band = _span(scale, place, place + 1, *usual) if usual is not None else QRectF()
    if band.width() > 0:
        painter.fillRect(band, theme().color("range"))
        _paint_edges(painter, band)


def _paint_edges(painter: QPainter, band: QRectF) -> None:
    painter.setPen(QPen(theme().color("rangeline"), 1, Qt.PenStyle.DotLine))
    painter.drawLine(band.topLeft(), band.topRight())
    painter.drawLine(band.bottomLeft(), band.bottomRight())


def _paint_grid(painter: QPainter, scale: ChartScale, ticks: tuple[int, ...]) -> None:
    painter.setFont(theme().font("caption"))
    line = theme().scale(20)
    for tick in ticks:
        y = round(scale.y(tick)) + 0.5
        painter.setPen(QPen(theme().color("grid" if tick else "control"), 1))
        painter.drawLine(QPointF(scale.gutter, y), QPointF(scale.right, y))
        painter.setPen(theme().color("text2"))
        painter.drawText(QRectF(0, y - line / 2, scale.gutter - 10, line), _RIGHT_MIDDLE, str(tick))


def _paint_break(painter: QPainter, scale: ChartScale, pause: Break, *, above: bool) -> None:
    """A dashed line with the days at its left, `above` the words of the first five sessions where those are."""
    x = scale.x(pause.place - 0.5)
    if not scale.gutter <= x <= scale.right:
        return
    painter.setPen(QPen(theme().color("control"), 1, Qt.PenStyle.DashLine))
    painter.drawLine(QPointF(x, scale.top), QPointF(x, scale.bottom))
    painter.setPen(theme().color("text2"))
    painter.setFont(theme().font("hint"))
    line, width = theme().scale(20), theme().scale(64)
    words = ngettext("{n} day", "{n} days", pause.days).format(n=pause.days)
    top = scale.bottom - (2 if above else 1) * line - 3
    painter.drawText(QRectF(x - width - 5, top, width, line), _RIGHT_MIDDLE, words)


def _paint_numbers(painter: QPainter, scale: ChartScale, facts: ChartFacts) -> None:
    painter.setPen(theme().color("text2"))
    painter.setFont(theme().font("caption"))
    for place in range(scale.slots):
        if scale.can_see(place):
            room = QRectF(scale.x(place) - scale.column / 2, scale.bottom + 7, scale.column, theme().scale(20))
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, str(facts.number_at(place)))


def _span(scale: ChartScale, first: int, end: int, low: float, high: float) -> QRectF:
    """The part of the plot between two places and two values, as far as it can be seen."""
    left = max(float(scale.gutter), scale.x(first - 0.5))
    right = max(left, min(scale.right, scale.x(end - 0.5)))
    return QRectF(QPointF(left, scale.y(high)), QPointF(right, scale.y(low)))
