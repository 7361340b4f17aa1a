"""Sends an agreement to the printer or into a PDF; its entry in the ledger is part of the same act."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from vitalshift_desktop.domain.agreement_page import AgreementPage
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.disclosures import Outlet
from vitalshift_desktop.domain.safe_contact import Way
from vitalshift_desktop.printing.agreement_page import document
from vitalshift_desktop.printing.output import prepared_printer, print_document
from vitalshift_desktop.printing.pdf_file import file_name
from vitalshift_desktop.printing.typesetting import pdf
from vitalshift_desktop.services.agreeing import RenderPage
from vitalshift_desktop.services.disclosures import Rendered
from vitalshift_desktop.ui.background import Job
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.pdf_saving import chosen_path, saved_with_entry
from vitalshift_desktop.ui.safe_contact import may_go_on

Made = TypeVar("Made")


def printed(
    desk: Desk, owner: QWidget, client_id: ClientId, hand_out: Callable[[Outlet, RenderPage], Made]
) -> Made | None:
    """What `hand_out` made once the page went to the chosen printer; None when it was given up before.

    Raises what `hand_out` raises, and PrinterFailed.
    """
    if not may_go_on(desk, owner, client_id, Way.PAPER):
        return None
    printer = prepared_printer(desk.workspace.practice.get().paper)
    if not desk.dialogs.choose_printer(owner, printer):
        return None
    outlet = Outlet.PDF if printer.outputFileName() else Outlet.PRINTER
    return hand_out(outlet, lambda page: _sent(page, printer))


def path_to_save(desk: Desk, owner: QWidget, client_id: ClientId) -> Path | None:
    """Where a PDF is to be saved, after what the client asked for and that it is not encrypted; None when given up."""
    if not may_go_on(desk, owner, client_id, Way.PAPER):
        return None
    return chosen_path(desk, owner, file_name("agreement", desk.workspace.disclosures.next_serial()))


def saved(hand_out: Callable[[Outlet, RenderPage], Made], path: Path, _job: Job) -> Made:
    """What `hand_out` made once the page was saved at `path`; runs beside the window.

    Raises what `hand_out` raises, DiskFull or FolderIsReadOnly; then no file stays.
    """

    def entered(save: Callable[[bytes], None]) -> Made:
        def render(page: AgreementPage) -> Rendered:
            made = pdf(document(page))
            save(made.content)
            return made.content, made.sheets

        return hand_out(Outlet.PDF, render)

    return saved_with_entry(path, entered)


def _sent(page: AgreementPage, printer: QPrinter) -> Rendered:
    pages = document(page)
    made = pdf(pages)
    print_document(pages, printer)
    return made.content, made.sheets
