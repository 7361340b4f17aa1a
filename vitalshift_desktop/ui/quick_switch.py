"""Ctrl+K: go to a client, a page, an act or a sentence of the record by typing a few letters."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.switch_hits import SwitchHits
from vitalshift_desktop.ui.widgets.switcher import Switcher


class QuickSwitch(QObject):
    """Opens the switcher over the window and goes where it points; what was typed is kept nowhere."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window

    def open(self) -> None:
        """Show the switcher."""
        hits = SwitchHits(self._desk, self._window)
        switcher = Switcher(hits.at_once, later=hits.in_the_record, parent=self._window)
        switcher.chosen.connect(self._on_chosen)
        switcher.open_over(self._window)

    def _on_chosen(self, go: Callable[[], None]) -> None:
        go()
