"""What lies before the lines: the lane of marks, rings around marked drops, and the numbers that must be read."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from vitalshift_desktop.domain.alliance import Series
from vitalshift_desktop.ui.measures.chart_facts import ChartFacts, Column
from vitalshift_desktop.ui.measures.chart_scale import LANE, ChartScale
from vitalshift_desktop.ui.measures.session_words import value_words
from vitalshift_desktop.ui.measures.shown_parts import ALL_PARTS, Part
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.phase_thread import diamond
from vitalshift_desktop.words import _

_LEFT_MIDDLE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RING_SIZE = 9.0
_DIAMOND_SIZE = 6.5
_GAP = 5


class MarksOverlay(QWidget):
    """Lies over the plot and lets the mouse through; each mark is a shape, and a word where there is room."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._scale = ChartScale(0, 0, 1)
        self._facts = ChartFacts()
        self._parts = ALL_PARTS
        self._taken: list[QRectF] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_facts(self, facts: ChartFacts, parts: frozenset[Part], scale: ChartScale) -> None:
        """Show the marks of these facts on this scale."""
        self._facts, self._parts, self._scale = facts, parts, scale
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._taken = []
        self._paint_lane(painter)
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
    def _lane_y(self) -> float:
        return theme().scale(LANE) / 2

    def _paint_lane(self, painter: QPainter) -> None:
        if not self._facts.has_scores:
            return
        lane = theme().scale(LANE)
        painter.setPen(QPen(theme().color("hair"), 1))
        painter.drawLine(QPointF(self._scale.gutter, lane - 0.5), QPointF(self._scale.right, lane - 0.5))
        painter.setFont(theme().font("caption"))
        painter.setPen(theme().color("text2"))
        painter.drawText(QRectF(0, 0, self._scale.gutter, lane), _LEFT_MIDDLE, _("Marks"))

    def _paint_talks(self, painter: QPainter) -> None:
        """A filled diamond for each talk, joined to its mark."""
        mark = theme().color("mark")
        for marked, talked in self._facts.talks:
            left, right = (self._kept(self._scale.x(place)) for place in (marked, talked))
            painter.setPen(QPen(mark, 2))
            if right > left:
                painter.drawLine(QPointF(left, self._lane_y), QPointF(right, self._lane_y))
            if talked != marked and self._scale.can_see(talked):
                painter.setBrush(mark)
                painter.drawPolygon(diamond(QPointF(self._scale.x(talked), self._lane_y), _diamond()))

    def _paint_mark(self, painter: QPainter, place: int) -> None:
        """A diamond in the lane (filled when it was talked through on the same day), a line down, a ring."""
        x, column = self._scale.x(place), self._facts.columns[place]
        mark = theme().color("mark")
        is_score = self._facts.series is Series.SCORE and Part.CLIENT in self._parts
        if column.client is not None:
            y = self._scale.y(column.client)
            painter.setPen(QPen(mark, 1.2))
            painter.drawLine(QPointF(x, self._lane_y), QPointF(x, y - _ring()))
        painter.setPen(QPen(mark, 2))
        painter.setBrush(theme().color("mark" if (place, place) in self._facts.talks else "surface"))
        painter.drawPolygon(diamond(QPointF(x, self._lane_y), _diamond()))
        if column.client is not None and is_score:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QPointF(x, y), _ring(), _ring())
            self._paint_number(painter, QPointF(x, self._below(place)), f"{column.client:.1f}")

    def _below(self, place: int) -> float:
        """The middle of the number under a ringed point; over it where the axis is too near."""
        client = self._facts.columns[place].client
        y = self._scale.y(0.0 if client is None else client)
        away = _ring() + theme().scale(11)
        return y + away if y + away + theme().scale(9) < self._scale.bottom else y - away

    def _paint_lane_words(self, painter: QPainter) -> None:
        painter.setPen(theme().color("text"))
        for place, column in self._seen():
            if column.is_marked or column.is_talked or column.is_back:
                self._taken.append(self._shape(place))
        for place, column in self._seen():
            if column.is_marked:
                self._write(painter, place, _("Marked drop"), bold=True, before=True)
            self._write_after(painter, place, is_talked=column.is_talked, is_back=column.is_back)

    def _write_after(self, painter: QPainter, place: int, *, is_talked: bool, is_back: bool) -> None:
        both, talked, back = _("Talked through, back in range"), _("Talked through"), _("Back in range")
        if is_back and not is_talked:
            painter.setPen(QPen(theme().color("mark"), 2))
            x = self._scale.x(place)
            painter.drawLine(QPointF(x, self._lane_y - 5), QPointF(x, self._lane_y + 5))
        for words in ([both] if is_talked and is_back else []) + ([talked] if is_talked else [back] if is_back else []):
            if self._write(painter, place, words, bold=is_talked, before=False):
                return

    def _write(self, painter: QPainter, place: int, words: str, *, bold: bool, before: bool) -> bool:
        """Write beside the shape of a place, on the other side where there is no room, or not at all."""
        font = theme().font("caption", bold=bold)
        width, lane = QFontMetrics(font).horizontalAdvance(words) + 2, theme().scale(LANE)
        x, away = self._scale.x(place), _diamond() + _GAP
        left, right = QRectF(x - away - width, 0, width, lane), QRectF(x + away, 0, width, lane)
        for room in (left, right) if before else (right, left):
            if self._is_free(room):
                self._taken.append(room)
                painter.setFont(font)
                painter.setPen(theme().color("text"))
                painter.drawText(room, Qt.AlignmentFlag.AlignCenter, words)
                return True
        return False

    def _is_free(self, room: QRectF) -> bool:
        inside = room.left() >= self._scale.gutter and room.right() <= self._scale.width
        joins = [self._join(marked, talked) for marked, talked in self._facts.talks]
        return inside and not any(room.intersects(taken) for taken in [*self._taken, *joins])

    def _shape(self, place: int) -> QRectF:
        return QRectF(self._scale.x(place) - _diamond() - 1, 0, 2 * _diamond() + 2, theme().scale(LANE))

    def _join(self, marked: int, talked: int) -> QRectF:
        return QRectF(QPointF(self._scale.x(marked), 1), QPointF(self._scale.x(talked), theme().scale(LANE) - 1))

    def _paint_gaps(self, painter: QPainter) -> None:
        for place, column in self._seen():
            if column.has_wide_gap and column.client is not None and column.you is not None:
                middle = QPointF(self._scale.x(place), self._scale.y((column.client + column.you) / 2))
                gap = value_words(abs(column.gap or 0.0), self._facts.series)
                self._paint_number(painter, middle, gap, beside=True)

    def _paint_number(self, painter: QPainter, at: QPointF, words: str, *, beside: bool = False) -> None:
        font = theme().font("caption", bold=True)
        width, line = QFontMetrics(font).horizontalAdvance(words) + 2, theme().scale(18)
        painter.setFont(font)
        painter.setPen(theme().color("text"))
        left = at.x() - width / 2
        if beside:
            left = at.x() + 7 if at.x() + 7 + width <= self._scale.right else at.x() - 7 - width
        painter.drawText(QRectF(left, at.y() - line / 2, width, line), Qt.AlignmentFlag.AlignCenter, words)

    def _paint_range_numbers(self, painter: QPainter) -> None:
        usual = self._facts.range_now
        last = len(self._facts.columns) - 1
        if usual is None or not self._scale.can_see(last):
            return
        low, high = (self._scale.y(edge) for edge in usual)
        line = theme().scale(17)
        middle = (low + high) / 2
        self._at_right(painter, high, f"{usual[1]:.1f}")
        self._at_right(painter, low, f"{usual[0]:.1f}")
        if low - high > 4 * line:
            self._at_right(painter, middle - line / 2, _("usual"))
            self._at_right(painter, middle + line / 2, _("range"))

    def _at_right(self, painter: QPainter, y: float, words: str) -> None:
        painter.setFont(theme().font("caption"))
        painter.setPen(theme().color("text2"))
        line = theme().scale(20)
        room = QRectF(self._scale.right + 8, y - line / 2, self._scale.width - self._scale.right - 8, line)
        painter.drawText(room, _LEFT_MIDDLE, words)

    def _kept(self, x: float) -> float:
        return max(float(self._scale.gutter), min(self._scale.right, x))


def _ring() -> float:
    return float(theme().scale(_RING_SIZE))


def _diamond() -> float:
    return float(theme().scale(_DIAMOND_SIZE))
