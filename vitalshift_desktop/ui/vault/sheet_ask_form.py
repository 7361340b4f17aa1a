"""Before a new recovery sheet is made: the passphrase, since the code on it opens the records for ever."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vitalshift_desktop.domain.problems import Problem, TooManyTries, WrongSecret
from vitalshift_desktop.sentences import sentence
from vitalshift_desktop.services.unlocking import RecoveryCode
from vitalshift_desktop.ui.background import Job
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.widgets.buttons import Button
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.passphrase_field import PassphraseField
from vitalshift_desktop.ui.widgets.roomy_dialog import RoomyDialog
from vitalshift_desktop.ui.widgets.waiting_words import WaitingWords
from vitalshift_desktop.words import _


class SheetAskForm(RoomyDialog):
    """Whoever sits down at unlocked records for a minute must not walk away with a way into them."""

    made = Signal(object)
    """The code of the new sheet, which opens the vault from now on."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(_("Make a new recovery sheet"), width=560, height=320, parent=parent)
        self.setObjectName("sheet_ask_form")
        self._secrets = desk.workspace.secrets
        self._background = desk.background
        self._is_busy = False
        self._build()
        self.cancel.clicked.connect(self.reject)
        self.go_on.clicked.connect(self._on_go_on)
        self.passphrase.edited.connect(self._look_again)
        self.waiting.ended.connect(self._on_wait_ended)
        self.waiting.start(self._secrets.wait_seconds())
        self._look_again()
        self.passphrase.edit.setFocus()

    def _build(self) -> None:
        words = _("The code on a sheet opens the records without the passphrase. Type the passphrase to get a new one.")
        self.passphrase = PassphraseField(_("Passphrase"))
        self.passphrase.setObjectName("sheet_ask.passphrase")
        self.waiting = WaitingWords(code_helps=False)
        self._busy_words = TextLabel(_("Working out the key…"), tone="2", size="m")
        self._busy_words.hide()
        for part in (TextLabel(words, tone="2", size="m"), self.passphrase, self.waiting, self._busy_words):
            self.content.addWidget(part)
        self.cancel = Button(_("Cancel"))
        self.cancel.setObjectName("sheet_ask.cancel")
        self.go_on = Button(_("Continue"), variant="primary")
        self.go_on.setObjectName("sheet_ask.continue")
        self.add_button(self.cancel)
        self.add_button(self.go_on, safe=True)

    def reject(self) -> None:
        """Close, but not while the passphrase is being tried."""
        if not self._is_busy:
            super().reject()

    def done(self, result: int) -> None:
        """Forget what was typed."""
        self.waiting.start(0)
        self.passphrase.wipe()
        super().done(result)

    def _on_go_on(self) -> None:
        if not self.go_on.isEnabled():
            return
        secrets, passphrase = self._secrets, self.passphrase.text()

        def work(_job: Job) -> RecoveryCode:
            return secrets.new_sheet(passphrase)

        self._is_busy = True
        self._look_again()
        self._background.run(self, work, self._on_made, self._on_failed)

    def _on_made(self, code: RecoveryCode) -> None:
        self._is_busy = False
        self.accept()
        self.made.emit(code)

    def _on_failed(self, error: BaseException) -> None:
        self._is_busy = False
        self._tell(error if isinstance(error, Problem) else Problem())
        self._look_again()
        self.passphrase.edit.setFocus()
        if not isinstance(error, Problem):
            raise error

    def _tell(self, problem: Problem) -> None:
        if isinstance(problem, TooManyTries):
            self.waiting.start(problem.seconds)
            return
        advice = sentence(problem)
        if isinstance(problem, WrongSecret):
            self.passphrase.wipe()
            self.waiting.start(self._secrets.wait_seconds())
        self.passphrase.show_error(f"{advice.what} {advice.next_step}")

    def _on_wait_ended(self) -> None:
        self._look_again()
        self.passphrase.edit.setFocus()

    def _look_again(self, _text: str = "") -> None:
        is_open = not self._is_busy and not self.waiting.is_waiting
        self.passphrase.setEnabled(is_open)
        self.cancel.setEnabled(not self._is_busy)
        self._busy_words.setVisible(self._is_busy)
        is_ready = is_open and bool(self.passphrase.text())
        self.go_on.setEnabled(is_ready)
        self.go_on.setToolTip("" if is_ready else _("Type the passphrase first."))
