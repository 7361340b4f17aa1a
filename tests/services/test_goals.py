import pytest

from tests.services.world import World
from vitalshift_desktop.domain.goals import GoalDetails, GoalStatus
from vitalshift_desktop.domain.measures.administration import Rater
from vitalshift_desktop.domain.problems import AnswerOutOfRange, NoteAlreadySigned, NotFound, TextIsMissing

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
