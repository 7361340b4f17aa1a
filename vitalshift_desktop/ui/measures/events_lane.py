"""The lane of what happened beside the scores: hollow squares with their words, and a thin line down."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPen

from vitalshift_desktop.ui.charts.before import LaneWords, paint_lane, paint_square
from vitalshift_desktop.ui.charts.chart_scale import ChartScale
from vitalshift_desktop.ui.measures.chart_facts import ChartFacts
from vitalshift_desktop.ui.measures.happening_words import happening_words, kind_words
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.words import _

EVENTS = 0


def paint_event_lines(painter: QPainter, scale: ChartScale, facts: ChartFacts) -> None:
    """The lines down from what happened, behind the threads."""
    painter.setPen(QPen(theme().color("control"), 1, Qt.PenStyle.DotLine))
    for place in dict.fromkeys(one.place for one in facts.placed):
        x = scale.x(place)
        if _is_seen(scale, x):
            painter.drawLine(QPointF(x, scale.lane_y(EVENTS)), QPointF(x, scale.bottom))


def paint_events(painter: QPainter, scale: ChartScale, facts: ChartFacts) -> None:
    """The lane: one square for each place, its words where there is room, else only what it is."""
    if not facts.placed:
        return
    paint_lane(painter, scale, EVENTS, _("Notes"))
    words = LaneWords(scale, EVENTS)
    places = [place for place in dict.fromkeys(one.place for one in facts.placed) if _is_seen(scale, scale.x(place))]
    for place in places:
        words.take_shape(scale.x(place))
    for place in places:
        there = [one.happening for one in facts.placed if one.place == place]
        more = _(" and {n} more").format(n=len(there) - 1) if len(there) > 1 else ""
        first = there[0]
        short = (first.words + more,) if first.is_note and first.words else ()
        for text in (happening_words(first) + more, *short, kind_words(first) + more, kind_words(first)):
            if words.write(painter, scale.x(place), text):
                break
    for place in places:
        paint_square(painter, QPointF(scale.x(place), scale.lane_y(EVENTS)))


def _is_seen(scale: ChartScale, x: float) -> bool:
    """Half a column before the first session and after the last one still belong to the chart."""
    return scale.gutter <= x <= scale.right
