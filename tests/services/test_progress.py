from dataclasses import replace
from datetime import timedelta

import pytest

from tests.services.world import World
from vitalshift_desktop.domain.agreements import AgreedHow, DraftClause, Topic
from vitalshift_desktop.domain.clients import ClientDetails
from vitalshift_desktop.domain.goals import GoalDetails, GoalStatus
from vitalshift_desktop.domain.measures.administration import Rater
from vitalshift_desktop.domain.practice import Paper
from vitalshift_desktop.domain.progress import Parts, Period
from vitalshift_desktop.domain.sessions import Attendance, CancelledBy


def test_the_default_period_runs_from_the_first_held_session_to_today(world: World) -> None:
    client = world.client()
    assert world.workspace.progress.default_period(client.id) == Period(world.today, world.today)
    missed = world.planned(client, -30)
    world.workspace.sessions.set_attendance(missed.id, Attendance.DID_NOT_ATTEND)
    world.held(client, -20)
    period = world.workspace.progress.default_period(client.id)
    assert period == Period(world.today - timedelta(days=20), world.today)


def test_a_summary_gathers_everything_that_may_stand_on_the_page(world: World) -> None:
    practice = world.workspace.practice
    practice.change(replace(practice.get(), practice_name="Ellery Counseling", letterhead="12 Harbor Lane\n Larkmoor"))
    details = ClientDetails(preferred_name="Maren T.", legal_name="Maren Thorsen", presenting="Panic on buses. ")
    client = world.workspace.clients.add(details)
    sessions = world.rated(client, [8, 8, 8, 8, 8, 8, 3, 8])
    world.workspace.measures.record_checkin(sessions[0].id, Rater.COUNSELOR, (7, 7, 7, 7))
    world.workspace.alliance.talk_through(client.id, sessions[7].id)
    off = world.planned(client, -3)
    world.workspace.sessions.set_attendance(off.id, Attendance.CANCELLED, CancelledBy.CLIENT, late_notice=True)
    goal = world.workspace.goals.add(client.id, GoalDetails("Take the bus", target=7))
    for session, rating in ((sessions[1], 2), (sessions[7], 5)):
        world.workspace.goals.rate(goal.id, rating, session_id=session.id)
    aside = world.workspace.goals.add(client.id, GoalDetails("Fly"))
    world.workspace.goals.set_status(aside.id, GoalStatus.SET_ASIDE)
    clause = DraftClause(Topic.CONTACT, "Messages are for appointments.")
    world.workspace.agreements.agree(client.id, (clause,), world.today, None, AgreedHow.ON_PAPER)

    period = world.workspace.progress.default_period(client.id)
    summary = world.workspace.progress.summary(
        client.id, period.first, period.last, Parts(reason=True), Paper.LETTER, "Going slowly.", "Bus\nShop", " Well. "
    )

    assert (summary.client_name, summary.short_name, summary.record_code) == ("Maren Thorsen", "Maren", client.code)
    assert summary.letterhead.address_lines == ("12 Harbor Lane", "Larkmoor")
    assert (summary.attendance.held, summary.attendance.canceled_late, summary.attendance.planned) == (8, 1, 9)
    assert [(line.wording, line.start, line.now, line.target) for line in summary.goals] == [("Take the bus", 2, 5, 7)]
    assert [line.topic for line in summary.agreements] == [Topic.CONTACT]
    assert (summary.what_helped, summary.next_steps, summary.where_things_stand) == (
        "Going slowly.",
        "Bus\nShop",
        "Well.",
    )
    assert (summary.reason, summary.prepared_on, summary.paper) == ("Panic on buses.", world.today, Paper.LETTER)
    drop = summary.checkins.points[6]
    assert drop.usual_range is not None
    assert (drop.session_no, drop.client, drop.usual_range.ratings) == (7, 3.0, 6)
    assert drop.remark == "session 7, talked through in 8"
    assert (summary.checkins.client_ratings, summary.checkins.counselor_ratings) == (8, 1)


def test_only_the_period_is_summed_up_but_ranges_rest_on_all_that_came_before(world: World) -> None:
    client = world.client()
    sessions = world.rated(client, [8, 8, 8, 8, 8, 8, 3, 8])
    goal = world.workspace.goals.add(client.id, GoalDetails("Take the bus"))
    world.workspace.goals.rate(goal.id, 2, session_id=sessions[5].id)
    world.workspace.goals.rate(goal.id, 9, session_id=sessions[7].id)
    summary = world.workspace.progress.summary(client.id, sessions[5].day, sessions[6].day, Parts(), Paper.A4)
    assert [point.session_no for point in summary.checkins.points] == [6, 7]
    assert summary.checkins.points[1].usual_range is not None
    assert (summary.attendance.held, summary.goals[0].now) == (2, 2)
    assert summary.checkins.points[1].remark == ""


@pytest.mark.parametrize("is_sample", [True, False])
def test_a_summary_of_the_sample_practice_says_so(world: World, is_sample: bool) -> None:
    practice = world.workspace.practice
    practice.change(replace(practice.get(), is_sample=is_sample))
    summary = world.workspace.progress.summary(world.client().id, world.today, world.today, Parts(), Paper.A4)
    assert summary.is_sample is is_sample
