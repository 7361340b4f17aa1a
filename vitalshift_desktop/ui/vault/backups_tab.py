"""Where backups go, and how the last one went."""

from PySide6.QtWidgets import QVBoxLayout

from vitalshift_desktop.domain.changes import Subject
from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.services.backups import BackupTrouble
from vitalshift_desktop.services.clock import local
from vitalshift_desktop.ui.dates_in_words import full_day, time_words
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.page import Page
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.buttons import Button
from vitalshift_desktop.ui.widgets.labels import MarkLabel, TextLabel
from vitalshift_desktop.ui.widgets.side_by_side import left
from vitalshift_desktop.words import _


class BackupsTab(Page):
    """A backup is an encrypted copy that was opened and compared before it counts."""

    concerns = frozenset({Subject.PRACTICE, Subject.BACKUPS})

    def __init__(self, desk: Desk) -> None:
        words = _(
            "A backup is an encrypted copy that opens with the same passphrase and recovery sheet. "
            "Each one is opened and compared before it counts. Keep one on another drive."
        )
        super().__init__()
        self._desk = desk
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().scale(14))
        column.addWidget(TextLabel(words, tone="2"))
        self._folder = TextLabel()
        self._folder.setObjectName("vault.backup_folder")
        self._state = MarkLabel("check-circle", "", tone="ok")
        self._state.setObjectName("vault.backup_state")
        self.choose = Button(_("Choose folder…"))
        self.choose.setObjectName("vault.backup_choose")
        self.now = Button(_("Back up now"))
        self.now.setObjectName("vault.backup_now")
        column.addWidget(TextLabel(_("Folder"), role="name", size="m"))
        column.addWidget(self._folder)
        column.addWidget(self._state)
        column.addLayout(left(self.choose, self.now))
        self.choose.clicked.connect(self._on_choose)
        self.now.clicked.connect(desk.wishes.back_up)

    def look_again(self) -> None:
        """Show the folder and the newest good backup."""
        state = self._desk.workspace.backups.state()
        self._folder.setText(str(state.folder) if state.folder else _("None yet"))
        if state.last_good_at is None and state.problem is None:
            self._state.show_mark("info", _("The sample practice needs no backup."), "text2")
            return
        if state.last_good_at is None:
            self._state.show_mark("warning-circle", _("There is no backup yet."), "attnmark")
            return
        moment = local(self._desk.workspace.clock, state.last_good_at)
        words = _("Last good backup: {day}, {time}.").format(day=full_day(moment.date()), time=time_words(moment))
        if not state.other_drive:
            words = _("{words} It lies on the same drive as the records; keep one on another.").format(words=words)
        troubled = state.problem in (BackupTrouble.OVERDUE, BackupTrouble.FAILED) or not state.other_drive
        self._state.show_mark("warning-circle" if troubled else "check-circle", words, "attnmark" if troubled else "ok")

    def _on_choose(self) -> None:
        folder = self._desk.dialogs.choose_folder(self, _("Where should backups go?"))
        if folder is None:
            return
        try:
            self._desk.workspace.backups.add_place(folder, by=self)
        except Problem as problem:
            self._desk.wishes.trouble.emit(problem)
        self.look_again()
