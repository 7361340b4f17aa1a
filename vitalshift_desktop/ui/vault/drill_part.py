"""The restore drill: the newest backup is restored into a vault for the moment, opened and compared, in one click."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from vitalshift_desktop.domain.backups import ProvenRestore
from vitalshift_desktop.domain.problems import BackupCancelled, Problem
from vitalshift_desktop.sentences import sentence
from vitalshift_desktop.ui.background import Job
from vitalshift_desktop.ui.backup_words import holds_words, moment_words
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.widgets.buttons import Button
from vitalshift_desktop.ui.widgets.labels import MarkLabel, TextLabel
from vitalshift_desktop.ui.widgets.plain_tip import plain_tip
from vitalshift_desktop.ui.widgets.section_heading import SectionHeading
from vitalshift_desktop.ui.widgets.side_by_side import left
from vitalshift_desktop.ui.widgets.work_bar import WorkBar
from vitalshift_desktop.words import _


class DrillPart(QWidget):
    """Nothing of it stays; the vault in use is not touched."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("vault.drill")
        self._desk = desk
        self._job: Job | None = None
        self._trouble = ""
        words = _(
            "Restores the newest backup into a folder for the moment, opens it and compares everything in it. "
            "Your records are not touched. Once a month is enough."
        )
        self._result = MarkLabel("info", "", "text2")
        self._result.setObjectName("vault.drill.result")
        self.run = Button(_("Run the restore drill"))
        self.run.setObjectName("vault.drill.run")
        self.run.clicked.connect(self.start)
        self.work = WorkBar()
        self.work.setObjectName("vault.drill.work")
        self.work.stop.setObjectName("vault.drill.cancel")
        self.work.hide()
        self.work.stopped.connect(self._on_stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(SectionHeading(_("Restore drill")))
        column.addWidget(TextLabel(words, tone="2", size="m"))
        column.addWidget(self._result)
        column.addWidget(self.work)
        column.addLayout(left(self.run))

    def show_last(self, last: ProvenRestore | None) -> None:
        """Say what went wrong last, else when a restore was proven last."""
        if self._trouble:
            self._result.show_mark("warning-circle", self._trouble, "attnmark")
            return
        if last is None:
            self._result.show_mark("info", _("No restore proven yet."), "text2")
            return
        clock = self._desk.workspace.clock
        words = _("Last proven restore: {when}, the backup of {made} with {holds}.").format(
            when=moment_words(last.at, clock), made=moment_words(last.made, clock), holds=holds_words(last.counts)
        )
        self._result.show_mark("check-circle", words, "ok")

    def start(self) -> None:
        """Begin, unless it runs."""
        if self._job is not None or not self.run.isEnabled():
            return
        self._trouble = ""
        self.work.begin(_("Restoring the newest backup to try it…"))
        self._show_running(running=True)
        backups = self._desk.workspace.backups

        def work(job: Job) -> ProvenRestore:
            return backups.drill(job.report, job.is_cancelled)

        self._job = self._desk.background.run(self, work, self._on_done, self._on_failed, self.work.show_part)

    def allow(self, *, has_backups: bool) -> None:
        """Without a backup there is nothing to restore, and the button says so."""
        self.run.setEnabled(has_backups)
        self.run.setToolTip("" if has_backups else plain_tip(_("There is no backup yet.")))

    def _on_stop(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _on_done(self, proven: ProvenRestore) -> None:
        self._over()
        self.show_last(proven)

    def _on_failed(self, error: BaseException) -> None:
        self._over()
        if isinstance(error, BackupCancelled):
            return
        told = sentence(error if isinstance(error, Problem) else Problem())
        self._trouble = f"{told.what} {told.next_step}"
        self.show_last(None)
        if not isinstance(error, Problem):
            raise error

    def _over(self) -> None:
        had_focus = self.work.stop.hasFocus()
        self._job = None
        self._show_running(running=False)
        if had_focus:
            self.run.setFocus()

    def _show_running(self, *, running: bool) -> None:
        had_focus = self.run.hasFocus()
        self.work.setVisible(running)
        self.run.setVisible(not running)
        if running and had_focus:
            self.work.stop.setFocus()
