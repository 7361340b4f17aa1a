"""A new recovery sheet: its code is shown, put on paper, and asked back before the older sheet goes."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.sentences import sentence
from vitalshift_desktop.services.unlocking import RecoveryCode
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.paper_sheet import PaperSheet
from vitalshift_desktop.ui.widgets.buttons import Button
from vitalshift_desktop.ui.widgets.field import ErrorSentence
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.roomy_dialog import RoomyDialog
from vitalshift_desktop.ui.widgets.sheet_on_paper import SheetOnPaper
from vitalshift_desktop.words import _


class NewSheetForm(RoomyDialog):
    """Both sheets open the vault until three groups were typed back; leaving takes the new one back."""

    changed = Signal()

    def __init__(self, desk: Desk, code: RecoveryCode, parent: QWidget) -> None:
        super().__init__(_("New recovery sheet"), width=900, height=620, parent=parent)
        self.setObjectName("new_sheet_form")
        self._secrets = desk.workspace.secrets
        self._wishes = desk.wishes
        self._code = code
        self._paper = PaperSheet(desk.dialogs, self)
        words = _(
            "The older sheet goes on opening your records until you have typed three groups of this one back. "
            "Then destroy it: it opens older backups only. Keep the new sheet on paper, somewhere locked."
        )
        self.sheet = SheetOnPaper((TextLabel(words, tone="2", size="m"),))
        self.error = ErrorSentence()
        self.content.addWidget(self.sheet)
        self.content.addWidget(self.error)
        self.cancel = Button(_("Keep the older sheet"))
        self.cancel.setObjectName("new_sheet.cancel")
        self.use = Button(_("Use the new sheet"), variant="primary")
        self.use.setObjectName("new_sheet.use")
        self.add_button(self.cancel)
        self.add_button(self.use, safe=True)
        self._connect()
        self._paper.show_code(desk.workspace, code)
        self.sheet.show_code(code.groups, self._paper.day_words, code.group_matches)
        self._look_again()
        self.sheet.print_button.setFocus()

    def _connect(self) -> None:
        self.cancel.clicked.connect(self.reject)
        self.use.clicked.connect(self._on_use)
        self.sheet.changed.connect(self._look_again)
        self.sheet.submitted.connect(self._on_use)
        self.sheet.print_wanted.connect(self._paper.print_sheet)
        self._paper.printed.connect(self.sheet.ask_back)

    def reject(self) -> None:
        """Take the new code back; where the drive refuses, both sheets go on opening the vault, as the page says."""
        try:
            self._secrets.withdraw_sheet(self._code)
        except Problem as problem:
            self._wishes.trouble.emit(problem)
        super().reject()

    def done(self, result: int) -> None:
        """Forget the code."""
        self.sheet.forget()
        self._paper.forget()
        super().done(result)

    def _look_again(self) -> None:
        is_ready = self.sheet.is_complete()
        self.use.setEnabled(is_ready)
        self.use.setToolTip("" if is_ready else _("Type the three groups from the paper first."))

    def _on_use(self) -> None:
        if not self.use.isEnabled():
            return
        try:
            self._secrets.confirm_sheet(self._code)
        except Problem as problem:
            self._tell(problem)
            return
        self.changed.emit()
        self.accept()

    def _tell(self, problem: Problem) -> None:
        advice = sentence(problem)
        self.error.show_sentence(f"{advice.what} {advice.next_step}")
