"""Ways to look at the summary page and to hand out what it shows."""

from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.support.dialogs import FakeDialogs
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.printing.summary_page import SummaryPage

AGREE, CANCEL = "Choose where…", "Cancel"


class PaperDialogs(FakeDialogs):
    """Prints into a prepared file; in a folder that is not there the printer takes nothing."""

    def choose_printer(self, owner: object, printer: object) -> bool:
        file = self.choose_save_file(owner, "printer", "")
        if file is not None:
            assert isinstance(printer, QPrinter)
            printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
            printer.setOutputFileName(str(file))
        return file is not None


def shown(page: QWidget, qtbot: QtBot) -> None:
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()


def settled(page: SummaryPage, desk: Desk, qtbot: QtBot) -> None:
    """The page is shown and its preview is set."""
    if not page.isVisible():
        shown(page, qtbot)
    qtbot.waitUntil(lambda: not desk.background.is_busy and page.preview.count > 0)


def save(page: SummaryPage, dialogs: FakeDialogs, file: Path | None) -> None:
    dialogs.next_answer(AGREE)
    dialogs.next_answer(file)
    page.header.save.click()


def ink(image: QImage) -> int:
    """How many dots are as dark as print."""
    return sum(
        image.pixelColor(x, y).lightness() < 90 for x in range(0, image.width(), 2) for y in range(image.height())
    )
