"""Shows finished pages on the screen and sends them to a printer."""

import shutil
import subprocess  # `lp` takes the PDF itself, which prints sharper than a picture of it
import sys
from collections.abc import Iterator, Sequence
from typing import Final

from PySide6.QtCore import QMarginsF, QRect, QSize, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from vitalshift_desktop.domain.practice import Paper
from vitalshift_desktop.domain.problems import PrinterFailed
from vitalshift_desktop.printing.typesetting import PaperDocument, page_pictures, pdf

PRINTER_PPI: Final = 300
JOB_NAME: Final = "VitalShift"
_LP_SECONDS: Final = 30
_SIDES: Final = {
    QPrinter.DuplexMode.DuplexNone: "one-sided",
    QPrinter.DuplexMode.DuplexLongSide: "two-sided-long-edge",
    QPrinter.DuplexMode.DuplexShortSide: "two-sided-short-edge",
}


def preview_images(pictures: Sequence[bytes]) -> tuple[QImage, ...]:
    """Page pictures (PNG) as images; scale them down smoothly to the size on screen."""
    return tuple(QImage.fromData(picture) for picture in pictures)


def prepared_printer(paper: Paper) -> QPrinter:
    """A printer for the system's dialog: the right paper, the whole sheet, a job name that names nobody."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    page = QPageSize.PageSizeId.Letter if paper is Paper.LETTER else QPageSize.PageSizeId.A4
    printer.setPageLayout(QPageLayout(QPageSize(page), QPageLayout.Orientation.Portrait, QMarginsF()))
    printer.setFullPage(True)
    printer.setDocName(JOB_NAME)
    printer.setCreator(JOB_NAME)
    return printer


def print_document(document: PaperDocument, printer: QPrinter) -> None:
    """Sends the pages to the printer chosen in the dialog: the PDF itself where the system takes it, else pictures.

    Nothing is written to a disk by the app; the system's print queue keeps its own copy. Raises PrinterFailed.
    """
    command = _lp_command(printer)
    if command and _taken_by_lp(command, pdf(document).content):
        return
    pages_to_printer(page_pictures(document, PRINTER_PPI), printer)


def pages_to_printer(pages: Sequence[bytes], printer: QPrinter) -> None:
    """Paints page pictures (PNG), one to a sheet; raises PrinterFailed when the printer does not take them."""
    painter = QPainter()
    if not painter.begin(printer):
        raise PrinterFailed
    try:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for number, page in enumerate(_in_print_order(pages, printer)):
            if number and not printer.newPage():
                raise PrinterFailed
            _paint(painter, QImage.fromData(page), printer)
    finally:
        finished = painter.end()
    if not finished or printer.printerState() == QPrinter.PrinterState.Error:
        raise PrinterFailed


def _paint(painter: QPainter, image: QImage, printer: QPrinter) -> None:
    """The picture as large as the sheet allows, in its middle."""
    if image.isNull():
        raise PrinterFailed
    sheet = printer.pageLayout().fullRectPixels(printer.resolution())
    fitted = image.size().scaled(sheet.size(), Qt.AspectRatioMode.KeepAspectRatio)
    painter.drawImage(_middle(sheet, fitted), image)


def _middle(sheet: QRect, fitted: QSize) -> QRect:
    place = QRect(sheet.topLeft(), fitted)
    place.moveCenter(sheet.center())
    return place


def _in_print_order(pages: Sequence[bytes], printer: QPrinter) -> Iterator[bytes]:
    """The pages asked for in the dialog, as often as asked for where the printer cannot repeat them itself."""
    first, last = (printer.fromPage() or 1), (printer.toPage() or len(pages))
    chosen = list(pages[first - 1 : last])
    if printer.pageOrder() == QPrinter.PageOrder.LastPageFirst:
        chosen.reverse()
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    for _number in range(copies):
        yield from chosen


def _lp_command(printer: QPrinter) -> list[str]:
    """The command that hands a PDF on standard input to the chosen printer; empty where there is no such way."""
    program = None if sys.platform == "win32" else shutil.which("lp")
    to_file = printer.outputFileName() or printer.outputFormat() != QPrinter.OutputFormat.NativeFormat
    if not program or to_file or not printer.printerName():
        return []
    command = [program, "-s", "-d", printer.printerName(), "-n", str(printer.copyCount()), "-t", JOB_NAME]
    if printer.fromPage():
        command += ["-P", f"{printer.fromPage()}-{printer.toPage()}"]
    if printer.duplex() in _SIDES:
        command += ["-o", f"sides={_SIDES[printer.duplex()]}"]
    if printer.colorMode() == QPrinter.ColorMode.GrayScale:
        command += ["-o", "print-color-mode=monochrome"]
    return [*command, "-"]


def _taken_by_lp(command: Sequence[str], content: bytes) -> bool:
    """True when the print queue took the PDF."""
    try:
        done = subprocess.run(  # noqa: S603  # a found program and a list of arguments, no shell
            command, input=content, capture_output=True, timeout=_LP_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
