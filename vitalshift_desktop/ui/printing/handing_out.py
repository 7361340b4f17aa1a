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
from vitalshift_desktop.printing.pdf_file import file_name, save_pdf
from vitalshift_desktop.printing.progress_summary import document
from vitalshift_desktop.printing.typesetting import PaperDocument, Pdf, pdf
from vitalshift_desktop.ui.background import Job
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.words import _

WHAT = "progress_summary"
_ENDING = ".pdf"
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
        path = self._path_to_save() if self._job is None and self._is_agreed() else None
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

    def _is_agreed(self) -> bool:
        save = _("Choose where…")
        answer = self._desk.dialogs.ask(
            self._page,
            _("A PDF is not encrypted."),
            _("Whoever has the file can read it. VitalShift logs what was saved, when and for whom."),
            [save, _("Cancel")],
        )
        return answer == save

    def _path_to_save(self) -> Path | None:
        """Where to; a name without ending gets one, and nothing is written over that was not chosen."""
        proposed = file_name(self._disclosures.next_serial())
        chosen = self._desk.dialogs.choose_save_file(self._page, _("Save as PDF"), proposed)
        if chosen is None or chosen.suffix.lower() == _ENDING:
            return chosen
        path = chosen.with_name(chosen.name + _ENDING)
        return path if not path.exists() or self._may_replace(path) else None

    def _may_replace(self, path: Path) -> bool:
        replace_it = _("Replace it")
        title = _("There is already a file called {name}.").format(name=path.name)
        answer = self._desk.dialogs.ask(self._page, title, "", [replace_it, _("Cancel")])
        return answer == replace_it

    def _saved(self, client_id: ClientId, summary: ProgressSummary, path: Path, recipient: str, _job: Job) -> str:
        """Runs beside the window; a file whose entry could not be kept does not stay either."""
        written: list[Path] = []

        def save(_document: PaperDocument, made: Pdf) -> None:
            save_pdf(path, made.content)
            written.append(path)

        try:
            disclosure = self._entered(client_id, summary, Outlet.PDF, save, recipient)
        except BaseException:
            for file in written:
                file.unlink(missing_ok=True)
            raise
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
