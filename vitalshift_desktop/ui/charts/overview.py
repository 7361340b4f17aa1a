"""The whole course in a strip, where a chart shows only a part of it: what is in view, and where the marks are."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from vitalshift_desktop.ui.charts.chart_scale import ChartScale
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.phase_thread import diamond

_HEIGHT = 40
_INSIDE = 6
_MARK = 4


class Overview(QWidget):
    """Click or drag to go there; by keyboard the chart's own keys do the same, so it is no stop of its own."""

    wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: tuple[float | None, ...] = ()
        self._marks: tuple[int, ...] = ()
        self._scale = ChartScale(0, 0, 1)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_course(self, values: Sequence[float | None], marks: Sequence[int], words: str) -> None:
        """Show these values, one for each column, with marks at some places; `words` are its name."""
        self._values, self._marks = tuple(values), tuple(marks)
        self.setAccessibleName(words)
        self.update()

    def fit(self, scale: ChartScale) -> None:
        """Take the place in view from the chart; not to be seen while the chart shows everything."""
        self._scale = scale
        self.setVisible(scale.is_scrolling)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().scale(480), theme().scale(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = self._room()
        painter.setPen(QPen(theme().color("hair2"), 1))
        painter.drawRect(room)
        seen = self._seen(room)
        painter.fillRect(seen, theme().color("sel"))
        self._paint_line(painter, room)
        painter.setPen(QPen(theme().color("mark"), 1.2))
        painter.setBrush(theme().color("surface"))
        for place in self._marks:
            painter.drawPolygon(diamond(QPointF(self._x(room, place), room.top() + _MARK + 2), _MARK))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme().color("control"), 1))
        painter.drawRect(seen)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._go(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._go(event)

    def _go(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            room = self._room()
            place = (event.position().x() - room.left()) / room.width() * len(self._values)
            self.wanted.emit(round(place * self._scale.column - self._scale.seen / 2))

    def _room(self) -> QRectF:
        left = self._scale.gutter
        return QRectF(left + 0.5, 0.5, max(1.0, self._scale.right - left - 1), self.height() - 1)

    def _seen(self, room: QRectF) -> QRectF:
        whole = max(1.0, self._scale.column * len(self._values))
        left = room.left() + room.width() * self._scale.offset / whole
        return QRectF(left, room.top(), max(4.0, room.width() * self._scale.seen / whole), room.height())

    def _x(self, room: QRectF, place: float) -> float:
        return room.left() + room.width() * (place + 0.5) / max(1, len(self._values))

    def _paint_line(self, painter: QPainter, room: QRectF) -> None:
        low, high = self._scale.low, self._scale.high
        height = room.height() - 2 * _INSIDE
        points = [
            QPointF(self._x(room, place), room.bottom() - _INSIDE - height * (value - low) / (high - low))
            for place, value in enumerate(self._values)
            if value is not None
        ]
        painter.setPen(QPen(theme().color("client"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF(points))
