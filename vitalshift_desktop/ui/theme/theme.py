"""Colors, fonts and sizes of the running application, light or dark."""

import sys
from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QGuiApplication
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from vitalshift_desktop.ui.theme.fonts import ROLES, font_for, load_fonts
from vitalshift_desktop.ui.theme.palette import palette
from vitalshift_desktop.ui.theme.sheet import style_sheet
from vitalshift_desktop.ui.theme.tokens import color_of, load_tokens

_USUAL_POINTS = {"win32": 9.0, "darwin": 13.0}


class ThemeMode(StrEnum):
    """Whether the app follows the system or stays light or dark."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """The look of the application; there is one, and it belongs to the application."""

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._system_size = _system_text_size(app)
        self.mode = ThemeMode.SYSTEM
        self.text_size = 100
        self.is_dark = False
        self._tokens = load_tokens(dark=False)
        self._colors: dict[str, QColor] = {}
        self._fonts: dict[tuple[str, bool, bool, int], QFont] = {}
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_system_scheme)

    def apply(self, mode: ThemeMode = ThemeMode.SYSTEM, text_size: int = 100) -> None:
        """Dress the application; text_size is in percent, from 100 to 200."""
        load_fonts()
        self._fonts.clear()
        self.mode = mode
        self.text_size = max(100, min(200, text_size))
        self._tell_the_system()
        self._dress()

    @property
    def wide_text(self) -> bool:
        """Whether the text is so large that pages need one column."""
        return self.scale(100) >= 150

    def color(self, name: str) -> QColor:
        """The color of this token in the present theme."""
        if name not in self._colors:
            self._colors[name] = color_of(self._tokens[name])
        return QColor(self._colors[name])

    def scale(self, px: float) -> int:
        """These pixels of the 100 % design at the present text size."""
        return round(px * self.text_size / 100 * self._system_size)

    def font(self, role: str = "body", *, bold: bool = False, italic: bool = False) -> QFont:
        """The font of this role; bold means semibold."""
        which = (role, bold, italic, self.scale(ROLES[role].size))
        if which not in self._fonts:
            self._fonts[which] = font = font_for(ROLES[role], which[-1])
            if bold:
                font.setWeight(QFont.Weight.DemiBold)
            font.setItalic(italic)
        return QFont(self._fonts[which])

    def line_height(self, role: str) -> int:
        """The line height of this role in pixels."""
        return self.scale(ROLES[role].line)

    def _tell_the_system(self) -> None:
        hints = QGuiApplication.styleHints()
        if self.mode is ThemeMode.SYSTEM:
            hints.unsetColorScheme()
        else:
            dark = self.mode is ThemeMode.DARK
            hints.setColorScheme(Qt.ColorScheme.Dark if dark else Qt.ColorScheme.Light)

    def _dress(self) -> None:
        self.is_dark = self.mode is ThemeMode.DARK or (self.mode is ThemeMode.SYSTEM and _system_is_dark())
        self._tokens = load_tokens(dark=self.is_dark)
        self._colors.clear()
        self._app.setStyle("Fusion")
        self._app.setFont(self.font("body"))
        if _more_contrast_is_wanted():
            self._app.setPalette(self._app.style().standardPalette())
            self._app.setStyleSheet("")
        else:
            self._app.setPalette(palette(self.color))
            self._app.setStyleSheet(style_sheet(self._tokens, self.scale))
        self.changed.emit()

    @Slot()
    def _on_system_scheme(self) -> None:
        if self.mode is ThemeMode.SYSTEM and self.is_dark != _system_is_dark():
            self._dress()


def theme() -> Theme:
    """The theme of the running application; a plain one is made if there is none yet."""
    global _known  # noqa: PLW0603 -- asked thousands of times for each page that is shown
    if _known is None or not isValid(_known):
        _known = _theme_of_the_app()
    return _known


_known: Theme | None = None


def _theme_of_the_app() -> Theme:
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise RuntimeError("a QApplication is needed before a theme")
    found = app.findChild(Theme, "", Qt.FindChildOption.FindDirectChildrenOnly)
    if found is not None:
        return found
    made = Theme(app)
    made.apply()
    return made


def _system_is_dark() -> bool:
    return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark


def _more_contrast_is_wanted() -> bool:
    # Both wrappers must be held: the second is gone with the first.
    hints = QGuiApplication.styleHints()
    accessibility = hints.accessibility()
    return accessibility.contrastPreference() == Qt.ContrastPreference.HighContrast


def _system_text_size(app: QApplication) -> float:
    """How much larger than usual the system's own text is, from 1 to 2."""
    usual = _USUAL_POINTS.get(sys.platform, 11.0)
    return max(1.0, min(2.0, app.font().pointSizeF() / usual))
