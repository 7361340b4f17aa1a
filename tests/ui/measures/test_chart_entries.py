from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.services.world import World
from tests.ui.measures.pages import DROP, cell, rated, spoken
from vitalshift_desktop.domain.chart_entries import EntryKind
from vitalshift_desktop.domain.drafts import HalfFilled
from vitalshift_desktop.domain.medicines import MedicineDetails
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.form_places import form_of
from vitalshift_desktop.ui.measures.alliance_page import AlliancePage
from vitalshift_desktop.ui.measures.chart_entry_form import ChartEntryForm
from vitalshift_desktop.ui.measures.shown_parts import Part
from vitalshift_desktop.ui.widgets.buttons import LinkButton

LETTER = "the letter I had not answered"


def opened(page: AlliancePage) -> ChartEntryForm:
    return next(form for form in page.window().findChildren(ChartEntryForm) if form.isVisible())


def add_note(page: AlliancePage, words: str = LETTER) -> None:
    QTest.keyClick(page.entries.add, Qt.Key.Key_Space)
    form = opened(page)
    QTest.keyClicks(form.words.edit, words)
    QTest.keyClick(form.words.edit, Qt.Key.Key_Return)
    QApplication.processEvents()


def link(page: AlliancePage, words: str) -> LinkButton:
    return next(one for one in page.entries.findChildren(LinkButton) if one.isVisible() and one.text() == words)


def test_a_note_added_by_keyboard_stands_at_the_session_that_is_read_out(page: AlliancePage, world: World) -> None:
    page.show_client(rated(world, DROP).id)
    assert page.chart.facts.lanes == 1
    page.chart.step_to(4)
    add_note(page)
    assert page.chart.facts.lanes == 2
    assert [one.place for one in page.chart.facts.placed] == [4.0]
    assert f"Note: {LETTER}." in page.readout.text()
    last = page.table.model.rowCount() - 1
    assert [cell(page, last, place) for place in (3, 4)] == ["", "\u25a1"]
    index = page.table.model.index(last, 4)
    assert LETTER in str(index.data(Qt.ItemDataRole.AccessibleTextRole))


def test_the_tips_of_the_table_show_what_was_written_and_follow_no_markup(page: AlliancePage, world: World) -> None:
    client = rated(world, DROP, "<b>Bea</b>")
    day = world.workspace.alliance.course(client.id).points[4].day
    world.workspace.chart_entries.add(client.id, day, EntryKind.NOTE, "<img src=x>")
    page.show_client(client.id)
    model = page.table.model
    tips = [str(model.index(0, place).data(Qt.ItemDataRole.ToolTipRole)) for place in range(model.columnCount())]
    tips += [widget.toolTip() for widget in page.table.findChildren(QWidget)]
    assert "&lt;img src=x&gt;" in " ".join(tips)
    assert not [tip for tip in tips if "<b>" in tip or "<img" in tip]


def test_notes_and_events_can_be_left_out(page: AlliancePage, world: World) -> None:
    client = rated(world, DROP)
    day = world.workspace.alliance.course(client.id).points[2].day
    world.workspace.chart_entries.add(client.id, day, EntryKind.NOTE, LETTER)
    page.show_client(client.id)
    assert page.controls.boxes[Part.NOTES].isVisible()
    assert not page.controls.boxes[Part.EVENTS].isVisible()
    world.workspace.medicines.add(client.id, MedicineDetails("Sertraline", world.today, since=day))
    QApplication.processEvents()
    assert page.controls.boxes[Part.EVENTS].isVisible()
    QTest.keyClick(page.controls.boxes[Part.NOTES], Qt.Key.Key_Space)
    assert [one.happening.words for one in page.chart.facts.placed] == ["Sertraline"]
    QTest.keyClick(page.controls.boxes[Part.EVENTS], Qt.Key.Key_Space)
    assert page.chart.facts.lanes == 1


def test_what_lies_between_two_sessions_is_read_with_the_later_one(page: AlliancePage, world: World) -> None:
    client = rated(world, DROP)
    day = world.workspace.alliance.course(client.id).points[2].day
    world.workspace.chart_entries.add(client.id, day + timedelta(days=2), EntryKind.HOLIDAY, "")
    page.show_client(client.id)
    assert [one.place for one in page.chart.facts.placed] == [2.5]
    page.chart.step_to(3)
    assert page.readout.text().endswith("Holiday.")


def test_an_entry_can_be_changed_and_taken_off_and_both_undone(page: AlliancePage, world: World, desk: Desk) -> None:
    page.show_client(rated(world, DROP).id)
    offered: list[Callable[[], object]] = []
    desk.wishes.undo_offered.connect(lambda _words, undo: offered.append(undo))
    add_note(page)
    QTest.keyClick(link(page, "Change\u2026"), Qt.Key.Key_Space)
    form = opened(page)
    form.words.show_text("another letter")
    QTest.keyClick(form.words.edit, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert LETTER not in spoken(page)
    offered[1]()
    QApplication.processEvents()
    assert LETTER in spoken(page)
    QTest.keyClick(link(page, "Take off"), Qt.Key.Key_Space)
    QApplication.processEvents()
    assert page.chart.facts.placed == ()
    offered[2]()
    QApplication.processEvents()
    assert len(page.chart.facts.placed) == 1


def test_a_note_without_words_is_refused_beside_its_field(page: AlliancePage, world: World) -> None:
    page.show_client(rated(world, DROP).id)
    add_note(page, "")
    form = opened(page)
    assert form.isVisible()
    kept = form.half_filled()
    assert kept is None
    form.kind.choose(EntryKind.HOLIDAY)
    QTest.keyClick(form.words.edit, Qt.Key.Key_Return)
    assert not form.isVisible()


def test_what_is_half_filled_comes_back_after_a_lock(page: AlliancePage, world: World, desk: Desk) -> None:
    page.show_client(rated(world, DROP).id)
    QTest.keyClick(page.entries.add, Qt.Key.Key_Space)
    form = opened(page)
    QTest.keyClicks(form.words.edit, LETTER)
    kept = form.half_filled()
    assert isinstance(kept, HalfFilled)
    form.reject()
    again = form_of(desk, kept.place, page)
    assert isinstance(again, ChartEntryForm)
    again.take_back(kept)
    assert again.words.text() == LETTER
    again.deleteLater()


def test_with_initials_only_the_words_are_hidden_and_the_kind_stays(
    page: AlliancePage, world: World, desk: Desk
) -> None:
    page.show_client(rated(world, DROP).id)
    page.chart.step_to(4)
    add_note(page)
    desk.privacy.set_on(True)
    QApplication.processEvents()
    assert LETTER not in spoken(page)
    assert page.readout.text().endswith("Note.")
