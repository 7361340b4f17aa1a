"""Puts the cover in front of everything the window shows, and takes it away again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from vitalshift_desktop.ui.cover import Cover
from vitalshift_desktop.ui.over_dialogs import OverDialogs
from vitalshift_desktop.ui.privacy import Privacy

if TYPE_CHECKING:
    from vitalshift_desktop.ui.main_window import MainWindow


class Covering(QObject):
    """While it lasts no menu works but the lock; `ended` comes before dialogs are shown again."""

    ended = Signal()

    def __init__(
        self, cover: Cover, layers: QStackedWidget, body: QWidget, privacy: Privacy, window: MainWindow
    ) -> None:
        super().__init__(window)
        self._cover = cover
        self._layers = layers
        self._body = body
        self._window = window
        self._over_dialogs = OverDialogs(window.menus.actions, privacy, window)
        layers.addWidget(cover)
        cover.left.connect(self._on_left)

    @property
    def shows_records(self) -> bool:
        """Whether the body of the window is seen, and not what stands in front of it."""
        return self._layers.currentWidget() is self._body

    def begin(self) -> None:
        """Show clock and date only, until Esc."""
        window = self._window
        window.pages.save_now()
        window.lock_warning.hide()
        self._over_dialogs.hide()
        window.menus.set_all_enabled(False)
        window.menus.actions["lock"].setEnabled(True)
        window.privacy_corner.hide()
        window.menuBar().hide()
        self._layers.setCurrentWidget(self._cover)
        self._cover.start()

    def _on_left(self) -> None:
        window = self._window
        self._cover.stop()
        self._layers.setCurrentWidget(self._body)
        window.menuBar().show()
        window.privacy_corner.show()
        window.menus.set_all_enabled(True)
        self.ended.emit()
        self._over_dialogs.bring_back()
