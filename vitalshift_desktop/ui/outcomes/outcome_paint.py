"""What an outcome chart is drawn with: bands and cut-offs behind, then the line, its points, and gaps in words."""

from dataclasses import dataclass
from itertools import zip_longest

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QPolygonF

from vitalshift_desktop.domain.measures.administration import Rater
from vitalshift_desktop.domain.outcomes import PointState
from vitalshift_desktop.ui.charts.behind import at_right, paint_axis, span
from vitalshift_desktop.ui.charts.plot_lines import CLIENT_LOOK, COUNSELOR_LOOK, LineLook
from vitalshift_desktop.ui.outcomes.outcome_facts import Column, OutcomeFacts
from vitalshift_desktop.ui.outcomes.outcome_scale import OutcomeScale, spread, ticks
from vitalshift_desktop.ui.outcomes.score_words import band_words, cutoff_words, gap_label
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.hatching import paint_hatching
from vitalshift_desktop.words import _

GUARDIAN_LOOK = LineLook("text", 2.0, "t", 10, fill="text", edge="surface", edge_width=1.2, dashes=(1.5, 1.5))
LOOKS = {Rater.CLIENT: CLIENT_LOOK, Rater.COUNSELOR: COUNSELOR_LOOK, Rater.GUARDIAN: GUARDIAN_LOOK}
_HOLLOW = frozenset({PointState.PRORATED, PointState.LEFT_OUT})
_MIDDLE = Qt.AlignmentFlag.AlignCenter
_LEFT_MIDDLE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class _Name:
    """Words at the right of the plot, and the height they belong to."""

    y: float
    words: str


def paint_behind(painter: QPainter, scale: OutcomeScale, facts: OutcomeFacts, chosen: int | None) -> None:
    """The column that is read out, the edges of the bands, the cut-offs, the axis, and the names of all of them."""
    if chosen is not None and scale.can_see(chosen):
        painter.fillRect(span(scale, chosen, chosen + 1, facts.low, facts.high), theme().color("sel"))
    paint_axis(painter, scale, ticks(facts.score))
    _paint_edges(painter, scale, facts)
    for place in scale.places():
        if facts.columns[place].key_before:
            _paint_key_change(painter, scale, place)
    _paint_names(painter, scale, facts)


def paint_line(painter: QPainter, scale: OutcomeScale, facts: OutcomeFacts) -> None:
    """The line between complete neighbors, then a point for each score; hollow where it is not complete."""
    look = LOOKS[facts.course.rater]
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.save()
    painter.setClipRect(QRectF(scale.gutter, 0, scale.right - scale.gutter, scale.bottom + 20))
    painter.setPen(_line_pen(look))
    seen = scale.places()
    for place in range(max(0, seen.start - 1), seen.stop):
        one = facts.columns[place]
        after = facts.columns[place + 1] if one.leads_on else None
        if one.value is not None and after is not None and after.value is not None:
            painter.drawLine(_at(scale, place, one.value), _at(scale, place + 1, after.value))
    for place in seen:
        value = facts.columns[place].value
        if value is not None:
            _paint_point(painter, _at(scale, place, value), look, is_hollow=facts.columns[place].state in _HOLLOW)
    painter.restore()
    for place in seen:
        if facts.columns[place].value is None and scale.can_see(place):
            _paint_gap_words(painter, scale, place, facts.columns[place])


def paint_answers(painter: QPainter, scale: OutcomeScale, facts: OutcomeFacts, top: float, height: float) -> None:
    """The answers to the critical item, one by one in a lane of their own; every answer looks alike."""
    item = facts.critical_item
    if item is None:
        return
    painter.setPen(QPen(theme().color("hair"), 1))
    painter.drawLine(QPointF(scale.gutter, top + 0.5), QPointF(scale.right, top + 0.5))
    painter.setFont(theme().font("caption"))
    painter.setPen(theme().color("text2"))
    room = QRectF(0, top, scale.gutter - 10, height)
    painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, _("Item {n}").format(n=item))
    for place in scale.places():
        risk = facts.columns[place].risk
        if risk is None or not scale.can_see(place):
            continue
        if facts.is_covered:
            paint_hatching(painter, QRectF(scale.x(place) - 12, top + height / 2 - 7, 24, 14))
            continue
        words = _("left blank") if risk.answer is None else str(risk.answer)
        painter.setFont(theme().font("caption" if risk.answer is None else "detail"))
        painter.setPen(theme().color("text"))
        cell = QRectF(scale.x(place) - scale.column / 2, top, scale.column, height)
        flags = int(_MIDDLE) | int(Qt.TextFlag.TextWordWrap)
        painter.drawText(cell, flags, words)


def _paint_edges(painter: QPainter, scale: OutcomeScale, facts: OutcomeFacts) -> None:
    bands = facts.score.bands.bands if facts.score.bands else ()
    painter.setPen(QPen(theme().color("rangeline"), 1, Qt.PenStyle.DotLine))
    for band in bands[1:]:
        y = round(scale.y(band.low)) + 0.5
        painter.drawLine(QPointF(scale.gutter, y), QPointF(scale.right, y))
    painter.setPen(QPen(theme().color("control"), 1.2, Qt.PenStyle.DashLine))
    for cutoff in facts.score.cutoffs:
        y = round(scale.y(cutoff.at)) + 0.5
        painter.drawLine(QPointF(scale.gutter, y), QPointF(scale.right, y))


def _paint_names(painter: QPainter, scale: OutcomeScale, facts: OutcomeFacts) -> None:
    """The names of bands in the middle of each, those of cut-offs on their lines, none over another."""
    names = [_Name(scale.y(cutoff.at), cutoff_words(cutoff)) for cutoff in facts.score.cutoffs]
    bands = facts.score.bands.bands if facts.score.bands else ()
    for band, following in zip_longest(bands, bands[1:]):
        end = following.low if following is not None else facts.high
        words = band_words(band, following.low if following is not None else None, facts)
        names.append(_Name(scale.y((band.low + end) / 2), words))
    names.sort(key=lambda name: name.y)
    line = theme().scale(17)
    for name, y in zip(names, spread([one.y for one in names], line, scale.top, scale.bottom), strict=True):
        at_right(painter, scale, y, name.words)


def _paint_key_change(painter: QPainter, scale: OutcomeScale, place: int) -> None:
    """A line before the first column that was scored in another way."""
    x = scale.x(place - 0.5)
    if not scale.gutter <= x <= scale.right:
        return
    painter.setPen(QPen(theme().color("text2"), 1.2, Qt.PenStyle.DashDotLine))
    painter.drawLine(QPointF(x, scale.top), QPointF(x, scale.bottom))
    painter.setFont(theme().font("hint"))
    painter.setPen(theme().color("text2"))
    words, line = _("other key"), theme().scale(20)
    width = QFontMetrics(painter.font()).horizontalAdvance(words) + 4
    painter.drawText(QRectF(x + 5, scale.top, width, line), _LEFT_MIDDLE, words)


def _paint_point(painter: QPainter, at: QPointF, look: LineLook, *, is_hollow: bool) -> None:
    half = theme().scale(look.size) / 2
    is_open = is_hollow or look.fill == "surface"
    painter.setBrush(theme().color("surface" if is_open else look.fill))
    painter.setPen(QPen(theme().color(look.color if is_open else look.edge), 1.8 if is_open else look.edge_width))
    if look.symbol == "o":
        painter.drawEllipse(at, half, half)
    elif look.symbol == "s":
        painter.drawRect(QRectF(at.x() - half, at.y() - half, 2 * half, 2 * half))
    else:
        up, left, right = QPointF(0, -half), QPointF(-half, half), QPointF(half, half)
        painter.drawPolygon(QPolygonF([at + up, at + left, at + right]))


def _paint_gap_words(painter: QPainter, scale: OutcomeScale, place: int, column: Column) -> None:
    """Why there is no point, upright in the column."""
    painter.save()
    painter.setFont(theme().font("hint"))
    painter.setPen(theme().color("text2"))
    painter.translate(scale.x(place), scale.bottom - 6)
    painter.rotate(-90)
    line = theme().scale(18)
    painter.drawText(QRectF(0, -line / 2, scale.height - 8, line), _LEFT_MIDDLE, gap_label(column))
    painter.restore()


def _line_pen(look: LineLook) -> QPen:
    color: QColor = theme().color(look.color)
    pen = QPen(color, look.width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap if look.dashes else Qt.PenCapStyle.RoundCap)
    if look.dashes:
        pen.setDashPattern(list(look.dashes))
    return pen


def _at(scale: OutcomeScale, place: int, value: float) -> QPointF:
    return QPointF(scale.x(place), scale.y(value))
