"""Larger and smaller text, from 100 to 200 percent, kept for this computer."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow

from vitalshift_desktop.ui.device_settings import DeviceSettings
from vitalshift_desktop.ui.theme.theme import theme

SMALLEST, LARGEST, STEP = 100, 200, 10


class TextSize(QObject):
    """Steps of ten percent by Ctrl+Plus and Ctrl+Minus; Ctrl+0 is normal."""

    def __init__(self, settings: DeviceSettings, actions: dict[str, QAction], window: QMainWindow) -> None:
        super().__init__(window)
        self._settings = settings
        actions["larger"].triggered.connect(self._on_larger)
        actions["smaller"].triggered.connect(self._on_smaller)
        actions["normal"].triggered.connect(self._on_normal)

    def _on_larger(self) -> None:
        self._set(self._settings.text_size + STEP)

    def _on_smaller(self) -> None:
        self._set(self._settings.text_size - STEP)

    def _on_normal(self) -> None:
        self._set(SMALLEST)

    def _set(self, percent: int) -> None:
        self._settings.set_text_size(min(LARGEST, max(SMALLEST, percent)))
        theme().apply(theme().mode, self._settings.text_size)
