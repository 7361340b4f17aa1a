"""Sends an agreement to the printer; its entry in the ledger is part of the same act."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from vitalshift_desktop.domain.agreement_page import AgreementPage
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.disclosures import Outlet
from vitalshift_desktop.domain.safe_contact import Way
from vitalshift_desktop.printing.agreement_page import document
from vitalshift_desktop.printing.output import prepared_printer, print_document
from vitalshift_desktop.printing.typesetting import pdf
from vitalshift_desktop.services.agreeing import RenderPage
from vitalshift_desktop.services.disclosures import Rendered
from vitalshift_desktop.ui.desk import Desk
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


def _sent(page: AgreementPage, printer: QPrinter) -> Rendered:
    pages = document(page)
    made = pdf(pages)
    print_document(pages, printer)
    return made.content, made.sheets
