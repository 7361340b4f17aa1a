"""Testing the recovery sheet: the code is typed from paper, and opens the vault or does not."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.sentences import sentence
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.widgets.buttons import Button
from vitalshift_desktop.ui.widgets.field import Field
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.roomy_dialog import RoomyDialog
from vitalshift_desktop.words import _


class SheetTestForm(RoomyDialog):
    """A slip names its group; what was typed stays, so that one group can be mended."""

    passed = Signal()

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(_("Test my recovery sheet"), width=560, height=300, parent=parent)
        self.setObjectName("sheet_test_form")
        self._secrets = desk.workspace.secrets
        words = _("Take the sheet from where you keep it and type its eight groups. Nothing changes by it.")
        self.code = Field(_("Recovery code"), hint=_("Capital or small letters, with or without dashes."))
        self.code.setObjectName("sheet_test.code")
        self.content.addWidget(TextLabel(words, tone="2", size="m"))
        self.content.addWidget(self.code)
        cancel = Button(_("Cancel"))
        cancel.setObjectName("sheet_test.cancel")
        self.test = Button(_("Test the sheet"), variant="primary")
        self.test.setObjectName("sheet_test.test")
        self.add_button(cancel)
        self.add_button(self.test, safe=True)
        cancel.clicked.connect(self.reject)
        self.test.clicked.connect(self._on_test)
        self.code.edited.connect(self._on_typed)
        self._on_typed("")
        self.code.edit.setFocus()

    def done(self, result: int) -> None:
        """Forget what was typed."""
        self.code.show_text("")
        super().done(result)

    def _on_typed(self, _text: str) -> None:
        self.test.setEnabled(bool(self.code.text()))
        self.test.setToolTip("" if self.code.text() else _("Type the eight groups first."))

    def _on_test(self) -> None:
        if not self.test.isEnabled():
            return
        try:
            self._secrets.test_sheet(self.code.text())
        except Problem as problem:
            advice = sentence(problem)
            self.code.show_error(f"{advice.what} {advice.next_step}")
            self.code.edit.setFocus()
            return
        self.passed.emit()
        self.accept()
