from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from tests.services.world import World
from vitalshift_desktop.domain.agreements import AgreedHow, DraftClause, Topic
from vitalshift_desktop.domain.clause_reviews import ReviewCause, ReviewRhythm
from vitalshift_desktop.domain.client_files import ClientFile
from vitalshift_desktop.domain.clients import Client, ClientDetails, ClientStatus
from vitalshift_desktop.domain.flags import FlagKind
from vitalshift_desktop.domain.practice_terms import PracticeTerms
from vitalshift_desktop.domain.problems import AlreadyRecorded, NotFound
from vitalshift_desktop.domain.reviews import ReviewDue, ReviewKind
from vitalshift_desktop.domain.sessions import Modality
from vitalshift_desktop.services.clause_reviews import reviews_due

CONTACT = DraftClause(Topic.CONTACT, "Text me if you need to.")


def agreed(world: World, client: Client, days_ago: int, review_in: int | None = None) -> None:
    day = world.today - timedelta(days=days_ago)
    review = None if review_in is None else world.today + timedelta(days=review_in)
    world.workspace.agreements.agree(client.id, (CONTACT,), day, review, AgreedHow.VERBAL)


def due(world: World) -> tuple[ReviewDue, ...]:
    with world.workspace.vault.read() as work:
        return reviews_due(work, world.today)


def causes_of(world: World, client: Client) -> tuple[ReviewCause, ...]:
    state = world.workspace.clause_reviews.state(client.id)
    assert state is not None
    return state.causes


def test_the_review_is_due_on_the_day_of_the_session_that_it_waited_for(world: World) -> None:
    client = world.client()
    agreed(world, client, 70)
    for days in (-60, -53, -46, -39):
        world.held(client, days)
    state = world.workspace.clause_reviews.state(client.id)
    assert state is not None
    assert (state.held, state.next_session, state.is_due, due(world)) == (4, 5, False, ())
    world.held(client, -32)
    assert due(world) == (ReviewDue(ReviewKind.AGREEMENT, world.today - timedelta(days=32), client.id),)
    world.workspace.clause_reviews.record(client.id, world.today, "All of it stays.")
    after = world.workspace.clause_reviews.state(client.id)
    assert after is not None
    assert (after.next_session, after.is_due, after.reviews[0].words, due(world)) == (17, False, "All of it stays.", ())


def test_what_was_agreed_late_is_not_due_at_once(world: World) -> None:
    client = world.client()
    for days in range(-70, -35, 7):
        world.held(client, days)
    agreed(world, client, 0)
    state = world.workspace.clause_reviews.state(client.id)
    assert state is not None
    assert (state.held, state.next_session, state.is_due) == (5, 17, False)
    assert due(world) == ()


def test_the_settings_say_after_how_many_sessions(world: World) -> None:
    client = world.client()
    agreed(world, client, 70)
    for days in (-60, -53):
        world.held(client, days)
    world.workspace.terms.change(PracticeTerms(review=ReviewRhythm(2, 3)))
    assert world.workspace.terms.get().review == ReviewRhythm(2, 3)
    assert causes_of(world, client) == (ReviewCause.SESSIONS,)
    assert due(world)[0].due_on == world.today - timedelta(days=53)
    world.workspace.clause_reviews.record(client.id, world.today)
    state = world.workspace.clause_reviews.state(client.id)
    assert state is not None
    assert state.next_session == 5


def test_a_change_of_the_work_since_the_last_look_asks_for_another(world: World) -> None:
    client = world.client()
    agreed(world, client, 70)
    world.held(client, -60)
    world.workspace.clause_reviews.record(client.id, world.today - timedelta(days=50))
    assert causes_of(world, client) == ()
    file = replace(ClientFile(), interpreter_language="Dari")
    world.workspace.files.save(client.id, ClientDetails(client.name, born=date(2008, 3, 1)), file)
    world.workspace.sessions.set_modality(world.held(client, -3).id, Modality.VIDEO)
    assert causes_of(world, client) == (ReviewCause.AGE, ReviewCause.ONLINE, ReviewCause.INTERPRETER)
    assert due(world) == (ReviewDue(ReviewKind.AGREEMENT, world.today, client.id),)


def test_a_look_that_was_some_sessions_ago_counts_from_there(world: World) -> None:
    client = world.client()
    agreed(world, client, 70)
    for days in (-60, -53, -46):
        world.held(client, days)
    review = world.workspace.clause_reviews.record(client.id, world.today - timedelta(days=50))
    assert review.session_no == 2


def test_a_look_clears_the_days_that_had_come_and_leaves_those_to_come(world: World) -> None:
    client = world.client()
    agreed(world, client, 30, review_in=-1)
    fees = DraftClause(Topic.FEES, "90.")
    world.workspace.agreements.agree(
        client.id, (fees,), world.today, world.today + timedelta(days=60), AgreedHow.VERBAL
    )
    world.workspace.clause_reviews.record(client.id, world.today)
    days = {one.topic: one.review_on for one in world.workspace.agreements.in_force(client.id)}
    assert days == {Topic.CONTACT: None, Topic.FEES: world.today + timedelta(days=60)}


def test_without_a_clause_in_force_or_an_open_episode_there_is_nothing_to_look_at(world: World) -> None:
    client = world.client()
    assert world.workspace.clause_reviews.state(client.id) is None
    with pytest.raises(NotFound):
        world.workspace.clause_reviews.record(client.id, world.today)
    agreed(world, client, 30)
    assert world.workspace.clause_reviews.state(client.id) is not None
    world.workspace.clients.set_status(client.id, ClientStatus.CLOSED, "Moved away")
    assert world.workspace.clause_reviews.state(client.id) is None
    assert due(world) == ()


def test_the_day_says_that_it_is_time_with_the_fifth_session(world: World) -> None:
    client = world.client()
    agreed(world, client, 40)
    for days in (-33, -26, -19, -12):
        world.held(client, days)
    assert world.workspace.home.today().flags == ()
    world.held(client, -5)
    (flag,) = world.workspace.home.today().flags
    assert (flag.kind, flag.since) == (FlagKind.AGREEMENT_TO_LOOK_AT, world.today - timedelta(days=5))
    world.workspace.clause_reviews.record(client.id, world.today)
    assert world.workspace.home.today().flags == ()


def test_a_review_stays_as_it_was_written(world: World) -> None:
    client = world.client()
    agreed(world, client, 30)
    review = world.workspace.clause_reviews.record(client.id, world.today, "All of it stays.")
    world.workspace.clause_reviews.take_back(review)
    for statement in (
        "UPDATE clause_review SET words = ''",
        "DELETE FROM clause_review",
        "UPDATE clause_review_taken_back SET taken_back_at = ''",
        "DELETE FROM clause_review_taken_back",
    ):
        with pytest.raises(IntegrityError, match="already recorded"), world.workspace.vault.write() as work:
            work.meta._session.connection().exec_driver_sql(statement)


def test_a_look_written_down_by_mistake_counts_no_more_and_the_days_it_cleared_stand_again(world: World) -> None:
    client = world.client()
    agreed(world, client, 30, review_in=-1)
    reviews, agreements = world.workspace.clause_reviews, world.workspace.agreements
    before, due_before = agreements.in_force(client.id), due(world)
    review = reviews.record(client.id, world.today, "The wrong client.")
    assert [one.review_on for one in agreements.in_force(client.id)] == [None]
    reviews.take_back(review, before)
    state = reviews.state(client.id)
    assert state is not None
    assert state.reviews == ()
    assert agreements.in_force(client.id) == before
    assert due(world) == due_before
    with pytest.raises(AlreadyRecorded):
        reviews.take_back(review)
