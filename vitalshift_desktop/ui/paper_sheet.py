"""Prints the recovery sheet without ever saving it to disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.sentences import sentence
from vitalshift_desktop.ui.dates_in_words import full_day
from vitalshift_desktop.ui.dialogs import Dialogs
from vitalshift_desktop.words import _

if TYPE_CHECKING:
    from vitalshift_desktop.printing.recovery_sheet import RecoverySheet
    from vitalshift_desktop.services.unlocking import RecoveryCode
    from vitalshift_desktop.services.workspace import Workspace


class PaperSheet(QObject):
    """Typeset in memory, then straight to the printer."""

    printed = Signal()

    def __init__(self, dialogs: Dialogs, owner: QWidget) -> None:
        super().__init__(owner)
        self._dialogs = dialogs
        self._owner = owner
        self._sheet: RecoverySheet | None = None
        self.day_words = ""

    def show_code(self, workspace: Workspace, code: RecoveryCode) -> None:
        """This code belongs on the sheet."""
        from vitalshift_desktop.printing.recovery_sheet import RecoverySheet
        from vitalshift_desktop.services.clock import today

        day = today(workspace.clock)
        self.day_words = full_day(day)
        self._sheet = RecoverySheet(
            vault_name=workspace.name,
            vault_id=workspace.vault_id,
            made_on=day,
            code=code.text,
            paper=workspace.practice.get().paper,
        )

    def forget(self) -> None:
        """Forget the code."""
        self._sheet = None

    def print_sheet(self) -> None:
        """Ask for a printer and print."""
        from vitalshift_desktop.printing.output import prepared_printer, print_document
        from vitalshift_desktop.printing.recovery_sheet import document

        if self._sheet is None:
            return
        printer = prepared_printer(self._sheet.paper)
        if not self._dialogs.choose_printer(self._owner, printer):
            return
        if printer.outputFileName():
            words = _(
                "A file of the recovery sheet on this computer would undo its purpose. Choose a printer on paper."
            )
            self._dialogs.tell(self._owner, _("The sheet was not printed"), words)
            return
        try:
            print_document(document(self._sheet), printer)
        except Problem as problem:
            advice = sentence(problem)
            self._dialogs.tell(self._owner, _("The sheet was not printed"), f"{advice.what} {advice.next_step}")
            return
        self.printed.emit()
