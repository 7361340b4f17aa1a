import os
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from tests.printing.sample_pages import EVERYTHING, difference, opened, pictures_of, sheet_sizes, summary
from vitalshift_desktop.domain.practice import Paper
from vitalshift_desktop.domain.problems import PrinterFailed
from vitalshift_desktop.printing import output, progress_summary, typesetting
from vitalshift_desktop.printing.typesetting import PaperDocument


def document(paper: Paper = Paper.A4) -> PaperDocument:
    return progress_summary.document(replace(summary(), parts=EVERYTHING, paper=paper))


def printer_to(path: Path, paper: Paper = Paper.A4) -> QPrinter:
    printer = output.prepared_printer(paper)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


@pytest.mark.parametrize(("paper", "size"), [(Paper.A4, (210, 297)), (Paper.LETTER, (216, 279))])
def test_the_printed_sheets_look_like_the_pages(
    qtbot: QtBot, tmp_path: Path, paper: Paper, size: tuple[int, int]
) -> None:
    path = tmp_path / "printed.pdf"
    output.print_document(document(paper), printer_to(path, paper))
    printed = path.read_bytes()
    assert sheet_sizes(printed) == [size, size]
    for sheet, page in zip(pictures_of(printed), pictures_of(typesetting.pdf(document(paper)).content), strict=True):
        assert difference(sheet, page.resize(sheet.size)) < 3.0


def test_the_preview_shows_every_page(qtbot: QtBot) -> None:
    images = output.preview_images(typesetting.page_pictures(document(), 72))
    assert [(image.width(), image.height()) for image in images] == [(595, 842)] * 2


def test_only_the_pages_asked_for_are_printed(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "second.pdf"
    printer = printer_to(path)
    printer.setFromTo(2, 2)
    pages = typesetting.page_pictures(document(), 72)
    output.pages_to_printer(pages, printer)
    sheets = pictures_of(path.read_bytes())
    assert len(sheets) == 1
    assert difference(sheets[0], opened(pages[1]).resize(sheets[0].size)) < 3.0


def test_a_page_for_other_paper_is_fitted_onto_the_sheet(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "fitted.pdf"
    output.pages_to_printer(typesetting.page_pictures(document(Paper.LETTER), 72), printer_to(path, Paper.A4))
    assert sheet_sizes(path.read_bytes()) == [(210, 297)] * 2


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_takes_nothing_is_a_problem_to_act_on(qtbot: QtBot, tmp_path: Path) -> None:
    with pytest.raises(PrinterFailed):
        output.pages_to_printer(typesetting.page_pictures(document(), 30), printer_to(tmp_path / "gone" / "x.pdf"))


def test_a_damaged_page_is_not_printed_as_an_empty_sheet(qtbot: QtBot, tmp_path: Path) -> None:
    with pytest.raises(PrinterFailed):
        output.pages_to_printer([b"not a picture"], printer_to(tmp_path / "x.pdf"))


def test_the_print_job_names_nobody(qtbot: QtBot) -> None:
    assert output.prepared_printer(Paper.A4).docName() == "VitalShift"


def test_the_queue_gets_the_pdf_itself(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    taken = home / "taken.pdf"
    queue = home / "bin" / "lp"
    queue.parent.mkdir()
    queue.write_text(f"#!/bin/sh\nexec cat > '{taken}'\n")
    queue.chmod(0o700)
    monkeypatch.setenv("PATH", f"{queue.parent}{os.pathsep}{os.environ['PATH']}")
    command = [str(queue), "-d", "Office", "-"]
    content = typesetting.pdf(document()).content
    assert output._taken_by_lp(command, content)
    assert taken.read_bytes() == content


def test_a_queue_that_refuses_is_noticed(home: Path) -> None:
    assert not output._taken_by_lp(["false"], b"%PDF")
    assert not output._taken_by_lp([str(home / "no such program")], b"%PDF")


def test_printing_to_a_file_never_goes_through_the_queue(qtbot: QtBot, tmp_path: Path) -> None:
    assert output._lp_command(printer_to(tmp_path / "x.pdf")) == []
