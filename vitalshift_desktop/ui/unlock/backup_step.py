"""Last step: a first backup, opened and checked, on another drive or in a folder that is kept elsewhere."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout

from vitalshift_desktop.domain.problems import BackupCancelled, Problem
from vitalshift_desktop.sentences import sentence
from vitalshift_desktop.ui.background import Background, Job
from vitalshift_desktop.ui.dialogs import Dialogs
from vitalshift_desktop.ui.unlock.step import Step
from vitalshift_desktop.ui.widgets.buttons import Button
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.work_bar import WorkBar
from vitalshift_desktop.words import _

if TYPE_CHECKING:
    from vitalshift_desktop.services.workspace import Workspace


class BackupStep(Step):
    """May be put off, and a copy on the same drive does not count: Today goes on asking for one elsewhere."""

    def __init__(self, background: Background, dialogs: Dialogs) -> None:
        words = _(
            "A backup is an encrypted copy that opens with the same passphrase. "
            "Choose a USB stick or a folder on another drive; you can also do this later."
        )
        super().__init__(_("Make a first backup"), words)
        self._background = background
        self._dialogs = dialogs
        self._workspace: Workspace | None = None
        self._job: Job | None = None
        self.choose = Button(_("Choose a folder and back up…"))
        self.choose.setObjectName("setup.backup")
        self.work = WorkBar()
        self.work.setObjectName("setup.backup_work")
        self.work.stop.setObjectName("setup.backup_cancel")
        self._state = TextLabel(tone="2")
        self._state.setObjectName("setup.backup_state")
        row = QHBoxLayout()
        row.addWidget(self.choose)
        row.addStretch()
        self.column.addLayout(row)
        self.add_limited(self.work)
        self.add_limited(self._state)
        self.column.addStretch()
        self.work.hide()
        self.choose.clicked.connect(self._on_choose)
        self.work.stopped.connect(self._on_stop)

    def show_workspace(self, workspace: Workspace) -> None:
        """These are the records to back up."""
        self._workspace = workspace
        self._say("", tone="2")

    def focus_first(self) -> None:
        """Put the focus where this step begins."""
        self.choose.setFocus()

    def _on_choose(self) -> None:
        workspace = self._workspace
        folder = self._dialogs.choose_folder(self, _("Where should backups go?"))
        if folder is None or workspace is None:
            return
        self._say("", tone="2")
        self.work.begin(_("Backing up…"))
        self._show_running(running=True)
        chosen: Path = folder

        def work(job: Job) -> bool:
            from vitalshift_desktop.ui.adding_places import add_backup_place

            # First the place, which knows whether only the recovery sheet may open what lies there.
            place = add_backup_place(workspace, chosen)
            try:
                workspace.backups.back_up(chosen, job.report, job.is_cancelled)
            except BaseException:
                workspace.backups.remove_place(place.id)
                raise
            return workspace.care.has_backup_elsewhere()

        self._job = self._background.run(self, work, self._on_done, self._on_failed, self.work.show_part)

    def _on_stop(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _on_done(self, elsewhere: bool) -> None:
        self._show_running(running=False)
        if elsewhere:
            self._say(_("Backed up, opened and checked."), tone="ok")
        else:
            words = _(
                "Backed up, opened and checked. This copy lies on the same drive as your records, so it does not count "
                "as the first backup yet: Today asks for one on another drive."
            )
            self._say(words, tone="attn")

    def _on_failed(self, error: BaseException) -> None:
        self._show_running(running=False)
        advice = sentence(error if isinstance(error, Problem) else Problem())
        self._say(f"{advice.what} {advice.next_step}", tone="2" if isinstance(error, BackupCancelled) else "risk")
        if not isinstance(error, Problem):
            raise error

    def _show_running(self, *, running: bool) -> None:
        if not running:
            self._job = None
        self.choose.setEnabled(not running)
        self.work.setVisible(running)
        (self.work.stop if running else self.choose).setFocus()

    def _say(self, words: str, *, tone: str) -> None:
        self._state.setText(words)
        self._state.show_tone(tone)
