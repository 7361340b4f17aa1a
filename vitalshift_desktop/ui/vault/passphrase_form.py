"""Changing the passphrase: the current one, then the new one twice."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vitalshift_desktop.domain.problems import PassphraseTooWeak, Problem, TooManyTries, WrongSecret
from vitalshift_desktop.sentences import sentence
from vitalshift_desktop.ui.background import Job
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.new_passphrase import NewPassphrase
from vitalshift_desktop.ui.widgets.buttons import Button
from vitalshift_desktop.ui.widgets.field import ErrorSentence
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.passphrase_field import PassphraseField
from vitalshift_desktop.ui.widgets.roomy_dialog import RoomyDialog
from vitalshift_desktop.ui.widgets.waiting_words import WaitingWords
from vitalshift_desktop.words import _, ngettext


class PassphraseForm(RoomyDialog):
    """What is refused is said at its field; the current passphrase opens the vault until the new one does."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(_("Change the passphrase"), width=600, height=640, parent=parent)
        self.setObjectName("passphrase_form")
        self._secrets = desk.workspace.secrets
        self._background = desk.background
        self._is_busy = False
        self._build()
        self._connect()
        self._look_again()
        self.waiting.start(self._secrets.wait_seconds())
        self._look_again()
        self.current.edit.setFocus()

    def _build(self) -> None:
        self.current = PassphraseField(_("Current passphrase"))
        self.current.setObjectName("passphrase_form.current")
        self.waiting = WaitingWords(code_helps=False)
        self.new = NewPassphrase(_("New passphrase"))
        self.new.first.setObjectName("passphrase_form.new")
        self.new.second.setObjectName("passphrase_form.again")
        self.new.tell_by(self._secrets.strength, self._secrets.suggested_passphrase)
        self.error = ErrorSentence()
        self.error.setObjectName("passphrase_form.error")
        self._busy_words = TextLabel(_("Working out the new key…"), tone="2", size="m")
        self._busy_words.hide()
        told = TextLabel(self._what_changes(), tone="2", size="m")
        told.setObjectName("passphrase_form.told")
        for part in (told, self.current, self.waiting, self.new, self.error, self._busy_words):
            self.content.addWidget(part)
        self.cancel = Button(_("Cancel"))
        self.cancel.setObjectName("passphrase_form.cancel")
        self.save = Button(_("Change passphrase"), variant="primary")
        self.save.setObjectName("passphrase_form.save")
        self.add_button(self.cancel)
        self.add_button(self.save, safe=True)

    def _connect(self) -> None:
        self.cancel.clicked.connect(self.reject)
        self.save.clicked.connect(self._on_save)
        self.current.edited.connect(self._on_typed)
        self.new.changed.connect(self._look_again)
        self.waiting.ended.connect(self._on_wait_ended)

    def reject(self) -> None:
        """Close, but not while the new passphrase is being put in place."""
        if not self._is_busy:
            super().reject()

    def done(self, result: int) -> None:
        """Forget what was typed and suggested."""
        self.waiting.start(0)
        self.current.wipe()
        self.new.wipe()
        super().done(result)

    def _what_changes(self) -> str:
        words = _("The records stay as they are, and your recovery sheet goes on opening them.")
        count = self._secrets.backups_by_passphrase()
        if not count:
            return words
        older = ngettext(
            "{n} backup made before still opens with the current passphrase.",
            "{n} backups made before still open with the current passphrase.",
            count,
        ).format(n=count)
        return f"{words} {older} " + _("If somebody may know it, change the vault key as well.")

    def _on_typed(self, _text: str) -> None:
        self.error.show_sentence("")
        self._look_again()

    def _on_save(self) -> None:
        if not self.save.isEnabled():
            return
        secrets, current, new = self._secrets, self.current.text(), self.new.text()

        def work(_job: Job) -> None:
            secrets.change_passphrase(current, new)

        self._is_busy = True
        self.error.show_sentence("")
        self._look_again()
        self._background.run(self, work, self._on_done, self._on_failed)

    def _on_done(self, _nothing: None) -> None:
        self._is_busy = False
        self.changed.emit()
        self.accept()

    def _on_failed(self, error: BaseException) -> None:
        self._is_busy = False
        self._look_again()
        self._tell(error if isinstance(error, Problem) else Problem())
        if not isinstance(error, Problem):
            raise error

    def _tell(self, problem: Problem) -> None:
        advice = sentence(problem)
        words = f"{advice.what} {advice.next_step}"
        if isinstance(problem, WrongSecret):
            self.current.wipe()
            self.current.show_error(words)
            self.waiting.start(self._secrets.wait_seconds())
        elif isinstance(problem, TooManyTries):
            self.waiting.start(problem.seconds)
        elif isinstance(problem, PassphraseTooWeak):
            self.new.first.show_error(words)
        else:
            self.error.show_sentence(words)
        self._look_again()
        self.current.edit.setFocus()

    def _on_wait_ended(self) -> None:
        self._look_again()
        self.current.edit.setFocus()

    def _look_again(self) -> None:
        is_open = not self._is_busy and not self.waiting.is_waiting
        self.current.setEnabled(is_open)
        self.new.setEnabled(not self._is_busy)
        self.cancel.setEnabled(not self._is_busy)
        self._busy_words.setVisible(self._is_busy)
        is_ready = is_open and bool(self.current.text()) and self.new.is_complete()
        self.save.setEnabled(is_ready)
        self.save.setToolTip("" if is_ready else _("Type the current passphrase, and the new one twice."))
