"""Makes one backup at a time beside the counselor's work, asked for or by itself; locking cuts it short."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from vitalshift_desktop.domain.backup_rules import Reason
from vitalshift_desktop.domain.problems import BackupCancelled, BackupPlaceAway, Problem
from vitalshift_desktop.services.backup_views import BackupRun as RunResult
from vitalshift_desktop.ui.adding_places import add_backup_place
from vitalshift_desktop.ui.background import Job
from vitalshift_desktop.ui.backup_state_words import state_words
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.navigation import Navigation
from vitalshift_desktop.words import _

if TYPE_CHECKING:
    from vitalshift_desktop.ui.main_window import MainWindow


class BackupRun(QObject):
    """Only a run that was asked for speaks up when it fails; the others leave that to Today and the navigation."""

    def __init__(self, desk: Desk, navigation: Navigation, window: MainWindow) -> None:
        super().__init__(window)
        self._desk = desk
        self._navigation = navigation
        self._window = window
        self._news = desk.backup_news
        self._job: Job | None = None
        self._is_asked_for = False
        self.last_trouble: datetime | None = None
        self._news.stop_wanted.connect(self.stop)

    # ------------------------------------------------------------ beginning and stopping

    def start(self) -> None:
        """Back up to every place in reach, as the counselor asked; without a place ask for one first."""
        if self._job is None and self._has_place():
            self._window.save_now()
            self._run(Reason.MANUAL)
        self._is_asked_for = self._job is not None

    def start_quietly(self, reason: Reason) -> None:
        """Back up without a word about it."""
        if self._job is None:
            self._run(reason)

    def start_before_leaving(self) -> bool:
        """Whether a backup runs now that closing may wait for; begins one where one is due."""
        if self._job is None and self._is_due_at_quit():
            self._window.save_now()
            self._run(Reason.QUIT)
        return self._job is not None

    def stop(self) -> None:
        """Ask the run to stop; it goes on at the next unlock, or when it is asked for again."""
        if self._job is not None:
            self._job.cancel()

    def answer_row(self) -> None:
        """The backup state in the navigation was pressed: show what is wrong, else back up."""
        state = self._desk.workspace.backups.state()
        if self._job is not None or (state.places and not state_words(self._desk).good):
            self._desk.wishes.vault.emit("backups")
        else:
            self.start()

    def show_state(self) -> None:
        """Show how old the last good backup is."""
        if self._job is None:
            told = state_words(self._desk)
            self._navigation.show_backup(told.headline, told.detail, good=told.good)

    # ------------------------------------------------------------ one run

    def _run(self, reason: Reason) -> None:
        backups = self._desk.workspace.backups

        def work(job: Job) -> RunResult:
            result = backups.back_up_everywhere(job.report, job.is_cancelled, reason)
            backups.look_after()
            return result

        self._is_asked_for = reason is Reason.MANUAL
        self._job = self._desk.background.run(self, work, self._on_done, self._on_failed, self._on_part)
        self._news.begin()
        self._on_part(0.0)

    def _on_part(self, part: float) -> None:
        if self._job is not None:
            self._navigation.show_backup(_("Backing up…"), _("{n} %").format(n=int(part * 100)), good=True)
            self._news.move(part)

    def _on_done(self, result: RunResult) -> None:
        failed = [outcome for outcome in result.problems if not isinstance(outcome.problem, BackupPlaceAway)]
        trouble = failed[0].problem if failed else None
        if not result.made:
            trouble = trouble or BackupPlaceAway()
        self._over(trouble)

    def _on_failed(self, error: BaseException) -> None:
        self._over(error)
        if not isinstance(error, Problem):
            raise error

    def _over(self, trouble: BaseException | None) -> None:
        self._job = None
        self.last_trouble = None if trouble is None else self._desk.workspace.clock.now()
        self.show_state()
        self._news.end()
        if self._is_asked_for and isinstance(trouble, Problem) and not isinstance(trouble, BackupCancelled):
            self._window.show_problem(trouble)

    def _has_place(self) -> bool:
        backups = self._desk.workspace.backups
        if backups.places():
            return True
        folder = self._desk.dialogs.choose_folder(self._window, _("Where should backups go?"))
        if folder is None:
            return False
        add_backup_place(self._desk.workspace, folder)
        return True

    def _is_due_at_quit(self) -> bool:
        if self._desk.workspace.read_only is not None:
            return False
        try:
            return self._desk.workspace.backups.due(Reason.QUIT)
        except Problem:
            return False  # closing is never refused
