from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.services.world import World
from tests.ui.printing.paper_at_hand import ink, settled, shown
from vitalshift_desktop.domain.clients import Client
from vitalshift_desktop.domain.practice import Paper
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.printing.summary_page import SummaryPage
from vitalshift_desktop.ui.theme.theme import ThemeMode, theme
from vitalshift_desktop.ui.widgets.checks import CheckBox
from vitalshift_desktop.words import _


def test_the_preview_shows_the_pages_and_where_one_is(qtbot: QtBot, page: SummaryPage, desk: Desk) -> None:
    settled(page, desk, qtbot)
    assert page.preview.number == 1
    assert page.preview.place.text() == f"Page 1 of {page.preview.count}"
    assert page.preview.page.accessibleName() == page.preview.place.text()
    assert page.header.name.text() == "Maren Tveit"


def test_a_preview_makes_no_file_anywhere(qtbot: QtBot, page: SummaryPage, desk: Desk, home: Path) -> None:
    """E49: in the home, the temporary folder and beside the vault nothing is there that was not before."""
    places = (home, desk.workspace.vault.folder.parent)
    settled(page, desk, qtbot)
    before = {path for place in places for path in place.rglob("*")}
    page.options.own.where_things_stand.setPlainText("A long line.\n" * 80)
    qtbot.waitUntil(lambda: page.preview.count > 1)
    settled(page, desk, qtbot)
    assert {path for place in places for path in place.rglob("*")} == before
    assert not [path for path in before if path.suffix in {".pdf", ".png", ".typ"}]


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
    without = ink(page.preview.page.grab().toImage())
    page.options.own.what_helped.setPlainText("Marker")
    qtbot.waitUntil(lambda: ink(page.preview.page.grab().toImage()) > without)  # the page is set again with the word
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
