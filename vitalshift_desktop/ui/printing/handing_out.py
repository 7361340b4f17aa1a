"""Saving and printing a summary; the ledger entry is part of the same act."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.disclosures import Disclosure, Outlet
from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.domain.progress import ProgressSummary
from vitalshift_desktop.printing.output import prepared_printer, print_document
from vitalshift_desktop.printing.pdf_file import file_name
from vitalshift_desktop.printing.progress_summary import document
from vitalshift_desktop.printing.typesetting import PaperDocument, Pdf, pdf
from vitalshift_desktop.ui.background import Job
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.pdf_saving import chosen_path, saved_with_entry
from vitalshift_desktop.words import _

WHAT = "progress_summary"
Outcome = Callable[[PaperDocument, Pdf], None]


class HandingOut(QObject):
    """A page leaves the vault only together with its ledger entry: both or neither."""

    handed_out = Signal(str)
    failed = Signal(object)

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk = desk
        self._page = page
        self._disclosures = desk.workspace.disclosures
        self._job: Job | None = None

    def save(self, client_id: ClientId, summary: ProgressSummary, recipient: str = "") -> None:
        """Ask once, ask where, then save a PDF beside the counselor's work."""
        path = self._path_to_save() if self._job is None else None
        if path is not None:
            work = partial(self._saved, client_id, summary, path, recipient)
            self._job = self._desk.background.run(self, work, self._on_saved, self._on_failed)

    def print(self, client_id: ClientId, summary: ProgressSummary, recipient: str = "") -> None:
        """Send the pages to the printer that is chosen in the system's dialog."""
        printer = prepared_printer(summary.paper)
        if not self._desk.dialogs.choose_printer(self._page, printer):
            return
        outlet = Outlet.PDF if printer.outputFileName() else Outlet.PRINTER
        try:
            disclosure = self._entered(client_id, summary, outlet, partial(_printed, printer), recipient)
        except Problem as problem:
            self.failed.emit(problem)
            return
        self.handed_out.emit(_("Sent to the printer, serial {serial}.").format(serial=disclosure.serial))

    def _path_to_save(self) -> Path | None:
        return chosen_path(self._desk, self._page, file_name("summary", self._disclosures.next_serial()))

    def _saved(self, client_id: ClientId, summary: ProgressSummary, path: Path, recipient: str, _job: Job) -> str:
        """Runs beside the window."""

        def hand_out(save: Callable[[bytes], None]) -> Disclosure:
            def outcome(_document: PaperDocument, made: Pdf) -> None:
                save(made.content)

            return self._entered(client_id, summary, Outlet.PDF, outcome, recipient)

        disclosure = saved_with_entry(path, hand_out)
        return _("Saved as {name}, serial {serial}.").format(name=path.name, serial=disclosure.serial)

    def _entered(
        self, client_id: ClientId, summary: ProgressSummary, outlet: Outlet, hand_out: Outcome, recipient: str
    ) -> Disclosure:
        """Take a serial, set the pages with it, hand them out, and enter them in the ledger."""

        def render(serial: str) -> tuple[bytes, int]:
            pages = document(replace(summary, serial=serial))
            made = pdf(pages)
            hand_out(pages, made)
            return made.content, made.sheets

        audience = summary.audience.value
        return self._disclosures.reserve_and_record(
            client_id, WHAT, audience, outlet, render, recipient=recipient, by=self._page
        )[0]

    def _on_saved(self, words: str) -> None:
        self._job = None
        self.handed_out.emit(words)

    def _on_failed(self, error: BaseException) -> None:
        self._job = None
        if not isinstance(error, Problem):
            raise error
        self.failed.emit(error)


def _printed(printer: QPrinter, pages: PaperDocument, _made: Pdf) -> None:
    print_document(pages, printer)
