"""The sign of the app: two threads that come together."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPainterPath, QPen, QPixmap

from vitalshift_desktop.ui.theme.theme import theme

_SIZES = (16, 24, 32, 48, 64, 128, 256)


@dataclass(frozen=True, slots=True)
class Course:
    """Where the two threads begin and end, as shares of the height from the top: the client's first, then the other."""

    begins: tuple[float, float] = (0.06, 0.94)
    ends: tuple[float, float] = (0.42, 0.58)


SIGN = Course()
WAY_IN = Course(begins=(0.247, 0.78), ends=(0.535, 0.569))


def thread_paths(rect: QRectF, course: Course = SIGN) -> tuple[QPainterPath, QPainterPath]:
    """The client's thread (above) and the counselor's (below), from the left edge to the right edge."""
    near, far = rect.left() + rect.width() * 0.48, rect.left() + rect.width() * 0.52
    paths = []
    for begin, end in zip(course.begins, course.ends, strict=True):
        start, goal = rect.top() + rect.height() * begin, rect.top() + rect.height() * end
        path = QPainterPath(QPointF(rect.left(), start))
        path.cubicTo(QPointF(near, start), QPointF(far, goal), QPointF(rect.right(), goal))
        paths.append(path)
    return paths[0], paths[1]


def paint_threads(painter: QPainter, rect: QRectF, width: float, course: Course = SIGN) -> None:
    """Draw the two threads into the rectangle with this line width."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for path, name in zip(thread_paths(rect, course), ("client", "you"), strict=True):
        painter.setPen(QPen(theme().color(name), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawPath(path)
    painter.restore()


def paint_logo(painter: QPainter, rect: QRectF) -> None:
    """Draw the sign in the colors of the theme."""
    width = rect.height() * 0.13
    inside = rect.adjusted(width, width, -width, -width)
    paint_threads(painter, inside, width)


def app_icon() -> QIcon:
    """The sign as the icon of windows and the task bar."""
    made = QIcon()
    for side in _SIZES:
        picture = QPixmap(side, side)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        paint_logo(painter, QRectF(0, 0, side, side))
        painter.end()
        made.addPixmap(picture)
    return made
