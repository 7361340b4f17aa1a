"""The first and the last step of a new vault key: why and what it means, and how far it is."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.sentences import sentence
from vitalshift_desktop.services.backup_views import ListedBackup
from vitalshift_desktop.services.clock import Clock
from vitalshift_desktop.ui.vault.older_backups import dates_in_words
from vitalshift_desktop.ui.widgets.labels import MarkLabel, TextLabel
from vitalshift_desktop.ui.widgets.passphrase_field import PassphraseField
from vitalshift_desktop.ui.widgets.waiting_words import WaitingWords
from vitalshift_desktop.words import _

_PARTS = 1000


class KeyReasons(QWidget):
    """What a new key is for, what it does not reach, and the passphrase."""

    changed = Signal()

    def __init__(self, backups: Sequence[ListedBackup], clock: Clock) -> None:
        super().__init__()
        what = _(
            "Everything is written anew under a new key. Whoever took a copy of the vault before, and knows how it was "
            "opened then, cannot open what you write from now on. If somebody may know your passphrase, change that "
            "first."
        )
        how = _(
            "A backup is made first. You get a new recovery sheet; your passphrase stays. At the end VitalShift locks. "
            "You can stop at any time before that, and nothing has changed."
        )
        self.passphrase = PassphraseField(_("Passphrase"))
        self.passphrase.setObjectName("key_form.passphrase")
        self.waiting = WaitingWords(code_helps=False)
        self._busy_words = TextLabel(_("Working out the key…"), tone="2", size="m")
        self._busy_words.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(TextLabel(what, tone="2", size="m"))
        column.addWidget(TextLabel(how, tone="2", size="m"))
        if backups:
            older = _("The backups made so far go on opening the old way: {dates}.")
            words = older.format(dates=dates_in_words([backup.made for backup in backups], clock))
            column.addWidget(MarkLabel("info", words, tone="text2"))
        for part in (self.passphrase, self.waiting, self._busy_words):
            column.addWidget(part)
        column.addStretch()
        self.passphrase.edited.connect(self.changed)
        self.waiting.ended.connect(self.changed)

    def is_complete(self) -> bool:
        """Something was typed, and it may be tried now."""
        return bool(self.passphrase.text()) and not self.waiting.is_waiting

    def set_open(self, *, is_open: bool) -> None:
        """Take what is typed, or nothing while it is being tried."""
        self.passphrase.setEnabled(is_open and not self.waiting.is_waiting)
        self._busy_words.setVisible(not is_open)

    def show_problem(self, problem: Problem) -> None:
        """Say at the field what is wrong with the passphrase."""
        advice = sentence(problem)
        self.passphrase.wipe()
        self.passphrase.show_error(f"{advice.what} {advice.next_step}")

    def wipe(self) -> None:
        """Forget what was typed, and stop counting."""
        self.passphrase.wipe()
        self.waiting.start(0)


class KeyProgress(QWidget):
    """How far the work is, in a bar and in words."""

    def __init__(self) -> None:
        super().__init__()
        self._words = TextLabel()
        self._words.setObjectName("key_form.progress_words")
        self._bar = QProgressBar()
        self._bar.setObjectName("key_form.progress")
        self._bar.setRange(0, _PARTS)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(_("How far the change of the vault key is"))
        self._failure = MarkLabel("warning-circle", "", tone="attnmark")
        self._sheet = TextLabel(
            _("The sheet you have just put on paper opens nothing. Destroy it; your older sheet still does."),
            tone="2",
            size="m",
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in (self._words, self._bar, self._failure, self._sheet):
            column.addWidget(part)
        column.addStretch()

    def begin(self) -> None:
        """Nothing is done yet."""
        self._failure.hide()
        self._sheet.hide()
        self._words.setText(_("Making a backup, then writing everything anew under the new key…"))
        self._words.show()
        self._bar.setValue(0)
        self._bar.show()

    def show_part(self, part: float) -> None:
        """This part is done, 0.0 to 1.0."""
        self._bar.setValue(round(part * _PARTS))

    def show_stopping(self) -> None:
        """It was asked to stop."""
        self._words.setText(_("Stopping…"))

    def show_failure(self, words: str) -> None:
        """Say why the key is the old one still, and that the new sheet is of no use."""
        self._words.hide()
        self._bar.hide()
        self._failure.show_mark("warning-circle", words, "attnmark")
        self._failure.show()
        self._sheet.show()
