"""Notes on agreements in the hands of a counselor: what is wrong is in sight, and nothing is chosen behind the back."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.services.world import World
from tests.ui.boundary_events.conftest import WORDS, noted, shown
from vitalshift_desktop.domain.agreements import AgreedHow, ClauseVersion, DraftClause, Topic
from vitalshift_desktop.domain.clients import Client
from vitalshift_desktop.domain.consultations import ConsultationDetails
from vitalshift_desktop.domain.worksheets import Before
from vitalshift_desktop.ui.boundary_events import notes_page
from vitalshift_desktop.ui.boundary_events.consultation_sheet import ConsultationSheet
from vitalshift_desktop.ui.boundary_events.event_form import EventForm, NoteFrom
from vitalshift_desktop.ui.boundary_events.notes_page import AgreementNotesPage
from vitalshift_desktop.ui.boundary_events.worksheet_sheet import WorksheetSheet
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.form_places import form_of
from vitalshift_desktop.ui.widgets.record_label import RecordLabel


def test_what_is_wrong_has_the_focus_and_is_in_sight(
    desk: Desk, client: Client, clause: ClauseVersion, window: QWidget, qtbot: QtBot
) -> None:
    window.resize(700, 340)
    form = EventForm(desk, client.id, window, NoteFrom(clause.clause_id))
    with qtbot.waitExposed(form):
        form.open()
    form.reaction.edit.setFocus()
    form.save.click()
    qtbot.waitUntil(lambda: _is_in_sight(form.facts, form))
    assert form.facts.isAncestorOf(QApplication.focusWidget() or form)


def _is_in_sight(field: QWidget, form: EventForm) -> bool:
    top = field.mapTo(form, QPoint(0, 0)).y()
    return top >= 0 and top + field.height() <= form.height()


def test_among_several_agreements_none_is_chosen_beforehand(
    desk: Desk, world: World, client: Client, clause: ClauseVersion, window: QWidget
) -> None:
    draft = DraftClause(Topic.CONTACT, "Messages until six.")
    world.workspace.agreements.agree(client.id, (draft,), world.today, None, AgreedHow.VERBAL)
    form = EventForm(desk, client.id, window)
    form.open()
    form.facts.show_text(WORDS)
    form.save.click()
    assert "Choose the agreement" in form.clause.error
    assert world.workspace.boundary_events.page(client.id).events == ()
    assert EventForm(desk, client.id, window, NoteFrom(clause.clause_id)).clause.value == clause.clause_id


def test_half_a_note_about_an_earlier_day_keeps_the_agreement_of_that_day(
    desk: Desk, world: World, client: Client, clause: ClauseVersion, window: QWidget
) -> None:
    agreements = world.workspace.agreements
    draft = DraftClause(Topic.CONTACT, "Messages until six.")
    agreements.agree(client.id, (draft,), world.today, None, AgreedHow.VERBAL)
    agreements.end_clause(clause.clause_id, date(2026, 2, 20))
    form = EventForm(desk, client.id, window)
    form.open()
    form.day.show_day(date(2026, 2, 10))
    form.day.changed.emit()
    form.facts.show_text(WORDS)
    assert form.clause.value == clause.clause_id
    half = form.half_filled()
    assert half is not None
    again = form_of(desk, half.place, window)
    assert isinstance(again, EventForm)
    again.take_back(half)
    assert (again.day.day(), again.clause.value) == (date(2026, 2, 10), clause.clause_id)
    assert again.wording.words() == clause.wording


def test_where_nothing_is_agreed_agreeing_is_offered_first(
    desk: Desk, world: World, client: Client, qtbot: QtBot
) -> None:
    page = AgreementNotesPage(desk)
    page.show_client(client.id)
    bridge = shown(qtbot, world, page)
    assert "Nothing is agreed" in page.events.sentence.text()
    assert not page.write.isVisible()
    with qtbot.waitSignal(desk.wishes.agree) as wished:
        page.agree.click()
    assert wished.args == [client.id]
    draft = DraftClause(Topic.CONTACT, "Messages until six.")
    world.workspace.agreements.agree(client.id, (draft,), world.today, None, AgreedHow.VERBAL)
    qtbot.waitUntil(page.write.isVisible)
    assert not page.agree.isVisible()
    bridge.close()


def test_of_many_notes_the_newest_are_shown_and_the_earlier_ones_when_asked(
    desk: Desk, world: World, client: Client, clause: ClauseVersion, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _number in range(3):
        noted(world, clause)
    page = AgreementNotesPage(desk)
    page.show_client(client.id)
    bridge = shown(qtbot, world, page)
    monkeypatch.setattr(notes_page, "MOST_ROWS", 2)
    page.look_again()
    assert (len(page.events.rows.links), page.events.more.text()) == (2, "1 earlier one")
    page.events.more.click()
    assert (len(page.events.rows.links), page.events.more.text()) == (1, "Back to the newest")
    assert page.events.rows.links[0].hasFocus()
    page.events.more.click()
    assert len(page.events.rows.links) == 2
    bridge.close()


def test_a_corrected_consultation_opens_as_it_stands_now(
    desk: Desk, world: World, client: Client, window: QWidget
) -> None:
    log = world.workspace.consultations
    first = log.log(client.id, ConsultationDetails(world.today, "Petra", "Whether to take a jar of jam"))
    log.correct(first.id, ConsultationDetails(world.today, "Petra", "Whether to take two jars"))
    sheet = ConsultationSheet(desk, first.id, window)
    words = [one.words() for one in sheet.findChildren(RecordLabel)]
    assert words.index("Whether to take two jars") < words.index("Whether to take a jar of jam")
    sheet.correct.click()
    assert window.findChild(QWidget, "consultation_form") is not None or sheet.findChild(QWidget, "consultation_form")


def test_a_sentence_begins_with_a_capital_and_its_month_keeps_its_own(
    desk: Desk, world: World, client: Client, window: QWidget
) -> None:
    sheet = world.workspace.worksheets.begin(client.id, Before("Accept the jam.", "To refuse would hurt."))
    assert WorksheetSheet(desk, sheet.id, window).facts.text() == "Open, written 2 March 2026."
