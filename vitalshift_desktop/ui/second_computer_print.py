"""Prints the page about a second computer; nothing of the record stands on it."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.printing.output import prepared_printer, print_document
from vitalshift_desktop.printing.second_computer import SecondComputerPage, document
from vitalshift_desktop.services.clock import today
from vitalshift_desktop.ui.desk import Desk


class SecondComputerPrint(QObject):
    """From the vault page and from Help."""

    def __init__(self, desk: Desk, owner: QWidget) -> None:
        super().__init__(owner)
        self._desk = desk
        self._owner = owner

    def print(self) -> bool:
        """Let a printer be chosen and send the page; False when it was not sent."""
        workspace = self._desk.workspace
        paper = workspace.practice.get().paper
        printer = prepared_printer(paper)
        if not self._desk.dialogs.choose_printer(self._owner, printer):
            return False
        page = SecondComputerPage(workspace.name, workspace.vault_id, today(workspace.clock), paper)
        try:
            print_document(document(page), printer)
        except Problem as problem:
            self._desk.wishes.trouble.emit(problem)
            return False
        return True
