"""Printing pages about the vault itself: a serial on the page, and an entry in the audit trail with it."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from vitalshift_desktop.domain.disclosures import Outlet
from vitalshift_desktop.domain.practice import Paper
from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.printing.output import prepared_printer, print_document
from vitalshift_desktop.printing.typesetting import PaperDocument, pdf
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.words import _

MakePage = Callable[[str], PaperDocument]
"""The page with this serial."""


class PagePrint(QObject):
    """A page leaves only together with its entry: both or neither."""

    printed = Signal(str)
    failed = Signal(object)

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk = desk
        self._page = page

    def print(self, what: str, paper: Paper, make: MakePage, *, about: str = "") -> None:
        """Send a page to the printer that is chosen in the system's dialog; `about` is what it is limited to."""
        printer = prepared_printer(paper)
        if not self._desk.dialogs.choose_printer(self._page, printer):
            return

        def render(serial: str) -> tuple[bytes, int]:
            document = make(serial)
            made = pdf(document)
            print_document(document, printer)
            return made.content, made.sheets

        outlet = Outlet.PDF if printer.outputFileName() else Outlet.PRINTER
        try:
            serial = self._desk.workspace.disclosures.record_page(what, outlet, render, about=about)
        except Problem as problem:
            self.failed.emit(problem)
            return
        self.printed.emit(_("Sent to the printer, serial {serial}.").format(serial=serial))
