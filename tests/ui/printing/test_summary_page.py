import hashlib
import stat
from datetime import date, time, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.printing.sample_pages import sheets
from tests.services.world import World
from tests.support.dialogs import FakeDialogs
from vitalshift_desktop.domain.clients import Client
from vitalshift_desktop.domain.disclosures import Outlet
from vitalshift_desktop.domain.goals import GoalDetails
from vitalshift_desktop.domain.practice import Paper, Practice
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.printing.summary_page import SummaryPage
from vitalshift_desktop.ui.theme.theme import ThemeMode, theme
from vitalshift_desktop.ui.widgets.checks import CheckBox
from vitalshift_desktop.words import _

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


@pytest.fixture
def dialogs() -> PaperDialogs:
    return PaperDialogs()


@pytest.fixture
def client(world: World) -> Client:
    world.workspace.practice.change(Practice(practice_name="Ellery Counseling", paper=Paper.A4))
    client = world.client("Maren Tveit")
    world.rated(client, [7, 7, 6, 7, 8, 7, 5, 7])
    world.workspace.goals.add(client.id, GoalDetails("Shop on my own", target=8))
    return client


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, client: Client) -> SummaryPage:
    page = SummaryPage(desk)
    qtbot.addWidget(page)
    page.resize(1080, 742)
    page.show_client(client.id)
    return page


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


def test_the_preview_shows_the_pages_and_where_one_is(qtbot: QtBot, page: SummaryPage, desk: Desk) -> None:
    settled(page, desk, qtbot)
    assert page.preview.number == 1
    assert page.preview.place.text() == f"Page 1 of {page.preview.count}"
    assert page.preview.page.accessibleName() == page.preview.place.text()
    assert page.header.name.text() == "Maren Tveit"


def test_page_down_and_up_turn_the_pages(qtbot: QtBot, page: SummaryPage, desk: Desk) -> None:
    settled(page, desk, qtbot)
    page.options.own.where_things_stand.setPlainText("A long line.\n" * 80)
    qtbot.waitUntil(lambda: page.preview.count > 1)
    page.focus_first()
    QTest.keyClick(page.window(), Qt.Key.Key_PageDown)
    assert page.preview.number == 2
    assert page.preview.thumbs[1].isChecked()
    QTest.keyClick(page.window(), Qt.Key.Key_PageUp)
    assert page.preview.number == 1
    page.preview.thumbs[1].click()
    assert page.preview.number == 2


def test_the_page_stays_while_the_next_one_is_set(qtbot: QtBot, page: SummaryPage, desk: Desk) -> None:
    settled(page, desk, qtbot)
    page.options.parts.goals.click()
    assert page.preview.count > 0
    settled(page, desk, qtbot)


def test_of_many_changes_only_the_last_is_shown(qtbot: QtBot, page: SummaryPage, desk: Desk) -> None:
    settled(page, desk, qtbot)
    seen: list[int] = []
    for paper in (Paper.LETTER, Paper.A4, Paper.LETTER, Paper.A4):
        page.options.paper.choose(paper)
        page.options.paper.chosen.emit(paper)
        seen.append(page.preview.count)
    settled(page, desk, qtbot)
    assert all(seen)
    image = page.preview.page.grab()
    assert not image.isNull()
    assert page.preview.number == 1


def test_a_saved_pdf_is_private_has_its_serial_on_every_sheet_and_stands_in_the_ledger(
    qtbot: QtBot, page: SummaryPage, desk: Desk, client: Client, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    settled(page, desk, qtbot)
    file = tmp_path / "out.pdf"
    save(page, dialogs, file)
    qtbot.waitUntil(page.outcome.isVisible)
    content = file.read_bytes()
    (entry,) = desk.workspace.disclosures.of_client(client.id)
    assert (entry.serial, entry.outlet, entry.audience) == ("26-0001", Outlet.PDF, "client")
    assert entry.digest == hashlib.sha256(content).hexdigest()
    pages = sheets(content)
    assert entry.pages == len(pages)
    assert all("26-0001" in words for words in pages)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert page.outcome.sentence() == "Saved as out.pdf, serial 26-0001."


def test_saving_asks_once_and_proposes_a_name_without_the_clients(
    qtbot: QtBot, page: SummaryPage, desk: Desk, client: Client, dialogs: FakeDialogs
) -> None:
    settled(page, desk, qtbot)
    save(page, dialogs, None)
    question, place = dialogs.asked
    assert question.title == _("A PDF is not encrypted.")
    assert "logs what was saved, when and for whom" in question.text
    assert question.buttons[-1] == CANCEL
    assert place.text == "summary-26-0001.pdf"
    assert desk.workspace.disclosures.of_client(client.id) == ()


def test_saying_no_saves_nothing(
    qtbot: QtBot, page: SummaryPage, desk: Desk, client: Client, dialogs: FakeDialogs
) -> None:
    settled(page, desk, qtbot)
    dialogs.next_answer(CANCEL)
    page.header.save.click()
    assert len(dialogs.asked) == 1
    assert desk.workspace.disclosures.of_client(client.id) == ()


def test_a_name_without_ending_gets_one_and_never_replaces_a_file_unasked(
    qtbot: QtBot, page: SummaryPage, desk: Desk, client: Client, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    settled(page, desk, qtbot)
    there = tmp_path / "out.pdf"
    there.write_text("something else")
    save_with_cancel = (AGREE, tmp_path / "out", CANCEL)
    for answer in save_with_cancel:
        dialogs.next_answer(answer)
    page.header.save.click()
    assert there.read_text() == "something else"
    assert desk.workspace.disclosures.of_client(client.id) == ()
    save(page, dialogs, tmp_path / "other")
    qtbot.waitUntil((tmp_path / "other.pdf").exists)
    settled(page, desk, qtbot)


def test_a_file_that_cannot_be_written_leaves_no_entry_and_frees_its_serial(
    qtbot: QtBot, page: SummaryPage, desk: Desk, client: Client, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    settled(page, desk, qtbot)
    save(page, dialogs, tmp_path / "no such folder" / "out.pdf")
    qtbot.waitUntil(page.trouble.isVisible)
    assert page.trouble.sentence().startswith("This folder cannot be written to.")
    assert desk.workspace.disclosures.of_client(client.id) == ()
    assert desk.workspace.disclosures.next_serial() == "26-0001"
    save(page, dialogs, tmp_path / "out.pdf")
    qtbot.waitUntil(page.outcome.isVisible)
    assert not page.trouble.isVisible()


def test_printing_enters_the_ledger_in_the_same_act(
    qtbot: QtBot, page: SummaryPage, desk: Desk, client: Client, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    settled(page, desk, qtbot)
    dialogs.next_answer(tmp_path / "printed.pdf")
    page.print_now()
    assert (tmp_path / "printed.pdf").stat().st_size > 10_000
    (entry,) = desk.workspace.disclosures.of_client(client.id)
    assert entry.serial == "26-0001"
    assert page.outcome.sentence() == "Sent to the printer, serial 26-0001."


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_fails_leaves_no_entry_and_says_what_to_do(
    qtbot: QtBot, page: SummaryPage, desk: Desk, client: Client, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    settled(page, desk, qtbot)
    dialogs.next_answer(tmp_path / "no such folder" / "printed.pdf")
    page.header.print.click()
    assert page.trouble.isVisible()
    assert page.trouble.sentence().startswith("The printer did not take the pages.")
    assert desk.workspace.disclosures.of_client(client.id) == ()


def test_a_cancelled_print_dialog_prints_nothing(
    qtbot: QtBot, page: SummaryPage, desk: Desk, client: Client, dialogs: FakeDialogs
) -> None:
    settled(page, desk, qtbot)
    dialogs.next_answer(None)
    page.print_now()
    assert desk.workspace.disclosures.of_client(client.id) == ()


def test_what_is_ticked_and_written_is_on_the_page(
    qtbot: QtBot, page: SummaryPage, desk: Desk, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    settled(page, desk, qtbot)
    options = page.options
    options.parts.goals.click()
    options.parts.chart.click()
    options.parts.own.click()
    for editor, words in (
        (options.own.where_things_stand, "Shops alone at quiet hours."),
        (options.own.what_helped, "One plan and no second one."),
        (options.own.next_steps, "Supermarket twice\nReview goals"),
    ):
        editor.setFocus()
        for line in words.split("\n"):
            QTest.keyClicks(editor, line + ("\r" if line == "Supermarket twice" else ""))
    save(page, dialogs, tmp_path / "out.pdf")
    qtbot.waitUntil(page.outcome.isVisible)
    words_on_paper = " ".join(sheets((tmp_path / "out.pdf").read_bytes()))
    for words in ("Working together", "Shops alone at quiet hours.", "Supermarket twice", "Review goals", "Counselor"):
        assert words in words_on_paper
    assert "Shop on my own" not in words_on_paper


def test_finer_choices_wait_for_the_part_they_belong_to(qtbot: QtBot, page: SummaryPage) -> None:
    shown(page, qtbot)
    parts = page.options.parts
    assert not parts.own.isEnabled()
    assert parts.own.toolTip() == "Tick “Check-in chart” first."
    parts.chart.click()
    assert parts.own.isEnabled()
    assert parts.own.toolTip() == ""


def test_process_notes_have_a_dead_box_that_says_why(qtbot: QtBot, page: SummaryPage) -> None:
    shown(page, qtbot)
    box = page.options.parts.process_notes
    assert not box.isEnabled()
    assert not box.isChecked()
    assert box.toolTip() == box.accessibleDescription() == "Process notes are never printed or saved with a summary."


def test_a_period_in_the_wrong_order_is_told_at_its_field_and_nothing_is_printed(
    qtbot: QtBot, page: SummaryPage, desk: Desk, world: World
) -> None:
    settled(page, desk, qtbot)
    page.options.first.show_day(world.today + timedelta(days=1))
    page.options.first.changed.emit()
    assert page.options.first.error == "The first day is after the last one."
    page.print_now()
    page.save_pdf()
    assert page.preview.count > 0


def test_a_shorter_period_holds_only_its_own_sessions(
    qtbot: QtBot, page: SummaryPage, desk: Desk, world: World, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    settled(page, desk, qtbot)
    assert page.options.first.day() == world.today - timedelta(days=56)
    page.options.first.show_day(world.today - timedelta(days=8))
    page.options.first.changed.emit()
    save(page, dialogs, tmp_path / "out.pdf")
    qtbot.waitUntil(page.outcome.isVisible)
    assert "1 session attended" in " ".join(sheets((tmp_path / "out.pdf").read_bytes()))


def test_a_client_without_sessions_and_goals_gets_a_page_that_says_so(
    qtbot: QtBot, desk: Desk, world: World, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    page = SummaryPage(desk)
    qtbot.addWidget(page)
    page.show_client(world.client("Rune Q.").id)
    settled(page, desk, qtbot)
    qtbot.waitUntil(page.notice.isVisible)
    assert page.notice.sentence().startswith("Nothing is recorded in this period yet.")
    save(page, dialogs, tmp_path / "out.pdf")
    qtbot.waitUntil(page.outcome.isVisible)
    assert "Rune Q." in sheets((tmp_path / "out.pdf").read_bytes())[0]


def test_characters_that_no_font_has_are_named(qtbot: QtBot, page: SummaryPage, desk: Desk) -> None:
    settled(page, desk, qtbot)
    page.options.own.what_helped.setPlainText("\U0001f9ff\U000f1234")
    qtbot.waitUntil(page.notice.isVisible)
    assert "\U000f1234" in page.notice.sentence()


def test_another_client_begins_with_empty_fields_and_the_same_one_keeps_what_was_typed(
    qtbot: QtBot, page: SummaryPage, desk: Desk, world: World, client: Client
) -> None:
    settled(page, desk, qtbot)
    page.options.own.what_helped.setPlainText("One plan.")
    page.options.parts.chart.click()
    page.show_client(client.id)
    assert page.options.own.what_helped.text() == "One plan."
    assert page.options.parts.parts().checkin_chart
    page.show_client(world.client("Rune Q.").id)
    assert page.options.own.what_helped.text() == ""
    assert not page.options.parts.parts().checkin_chart
    settled(page, desk, qtbot)


def test_the_paper_starts_from_the_practices_own(qtbot: QtBot, page: SummaryPage, desk: Desk) -> None:
    settled(page, desk, qtbot)
    assert page.options.paper.value is Paper.A4


def test_while_only_initials_are_shown_name_page_and_words_are_covered(
    qtbot: QtBot, page: SummaryPage, desk: Desk
) -> None:
    settled(page, desk, qtbot)
    page.options.own.what_helped.setPlainText("Marker")
    settled(page, desk, qtbot)
    plain = ink(page.preview.page.grab().toImage())
    desk.privacy.set_on(True)
    settled(page, desk, qtbot)
    assert page.header.name.text() == "M. T."
    assert page.options.own.what_helped.is_covered
    assert ink(page.preview.page.grab().toImage()) == 0 < plain
    desk.privacy.set_on(False)
    settled(page, desk, qtbot)
    assert ink(page.preview.page.grab().toImage()) == plain


def ink(image: QImage) -> int:
    """How many dots are as dark as print."""
    return sum(
        image.pixelColor(x, y).lightness() < 90 for x in range(0, image.width(), 2) for y in range(image.height())
    )


def test_back_leads_back_and_every_control_has_a_name(qtbot: QtBot, page: SummaryPage, desk: Desk) -> None:
    settled(page, desk, qtbot)
    with qtbot.waitSignal(desk.wishes.back):
        page.header.back.click()
    assert page.header.back.accessibleName() == "Back"
    assert all(box.accessibleName() for box in page.findChildren(CheckBox))
    assert page.options.first.edit.accessibleName() == "From"
    assert page.options.own.next_steps.accessibleName() == "Next steps"
    assert [thumb.accessibleName() for thumb in page.preview.thumbs][:1] == ["Page 1"]


def test_the_promise_about_files_is_on_the_page(qtbot: QtBot, page: SummaryPage) -> None:
    shown(page, qtbot)
    words = _("A PDF is not encrypted. VitalShift logs what was printed or saved, when and for whom.")
    assert any(words == label.text() for label in page.options.findChildren(type(page.header.title)))


def test_in_large_text_everything_of_the_options_is_inside_and_the_buttons_keep_their_names(
    qtbot: QtBot, page: SummaryPage, desk: Desk
) -> None:
    settled(page, desk, qtbot)
    page.resize(912, 622)
    theme().apply(ThemeMode.LIGHT, 200)
    try:
        qtbot.waitUntil(lambda: page.options.width() > 400)
        assert page.options.column.totalMinimumSize().width() <= page.options.viewport().width()
        assert page.header.print.accessibleName() == "Print…"
        assert page.header.save.accessibleName() == "Save as PDF…"
        qtbot.waitUntil(lambda: page.header.rect().contains(page.header.print.geometry()))
    finally:
        theme().apply(ThemeMode.LIGHT, 100)


def test_a_session_added_elsewhere_is_on_the_page_when_it_looks_again(
    qtbot: QtBot, page: SummaryPage, desk: Desk, world: World, client: Client, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    settled(page, desk, qtbot)
    world.held(client, 0, time(8, 0))
    page.look_again_soon()
    save(page, dialogs, tmp_path / "out.pdf")
    qtbot.waitUntil(page.outcome.isVisible)
    assert "9 sessions attended" in " ".join(sheets((tmp_path / "out.pdf").read_bytes()))
    assert page.options.last.day() == date(2026, 3, 2)
