"""The wave below a misspelt word, drawn once for each look and laid in rows."""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QPolygonF

from vitalshift_desktop.ui.theme.theme import theme


def wave_below(left: float, baseline: float, width: float, step: int) -> QRectF:
    """Where the wave lies: right below the letters, on whole pixels, so that it is crisp."""
    return QRectF(round(left), round(baseline + step / 2), round(width), 2 * step + 1)


def wave_picture(ratio: float) -> QPixmap:
    """One wave, to be repeated, for a screen of this pixel ratio."""
    return _drawn(theme().color("attnmark").rgba(), wave_step(), ratio)


def wave_step() -> int:
    """How far it goes up, down and along, in pixels."""
    return max(2, theme().scale(2))


@lru_cache(maxsize=8)
def _drawn(color: int, step: int, ratio: float) -> QPixmap:
    picture = QPixmap(round(2 * step * ratio), round((2 * step + 1) * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor.fromRgba(color), 0.7 * step))
    low, high = 1.5 * step, 0.5 * step
    painter.drawPolyline(QPolygonF([QPointF(x * step, high if x % 2 else low) for x in range(-1, 4)]))
    painter.end()
    return picture
