"""Restoring from a backup: choose it, open it, compare, and use it. Also the way onto another computer."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vitalshift_desktop.domain.problems import Problem, RecoveryCodeTypo, WrongSecret
from vitalshift_desktop.sentences import sentence
from vitalshift_desktop.ui.unlock.faces import ResultFace, WorkFace, stacked
from vitalshift_desktop.ui.unlock.wide_frame import WideFrame
from vitalshift_desktop.ui.widgets.buttons import Button, LinkButton
from vitalshift_desktop.ui.widgets.choice_field import ChoiceField
from vitalshift_desktop.ui.widgets.field import Field
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.passphrase_field import PassphraseField
from vitalshift_desktop.ui.widgets.side_by_side import left
from vitalshift_desktop.words import _


class RestorePage(WideFrame):
    """Three faces: choosing; at work; what the backup holds, to be used or left."""

    folder_wanted = Signal()
    file_wanted = Signal()
    place_wanted = Signal()
    restore_wanted = Signal(object, str, object)
    stop_wanted = Signal()
    accepted = Signal()
    declined = Signal()
    left_page = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._build()
        self._connect()
        self._show_face(self._choosing)

    def _build(self) -> None:
        words = _(
            "A backup opens with the passphrase or the recovery sheet of its day. It becomes a whole vault first, is "
            "compared, and only then used. This is also the way onto a second computer, or a new one after a loss."
        )
        kept = _("A vault that lies at this place is not removed. It gets a name that says when it stepped aside.")
        self._choosing, self._work, self._result = QWidget(), WorkFace("restore"), ResultFace("restore", kept)
        self.table = self._result.table
        self.state = TextLabel(tone="2")
        self.state.setObjectName("restore.state")
        self.column.addWidget(TextLabel(_("Restore from a backup"), role="h1"))
        self.column.addWidget(TextLabel(words, tone="2"))
        for part in (self.state, self._choosing, self._work, self._result):
            self.column.addWidget(part)
        self._build_choosing()

    def _build_choosing(self) -> None:
        self.folder = Button(_("Choose a folder or drive…"), icon="folder-open")
        self.folder.setObjectName("restore.folder")
        self.file = Button(_("Choose one file…"))
        self.file.setObjectName("restore.file")
        self.backups = ChoiceField(_("Backup"), ())
        self.backups.setObjectName("restore.backups")
        self.secret = PassphraseField(_("Passphrase or recovery code"))
        self.secret.setObjectName("restore.secret")
        self.place = Field(_("Where your records will lie"))
        self.place.setObjectName("restore.place")
        self.choose_place = Button(_("Choose another place…"))
        self.choose_place.setObjectName("restore.choose_place")
        self.start = Button(_("Restore"), variant="primary")
        self.start.setObjectName("restore.start")
        self.back = LinkButton(_("Back"), icon="arrow-left")
        self.back.setObjectName("restore.back")
        column = stacked(self._choosing)
        column.addLayout(left(self.folder, self.file))
        for part in (self.backups, self.secret, self.place):
            column.addWidget(part)
        column.addLayout(left(self.choose_place))
        column.addSpacing(8)
        column.addLayout(left(self.start))
        column.addWidget(self.back)

    def _connect(self) -> None:
        self.folder.clicked.connect(self.folder_wanted)
        self.file.clicked.connect(self.file_wanted)
        self.choose_place.clicked.connect(self.place_wanted)
        self.start.clicked.connect(self._on_start)
        self.secret.submitted.connect(self._on_start)
        self.back.clicked.connect(self.left_page)
        self._work.stop.clicked.connect(self.stop_wanted)
        self._result.accepted.connect(self.accepted)
        self._result.declined.connect(self.declined)

    def show_choosing(self, target: Path) -> None:
        """Begin: nothing is chosen yet; the records would go to `target`."""
        self.place.show_text(str(target))
        self.secret.wipe()
        self.secret.clear_error()
        self.show_backups(())
        self.say("")
        self.folder.setFocus()

    def show_backups(self, backups: Sequence[tuple[Path, str]]) -> None:
        """Offer these backups, each with its words."""
        self.backups.show_choices(list(backups))
        self._show_face(self._choosing)
        for part in (self.backups, self.secret, self.place, self.choose_place, self.start):
            part.setVisible(bool(backups))
        if backups:
            self.backups.choose(backups[0][0])
            self.secret.edit.setFocus()

    def show_place(self, target: Path) -> None:
        """The records would go there."""
        self.place.show_text(str(target))

    def say(self, words: str, *, tone: str = "2") -> None:
        """A sentence above what can be done."""
        self.state.setText(words)
        self.state.show_tone(tone)
        self.state.setVisible(bool(words))

    def show_working(self, words: str) -> None:
        """Something runs that can be stopped."""
        self.say(words)
        self.show_progress(0.0)
        self._show_face(self._work)
        self._work.stop.setFocus()

    def show_progress(self, part: float) -> None:
        """How far it is, 0.0 to 1.0."""
        self._work.show_progress(part)

    def show_result(self, words: str, rows: Sequence[Sequence[str]]) -> None:
        """Show what the backup holds beside what lies there now."""
        self.say(words)
        self._show_face(self._result)
        self._result.show_rows((_("What"), _("There now"), _("In the backup")), rows)
        self.show_top()

    def show_problem(self, problem: Problem) -> None:
        """Say what stood in the way, at the field where it can be mended; nothing was changed."""
        advice = sentence(problem)
        words = f"{advice.what} {advice.next_step}"
        self._show_face(self._choosing)
        self.say("")
        if isinstance(problem, (WrongSecret, RecoveryCodeTypo)):
            self.secret.show_error(words)
            self.secret.edit.setFocus()
        else:
            self.say(words, tone="risk")

    def show_note(self, words: str) -> None:
        """Say something that is no problem, and offer again."""
        self._show_face(self._choosing)
        self.say(words)

    def wipe(self) -> None:
        """Forget what was typed."""
        self.secret.wipe()

    def leave(self) -> None:
        """Esc leaves the page, or stops what runs."""
        if self._choosing.isVisible():
            self.left_page.emit()
        elif self._work.isVisible():
            self.stop_wanted.emit()

    def _show_face(self, face: QWidget) -> None:
        for one in (self._choosing, self._work, self._result):
            one.setVisible(one is face)

    def _on_start(self) -> None:
        backup = self.backups.value
        if not isinstance(backup, Path):
            return
        if not self.secret.text():
            self.secret.show_error(_("Type your passphrase or the recovery code first."))
            self.secret.edit.setFocus()
            return
        self.secret.clear_error()
        self.restore_wanted.emit(backup, self.secret.text(), Path(self.place.text().strip()).expanduser())
