from datetime import timedelta

import pytest

from tests.services.world import World
from vitalshift_desktop.domain.agreed_snapshots import snapshot_fingerprint
from vitalshift_desktop.domain.agreements import (
    AgreedHow,
    Agreement,
    ClauseState,
    DraftClause,
    Topic,
)
from vitalshift_desktop.domain.clients import Client
from vitalshift_desktop.domain.problems import DateIsImpossible, NotFound, TextIsMissing

CONTACT = DraftClause(Topic.CONTACT, "Messages are for appointments.")
FEES = DraftClause(Topic.FEES, "90 a session.")


def agree(world: World, client: Client, *clauses: DraftClause, review: int | None = 30) -> Agreement:
    review_on = None if review is None else world.today + timedelta(days=review)
    return world.workspace.agreements.agree(client.id, clauses, world.today, review_on, AgreedHow.ON_PAPER)


def test_an_agreement_is_a_dated_snapshot_with_its_fingerprint(world: World) -> None:
    client = world.client()
    made = agree(world, client, CONTACT, FEES)
    assert world.workspace.agreements.of_client(client.id) == (made,)
    assert made.fingerprint == snapshot_fingerprint(made)
    assert [clause.topic for clause in world.workspace.agreements.in_force(client.id)] == [Topic.FEES, Topic.CONTACT]


def test_new_wording_on_the_same_topic_is_the_next_version(world: World) -> None:
    client = world.client()
    first = agree(world, client, CONTACT, FEES)
    world.clock.advance(days=40)
    second = agree(world, client, DraftClause(Topic.CONTACT, "I answer by the end of the next day."))
    versions = world.workspace.agreements.versions(client.id)
    contact = [version for version in versions if version.topic is Topic.CONTACT]
    assert [(version.number, version.state) for version in contact] == [
        (1, ClauseState.REPLACED),
        (2, ClauseState.IN_FORCE),
    ]
    assert len({version.clause_id for version in contact}) == 1
    assert [agreement.id for agreement in world.workspace.agreements.of_client(client.id)] == [second.id, first.id]
    assert len(world.workspace.agreements.in_force(client.id)) == 2


def test_the_same_wording_agreed_again_stays_the_same_version_with_a_new_review(world: World) -> None:
    client = world.client()
    agree(world, client, CONTACT)
    world.clock.advance(days=30)
    agree(world, client, CONTACT, review=60)
    (version,) = world.workspace.agreements.versions(client.id)
    assert (version.number, version.review_on) == (1, world.today + timedelta(days=60))
    assert len(world.workspace.agreements.of_client(client.id)) == 2


def test_two_clauses_on_one_topic_live_side_by_side(world: World) -> None:
    client = world.client()
    agree(world, client, FEES, DraftClause(Topic.FEES, "Paid at the end of the month."))
    agree(world, client, DraftClause(Topic.FEES, "95 a session."), DraftClause(Topic.FEES, "Paid in cash."))
    assert [version.wording for version in world.workspace.agreements.in_force(client.id)] == [
        "95 a session.",
        "Paid in cash.",
    ]


def test_a_clause_without_words_is_refused_and_nothing_is_agreed(world: World) -> None:
    client = world.client()
    with pytest.raises(TextIsMissing):
        agree(world, client, CONTACT, DraftClause(Topic.FEES, " "))
    assert world.workspace.agreements.versions(client.id) == ()


def test_an_ended_clause_is_in_force_no_more_and_a_new_one_begins_again(world: World) -> None:
    client = world.client()
    clause = agree(world, client, CONTACT).clauses[0]
    world.workspace.agreements.end_clause(clause.clause_id, world.today)
    assert world.workspace.agreements.in_force(client.id) == ()
    with pytest.raises(NotFound):
        world.workspace.agreements.end_clause(clause.clause_id, world.today)
    assert agree(world, client, CONTACT).clauses[0].number == 1


def test_what_is_due_to_be_looked_at_comes_with_its_client(world: World) -> None:
    maren, wren = world.client(), world.client("Wren A.")
    agree(world, maren, CONTACT, review=5)
    agree(world, wren, FEES, review=3)
    agree(world, wren, CONTACT, review=None)
    due = world.workspace.agreements.due(world.today + timedelta(days=5))
    assert [(one.client.name, one.clause.topic) for one in due] == [
        ("Wren A.", Topic.FEES),
        ("Maren T.", Topic.CONTACT),
    ]
    assert world.workspace.agreements.due(world.today) == ()


def test_the_starter_has_eight_clauses_ready_to_agree(world: World) -> None:
    client = world.client()
    starters = world.workspace.clause_templates.starters(client.id)
    assert len(starters) == len({clause.topic for clause in starters}) == 8
    assert len(agree(world, client, *starters).clauses) == 8


def test_an_agreement_needs_a_clause_and_a_day_that_has_come(world: World) -> None:
    client = world.client()
    fees = DraftClause(Topic.FEES, "Forty for each session.")
    with pytest.raises(TextIsMissing):
        world.workspace.agreements.agree(client.id, (), world.today, None, AgreedHow.VERBAL)
    with pytest.raises(DateIsImpossible):
        world.workspace.agreements.agree(client.id, (fees,), world.today + timedelta(days=1), None, AgreedHow.VERBAL)
    assert world.workspace.agreements.of_client(client.id) == ()
