"""Ctrl+K: go to a client, a page, an act or a sentence of the record by typing a few letters."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.record_asking import RecordAsking
from vitalshift_desktop.ui.switch_hits import SwitchHits
from vitalshift_desktop.ui.widgets.switcher import Show, Switcher


class QuickSwitch(QObject):
    """Opens the switcher over the window and goes where it points; what was typed is kept nowhere."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._asking = RecordAsking(self)

    def open(self) -> None:
        """Show the switcher."""
        hits = SwitchHits(self._desk, self._window)
        switcher = Switcher(hits.at_once, later=partial(self._look_in_the_record, hits), parent=self._window)
        switcher.chosen.connect(self._on_chosen)
        switcher.finished.connect(self._asking.drop)
        switcher.open_over(self._window)

    def _look_in_the_record(self, hits: SwitchHits, text: str, show: Show) -> None:
        inquiry = hits.inquiry(text)
        if inquiry is None:
            self._asking.drop()
            show((), False)
            return
        self._asking.ask(inquiry, lambda answer: show(*hits.in_the_record(answer)), self._on_failed)

    def _on_failed(self, problem: BaseException) -> None:
        raise problem

    def _on_chosen(self, go: Callable[[], None]) -> None:
        go()
