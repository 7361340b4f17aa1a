"""Closing the app: a last backup where one is due, which can be skipped; closing is never refused."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from vitalshift_desktop.ui.backup_news import BackupNews
from vitalshift_desktop.ui.backup_run import BackupRun
from vitalshift_desktop.ui.leaving_page import LeavingPage


class Leaving(QObject):
    """`left` comes at once where nothing is to be backed up, else when the backup is over, well or not."""

    began = Signal()
    left = Signal()

    def __init__(self, run: BackupRun, news: BackupNews, layers: QStackedWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._run = run
        self._layers = layers
        self.page = LeavingPage()
        self._is_leaving = False
        layers.addWidget(self.page)
        self.page.skipped.connect(self._leave)
        news.moved.connect(self.page.work.show_part)
        news.ended.connect(self._on_ended)

    def begin(self) -> None:
        """Close, after a backup where one is due; asked a second time, close at once."""
        if self._is_leaving or not self._run.start_before_leaving():
            self._leave()
            return
        self._is_leaving = True
        self.began.emit()
        self._layers.setCurrentWidget(self.page)
        self.page.begin()

    def _on_ended(self) -> None:
        if self._is_leaving:
            self._leave()

    def _leave(self) -> None:
        self._is_leaving = False
        self.left.emit()
