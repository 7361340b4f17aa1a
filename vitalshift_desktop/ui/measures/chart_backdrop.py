"""What lies behind the threads: the axis from 0 to 10, the first five sessions, the usual range, and long pauses."""

from PySide6.QtGui import QPainter

from vitalshift_desktop.ui.charts.behind import (
    paint_axis,
    paint_break,
    paint_edges,
    paint_foot,
    paint_range,
    span,
    words_within,
)
from vitalshift_desktop.ui.charts.chart_scale import ChartScale
from vitalshift_desktop.ui.measures.chart_facts import ChartFacts
from vitalshift_desktop.ui.measures.events_lane import paint_event_lines
from vitalshift_desktop.ui.score_words import mean_words
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.words import _, ngettext

_TICKS = (0, 2, 4, 6, 8, 10)
_FEW_TICKS = (0, 5, 10)
_STUB = 6


def paint_backdrop(
    painter: QPainter, scale: ChartScale, facts: ChartFacts, *, with_range: bool, chosen: int | None
) -> None:
    """Paint all that lies behind the lines; `chosen` is the place of the session that is read out."""
    first_five = span(scale, 0, facts.early, 0, 10)
    painter.fillRect(first_five, theme().color("stripe"))
    if with_range:
        _paint_ranges(painter, scale, facts)
    if chosen is not None and scale.can_see(chosen):
        painter.fillRect(span(scale, chosen, chosen + 1, 0, 10), theme().color("sel"))
        if with_range:
            _paint_band(painter, scale, facts, chosen)
    paint_axis(painter, scale, _TICKS if facts.has_scores else _FEW_TICKS)
    words_within(painter, scale, first_five, _first_five_words(facts.average))
    paint_event_lines(painter, scale, facts)
    for pause in facts.breaks:
        words = ngettext("{n} day", "{n} days", pause.days).format(n=pause.days)
        paint_break(painter, scale, pause.place, words, lines_up=int(pause.place <= facts.early))
    if not facts.has_scores:
        paint_foot(painter, scale, lambda place: str(facts.number_at(place)))


def _first_five_words(average: float | None) -> tuple[str, ...]:
    """What may stand in the band of the first five sessions, the longest first."""
    if average is None:
        return (_("First five sessions"), _("First five"))
    score = mean_words(average)
    return (
        _("First five sessions, average {score}").format(score=score),
        _("First five: {score}").format(score=score),
    )


def _paint_ranges(painter: QPainter, scale: ChartScale, facts: ChartFacts) -> None:
    for place in scale.places():
        _paint_band(painter, scale, facts, place)
    last = len(facts.columns) - 1
    if facts.range_now is not None and scale.can_see(last):
        ahead = span(scale, last + 1, scale.slots, *facts.range_now)
        paint_edges(painter, ahead.adjusted(0, 0, _STUB, 0))
        painter.fillRect(ahead, theme().color("range"))


def _paint_band(painter: QPainter, scale: ChartScale, facts: ChartFacts, place: int) -> None:
    usual = facts.columns[place].usual_range
    if usual is not None:
        paint_range(painter, span(scale, place, place + 1, *usual))
