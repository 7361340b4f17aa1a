"""Notes on an agreement on the screen: written, read, classed, added to, set aside; none of it read by others."""

from datetime import date, timedelta

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.services.world import World
from tests.ui.boundary_events.conftest import WORDS, noted, shown
from vitalshift_desktop.domain.agreements import AgreedHow, ClauseVersion, DraftClause, Topic
from vitalshift_desktop.domain.boundary_events import AdditionKind, Conduct, EventClass
from vitalshift_desktop.domain.clients import Client
from vitalshift_desktop.domain.contacts import StartedBy
from vitalshift_desktop.ui.boundary_events.clause_notes import ClauseNotes
from vitalshift_desktop.ui.boundary_events.event_addition_form import EventAdditionForm
from vitalshift_desktop.ui.boundary_events.event_form import EventForm, NoteFrom
from vitalshift_desktop.ui.boundary_events.event_sheet import EventSheet
from vitalshift_desktop.ui.boundary_events.look_form import LookForm
from vitalshift_desktop.ui.boundary_forms import BoundaryForms
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.form_places import form_of
from vitalshift_desktop.ui.widgets.record_label import RecordLabel


def said(widget: QWidget) -> str:
    return "\n".join(one.text() for one in widget.findChildren(QLabel) if not isinstance(one, RecordLabel))


def read(widget: QWidget) -> list[str]:
    return [one.words() for one in widget.findChildren(RecordLabel)]


def test_a_note_is_written_on_the_clause_of_its_day(
    desk: Desk, world: World, client: Client, clause: ClauseVersion, window: QWidget
) -> None:
    form = EventForm(desk, client.id, window, NoteFrom(clause.clause_id))
    form.open()
    form.save.click()
    assert form.facts.error
    form.facts.show_text(WORDS)
    form.conduct.choose(Conduct.COUNSELOR)
    form.started_by.choose(StartedBy.COUNSELOR)
    form.thinking.show_text("I was touched.")
    form.save.click()
    (event,) = world.workspace.boundary_events.page(client.id).events
    assert (event.clause_id, event.number, event.details.facts) == (clause.clause_id, 1, WORDS)
    assert (event.details.conduct, event.event_class) == (Conduct.COUNSELOR, None)


def test_only_clauses_in_force_on_the_day_are_offered_and_a_wrong_day_is_told(
    desk: Desk, world: World, client: Client, clause: ClauseVersion, window: QWidget
) -> None:
    form = EventForm(desk, client.id, window, NoteFrom(clause.clause_id))
    form.open()
    form.facts.show_text(WORDS)
    form.day.show_day(date(2026, 1, 31))
    form.day.changed.emit()
    assert form.clause.value is None
    form.save.click()
    assert form.clause.error
    form.day.show_day(world.today + timedelta(days=1))
    form.day.changed.emit()
    form.save.click()
    assert form.day.error
    form.day.show_day(world.today)
    form.day.changed.emit()
    form.discussed_on.show_day(world.today - timedelta(days=1))
    form.save.click()
    assert form.discussed_on.error
    assert world.workspace.boundary_events.page(client.id).events == ()


def test_what_a_client_does_in_an_emergency_is_refused_in_words(
    desk: Desk, world: World, client: Client, window: QWidget
) -> None:
    draft = DraftClause(Topic.EMERGENCIES, "Call the numbers below.")
    world.workspace.agreements.agree(client.id, (draft,), world.today, None, AgreedHow.VERBAL)
    form = EventForm(desk, client.id, window)
    form.open()
    form.facts.show_text("Called at night.")
    form.save.click()
    assert "emergency" in form.clause.error


def test_half_a_note_is_opened_again_after_a_lock(
    desk: Desk, client: Client, clause: ClauseVersion, window: QWidget
) -> None:
    form = EventForm(desk, client.id, window, NoteFrom(clause.clause_id))
    form.open()
    form.facts.show_text(WORDS)
    half = form.half_filled()
    assert half is not None
    again = form_of(desk, half.place, window)
    assert isinstance(again, EventForm)
    again.take_back(half)
    assert again.facts.text() == WORDS
    assert again.clause.value == clause.clause_id


def test_the_part_under_a_clause_lists_its_notes_and_opens_them(
    desk: Desk, world: World, clause: ClauseVersion, forms: BoundaryForms, qtbot: QtBot
) -> None:
    part = ClauseNotes(desk)
    bridge = shown(qtbot, world, part)
    part.show_clause(clause)
    assert "None." in said(part)
    event = noted(world, clause)
    assert len(part.rows.links) == 1
    assert "not classed" in said(part)
    with qtbot.waitSignal(desk.wishes.about_agreement) as wished:
        part.rows.links[0].click()
    assert wished.args == ["event", event.id]
    assert desk.workspace.boundary_events is not None
    bridge.close()


def test_a_second_note_suggests_a_look_and_a_look_settles_it(
    desk: Desk, world: World, client: Client, clause: ClauseVersion, window: QWidget, qtbot: QtBot
) -> None:
    part = ClauseNotes(desk)
    bridge = shown(qtbot, world, part)
    part.show_clause(clause)
    noted(world, clause)
    assert not part.looked.isVisible()
    noted(world, clause, own=True)
    assert part.looked.isVisible()
    world.clock.advance(hours=1)
    form = LookForm(desk, client.id, clause.clause_id, window)
    form.open()
    form.save.click()
    assert not part.looked.isVisible()
    bridge.close()


def test_the_sheet_shows_the_note_and_what_was_added_to_it(
    desk: Desk, world: World, clause: ClauseVersion, window: QWidget
) -> None:
    event = noted(world, clause)
    sheet = EventSheet(desk, event.id, window)
    sheet.open()
    assert read(sheet) == [WORDS, "I was touched."]
    world.workspace.boundary_events.class_as(event.id, EventClass.STRETCHED)
    world.workspace.boundary_events.set_aside(event.id, "Wrong client.")
    sheet.look_again()
    assert "Classed: Stretched" in said(sheet)
    assert read(sheet)[-1] == "Wrong client."
    assert not sheet.class_it.isVisible()
    desk.privacy.set_on(True)
    assert all(one.is_covered for one in sheet.findChildren(RecordLabel))


def test_only_classes_for_this_conduct_are_offered_and_a_revised_one_needs_words(
    desk: Desk, world: World, clause: ClauseVersion, window: QWidget
) -> None:
    event = noted(world, clause, own=True)
    form = EventAdditionForm(desk, event.id, AdditionKind.CLASS, window)
    form.open()
    assert form.event_class is not None
    form.save.click()
    assert form.event_class.error
    assert "Kept" not in [form.event_class._combo.itemText(n) for n in range(form.event_class._combo.count())]
    form.event_class.choose(EventClass.CROSSING_HELPFUL)
    form.save.click()
    again = EventAdditionForm(desk, event.id, AdditionKind.CLASS, window)
    again.open()
    assert again.event_class is not None
    again.event_class.choose(EventClass.CROSSING_HARMFUL)
    again.save.click()
    assert again.text.error
    again.text.show_text("The client felt left out.")
    again.save.click()
    assert world.workspace.boundary_events.get(event.id).event_class is EventClass.CROSSING_HARMFUL


def test_a_talk_before_the_day_is_refused_in_words(
    desk: Desk, world: World, clause: ClauseVersion, window: QWidget
) -> None:
    event = noted(world, clause)
    form = EventAdditionForm(desk, event.id, AdditionKind.TALKED, window)
    form.open()
    assert form.on is not None
    form.on.show_day(world.today - timedelta(days=1))
    form.save.click()
    assert form.on.error
    form.on.show_day(world.today)
    form.save.click()
    assert world.workspace.boundary_events.get(event.id).discussed_on == world.today
