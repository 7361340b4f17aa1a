from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.services.world import World
from vitalshift_desktop.domain.agreements import AgreedHow, DraftClause, Topic
from vitalshift_desktop.domain.boundary_events import Conduct, EventDetails
from vitalshift_desktop.domain.clients import Client, ClientStatus
from vitalshift_desktop.domain.closures import Closure, ClosureId
from vitalshift_desktop.domain.contacts import StartedBy
from vitalshift_desktop.domain.goals import GoalDetails, GoalId
from vitalshift_desktop.domain.problems import PutOffToThePast
from vitalshift_desktop.domain.reminders import ReminderDetails
from vitalshift_desktop.domain.reviews import ReviewDue, ReviewKind
from vitalshift_desktop.domain.safety_plans import SafetyPlan
from vitalshift_desktop.services.review_list import ReviewLine


def _day(world: World, days: int) -> date:
    return world.today + timedelta(days=days)


def _goal(world: World, client: Client, days: int) -> None:
    details = GoalDetails("Go out alone", "Going out", agreed_on=_day(world, -60), review_on=_day(world, days))
    world.workspace.goals.add(client.id, details)


def _kinds(world: World) -> list[tuple[ReviewKind, int]]:
    return [(line.review.kind, (line.due_on - world.today).days) for line in world.workspace.reviews.list()]


def test_the_reviews_of_all_subjects_stand_in_one_list_by_their_days(world: World) -> None:
    client = world.client()
    _goal(world, client, 5)
    clause = DraftClause(Topic.CONTACT, "Messages by text only.")
    world.workspace.agreements.agree(client.id, (clause,), world.today, _day(world, 3), AgreedHow.ON_PAPER)
    world.workspace.safety_plans.put_in_force(client.id, SafetyPlan("Cannot sleep", review_on=_day(world, 1)))
    found = _kinds(world)
    assert (ReviewKind.SAFETY_PLAN, 1) in found
    assert (ReviewKind.CLAUSE, 3) in found
    assert (ReviewKind.GOAL, 5) in found
    assert found == sorted(found, key=lambda one: one[1])


def test_only_the_newest_safety_plan_is_looked_at_again(world: World) -> None:
    client = world.client()
    world.workspace.safety_plans.put_in_force(client.id, SafetyPlan("Cannot sleep", review_on=_day(world, 1)))
    world.workspace.safety_plans.put_in_force(client.id, SafetyPlan("Cannot sleep", review_on=_day(world, 9)))
    assert _kinds(world) == [(ReviewKind.SAFETY_PLAN, 9)]


def test_what_falls_due_after_a_month_is_not_listed_yet(world: World) -> None:
    _goal(world, world.client(), 32)
    assert _kinds(world) == []
    world.clock.advance(days=1)
    assert _kinds(world) == [(ReviewKind.GOAL, 31)]


def test_nothing_is_listed_of_work_that_is_closed(world: World) -> None:
    client = world.client()
    _goal(world, client, 1)
    world.workspace.clients.set_status(client.id, ClientStatus.CLOSED, "Ended")
    assert _kinds(world) == []


def test_a_review_is_put_off_and_taken_back(world: World) -> None:
    _goal(world, world.client(), -3)
    (line,) = world.workspace.reviews.list()
    world.workspace.reviews.later(line.review.key, _day(world, 4))
    world.workspace.reviews.later(line.review.key, _day(world, 6))
    assert _kinds(world) == [(ReviewKind.GOAL, 6)]
    world.workspace.reviews.later(line.review.key, None)
    assert _kinds(world) == [(ReviewKind.GOAL, -3)]


def test_a_review_that_falls_due_again_after_the_day_it_was_put_off_to_stands_on_its_own_day(world: World) -> None:
    client = world.client()
    _goal(world, client, -3)
    (line,) = world.workspace.reviews.list()
    world.workspace.reviews.later(line.review.key, _day(world, 1))
    (course,) = world.workspace.goals.of_client(client.id)
    world.workspace.goals.change(course.goal.id, replace(course.goal.details, review_on=_day(world, 20)))
    assert _kinds(world) == [(ReviewKind.GOAL, 20)]


def test_a_review_is_not_put_off_to_a_day_that_is_over(world: World) -> None:
    _goal(world, world.client(), -3)
    (line,) = world.workspace.reviews.list()
    with pytest.raises(PutOffToThePast):
        world.workspace.reviews.later(line.review.key, _day(world, -1))


def test_while_the_practice_is_closed_reviews_wait_for_the_first_open_day(world: World) -> None:
    _goal(world, world.client(), 3)
    world.workspace.closures.add(Closure(ClosureId(0), _day(world, 2), _day(world, 8)))
    assert _kinds(world) == [(ReviewKind.GOAL, 9)]


def test_a_line_knows_its_client(world: World) -> None:
    client = world.client()
    _goal(world, client, 1)
    assert world.workspace.reviews.list()[0] == ReviewLine(
        ReviewDue(ReviewKind.GOAL, _day(world, 1), client.id, 1, "Going out"), _day(world, 1), client
    )


def test_a_review_that_a_reminder_is_about_is_not_listed_twice(world: World) -> None:
    client = world.client()
    _goal(world, client, 1)
    details = ReminderDetails("Going out", world.today, client_id=client.id, goal_id=GoalId(1))
    reminder = world.workspace.reminders.add(details)
    assert _kinds(world) == []
    world.workspace.reminders.done(reminder.id)
    assert _kinds(world) == [(ReviewKind.GOAL, 1)]


def test_what_is_added_changed_or_closed_after_the_list_was_read_is_in_the_next_one(world: World) -> None:
    client = world.client()
    assert _kinds(world) == []
    _goal(world, client, 1)
    assert _kinds(world) == [(ReviewKind.GOAL, 1)]
    clause = DraftClause(Topic.CONTACT, "Messages by text only.")
    world.workspace.agreements.agree(client.id, (clause,), world.today, _day(world, 3), AgreedHow.ON_PAPER)
    assert _kinds(world) == [(ReviewKind.GOAL, 1), (ReviewKind.CLAUSE, 3)]
    world.clock.advance(days=30)
    assert _kinds(world) == [(ReviewKind.GOAL, -29), (ReviewKind.CLAUSE, -27)]
    world.workspace.clients.set_status(client.id, ClientStatus.CLOSED, "Ended")
    assert _kinds(world) == []


def test_clauses_of_closed_work_fall_due_for_nobody(world: World) -> None:
    client = world.client()
    clause = DraftClause(Topic.CONTACT, "Messages by text only.")
    world.workspace.agreements.agree(client.id, (clause,), world.today, _day(world, 3), AgreedHow.ON_PAPER)
    assert len(world.workspace.agreements.due(_day(world, 3))) == 1
    world.workspace.clients.set_status(client.id, ClientStatus.CLOSED, "Ended")
    assert world.workspace.agreements.due(_day(world, 3)) == ()


def test_a_clause_whose_day_came_and_whose_notes_suggest_it_too_is_listed_once(world: World) -> None:
    client = world.client()
    clause = DraftClause(Topic.CONTACT, "Messages by text only.")
    made = world.workspace.agreements.agree(client.id, (clause,), _day(world, -9), _day(world, -3), AgreedHow.ON_PAPER)
    own = EventDetails(_day(world, -1), "I called at ten.", Conduct.COUNSELOR, StartedBy.COUNSELOR)
    world.workspace.boundary_events.note(client.id, made.clauses[0].clause_id, own)
    assert _kinds(world) == [(ReviewKind.CLAUSE, -3)]
