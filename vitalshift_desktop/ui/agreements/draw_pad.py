"""A field to sign in, by mouse, pen or finger."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF, QTabletEvent, QTouchEvent
from PySide6.QtWidgets import QSizePolicy

from vitalshift_desktop.domain.agreeing import (
    DRAWING_HEIGHT,
    DRAWING_WIDTH,
    MOST_POINTS,
    Point,
    Stroke,
    strokes_from_text,
    strokes_text,
)
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.kept_fields import KeptField

_HEIGHT, _PEN = 110, 2.2
_TOUCHES = (QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.TouchEnd, QEvent.Type.TouchCancel)


class DrawPad(KeptField):
    """Keeps the strokes as points of the drawing, whatever its size on screen; it cannot be used by keyboard.

    `whose` says in whose place it stands: what was kept for somebody else is not taken back.
    """

    drawn = Signal()

    def __init__(self, name: str, strokes: Sequence[Stroke] = (), *, is_open: bool = True, whose: str = "") -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._whose = whose
        self._strokes: list[list[Point]] = [list(stroke) for stroke in strokes]
        self._is_open, self._is_drawing = is_open, False
        self._is_covered = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if is_open:
            self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
            self.setCursor(Qt.CursorShape.CrossCursor)

    @property
    def strokes(self) -> tuple[Stroke, ...]:
        """What was drawn."""
        return tuple(tuple(stroke) for stroke in self._strokes)

    def clear(self) -> None:
        """Begin again."""
        self._strokes = []
        self.update()
        self.drawn.emit()

    def kept_text(self) -> str:
        """In whose place it stands, and what was drawn."""
        return f"{self._whose}\n{strokes_text(self.strokes)}" if self._strokes else ""

    def take_text(self, text: str) -> None:
        """Put back what was drawn by the same person."""
        whose, _line, drawing = text.partition("\n")
        strokes = strokes_from_text(drawing) if whose == self._whose else None
        if strokes is not None:
            self._strokes = [list(stroke) for stroke in strokes]
            self.update()
            self.drawn.emit()

    def set_covered(self, covered: bool) -> None:
        """Hide what was drawn, or show it again; who goes on drawing sees it."""
        self._is_covered = covered and bool(self._strokes)
        self.update()

    def sizeHint(self) -> QSize:
        height = theme().scale(_HEIGHT)
        return QSize(height * DRAWING_WIDTH // DRAWING_HEIGHT, height)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().scale(200), theme().scale(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = self._place()
        painter.setPen(QPen(theme().color("control"), 1))
        painter.setBrush(QColor(theme().color("field")))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        line = place.top() + place.height() * 0.78
        painter.setPen(QPen(theme().color("hair2"), 1))
        painter.drawLine(QPointF(place.left() + 12, line), QPointF(place.right() - 12, line))
        if not self._is_covered:
            self._paint_strokes(painter)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._begin(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._go_on(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._end()

    def tabletEvent(self, event: QTabletEvent) -> None:
        if event.type() is QEvent.Type.TabletPress:
            self._begin(event.position())
        elif event.type() is QEvent.Type.TabletMove:
            self._go_on(event.position())
        else:
            self._end()
        event.accept()

    def event(self, event: QEvent) -> bool:
        if self._is_open and event.type() in _TOUCHES and isinstance(event, QTouchEvent):
            self._touched(event)
            event.accept()
            return True
        return super().event(event)

    def _touched(self, event: QTouchEvent) -> None:
        points = event.points()
        if event.type() is QEvent.Type.TouchBegin and points:
            self._begin(points[0].position())
        elif event.type() is QEvent.Type.TouchUpdate and points:
            self._go_on(points[0].position())
        else:
            self._end()

    def _begin(self, at: QPointF) -> None:
        if self._is_open and self._has_room():
            self._is_drawing, self._is_covered = True, False
            self._strokes.append([self._point(at)])
            self.update()

    def _go_on(self, at: QPointF) -> None:
        point = self._point(at)
        if self._is_drawing and self._has_room() and self._strokes[-1][-1] != point:
            self._strokes[-1].append(point)
            self.update()

    def _end(self) -> None:
        if self._is_drawing:
            self._is_drawing = False
            self.drawn.emit()

    def _has_room(self) -> bool:
        return sum(map(len, self._strokes)) < MOST_POINTS

    def _place(self) -> QRectF:
        """Where the drawing lies: as large as there is room, in its own proportion."""
        scale = min(self.width() / DRAWING_WIDTH, self.height() / DRAWING_HEIGHT)
        width, height = DRAWING_WIDTH * scale, DRAWING_HEIGHT * scale
        return QRectF((self.width() - width) / 2, (self.height() - height) / 2, width, height)

    def _point(self, at: QPointF) -> Point:
        place = self._place()
        x = round((at.x() - place.left()) * DRAWING_WIDTH / place.width())
        y = round((at.y() - place.top()) * DRAWING_HEIGHT / place.height())
        return min(max(x, 0), DRAWING_WIDTH), min(max(y, 0), DRAWING_HEIGHT)

    def _paint_strokes(self, painter: QPainter) -> None:
        place = self._place()
        pen = QPen(theme().color("text"), theme().scale(10) * _PEN / 10)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        across, down = place.width() / DRAWING_WIDTH, place.height() / DRAWING_HEIGHT
        for stroke in self._strokes:
            points = [QPointF(place.left() + x * across, place.top() + y * down) for x, y in stroke]
            if len(points) == 1:
                painter.drawPoint(points[0])
            else:
                painter.drawPolyline(QPolygonF(points))
