"""Pictures of the screen in every look: light and dark, small window, large text."""

from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from tests.journeys.hands import let_work, windows
from vitalshift_desktop.ui.theme.theme import ThemeMode, theme

USUAL, SMALL = QSize(1280, 800), QSize(1024, 680)
LARGE_TEXT = 200


class Pictures:
    """Leaves pictures in a folder, numbered in the order of the journey."""

    def __init__(self, folder: Path, *, all_looks: bool = True) -> None:
        self._folder = folder
        self._all_looks = all_looks
        self.count = 0

    def take(self, name: str, *, main: bool = False) -> None:
        """Light and dark at the usual size; a main screen also in a small window and with large text."""
        self.count += 1
        stem = f"{self.count:02}-{name}"
        self._take(f"{stem}.png")
        if not self._all_looks:
            return
        if main:
            self._take(f"{stem}-1024.png", size=SMALL)
            self._take(f"{stem}-200.png", text_size=LARGE_TEXT)
        self._take(f"{stem}-dark.png", mode=ThemeMode.DARK)
        if main:
            self._take(f"{stem}-1024-dark.png", mode=ThemeMode.DARK, size=SMALL)
        _show(ThemeMode.LIGHT, 100, USUAL)

    def _take(
        self, file: str, *, mode: ThemeMode = ThemeMode.LIGHT, text_size: int = 100, size: QSize = USUAL
    ) -> None:
        _show(mode, text_size, size)
        path = self._folder / file
        assert picture_of_screen().save(str(path)), path


def picture_of_screen() -> QPixmap:
    """The main window with everything that lies over it."""
    below = _window_below()
    picture = below.grab()
    painter = QPainter(picture)
    corner = below.mapToGlobal(QPoint(0, 0))
    for window in windows():
        if window is not below:
            place = window.mapToGlobal(QPoint(0, 0)) - corner
            painter.drawPixmap(QRect(place, window.size()), window.grab())
    painter.end()
    return picture


def _show(mode: ThemeMode, text_size: int, size: QSize) -> None:
    if (theme().mode, theme().text_size) != (mode, text_size):
        theme().apply(mode, text_size)
    below = _window_below()
    below.resize(size)
    let_work()
    focused = QApplication.focusWidget()
    if focused is not None:
        _follow(focused)
    let_work()


def _follow(focused: QWidget) -> None:
    """Bring what one works at back into view, as scrolling would."""
    from PySide6.QtWidgets import QScrollArea

    above = focused.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.verticalScrollBar().setValue(above.verticalScrollBar().minimum())
        above = above.parentWidget()


def _window_below() -> QWidget:
    return max(windows(), key=lambda window: window.width() * window.height() * (window.parentWidget() is None))
