"""Backs up now, and shows in the navigation how old the last good backup is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from vitalshift_desktop.domain.problems import BackupCancelled, Problem
from vitalshift_desktop.services.backups import BackupState, BackupTrouble
from vitalshift_desktop.services.clock import local, today
from vitalshift_desktop.ui.background import Job
from vitalshift_desktop.ui.dates_in_words import relative_day, time_words
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.navigation import Navigation
from vitalshift_desktop.words import _

if TYPE_CHECKING:
    from vitalshift_desktop.ui.main_window import MainWindow


class BackupRun(QObject):
    """One backup at a time, beside the counselor's work; locking cancels it. A folder that worked is kept."""

    def __init__(self, desk: Desk, navigation: Navigation, window: MainWindow) -> None:
        super().__init__(window)
        self._desk = desk
        self._navigation = navigation
        self._window = window
        self._job: Job | None = None

    def start(self) -> None:
        """Back up to the folder in the settings; ask for one when there is none yet or the last backup failed."""
        if self._job is not None:
            return
        folder = self._folder()
        if folder is None:
            return
        self._window.save_now()
        self._navigation.show_backup(_("Backing up…"), "", good=True)
        workspace = self._desk.workspace

        def work(job: Job) -> None:
            workspace.backups.back_up(folder, job.report, job.is_cancelled)
            workspace.backups.add_place(folder)

        self._job = self._desk.background.run(self, work, self._on_done, self._on_failed)

    def show_state(self) -> None:
        """Show how old the last good backup is."""
        if self._job is None:
            headline, detail, good = self._words(self._desk.workspace.backups.state())
            self._navigation.show_backup(headline, detail, good=good)

    def _folder(self) -> Path | None:
        state = self._desk.workspace.backups.state()
        if state.places and state.problem is not BackupTrouble.FAILED:
            return state.places[0].folder
        return self._desk.dialogs.choose_folder(self._window, _("Where should backups go?"))

    def _on_done(self, _nothing: None) -> None:
        self._job = None
        self.show_state()

    def _on_failed(self, error: BaseException) -> None:
        self._job = None
        self.show_state()
        if isinstance(error, BackupCancelled):
            return
        if isinstance(error, Problem):
            self._window.show_problem(error)
        else:
            raise error

    def _words(self, state: BackupState) -> tuple[str, str, bool]:
        if self._desk.workspace.practice.get().is_sample:
            return _("Sample practice"), _("No backup needed"), True
        if state.problem is BackupTrouble.FAILED:
            return _("Backup failed"), _("Choose another folder"), False
        if state.last_good_at is None:
            return _("Not backed up yet"), _("Choose a folder"), False
        clock = self._desk.workspace.clock
        moment = local(clock, state.last_good_at)
        days = (today(clock) - moment.date()).days
        day = relative_day(moment.date(), today(clock))
        headline = _("Backed up {day}").format(day=day.lower() if days <= 1 else day)
        return headline, time_words(moment), state.problem is None
