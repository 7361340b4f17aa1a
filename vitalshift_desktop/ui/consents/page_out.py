"""Sends a page about consents to the printer; its entry in the ledger is part of the same act."""

from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.consent_page import Sheet
from vitalshift_desktop.domain.disclosures import Disclosure, Outlet
from vitalshift_desktop.domain.safe_contact import Way
from vitalshift_desktop.printing.consent_page import document
from vitalshift_desktop.printing.output import prepared_printer, print_document
from vitalshift_desktop.printing.typesetting import pdf
from vitalshift_desktop.services.disclosures import Rendered
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.safe_contact import may_go_on


def printed(desk: Desk, owner: QWidget, client_id: ClientId, sheet: Sheet) -> Disclosure | None:
    """The entry of the page that went to the chosen printer; None when it was given up before. Raises PrinterFailed."""
    if not may_go_on(desk, owner, client_id, Way.PAPER):
        return None
    printer = prepared_printer(sheet.page.paper)
    if not desk.dialogs.choose_printer(owner, printer):
        return None
    outlet = Outlet.PDF if printer.outputFileName() else Outlet.PRINTER
    printing = desk.workspace.consent_printing
    return printing.print(client_id, sheet, outlet, lambda page: _sent(page, printer))


def _sent(sheet: Sheet, printer: QPrinter) -> Rendered:
    pages = document(sheet)
    made = pdf(pages)
    print_document(pages, printer)
    return made.content, made.sheets
