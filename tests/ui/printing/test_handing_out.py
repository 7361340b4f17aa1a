import hashlib
import stat
from datetime import date, time, timedelta
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.printing.sample_pages import sheets
from tests.services.world import World
from tests.support.dialogs import FakeDialogs
from tests.ui.printing.paper_at_hand import AGREE, CANCEL, save, settled
from vitalshift_desktop.domain.clients import Client
from vitalshift_desktop.domain.disclosures import Outlet
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.printing.summary_page import SummaryPage
from vitalshift_desktop.words import _


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
