"""Icons from the Phosphor font, drawn in the colors of the theme at the screen's own resolution."""

import json
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from vitalshift_desktop.ui.theme.theme import theme


@cache
def _font_folder() -> Path:
    # The package is only looked up, not imported: importing it costs a quarter of a second at start.
    spec = find_spec("qtawesome")
    if spec is None or spec.submodule_search_locations is None:
        raise FileNotFoundError("the icon font is not installed")
    return Path(spec.submodule_search_locations[0]) / "fonts"


@cache
def _glyphs() -> dict[str, str]:
    file = next(_font_folder().glob("phosphor-charmap-*.json"))
    names: dict[str, str] = json.loads(file.read_text(encoding="utf-8"))
    return names


@cache
def _family() -> str:
    file = next(_font_folder().glob("phosphor-[0-9]*.ttf"))
    return QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(file)))[0]


def draw_icon(painter: QPainter, rect: QRectF, name: str, color: QColor) -> None:
    """Draw the icon of this name as large as the rectangle is high."""
    font = QFont(_family())
    font.setPixelSize(max(1, round(rect.height())))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(font)
    painter.setPen(color)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, chr(int(_glyphs()[name], 16)))
    painter.restore()


def pixmap(name: str, tone: str = "text2", size: float = 18, ratio: float | None = None) -> QPixmap:
    """The icon as a picture; size is in pixels at 100 % text, ratio the device pixels for each of them."""
    app = QApplication.instance()
    if ratio is None:
        ratio = app.devicePixelRatio() if isinstance(app, QApplication) else 1.0
    side = theme().scale(size)
    picture = QPixmap(round(side * ratio), round(side * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    draw_icon(painter, QRectF(0, 0, side, side), name, theme().color(tone))
    painter.end()
    return picture


class _PhosphorEngine(QIconEngine):
    """Draws one icon whenever it is asked for, so that it always has the colors of the present theme."""

    def __init__(self, name: str, tone: str) -> None:
        super().__init__()
        self._name = name
        self._tone = tone

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        tone = "dim" if mode == QIcon.Mode.Disabled else self._tone
        draw_icon(painter, QRectF(rect), self._name, theme().color(tone))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        picture = QPixmap(size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint(painter, picture.rect(), mode, state)
        painter.end()
        return picture

    def clone(self) -> QIconEngine:
        return _PhosphorEngine(self._name, self._tone)


def icon(name: str, tone: str = "text2") -> QIcon:
    """The icon of this Phosphor name in the color of a token; it follows the theme by itself."""
    return QIcon(_PhosphorEngine(name, tone))
