"""Unlocking by passphrase."""

from PySide6.QtCore import Signal

from vitalshift_desktop.domain.problems import Problem, TooManyTries, WrongSecret
from vitalshift_desktop.sentences import sentence
from vitalshift_desktop.ui.unlock.entry_frame import EntryFrame, wide
from vitalshift_desktop.ui.widgets.buttons import Button, LinkButton
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.passphrase_field import PassphraseField
from vitalshift_desktop.ui.widgets.waiting_words import WaitingWords
from vitalshift_desktop.words import _


class UnlockPage(EntryFrame):
    """One field and one button; a wait after several wrong tries, recovery always open."""

    tried = Signal(str)
    recovery_wanted = Signal()
    restore_wanted = Signal()
    other_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._is_busy = False
        self._build()
        self._connect()
        self.show_sample(shown=False)

    def _build(self) -> None:
        self._sample = TextLabel(tone="2", size="m")
        self._sample.setObjectName("unlock.sample")
        self.field = PassphraseField(_("Passphrase"))
        self.field.setObjectName("unlock.passphrase")
        self.button = Button(_("Unlock"), variant="primary")
        self.button.setObjectName("unlock.button")
        self._busy_words = TextLabel(_("Unlocking…"), tone="2", size="m")
        self._busy_words.setObjectName("unlock.busy")
        self._busy_words.hide()
        self.waiting = WaitingWords()
        self.recovery = LinkButton(_("Use a recovery code"), icon="key")
        self.recovery.setObjectName("unlock.recovery")
        self.restore = LinkButton(_("Restore from a backup…"), icon="archive")
        self.restore.setObjectName("unlock.restore")
        self.other = LinkButton(_("Open or set up other records"), icon="arrow-left")
        self.other.setObjectName("unlock.other")
        for part in (self._sample, self.field, self._busy_words, self.waiting, wide(self.button)):
            self.column.addWidget(part)
        self.column.addWidget(self.recovery)
        self.column.addWidget(self.restore)
        self.column.addWidget(self.other)

    def _connect(self) -> None:
        self.button.clicked.connect(self._on_try)
        self.field.submitted.connect(self._on_try)
        self.waiting.ended.connect(self._on_wait_ended)
        self.recovery.clicked.connect(self.recovery_wanted)
        self.restore.clicked.connect(self.restore_wanted)
        self.other.clicked.connect(self.other_wanted)
        self.setFocusProxy(self.field.edit)

    def show_sample(self, shown: bool) -> None:
        """Say that these are the sample's records, or nothing."""
        self._sample.setText(_("This is the sample practice. Nobody in it is real."))
        self._sample.setVisible(shown)
        self.recovery.setHidden(shown)
        self.restore.setHidden(shown)

    def show_sample_passphrase(self, passphrase: str) -> None:
        """The sample's passphrase stands on its own page."""
        words = _("This is the sample practice. Nobody in it is real. Its passphrase: {passphrase}")
        self._sample.setText(words.format(passphrase=passphrase))

    def show_busy(self) -> None:
        """The key is being worked out."""
        self.field.clear_error()
        self._is_busy = True
        self._look_again()

    def show_problem(self, problem: Problem) -> None:
        """Say what happened, at the field; what was typed goes, the focus stays."""
        self._is_busy = False
        if isinstance(problem, TooManyTries):
            self.show_wait(problem.seconds)
            return
        self._look_again()
        advice = sentence(problem)
        self.field.show_error(advice.what if isinstance(problem, WrongSecret) else f"{advice.what} {advice.next_step}")
        if isinstance(problem, WrongSecret):
            self.field.wipe()
        self.field.edit.setFocus()

    def show_wait(self, seconds: int) -> None:
        """Count down until the next try is allowed; 0 when it is allowed now."""
        if seconds > 0:
            self.wipe()
        self.waiting.start(seconds)
        self._look_again()

    def wipe(self) -> None:
        """Forget what was typed and what was said about it."""
        self.field.wipe()
        self.field.clear_error()
        self._is_busy = False
        self._look_again()

    def _on_try(self) -> None:
        if self.button.isEnabled() and self.field.text():
            self.tried.emit(self.field.text())

    def _on_wait_ended(self) -> None:
        self._look_again()
        if self.isVisible():
            self.field.edit.setFocus()

    def _look_again(self) -> None:
        self._busy_words.setVisible(self._is_busy)
        self.field.setEnabled(not self._is_busy and not self.waiting.is_waiting)
        self.button.setEnabled(self.field.isEnabled())
        self.recovery.setEnabled(not self._is_busy)
        self.restore.setEnabled(not self._is_busy)
        self.other.setEnabled(not self._is_busy)
