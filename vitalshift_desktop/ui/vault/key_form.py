"""A new vault key: the passphrase confirmed, a new sheet asked back, then everything written anew."""

from PySide6.QtWidgets import QStackedWidget, QWidget

from vitalshift_desktop.domain.problems import BackupCancelled, Problem, TooManyTries, WrongSecret
from vitalshift_desktop.sentences import sentence
from vitalshift_desktop.services.unlocking import RecoveryCode
from vitalshift_desktop.ui.background import Job
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.paper_sheet import PaperSheet
from vitalshift_desktop.ui.vault.key_steps import KeyProgress, KeyReasons
from vitalshift_desktop.ui.widgets.buttons import Button
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.roomy_dialog import RoomyDialog
from vitalshift_desktop.ui.widgets.sheet_on_paper import SheetOnPaper
from vitalshift_desktop.words import _


class KeyForm(RoomyDialog):
    """Three steps; until the last one is done the older key, sheet and records stay as they are."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(_("Change the vault key"), width=900, height=620, parent=parent)
        self.setObjectName("key_form")
        self._desk = desk
        self._secrets = desk.workspace.secrets
        self._passphrase = ""
        self._code: RecoveryCode | None = None
        self._job: Job | None = None
        self._is_confirming = False
        self._paper = PaperSheet(desk.dialogs, self)
        self._build()
        self._connect()
        self.reasons.waiting.start(self._secrets.wait_seconds())
        self._show(self.reasons)
        self.reasons.passphrase.edit.setFocus()

    def _build(self) -> None:
        words = _(
            "This sheet opens the records once the key has changed. Until then your older sheet does; "
            "afterwards that one opens older backups only."
        )
        self.reasons = KeyReasons(self._secrets.backups(), self._desk.workspace.clock)
        self.sheet = SheetOnPaper((TextLabel(words, tone="2", size="m"),))
        self.progress = KeyProgress()
        self._steps = QStackedWidget()
        for step in (self.reasons, self.sheet, self.progress):
            self._steps.addWidget(step)
        self.content.addWidget(self._steps)
        self.cancel = Button(_("Cancel"))
        self.cancel.setObjectName("key_form.cancel")
        self.go_on = Button(_("Continue"), variant="primary")
        self.go_on.setObjectName("key_form.continue")
        self.add_button(self.cancel)
        self.add_button(self.go_on, safe=True)

    def _connect(self) -> None:
        self.cancel.clicked.connect(self.reject)
        self.go_on.clicked.connect(self._on_continue)
        self.reasons.changed.connect(self._look_again)
        self.sheet.changed.connect(self._look_again)
        self.sheet.submitted.connect(self._on_continue)
        self.sheet.print_wanted.connect(self._paper.print_sheet)
        self._paper.printed.connect(self.sheet.ask_back)

    def reject(self) -> None:
        """Close; while everything is written anew, ask the work to stop first."""
        if self._job is not None:
            self._job.cancel()
            self.progress.show_stopping()
        elif not self._is_confirming:
            super().reject()

    def done(self, result: int) -> None:
        """Forget passphrase and code."""
        self._passphrase, self._code = "", None
        self.reasons.wipe()
        self.sheet.forget()
        self._paper.forget()
        super().done(result)

    def _show(self, step: QWidget) -> None:
        self._steps.setCurrentWidget(step)
        self.show_top()
        self._look_again()

    def _on_continue(self) -> None:
        if not self.go_on.isEnabled():
            return
        if self._steps.currentWidget() is self.reasons:
            self._confirm()
        else:
            self._change()

    def _confirm(self) -> None:
        secrets, self._passphrase = self._secrets, self.reasons.passphrase.text()
        passphrase = self._passphrase

        def work(_job: Job) -> None:
            secrets.confirm_passphrase(passphrase)

        self._is_confirming = True
        self._look_again()
        self._desk.background.run(self, work, self._on_confirmed, self._on_not_confirmed)

    def _on_confirmed(self, _nothing: None) -> None:
        self._is_confirming = False
        self._code = code = self._secrets.code_for_new_key()
        self._paper.show_code(self._desk.workspace, code)
        self.sheet.show_code(code.groups, self._paper.day_words, code.group_matches)
        self._show(self.sheet)
        self.sheet.print_button.setFocus()

    def _on_not_confirmed(self, error: BaseException) -> None:
        self._is_confirming = False
        problem = error if isinstance(error, Problem) else Problem()
        if isinstance(problem, TooManyTries):
            self.reasons.waiting.start(problem.seconds)
        else:
            self.reasons.show_problem(problem)
            self.reasons.waiting.start(self._secrets.wait_seconds() if isinstance(problem, WrongSecret) else 0)
        self._look_again()
        self.reasons.passphrase.edit.setFocus()
        if not isinstance(error, Problem):
            raise error

    def _change(self) -> None:
        secrets, passphrase, code = self._secrets, self._passphrase, self._code
        if code is None:
            return

        def work(job: Job) -> None:
            secrets.change_vault_key(passphrase, code, job.report, job.is_cancelled)

        self.progress.begin()
        self._job = self._desk.background.run(self, work, self._on_changed, self._on_failed, self.progress.show_part)
        self._show(self.progress)
        self.cancel.setFocus()

    def _on_changed(self, _nothing: None) -> None:
        self._job = None
        self.accept()
        self._desk.wishes.lock.emit()

    def _on_failed(self, error: BaseException) -> None:
        self._job = None
        if not self._secrets.is_open:
            self.accept()
            self._desk.wishes.lock.emit()
            return
        problem = error if isinstance(error, Problem) else Problem()
        if isinstance(problem, BackupCancelled):
            self.progress.show_failure(_("Stopped. The vault key is the one from before."))
        else:
            advice = sentence(problem)
            self.progress.show_failure(f"{advice.what} {advice.next_step}")
        self._look_again()
        if not isinstance(error, Problem):
            raise error

    def _look_again(self) -> None:
        step = self._steps.currentWidget()
        self.cancel.setText(_("Close") if step is self.progress and self._job is None else _("Cancel"))
        self.cancel.setEnabled(not self._is_confirming)
        self.go_on.setVisible(step is not self.progress)
        self.go_on.setText(_("Change the key") if step is self.sheet else _("Continue"))
        self.reasons.set_open(is_open=not self._is_confirming)
        complete = self.reasons.is_complete() if step is self.reasons else self.sheet.is_complete()
        self.go_on.setEnabled(complete and not self._is_confirming)
        self.go_on.setToolTip("" if self.go_on.isEnabled() else _("Complete this step first."))
        self.cancel.updateGeometry()
        self.go_on.updateGeometry()
