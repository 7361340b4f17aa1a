from datetime import date, time, timedelta

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.services.world import World
from tests.ui.wished import Wished
from vitalshift_desktop.domain.clients import Client
from vitalshift_desktop.domain.closures import Closure, ClosureId
from vitalshift_desktop.domain.online import OnlineStrip
from vitalshift_desktop.domain.presence import PresentRole
from vitalshift_desktop.domain.related_people import PersonDetails, RelatedRole
from vitalshift_desktop.domain.sessions import Attendance, CancelledBy, Modality
from vitalshift_desktop.domain.standing import StandingDetails
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.sessions.cancel_form import CancelForm
from vitalshift_desktop.ui.sessions.closure_form import ClosureForm
from vitalshift_desktop.ui.sessions.correct_form import CorrectForm
from vitalshift_desktop.ui.sessions.online_panel import OnlinePanel
from vitalshift_desktop.ui.sessions.presence_form import PresenceForm
from vitalshift_desktop.ui.sessions.session_form import SessionForm
from vitalshift_desktop.ui.sessions.sessions_tab import SessionsTab
from vitalshift_desktop.ui.sessions.standing_form import StandingForm
from vitalshift_desktop.ui.widgets.date_field import DateField
from vitalshift_desktop.ui.widgets.day_text import day_text

AT = time(13, 30)


def write(field: DateField, day: date) -> None:
    field.edit.clear()
    QTest.keyClicks(field.edit, day_text(day, weekday=False))
    field.edit.editingFinished.emit()


def planned(world: World, client: Client) -> list[int]:
    lines = world.workspace.sessions.of_client(client.id)[::-1]
    return [(line.session.day - world.today).days for line in lines]


def standing_form(desk: Desk, client: Client, window: QWidget, world: World, days: int = 1) -> StandingForm:
    form = StandingForm(desk, client.id, window)
    form.open()
    write(form.when.day, world.today + timedelta(days=days))
    form.when.time.show_time(AT)
    return form


def test_a_standing_appointment_is_made_and_undone(world: World, desk: Desk, window: QWidget, wished: Wished) -> None:
    client = world.client()
    form = standing_form(desk, client, window, world)
    form.step.choose(2)
    form.save.click()
    assert planned(world, client) == [1, 15, 29, 43]
    assert wished.undos[0][0].startswith("Maren T.: Every 2 weeks, Tuesday")
    wished.undo()
    assert planned(world, client) == []


def test_overlaps_are_named_with_the_client_and_time_before_anything_is_made(
    world: World, desk: Desk, window: QWidget
) -> None:
    client = world.client()
    world.planned(world.client("Wren A."), 8, AT)
    form = standing_form(desk, client, window, world)
    form.save.click()
    assert "Wren A., Tue 10 March" in form.clash.sentence()
    assert planned(world, client) == []
    form.anyway.click()
    assert len(planned(world, client)) == 8


def test_a_last_day_before_the_first_is_said_at_the_field_and_nothing_is_lost(
    world: World, desk: Desk, window: QWidget
) -> None:
    form = standing_form(desk, world.client(), window, world, days=9)
    write(form.until, world.today + timedelta(days=2))
    form.save.click()
    assert form.until.error == "The last day lies before the first."
    assert form.isVisible()


def test_this_one_and_all_that_follow_change_from_the_list(
    world: World, desk: Desk, window: QWidget, wished: Wished
) -> None:
    client = world.client()
    made = world.workspace.standing.make(client.id, StandingDetails(world.today + timedelta(days=1), AT)).appointment
    day = world.today + timedelta(days=15)
    form = StandingForm(desk, client.id, window, standing_id=made.id, day=day)
    form.open()
    assert form.when.day.day() == day
    write(form.when.day, day + timedelta(days=1))
    form.save.click()
    assert planned(world, client)[:4] == [1, 8, 16, 23]
    wished.undo()
    assert planned(world, client)[:4] == [1, 8, 15, 22]


def test_the_tab_lists_what_goes_on_and_ends_it_with_a_way_back(world: World, desk: Desk, wished: Wished) -> None:
    client = world.client()
    world.workspace.standing.make(client.id, StandingDetails(world.today + timedelta(days=1), AT))
    tab = SessionsTab(desk)
    tab.show_client(client.id)
    tab.look_again()
    (row,) = tab.standing_list.rows
    row.end.click()
    assert planned(world, client) == []
    tab.look_again()
    assert tab.standing_list.rows == []
    wished.undo()
    assert len(planned(world, client)) == 8
    tab.deleteLater()


def test_closing_the_practice_counts_what_it_touches_and_names_what_it_does_not(
    world: World, desk: Desk, window: QWidget, wished: Wished
) -> None:
    client = world.client()
    world.workspace.standing.make(client.id, StandingDetails(world.today + timedelta(days=1), AT))
    world.planned(world.client("Wren A."), 9)
    form = ClosureForm(desk, None, window)
    form.open()
    write(form.first, world.today + timedelta(days=7))
    write(form.last, world.today + timedelta(days=20))
    assert form.there.text().startswith("2 sessions of standing appointments.")
    assert "Wren A., Wed 11 March" in form.there.text()
    QTest.keyClicks(form.cover.edit, "Dr. Lo")
    form.save.click()
    (closure,) = world.workspace.closures.all()
    assert closure.cover == "Dr. Lo"
    done, _rest = wished.undos[0][0].split(". ")
    assert done == "Practice closed Mon 9 March to Sun 22 March: 0 sessions moved, 2 left out"
    wished.undo()
    assert world.workspace.closures.all() == ()
    assert len(planned(world, client)) == 8


def test_a_session_that_something_hangs_on_is_named_as_staying_in_a_closed_time(
    world: World, desk: Desk, window: QWidget, wished: Wished
) -> None:
    client = world.client()
    world.workspace.standing.make(client.id, StandingDetails(world.today + timedelta(days=1), AT))
    second = world.workspace.sessions.of_client(client.id)[-2].session
    world.workspace.notes.start(second.id)
    form = ClosureForm(desk, None, window)
    form.open()
    write(form.first, world.today + timedelta(days=7))
    write(form.last, world.today + timedelta(days=20))
    form.save.click()
    assert wished.undos[0][0].endswith("1 left out. 1 session stays in this time: move or cancel it yourself.")


def test_days_in_the_wrong_order_are_said_at_the_last_day(world: World, desk: Desk, window: QWidget) -> None:
    form = ClosureForm(desk, None, window)
    form.open()
    write(form.first, world.today + timedelta(days=7))
    write(form.last, world.today)
    form.save.click()
    assert form.last.error == "The last day lies before the first."
    assert world.workspace.closures.all() == ()


def test_a_closed_day_is_said_first_then_the_clash_and_each_needs_its_own_press(
    world: World, desk: Desk, window: QWidget
) -> None:
    client, day = world.client(), world.today + timedelta(days=2)
    world.planned(client, 2, AT)
    world.workspace.closures.add(Closure(ClosureId(0), day, day))
    form = SessionForm(desk, window, client_id=client.id)
    form.open()
    write(form.when.day, day)
    form.when.time.show_time(AT)
    form.save.click()
    assert form.clash.sentence().startswith("The practice is closed")
    form.anyway.click()
    assert form.clash.sentence().startswith("Maren T. is booked")
    assert len(planned(world, client)) == 1
    form.anyway.click()
    assert len(planned(world, client)) == 2


def test_a_cancelled_session_keeps_its_line_and_the_hours_of_notice(
    world: World, desk: Desk, window: QWidget, wished: Wished
) -> None:
    session = world.planned(world.client())
    form = CancelForm(desk, session.id, window)
    form.open()
    form.by.choose(CancelledBy.OTHER)
    QTest.keyClicks(form.fields.hours.edit, "two")
    form.save.click()
    assert form.fields.hours.error
    form.fields.hours.show_text("2")
    QTest.keyClicks(form.fields.line.edit, "Her mother called.")
    form.save.click()
    line = world.workspace.sessions.get(session.id)
    assert (line.session.cancelled_by, line.absence) == (CancelledBy.OTHER, "Her mother called.")
    assert world.workspace.sessions.absence(session.id).notice_hours == 2
    wished.undo()
    assert world.workspace.sessions.get(session.id).session == session
    assert world.workspace.sessions.absence(session.id).is_empty


def test_before_signing_a_correction_asks_for_no_reason(
    world: World, desk: Desk, window: QWidget, wished: Wished
) -> None:
    session = world.held(world.client(), -1)
    form = CorrectForm(desk, session.id, window, attendance=Attendance.DID_NOT_ATTEND)
    form.open()
    assert not form.reason.isVisible()
    form.save.click()
    assert world.workspace.sessions.get(session.id).session.attendance is Attendance.DID_NOT_ATTEND
    wished.undo()
    assert world.workspace.sessions.get(session.id).session == session


def test_after_signing_a_correction_needs_its_reason_and_shows_the_earlier_ones(
    world: World, desk: Desk, window: QWidget
) -> None:
    session = world.held(world.client(), -1)
    world.signed(session)
    form = CorrectForm(desk, session.id, window, attendance=Attendance.LATE)
    form.open()
    form.save.click()
    assert form.reason.error
    QTest.keyClicks(form.reason.edit, "Came at ten past.")
    form.save.click()
    (change,) = world.workspace.sessions.attendance_changes(session.id)
    assert change.reason == "Came at ten past."
    again = CorrectForm(desk, session.id, window)
    assert "Attended became Late. Came at ten past." in again._change_words(change)
    again.close()


def test_a_session_of_a_day_to_come_is_not_marked_and_the_form_says_why(
    world: World, desk: Desk, window: QWidget
) -> None:
    session = world.planned(world.client(), 3)
    form = CorrectForm(desk, session.id, window, attendance=Attendance.ATTENDED)
    form.open()
    form.save.click()
    assert "has not come yet" in form.error.sentence()
    assert form.isVisible()


def test_the_place_is_offered_from_last_time_and_has_to_be_confirmed(world: World, desk: Desk) -> None:
    client, w = world.client(), world.workspace
    last, session = world.held(client, -7), world.held(client, 0)
    for one in (last, session):
        w.sessions.set_modality(one.id, Modality.PHONE)
    w.company.write_online(last.id, OnlineStrip("Kitchen", True, "555 0142", True, "Phone"))
    panel = OnlinePanel(desk)
    panel.show_session(session.id)
    panel.look_again()
    assert (panel.location.text(), panel.confirmed.isChecked(), panel.private.isChecked()) == ("Kitchen", False, False)
    assert not w.company.online(session.id).is_written
    panel.confirmed.click()
    assert w.company.online(session.id).strip == OnlineStrip("Kitchen", True, "555 0142", platform="Phone")
    QTest.keyClicks(panel.location.edit, "s")
    assert not panel.confirmed.isChecked()
    panel.save_now()
    assert w.company.online(session.id).strip.location == "Kitchens"
    panel.deleteLater()


@pytest.mark.parametrize("modality", [Modality.IN_PERSON, Modality.VIDEO])
def test_only_an_online_session_asks_for_the_place(world: World, desk: Desk, modality: Modality) -> None:
    session = world.held(world.client(), 0)
    world.workspace.sessions.set_modality(session.id, modality)
    panel = OnlinePanel(desk)
    panel.show_session(session.id)
    panel.look_again()
    assert panel.inside.isVisibleTo(panel) is (modality is Modality.VIDEO)
    panel.deleteLater()


def test_the_clients_people_are_ticked_and_the_interpreter_has_minutes(
    world: World, desk: Desk, window: QWidget, wished: Wished
) -> None:
    client = world.client()
    world.workspace.related_people.add(client.id, PersonDetails("Ana R.", RelatedRole.INTERPRETER))
    session = world.held(client, 0)
    form = PresenceForm(desk, session.id, window)
    form.open()
    ((box, _who),) = form.boxes
    box.setChecked(True)
    QTest.keyClicks(form.name.edit, "Jo T.")
    form.role.choose(PresentRole.PARTNER)
    QTest.keyClicks(form.briefing.edit, "x")
    form.save.click()
    assert form.briefing.error
    form.briefing.show_text("10")
    form.save.click()
    ana, jo = world.workspace.company.present(session.id).present
    assert (ana.name, ana.briefing_minutes, ana.related_person_id is not None) == ("Ana R.", 10, True)
    assert (jo.name, jo.role, jo.briefing_minutes) == ("Jo T.", PresentRole.PARTNER, None)
    wished.undo()
    assert world.workspace.company.present(session.id).present == ()
