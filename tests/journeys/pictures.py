"""Pictures of the screen in the look the app has at the time."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from tests.journeys.hands import let_work, windows
from vitalshift_desktop.ui.device_settings import DeviceSettings
from vitalshift_desktop.ui.theme.theme import ThemeMode


@dataclass(frozen=True, slots=True)
class Look:
    """How the app looks on somebody's screen; `main_only` leaves pictures of the main screens only."""

    mode: ThemeMode = ThemeMode.LIGHT
    text_size: int = 100
    size: tuple[int, int] = (1280, 800)
    suffix: str = ""
    main_only: bool = False

    def choose_in(self, settings: DeviceSettings) -> None:
        """Choose it as the settings of this computer."""
        settings.set_theme(self.mode.value)
        settings.set_text_size(self.text_size)


LOOKS = {
    "light": Look(),
    "dark": Look(ThemeMode.DARK, suffix="-dark"),
    "small": Look(size=(1024, 680), suffix="-1024", main_only=True),
    "large": Look(text_size=200, suffix="-200", main_only=True),
}


class Pictures:
    """Leaves pictures in a folder, numbered in the order of the journey."""

    def __init__(self, folder: Path, look: Look) -> None:
        self._folder = folder
        self._look = look
        self.count = 0

    def take(self, name: str, *, main: bool = False) -> None:
        """A picture of everything on the screen; `main` screens are taken in every look."""
        self.count += 1
        self.fit()
        if self._look.main_only and not main:
            return
        file = self._folder / f"{self.count:02}-{name}{self._look.suffix}.png"
        assert picture_of_screen().save(str(file)), file

    def fit(self) -> None:
        """Give the window the size of the look."""
        wanted, below = QSize(*self._look.size), _window_below()
        if below.size() != wanted:
            below.resize(wanted)
        let_work()


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


def _window_below() -> QWidget:
    return next(window for window in windows() if window.parentWidget() is None)
