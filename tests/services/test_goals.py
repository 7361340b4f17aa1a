from dataclasses import replace
from datetime import timedelta

import pytest

from tests.services.world import World
from vitalshift_desktop.domain.goal_versions import FieldChange, differences
from vitalshift_desktop.domain.goals import GoalDetails, GoalStatus, ProposedBy
from vitalshift_desktop.domain.measures.administration import Rater
from vitalshift_desktop.domain.problems import (
    AnswerOutOfRange,
    DateIsImpossible,
    NoteAlreadySigned,
    NotFound,
    ReasonIsMissing,
    ReviewBeforeStart,
    TextIsMissing,
)
from vitalshift_desktop.domain.reviews import ReviewKind
from vitalshift_desktop.services.goal_views import reviews_due
from vitalshift_desktop.services.goals import GivenRating, GoalLevels

BUS = GoalDetails("Take the bus to my sister's on my own", short="Bus", target=7)


def test_a_goal_needs_words_and_a_target_on_the_scale(world: World) -> None:
    client = world.client()
    with pytest.raises(TextIsMissing):
        world.workspace.goals.add(client.id, GoalDetails("  "))
    with pytest.raises(AnswerOutOfRange):
        world.workspace.goals.add(client.id, GoalDetails("Bus", target=11))
    assert world.workspace.goals.of_client(client.id) == ()


def test_the_course_of_a_goal_runs_from_the_first_rating_to_the_latest(world: World) -> None:
    client = world.client()
    goal = world.workspace.goals.add(client.id, BUS)
    for days, rating in ((-14, 2), (-7, 5)):
        world.workspace.goals.rate(goal.id, rating, session_id=world.held(client, days).id)
    world.workspace.goals.rate(goal.id, 9, rater=Rater.COUNSELOR)
    (course,) = world.workspace.goals.of_client(client.id)
    assert (course.start, course.now, len(course.ratings)) == (2, 5, 3)
    assert course.ratings[-1].rated_on == world.today


def test_rating_again_in_the_same_session_replaces_the_rating(world: World) -> None:
    client = world.client()
    goal, session = world.workspace.goals.add(client.id, BUS), world.held(client, -1)
    world.workspace.goals.rate(goal.id, 3, session_id=session.id)
    world.workspace.goals.rate(goal.id, 4, session_id=session.id)
    world.workspace.goals.rate(goal.id, 6, session_id=session.id, rater=Rater.COUNSELOR)
    (course,) = world.workspace.goals.of_client(client.id)
    assert sorted((rating.rater, rating.rating) for rating in course.ratings) == [("client", 4), ("counselor", 6)]


def test_a_rating_can_be_taken_back_until_the_note_is_signed(world: World) -> None:
    client = world.client()
    goal, session = world.workspace.goals.add(client.id, BUS), world.held(client, -1)
    world.workspace.goals.rate(goal.id, 3, session_id=session.id)
    world.workspace.goals.clear_rating(goal.id, session.id)
    assert world.workspace.goals.of_client(client.id)[0].ratings == ()
    with pytest.raises(NotFound):
        world.workspace.goals.clear_rating(goal.id, session.id)


def test_signing_seals_the_ratings_of_the_session(world: World) -> None:
    client = world.client()
    goal, session = world.workspace.goals.add(client.id, BUS), world.held(client, -1)
    world.workspace.goals.rate(goal.id, 3, session_id=session.id)
    world.signed(session)
    with pytest.raises(NoteAlreadySigned):
        world.workspace.goals.rate(goal.id, 4, session_id=session.id)
    with pytest.raises(NoteAlreadySigned):
        world.workspace.goals.clear_rating(goal.id, session.id)
    assert world.workspace.goals.of_client(client.id)[0].now == 3


def test_a_goal_that_is_set_aside_keeps_its_ratings(world: World) -> None:
    client = world.client()
    goal = world.workspace.goals.add(client.id, BUS)
    world.workspace.goals.rate(goal.id, 3)
    world.workspace.goals.set_status(goal.id, GoalStatus.SET_ASIDE)
    (course,) = world.workspace.goals.of_client(client.id)
    assert (course.goal.status, course.now) == (GoalStatus.SET_ASIDE, 3)


def test_rated_twice_on_one_day_outside_a_session_the_later_rating_stands(world: World) -> None:
    client = world.client()
    goal = world.workspace.goals.add(client.id, GoalDetails("Sleep through."))
    world.workspace.goals.rate(goal.id, 3)
    world.workspace.goals.rate(goal.id, 5)
    world.clock.advance(days=1)
    world.workspace.goals.rate(goal.id, 6)
    (course,) = world.workspace.goals.of_client(client.id)
    assert [rating.rating for rating in course.ratings] == [5, 6]


def test_each_change_of_a_goal_is_a_version_with_who_when_and_why(world: World) -> None:
    client = world.client()
    goal = world.workspace.goals.add(client.id, replace(BUS, agreed_on=world.today))
    world.clock.advance(days=7)
    further = replace(goal.details, target=9)
    with pytest.raises(ReasonIsMissing):
        world.workspace.goals.change(goal.id, further, reason=" ")
    world.workspace.goals.change(goal.id, further, asked_by=ProposedBy.CLIENT, reason="It went well.")
    world.workspace.goals.change(goal.id, further, reason="again the same")
    first, second = world.workspace.goals.versions(goal.id)
    assert (second.asked_by, second.reason) == (ProposedBy.CLIENT, "It went well.")
    assert second.made_at - first.made_at == timedelta(days=7)
    assert differences(first, second) == (FieldChange("target", 7, 9),)
    world.workspace.goals.set_status(goal.id, GoalStatus.REACHED)
    *_before, third = world.workspace.goals.versions(goal.id)
    assert differences(second, third) == (FieldChange("status", GoalStatus.ACTIVE, GoalStatus.REACHED),)


def test_a_review_before_the_start_and_an_agreement_from_tomorrow_are_refused(world: World) -> None:
    client, yesterday = world.client(), world.today - timedelta(days=1)
    for agreed_on in (None, world.today):
        with pytest.raises(ReviewBeforeStart):
            world.workspace.goals.add(client.id, replace(BUS, agreed_on=agreed_on, review_on=yesterday))
    with pytest.raises(DateIsImpossible):
        world.workspace.goals.add(client.id, replace(BUS, agreed_on=world.today + timedelta(days=1)))
    assert world.workspace.goals.page(client.id).courses == ()


def test_a_level_keeps_the_weight_and_a_goal_began_one_below_what_is_hoped_for(world: World) -> None:
    client = world.client()
    goal = world.workspace.goals.add(client.id, BUS)
    assert world.workspace.goals.set_level(goal.id, -2) == -1
    page = world.workspace.goals.page(client.id)
    assert page.attainment is not None
    assert (page.attainment.change or 0) < 0
    world.clock.advance(days=1)
    world.workspace.goals.set_levels(client.id, (GoalLevels(goal.id, 0, 3, 2),))
    world.clock.advance(days=1)
    assert world.workspace.goals.set_level(goal.id, 1) == 0
    assert world.workspace.goals.page(client.id).levels[goal.id].weight == 6
    with pytest.raises(AnswerOutOfRange):
        world.workspace.goals.set_level(goal.id, 3)


def test_several_ratings_are_written_down_in_one_act_or_none_of_them(world: World) -> None:
    client = world.client()
    goals = [world.workspace.goals.add(client.id, GoalDetails(words)) for words in ("Bus", "Shop")]
    session = world.held(client, -1)
    given = [GivenRating(goals[0].id, 4), GivenRating(goals[1].id, 6, Rater.COUNSELOR)]
    world.workspace.goals.rate_all(client.id, given, session_id=session.id)
    with pytest.raises(AnswerOutOfRange):
        world.workspace.goals.rate_all(client.id, [GivenRating(goals[0].id, 9), GivenRating(goals[1].id, 11)])
    world.signed(session)
    with pytest.raises(NoteAlreadySigned):
        world.workspace.goals.rate_all(client.id, [GivenRating(goals[0].id, 9)], session_id=session.id)
    ratings = [[one.rating for one in course.ratings] for course in world.workspace.goals.of_client(client.id)]
    assert ratings == [[4], [6]]


def test_the_golden_thread_runs_through_notes_and_ratings(world: World) -> None:
    client = world.client()
    goal = world.workspace.goals.add(client.id, BUS)
    linked, rated, bare, unwritten = (world.held(client, days) for days in (-4, -3, -2, -1))
    world.workspace.notes.touch_goals(world.written(linked).id, frozenset({goal.id}))
    world.written(rated)
    world.workspace.goals.rate(goal.id, 4, session_id=rated.id)
    world.written(bare)
    thread = world.workspace.goals.page(client.id).threads[goal.id]
    assert [one.session_id for one in thread.worked] == [linked.id, rated.id]
    assert [one.number for one in thread.worked] == [1, 2]
    assert thread.since == 1  # nothing is known of the session without a note
    assert unwritten.id not in {one.session_id for one in thread.worked}


def test_goals_to_look_at_again_fall_due_on_their_day(world: World) -> None:
    client = world.client()
    due, later, aside = (
        world.workspace.goals.add(client.id, GoalDetails("Shop", review_on=world.today + timedelta(days=days)))
        for days in (3, 4, 3)
    )
    world.workspace.goals.set_status(aside.id, GoalStatus.SET_ASIDE)
    with world.workspace.vault.read() as work:
        assert reviews_due(work, world.today) == ()
        (found,) = reviews_due(work, world.today + timedelta(days=3))
    assert (found.kind, found.object_id, found.name) == (ReviewKind.GOAL, due.id, "Shop")
    assert later.id != found.object_id
