from datetime import time, timedelta

import pytest

from tests.services.world import World
from vitalshift_desktop.domain.changes import Changed, Subject
from vitalshift_desktop.domain.client_measures import Moment, UseDetails
from vitalshift_desktop.domain.clients import ClientStatus
from vitalshift_desktop.domain.measures.administration import Administration, AdministrationId, Rater
from vitalshift_desktop.domain.measures.not_given import NotGivenReason
from vitalshift_desktop.domain.measures.own_instruments import LicenceDetails
from vitalshift_desktop.domain.problems import (
    MeasureInUse,
    MeasureIsOff,
    MeasuresPaused,
    NotFound,
    RhythmImpossible,
    TextIsMissing,
)
from vitalshift_desktop.domain.sessions import Session

WHY = "She asked for the talk first."


def test_a_measure_is_chosen_changed_stopped_and_taken_back(world: World) -> None:
    client, measures = world.client(), world.workspace.client_measures
    use = measures.choose(client.id, "phq9", UseDetails(4))
    assert world.heard[-1] == Changed(Subject.MEASURES, client.id)
    assert use.since == world.today
    with pytest.raises(MeasureInUse):
        measures.choose(client.id, "phq9", UseDetails(2))
    changed = measures.change(use.id, UseDetails(2, Moment.END, f" {WHY} "))
    assert changed.details == UseDetails(2, Moment.END, WHY)
    assert [line.use for line in measures.of_client(client.id).lines] == [changed]
    stopped = measures.stop(use.id)
    assert measures.of_client(client.id).lines == ()
    measures.put_back(stopped)
    assert [line.use for line in measures.of_client(client.id).lines] == [changed]
    assert measures.counts() == {"phq9": 1}


def test_what_cannot_be_chosen_is_refused_and_nothing_is_written(world: World) -> None:
    client, measures = world.client(), world.workspace.client_measures
    rows = world.rows()
    with pytest.raises(RhythmImpossible):
        measures.choose(client.id, "phq9", UseDetails(0))
    with pytest.raises(TextIsMissing):
        measures.choose(client.id, "phq9", UseDetails(1, Moment.END))
    with pytest.raises(NotFound):
        measures.choose(client.id, "nothing", UseDetails())
    with pytest.raises(MeasureIsOff):
        measures.choose(client.id, "wsas", UseDetails())
    assert world.rows() == rows


def test_a_pause_keeps_its_reason_and_its_history(world: World) -> None:
    client, measures = world.client(), world.workspace.client_measures
    pause = measures.pause(client.id, "Ratings had become a ritual.", since=world.today - timedelta(days=3))
    assert measures.of_client(client.id).paused == pause
    with pytest.raises(MeasuresPaused):
        measures.pause(client.id, "Again.")
    over = measures.resume(client.id)
    assert over.until == world.today
    again = measures.pause(client.id, "Afraid of marking me.")
    shown = measures.of_client(client.id)
    assert (shown.paused, shown.earlier) == (again, (over,))
    with pytest.raises(MeasuresPaused):
        measures.take_back_resume(over)
    measures.take_back_pause(again)
    measures.take_back_resume(over)
    assert measures.of_client(client.id).paused == pause
    with pytest.raises(TextIsMissing):
        measures.change_pause(pause.id, " ", pause.since)


def test_paused_clients_are_asked_for_nothing_and_missed_by_nobody(world: World) -> None:
    client, measures = world.client(), world.workspace.client_measures
    measures.choose(client.id, "phq9", UseDetails(1))
    session = world.planned(client)
    assert [line.instrument.id for line in measures.due_in(session.id)] == ["phq9"]
    assert [one.client.id for one in world.workspace.home.today().checkins_due] == [client.id]
    measures.pause(client.id, "It was too much.")
    assert measures.is_paused(client.id)
    assert measures.due_in(session.id) == ()
    assert world.workspace.home.today().checkins_due == ()
    assert measures.of_client(client.id).lines[0].due is None
    measures.resume(client.id)
    assert [line.instrument.id for line in measures.due_in(session.id)] == ["phq9"]


def test_the_measures_of_a_session_are_those_due_by_then_that_nobody_gave_yet(world: World) -> None:
    client, measures = world.client(), world.workspace.client_measures
    measures.choose(client.id, "phq9", UseDetails(2))
    sessions = [world.planned(client, days) for days in (0, 7, 14)]
    assert [len(measures.due_in(session.id)) for session in sessions[:1]] == [1]
    give(world, sessions[0])
    assert [len(measures.due_in(session.id)) for session in sessions[:2]] == [0, 0]
    line = measures.of_client(client.id).lines[0]
    assert line.due is not None
    assert (line.due.session_no, line.due.on) == (3, sessions[2].day)
    world.workspace.measures.record_checkin(sessions[0].id, Rater.CLIENT, (5, 5, 5, 5))
    assert len(measures.due_in(sessions[1].id)) == 0


def test_what_sessions_went_by_without_is_listed_but_not_of_closed_or_paused_clients(world: World) -> None:
    measures = world.workspace.client_measures
    late, paused, closed = (world.client(name) for name in ("Late L.", "Paused P.", "Closed C."))
    for hour, client in enumerate((late, paused, closed), start=7):
        measures.choose(client.id, "phq9", UseDetails(1))
        world.held(client, at=time(hour, 0))
    measures.pause(paused.id, "Not now.")
    world.workspace.clients.set_status(closed.id, ClientStatus.CLOSED)
    assert [(one.client.id, one.instrument.id, one.due.waited) for one in measures.waiting()] == [(late.id, "phq9", 1)]
    world.workspace.instruments.switch("phq9", on=False)
    assert measures.waiting() == ()
    (line,) = measures.of_client(late.id).lines
    assert (line.due, line.is_off) == (None, True)


def test_only_what_is_switched_on_and_not_in_use_yet_can_be_chosen(world: World) -> None:
    client, w = world.client(), world.workspace
    shipped = {form.id for form in w.client_measures.choosable(client.id)}
    assert "phq9" in shipped
    assert not shipped & {"vs_checkin", "wsas"}
    w.instruments.note_licence("wsas", LicenceDetails("The owner"))
    w.instruments.switch("gad7", on=False)
    w.client_measures.choose(client.id, "phq9", UseDetails())
    assert {form.id for form in w.client_measures.choosable(client.id)} == (shipped | {"wsas"}) - {"gad7", "phq9"}


def test_one_that_was_only_forgotten_is_asked_for_again_and_one_that_was_declined_is_not(world: World) -> None:
    client, measures = world.client(), world.workspace.client_measures
    measures.choose(client.id, "phq9", UseDetails(2))
    first, second = world.planned(client), world.planned(client, 7)
    world.workspace.measures.not_given(first.id, "phq9", NotGivenReason.FORGOT)
    assert measures.due_in(first.id) == ()
    assert len(measures.due_in(second.id)) == 1
    world.workspace.measures.take_back_not_given(first.id, "phq9")
    world.workspace.measures.not_given(first.id, "phq9", NotGivenReason.DECLINED)
    assert measures.due_in(second.id) == ()


def give(world: World, session: Session) -> None:
    """A PHQ-9 of that session, answered all zeros."""
    form = Administration(
        id=AdministrationId(0),
        client_id=session.client_id,
        instrument_id="phq9",
        instrument_version="1",
        rater=Rater.CLIENT,
        answers=(0,) * 9,
        given_on=session.day,
        recorded_at=world.clock.now(),
        session_id=session.id,
    )
    with world.workspace.vault.write() as work:
        work.measures.add(form)
