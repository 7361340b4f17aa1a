"""What lives with the main window for the backups: the run, the schedule, and the last one before closing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from vitalshift_desktop.ui.backup_run import BackupRun
from vitalshift_desktop.ui.backup_schedule import BackupSchedule
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.leaving import Leaving

if TYPE_CHECKING:
    from vitalshift_desktop.ui.main_window import MainWindow


class BackupKeeping(QObject):
    """Made once the window has its navigation and its layers; `left` says that the app may close now.

    `restore_wanted` carries what is to take the place of these records.
    """

    left = Signal()
    restore_wanted = Signal(object)

    def __init__(self, desk: Desk, layers: QStackedWidget, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.run = BackupRun(desk, window.navigation, window)
        self.schedule = BackupSchedule(desk, self.run, self)
        self.leaving = Leaving(self.run, desk.backup_news, layers, self)
        window.navigation.backup_wanted.connect(self.run.answer_row)
        desk.wishes.back_up.connect(self.run.start)
        self.leaving.began.connect(self._on_leaving)
        self.leaving.left.connect(self.left)
        desk.wishes.restore.connect(self.restore_wanted)

    def stop(self) -> None:
        """Begin nothing more."""
        self.schedule.stop()

    def _on_leaving(self) -> None:
        self._window.menus.set_all_enabled(False)
        for name in ("lock", "quit"):
            self._window.menus.actions[name].setEnabled(True)
        self._window.menuBar().hide()
        self.schedule.stop()
