"""What a version permits, the second step from a contact note, and the drift watch on the screen."""

from datetime import date, time, timedelta

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.services.world import World
from tests.ui.boundary_events.conftest import shown
from tests.ui.wished import Wished
from vitalshift_desktop.domain.agreements import AgreedHow, ClauseVersion, DraftClause, Topic
from vitalshift_desktop.domain.clients import Client
from vitalshift_desktop.domain.contact_rules import ContactHours
from vitalshift_desktop.domain.contacts import ContactDetails, ContactKind, ContactNote
from vitalshift_desktop.domain.fees import ChargeState
from vitalshift_desktop.domain.session_course import SessionCourse
from vitalshift_desktop.domain.sessions import at_local
from vitalshift_desktop.ui.boundary_events.clause_notes import ClauseNotes
from vitalshift_desktop.ui.boundary_events.drift_page import DriftPage
from vitalshift_desktop.ui.boundary_events.event_form import EventForm, NoteFrom
from vitalshift_desktop.ui.boundary_events.rule_form import RuleForm
from vitalshift_desktop.ui.contacts.contacts_tab import ContactsTab
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.form_places import form_of
from vitalshift_desktop.ui.widgets.date_field import DateField


def said(widget: QWidget) -> str:
    return "\n".join(one.text() for one in widget.findChildren(QLabel))


def about_contact(world: World, client: Client) -> ClauseVersion:
    draft = DraftClause(Topic.CONTACT, "Messages until six.")
    return world.workspace.agreements.agree(client.id, (draft,), world.today, None, AgreedHow.VERBAL).clauses[0]


def message(world: World, client: Client, at: time) -> ContactNote:
    moment = at_local(world.today, at, world.clock.zone())
    details = ContactDetails(moment, world.clock.zone(), "Wrote about the bus.", ContactKind.MESSAGE)
    return world.workspace.contacts.add(client.id, details)


def test_what_a_version_permits_is_ticked_and_said_under_its_clause(
    desk: Desk, world: World, client: Client, window: QWidget, qtbot: QtBot
) -> None:
    version = about_contact(world, client)
    part = ClauseNotes(desk)
    bridge = shown(qtbot, world, part)
    part.show_clause(version)
    assert "not written down" in part.permits.text()
    form = RuleForm(desk, window, version)
    form.open()
    form.kinds[ContactKind.MESSAGE].setChecked(True)
    form.days[0].setChecked(True)
    form.ends.show_time(time(8, 0))
    form.save.click()
    assert form.problem
    form.ends.show_time(time(18, 0))
    form.save.click()
    assert "Monday" in part.permits.text()
    assert "message" in part.permits.text()
    again = form_of(desk, f"rule_form:{client.id}:{version.clause_id}", window)
    assert isinstance(again, RuleForm)
    assert again.kinds[ContactKind.MESSAGE].isChecked()
    bridge.close()


def test_a_contact_note_leads_to_the_agreement_only_as_a_second_step_and_only_where_it_was_not_permitted(
    desk: Desk, world: World, client: Client, window: QWidget, qtbot: QtBot
) -> None:
    version = about_contact(world, client)
    every_day = ContactHours(frozenset(range(7)), time(9, 0), time(18, 0))
    world.workspace.contact_rules.permit(version, frozenset({ContactKind.MESSAGE}), every_day)
    permitted, early = message(world, client, time(9, 30)), message(world, client, time(7, 15))
    tab = ContactsTab(desk)
    qtbot.addWidget(tab)
    desk.workspace.events.subscribe(tab.hear)
    tab.show_client(client.id)
    with qtbot.waitExposed(tab):
        tab.show()
    tab.rows.moved.emit(permitted.id)
    assert not tab.detail.link.isVisible()
    tab.rows.moved.emit(early.id)
    assert tab.detail.link.isVisible()
    with qtbot.waitSignal(desk.wishes.boundary_event) as wished:
        tab.detail.link.click()
    assert wished.args == [client.id, version.clause_id, early.id]
    form = EventForm(desk, client.id, window, NoteFrom(version.clause_id, early.id))
    form.open()
    assert form.facts.text() == "Wrote about the bus."
    form.save.click()
    assert not tab.detail.link.isVisible()
    (event,) = world.workspace.boundary_events.page(client.id).events
    assert (event.contact_id, event.details.at) == (early.id, time(7, 15))


def test_the_drift_watch_says_counts_and_each_row_opens_what_it_is_about(
    desk: Desk, world: World, client: Client, qtbot: QtBot, wished: Wished
) -> None:
    long = world.held(client, -7)
    world.workspace.courses.write(long.id, SessionCourse(None, 63))
    world.workspace.fees.charge(long.id, ChargeState.WAIVED, amount=9000)
    late = message(world, client, time(7, 15))
    page = DriftPage(desk)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    assert "no hours" in said(page).casefold()
    world.workspace.contact_rules.set_practice_hours(ContactHours(frozenset(range(7)), time(9, 0), time(18, 0)))
    page.look_again()
    words = said(page)
    assert "1 of 1 session held, 13 minutes together." in words
    assert "63 minutes, agreed 50: 13 longer" in words
    assert [link.accessibleName() != "" for link in page.links] == [True] * 3
    page.links[0].click()
    assert wished.notes == [long.id]
    page.links[1].click()
    assert wished.entries == [(client.id, "contacts", late.id)]
    with qtbot.waitSignal(desk.wishes.charge_session) as charged:
        page.links[2].click()
    assert charged.args == [long.id]


def test_the_drift_watch_of_one_client_and_of_a_longer_time(
    desk: Desk, world: World, client: Client, qtbot: QtBot
) -> None:
    other = world.client("Wren A.")
    for whom, days in ((client, -7), (other, -150)):
        world.workspace.courses.write(world.held(whom, days).id, SessionCourse(None, 63))
    page = DriftPage(desk)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    assert len(page.links) == 1
    page.chosen.period.choose(6)
    page.chosen.period.picked.emit(6)
    assert len(page.links) == 4
    page.show_whom(other.id)
    assert len(page.links) == 1
    assert "Wren" in page.links[0].accessibleName()
    desk.privacy.set_on(True)
    assert "Wren" not in said(page)
    assert world.today - timedelta(days=150) < world.today


def test_the_drift_watch_of_any_days_counts_both_ends_and_refuses_days_that_run_backwards(
    desk: Desk, world: World, client: Client, qtbot: QtBot
) -> None:
    for days in (-400, -300, -200):
        world.workspace.courses.write(world.held(client, days).id, SessionCourse(None, 63))
    page = DriftPage(desk)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    assert page.links == []
    assert not page.chosen.first.isVisible()
    page.chosen.period.choose(0)
    page.chosen.period.picked.emit(0)
    assert page.chosen.first.day() == date(2025, 12, 2)
    write(page.chosen.first, world.today - timedelta(days=400))
    write(page.chosen.last, world.today - timedelta(days=300))
    assert len(page.links) == 2
    write(page.chosen.last, world.today - timedelta(days=401))
    assert "not before the first" in page.chosen.last.error
    assert len(page.links) == 2
    write(page.chosen.first, world.today - timedelta(days=401))
    assert page.chosen.last.error == ""
    assert page.links == []
    page.chosen.period.choose(3)
    page.chosen.period.picked.emit(3)
    assert "2 December 2025 to 2 March 2026" in page.days.text()


def write(field: DateField, day: date) -> None:
    field.edit.setText(day.isoformat())
    field.edit.editingFinished.emit()
