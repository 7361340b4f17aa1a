"""A small picture of a series of scores, without axes and without a verdict."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.phase_thread import diamond

_PAD = 9

Series = tuple[float | None, ...]


class Sparkline(QWidget):
    """The client's solid line, the counselor's dashed one, the usual range and marks; the numbers stand beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._client: Series = ()
        self._you: Series = ()
        self._range: tuple[float, float] | None = None
        self._marks: tuple[int, ...] = ()
        self._target: float | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_series(
        self,
        client: Series,
        you: Series = (),
        *,
        low: float | None = None,
        high: float | None = None,
        marks: tuple[int, ...] = (),
        target: float | None = None,
        description: str,
    ) -> None:
        """Show the scores from left to right; None is a gap, marks are places in the series."""
        self._client = client
        self._you = you
        self._range = None if low is None or high is None else (low, high)
        self._marks = marks
        self._target = target
        self.setAccessibleName(description)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().scale(180), theme().scale(56))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._range is not None:
            low, high = (self._y(edge) for edge in self._range)
            painter.fillRect(QRectF(0, high, self.width(), low - high), theme().color("range"))
        if self._target is not None:
            painter.setPen(QPen(theme().color("control"), 1.2, Qt.PenStyle.DotLine))
            painter.drawLine(QPointF(0, self._y(self._target)), QPointF(self.width(), self._y(self._target)))
        you = QPen(theme().color("you"), 1.75)
        you.setDashPattern([3.5, 2.3])
        self._paint_line(painter, self._you, you)
        self._paint_line(painter, self._client, QPen(theme().color("client"), 2.5))
        self._paint_points(painter)

    def _paint_line(self, painter: QPainter, series: Series, pen: QPen) -> None:
        painter.setPen(pen)
        before: QPointF | None = None
        for place, score in enumerate(series):
            here = None if score is None else QPointF(self._x(place, len(series)), self._y(score))
            if here is not None and before is not None:
                painter.drawLine(before, here)
            before = here or before

    def _paint_points(self, painter: QPainter) -> None:
        known = [place for place, score in enumerate(self._client) if score is not None]
        for place in known:
            score = self._client[place]
            if score is None:
                continue
            at = QPointF(self._x(place, len(self._client)), self._y(score))
            if place in self._marks:
                painter.setPen(QPen(theme().color("mark"), 1.8))
                painter.setBrush(theme().color("surface"))
                painter.drawPolygon(diamond(at, theme().scale(6)))
            elif place == known[-1]:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme().color("client"))
                painter.drawEllipse(at, theme().scale(4), theme().scale(4))

    def _x(self, place: int, count: int) -> float:
        return _PAD + place * (self.width() - 2 * _PAD) / max(1, count - 1)

    def _y(self, score: float) -> float:
        shown = [
            value for value in (*self._client, *self._you, *(self._range or ()), self._target) if value is not None
        ]
        low, high = min(shown), max(shown)
        share = (score - low) / (high - low) if high > low else 0.5
        return self.height() - _PAD - share * (self.height() - 2 * _PAD)
