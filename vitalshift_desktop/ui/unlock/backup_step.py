"""Last step: a first backup, opened and checked, on another drive or folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout

from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.sentences import sentence
from vitalshift_desktop.ui.background import Background, Job
from vitalshift_desktop.ui.dialogs import Dialogs
from vitalshift_desktop.ui.unlock.step import Step
from vitalshift_desktop.ui.widgets.buttons import Button
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.words import _

if TYPE_CHECKING:
    from vitalshift_desktop.services.workspace import Workspace


class BackupStep(Step):
    """May be put off: Today goes on saying that there is no backup yet."""

    def __init__(self, background: Background, dialogs: Dialogs) -> None:
        words = _(
            "A backup is an encrypted copy that opens with the same passphrase. "
            "Choose a USB stick or a folder on another drive; you can also do this later."
        )
        super().__init__(_("Make a first backup"), words)
        self._background = background
        self._dialogs = dialogs
        self._workspace: Workspace | None = None
        self.choose = Button(_("Choose a folder and back up…"))
        self.choose.setObjectName("setup.backup")
        self._state = TextLabel(tone="2")
        self.limit(self._state)
        self._state.setObjectName("setup.backup_state")
        row = QHBoxLayout()
        row.addWidget(self.choose)
        row.addStretch()
        self.column.addLayout(row)
        self.column.addWidget(self._state)
        self.column.addStretch()
        self.choose.clicked.connect(self._on_choose)

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
        self.choose.setEnabled(False)
        self._say(_("Backing up…"), tone="2")
        chosen: Path = folder

        def work(job: Job) -> bool:
            workspace.backups.back_up(chosen, job.report, job.is_cancelled)
            workspace.backups.add_place(chosen)
            return workspace.backups.state().other_drive

        self._background.run(self, work, self._on_done, self._on_failed)

    def _on_done(self, other_drive: bool) -> None:
        self.choose.setEnabled(True)
        if other_drive:
            self._say(_("Backed up, opened and checked."), tone="ok")
        else:
            words = _(
                "Backed up, opened and checked. This copy lies on the same drive as your records; "
                "keep one on another drive as well."
            )
            self._say(words, tone="attn")

    def _on_failed(self, error: BaseException) -> None:
        self.choose.setEnabled(True)
        advice = sentence(error if isinstance(error, Problem) else Problem())
        self._say(f"{advice.what} {advice.next_step}", tone="risk")
        self.choose.setFocus()
        if not isinstance(error, Problem):
            raise error

    def _say(self, words: str, *, tone: str) -> None:
        self._state.setText(words)
        self._state.show_tone(tone)
