"""What lies before the threads: the lane of marks, rings around marked drops, and the numbers that must be read."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from vitalshift_desktop.domain.alliance import Series
from vitalshift_desktop.ui.charts.before import LaneWords, Overlay, diamond_size, paint_lane, paint_number, ring_size
from vitalshift_desktop.ui.charts.behind import at_right
from vitalshift_desktop.ui.charts.chart_scale import ChartScale
from vitalshift_desktop.ui.measures.chart_facts import ChartFacts, Column
from vitalshift_desktop.ui.measures.events_lane import paint_events
from vitalshift_desktop.ui.measures.session_words import mark_words, value_words
from vitalshift_desktop.ui.measures.shown_parts import ALL_PARTS, Part
from vitalshift_desktop.ui.score_words import mean_words
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.phase_thread import diamond
from vitalshift_desktop.words import _


class MarksOverlay(Overlay):
    """Each mark is a shape, and a word where there is room."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._scale = ChartScale(0, 0, 1)
        self._facts = ChartFacts()
        self._parts = ALL_PARTS

    def show_facts(self, facts: ChartFacts, parts: frozenset[Part], scale: ChartScale) -> None:
        """Show the marks of these facts on this scale."""
        self._facts, self._parts, self._scale = facts, parts, scale
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_events(painter, self._scale, self._facts)
        if self._facts.has_scores:
            paint_lane(painter, self._scale, self._lane, _("Marks"))
        self._paint_talks(painter)
        for place, column in self._seen():
            if column.is_marked:
                self._paint_mark(painter, place)
        self._paint_lane_words(painter)
        if Part.GAP in self._parts:
            self._paint_gaps(painter)
        if Part.RANGE in self._parts:
            self._paint_range_numbers(painter)

    def _seen(self) -> list[tuple[int, Column]]:
        return [(place, self._facts.columns[place]) for place in self._scale.places() if self._scale.can_see(place)]

    @property
    def _lane(self) -> int:
        return self._scale.lanes - 1

    @property
    def _lane_y(self) -> float:
        return self._scale.lane_y(self._lane)

    def _paint_talks(self, painter: QPainter) -> None:
        """A filled diamond for each talk, joined to its mark."""
        mark = theme().color("mark")
        for marked, talked in self._facts.talks:
            left, right = (self._scale.kept(self._scale.x(place)) for place in (marked, talked))
            painter.setPen(QPen(mark, 2))
            if right > left:
                painter.drawLine(QPointF(left, self._lane_y), QPointF(right, self._lane_y))
            if talked != marked and self._scale.can_see(talked):
                painter.setBrush(mark)
                painter.drawPolygon(diamond(QPointF(self._scale.x(talked), self._lane_y), diamond_size()))

    def _paint_mark(self, painter: QPainter, place: int) -> None:
        """A diamond in the lane (filled when it was talked through on the same day), a line down, a ring."""
        x, column = self._scale.x(place), self._facts.columns[place]
        mark = theme().color("mark")
        is_score = self._facts.series is Series.SCORE and Part.CLIENT in self._parts
        if column.client is not None:
            y = self._scale.y(column.client)
            painter.setPen(QPen(mark, 1.2))
            painter.drawLine(QPointF(x, self._lane_y), QPointF(x, y - ring_size()))
        painter.setPen(QPen(mark, 2))
        painter.setBrush(theme().color("mark" if (place, place) in self._facts.talks else "surface"))
        painter.drawPolygon(diamond(QPointF(x, self._lane_y), diamond_size()))
        if column.client is not None and is_score:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QPointF(x, y), ring_size(), ring_size())
            paint_number(painter, self._scale, QPointF(x, self._below(place)), mean_words(column.client))

    def _below(self, place: int) -> float:
        """The middle of the number under a ringed point; over it where the axis is too near."""
        client = self._facts.columns[place].client
        y = self._scale.y(0.0 if client is None else client)
        away = ring_size() + theme().scale(11)
        return y + away if y + away + theme().scale(9) < self._scale.bottom else y - away

    def _paint_lane_words(self, painter: QPainter) -> None:
        words = LaneWords(self._scale, self._lane)
        for marked, talked in self._facts.talks:
            words.take(self._scale.x(marked), self._scale.x(talked))
        for place, column in self._seen():
            if column.is_marked or column.is_talked or column.is_back:
                words.take_shape(self._scale.x(place))
        for place, column in self._seen():
            if column.is_marked:
                self._write_mark(painter, words, place, column)
            self._write_after(painter, words, place, is_talked=column.is_talked, is_back=column.is_back)

    def _write_mark(self, painter: QPainter, words: LaneWords, place: int, column: Column) -> None:
        short = () if column.classed_as is None else (_("Rupture"),)
        for one in (mark_words(column), *short):
            if words.write(painter, self._scale.x(place), one, bold=True, before=True):
                return

    def _write_after(self, painter: QPainter, words: LaneWords, place: int, *, is_talked: bool, is_back: bool) -> None:
        both, talked, back = _("Talked through, back in range"), _("Talked through"), _("Back in range")
        x = self._scale.x(place)
        if is_back and not is_talked:
            painter.setPen(QPen(theme().color("mark"), 2))
            painter.drawLine(QPointF(x, self._lane_y - 5), QPointF(x, self._lane_y + 5))
        for one in ([both] if is_talked and is_back else []) + ([talked] if is_talked else [back] if is_back else []):
            if words.write(painter, x, one, bold=is_talked):
                return

    def _paint_gaps(self, painter: QPainter) -> None:
        for place, column in self._seen():
            if column.has_wide_gap and column.client is not None and column.you is not None:
                middle = QPointF(self._scale.x(place), self._scale.y((column.client + column.you) / 2))
                gap = value_words(abs(column.gap or 0.0), self._facts.series)
                paint_number(painter, self._scale, middle, gap, beside=True)

    def _paint_range_numbers(self, painter: QPainter) -> None:
        usual = self._facts.range_now
        last = len(self._facts.columns) - 1
        if usual is None or not self._scale.can_see(last):
            return
        low, high = (self._scale.y(edge) for edge in usual)
        line = theme().scale(17)
        middle = (low + high) / 2
        at_right(painter, self._scale, high, mean_words(usual[1]))
        at_right(painter, self._scale, low, mean_words(usual[0]))
        if low - high > 4 * line:
            at_right(painter, self._scale, middle - line / 2, _("usual"))
            at_right(painter, self._scale, middle + line / 2, _("range"))
