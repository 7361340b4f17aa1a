from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from tests.vault.sample_records import DAY, NOON, a_client, a_goal, a_session, a_signed_note
from vitalshift_desktop.domain.goals import Goal, GoalDetails, GoalId, GoalRating, GoalStatus, ProposedBy
from vitalshift_desktop.domain.measures.administration import Rater
from vitalshift_desktop.domain.problems import AlreadyRecorded, NoteAlreadySigned, NotFound
from vitalshift_desktop.vault.records.refusals import refusals_told
from vitalshift_desktop.vault.vault import Vault

WORDS = st.text(max_size=40)
DAYS = st.none() | st.dates()
DETAILS = st.builds(
    GoalDetails,
    wording=WORDS,
    short=WORDS,
    proposed_by=st.sampled_from(ProposedBy),
    agreed_on=DAYS,
    review_on=DAYS,
    target=st.none() | st.integers(0, 10),
    hoped=WORDS,
    start_level=st.integers(-2, 2),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(details=DETAILS, status=st.sampled_from(GoalStatus))
def test_a_goal_comes_back_as_it_was_written(open_vault: Vault, details: GoalDetails, status: GoalStatus) -> None:
    with open_vault.write() as work:
        client = a_client(work)
        added = work.goals.add(Goal(GoalId(0), client.id, details, status), NOON)
    with open_vault.read() as work:
        assert work.goals.get(added.id) == added == Goal(added.id, client.id, details, status)
        assert work.goals.of_client(client.id) == (added,)


def test_a_changed_goal_is_the_one_that_comes_back(open_vault: Vault) -> None:
    with open_vault.write() as work:
        goal = a_goal(work, a_client(work))
        changed = replace(goal, details=GoalDetails("Sleep", "Sleep", target=8), status=GoalStatus.REACHED)
        work.goals.save(changed, NOON, ProposedBy.CLIENT, "slept badly")
    with open_vault.read() as work:
        assert work.goals.get(goal.id) == changed
        with pytest.raises(NotFound):
            work.goals.save(replace(goal, id=GoalId(99)), NOON, ProposedBy.CLIENT)


def test_a_rating_of_the_same_session_and_rater_takes_the_place_of_the_first(open_vault: Vault) -> None:
    with open_vault.write() as work:
        client = a_client(work)
        goal, session = a_goal(work, client), a_session(work, client)
        client_says = GoalRating(goal.id, 4, DAY, Rater.CLIENT, session.id)
        counselor_says = GoalRating(goal.id, 6, DAY, Rater.COUNSELOR, session.id)
        for rating in (client_says, counselor_says, replace(client_says, rating=5)):
            work.goals.rate(rating)
        assert work.goals.ratings_of_client(client.id) == (replace(client_says, rating=5), counselor_says)


def test_ratings_outside_sessions_stand_beside_each_other_in_order_of_days(open_vault: Vault) -> None:
    with open_vault.write() as work:
        client, other = a_client(work), a_client(work, "Kim Sample")
        goal = a_goal(work, client)
        work.goals.rate(GoalRating(a_goal(work, other).id, 9, DAY))
        ratings = [GoalRating(goal.id, rating, date(2026, 3, day)) for rating, day in ((3, 9), (2, 2), (4, 10))]
        for rating in (*ratings, replace(ratings[0], rating=5)):
            work.goals.rate(rating)
        assert work.goals.ratings_of_client(client.id) == (ratings[1], replace(ratings[0], rating=5), ratings[2])


def test_a_rating_is_taken_back_while_the_note_is_open(open_vault: Vault) -> None:
    with open_vault.write() as work:
        client = a_client(work)
        goal, session = a_goal(work, client), a_session(work, client)
        rating = GoalRating(goal.id, 4, DAY, Rater.CLIENT, session.id)
        work.goals.rate(rating)
        assert work.goals.remove_rating(goal.id, session.id, Rater.CLIENT) == rating
        assert work.goals.ratings_of_client(client.id) == ()
        with pytest.raises(NotFound):
            work.goals.remove_rating(goal.id, session.id, Rater.CLIENT)


def test_ratings_of_a_signed_session_are_final(open_vault: Vault) -> None:
    with open_vault.write() as work:
        client = a_client(work)
        goal, session = a_goal(work, client), a_session(work, client)
        rating = GoalRating(goal.id, 4, DAY, Rater.CLIENT, session.id)
        work.goals.rate(rating)
        a_signed_note(work, session)
    for late in (replace(rating, rating=9), replace(rating, rater=Rater.COUNSELOR)):
        with pytest.raises(NoteAlreadySigned), open_vault.write() as work:
            work.goals.rate(late)
    with pytest.raises(NoteAlreadySigned), open_vault.write() as work:
        work.goals.remove_rating(goal.id, session.id, Rater.CLIENT)
    with open_vault.read() as work:
        assert work.goals.ratings_of_client(client.id) == (rating,)


def test_nothing_of_a_goal_changes_without_a_version_and_no_version_changes(open_vault: Vault) -> None:
    with open_vault.write() as work:
        goal = a_goal(work, a_client(work))
        changed = replace(goal, details=replace(goal.details, wording="Sleep until six", hoped="Five nights a week"))
        work.goals.save(changed, NOON, ProposedBy.BOTH, "said more clearly")
    with open_vault.read() as work:
        first, second = work.goal_versions.of_goal(goal.id)
        assert (first.number, first.details, first.reason) == (1, goal.details, "")
        assert (second.number, second.details, second.asked_by) == (2, changed.details, ProposedBy.BOTH)
        assert work.goal_versions.of_client(goal.client_id) == (first, second)
    for statement in (
        "UPDATE goal SET wording = 'other'",
        "UPDATE goal SET agreed_on = '2026-01-01'",
        "UPDATE goal SET status = 'reached'",
        "UPDATE goal SET start_level = -2",
        "UPDATE goal_version SET wording = 'other'",
        "DELETE FROM goal_version",
    ):
        with pytest.raises(AlreadyRecorded), refusals_told(), open_vault.write() as work:
            work.meta._session.execute(text(statement))
