"""What can be handed over in a session, and what has to be said first."""

from dataclasses import replace
from datetime import time, timedelta

import pytest

from tests.services.world import World
from vitalshift_desktop.domain.client_measures import Moment, UseDetails
from vitalshift_desktop.domain.measures.administration import Rater
from vitalshift_desktop.domain.problems import AlreadyRecorded, NoSessionToday, NotFound, TextIsMissing
from vitalshift_desktop.services.handovers import HandoverWish


def test_a_critical_form_at_the_end_needs_a_reason_and_a_recorded_form_is_not_asked_again(world: World) -> None:
    session = world.planned(world.client())
    handovers = world.workspace.handovers
    late = HandoverWish(("phq9",), Moment.END)
    with pytest.raises(TextIsMissing):
        handovers.arm(session.id, late)
    with pytest.raises(TextIsMissing):
        handovers.arm(session.id, HandoverWish(()))
    with pytest.raises(NotFound):
        handovers.arm(session.id, HandoverWish(("nothing",)))
    handovers.arm(session.id, replace(late, late_reason="She came late."))
    world.workspace.measures.record_checkin(session.id, Rater.CLIENT, (8, 8, 8, 8))
    with pytest.raises(AlreadyRecorded):
        handovers.arm(session.id, HandoverWish(("vs_checkin",)))
    there = {choice.instrument.id: choice for choice in handovers.sheet(session.id).forms}
    assert [one for one, choice in there.items() if choice.is_recorded] == ["vs_checkin"]
    assert [one for one, choice in there.items() if choice.is_usual] == ["vs_checkin"]
    assert "phq9" in there
    assert "wai_sr_c" not in there


def test_the_sheet_knows_the_beginning_of_a_session_from_its_end(world: World) -> None:
    session = world.planned(world.client())
    assert world.workspace.handovers.sheet(session.id).moment is Moment.START
    world.clock.set(session.starts + timedelta(minutes=40))
    assert world.workspace.handovers.sheet(session.id).moment is Moment.END


def test_what_is_due_is_offered_at_its_moment_and_nothing_while_measures_are_paused(world: World) -> None:
    session = world.planned(world.client())
    measures = world.workspace.client_measures
    measures.choose(session.client_id, "phq9", UseDetails(every_sessions=1))

    def due() -> dict[str, Moment | None]:
        return {one.instrument.id: one.due_at for one in world.workspace.handovers.sheet(session.id).forms}

    assert (due()["phq9"], due()["vs_checkin"]) == (Moment.START, Moment.END)
    measures.pause(session.client_id, "A hard month.")
    assert (due()["phq9"], due()["vs_checkin"]) == (None, None)


def test_the_session_at_hand_goes_on_or_begins_next_today(world: World) -> None:
    handovers = world.workspace.handovers
    with pytest.raises(NoSessionToday):
        handovers.session_at_hand()
    client = world.client()
    early, late = world.planned(client, at=time(9, 0)), world.planned(client, at=time(14, 0))
    assert handovers.session_at_hand() == early.id
    now = world.clock.now()
    world.clock.advance(minutes=6)
    assert handovers.session_at_hand(client.id) == late.id
    world.clock.set(now)
    world.signed(early)
    assert handovers.session_at_hand() == late.id
    world.clock.advance(hours=8)
    assert handovers.session_at_hand() == late.id
    with pytest.raises(NoSessionToday):
        handovers.session_at_hand(world.client("Another").id)
