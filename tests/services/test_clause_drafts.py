from datetime import timedelta

import pytest

from tests.services.world import World
from vitalshift_desktop.domain.agreements import AgreedHow, ClauseId, ClauseState, ClauseVersion, DraftClause, Topic
from vitalshift_desktop.domain.clients import Client
from vitalshift_desktop.domain.problems import (
    AlreadyRecorded,
    NotFound,
    ReviewBeforeStart,
    TextIsMissing,
    TwoVersionsInForce,
)
from vitalshift_desktop.domain.record_search import Question

CONTACT = DraftClause(Topic.CONTACT, "Text me if you need to.")
LATER = DraftClause(Topic.CONTACT, "Messages before 18:00.", reason="After late messages")


def agree(world: World, client: Client, *clauses: DraftClause, days_ago: int = 0) -> tuple[ClauseVersion, ...]:
    day = world.today - timedelta(days=days_ago)
    return world.workspace.agreements.agree(client.id, clauses, day, None, AgreedHow.VERBAL).clauses


def test_a_draft_is_nothing_anybody_goes_by_until_it_is_agreed(world: World) -> None:
    client = world.client()
    w = world.workspace
    (first,) = agree(world, client, CONTACT, days_ago=60)
    draft = w.clause_drafts.propose(client.id, LATER)
    assert (draft.clause_id, draft.number, draft.state) == (first.clause_id, 2, ClauseState.PROPOSED)
    assert w.agreements.in_force(client.id) == (first,)
    assert w.agreements.in_force_on(client.id, world.today) == (first,)
    (agreed,) = agree(world, client, LATER)
    assert (agreed.number, agreed.state, agreed.reason) == (2, ClauseState.IN_FORCE, "After late messages")
    assert w.agreements.in_force(client.id) == (agreed,)
    assert [one.state for one in w.agreements.versions(client.id)] == [ClauseState.REPLACED, ClauseState.IN_FORCE]
    assert w.agreements.in_force_on(client.id, world.today - timedelta(days=1))[0].wording == CONTACT.wording


def test_a_draft_can_be_written_again_and_stays_one(world: World) -> None:
    client = world.client()
    drafts = world.workspace.clause_drafts
    first = drafts.propose(client.id, DraftClause(Topic.GIFTS, "None."))
    second = drafts.propose(client.id, DraftClause(Topic.GIFTS, "Small ones are fine.", clause_id=first.clause_id))
    assert world.workspace.agreements.versions(client.id) == (second,)
    (agreed,) = agree(world, client, DraftClause(Topic.GIFTS, "Small ones are welcome."))
    assert world.workspace.agreements.versions(client.id) == (agreed,)
    assert (agreed.clause_id, agreed.number) == (first.clause_id, 1)


def test_a_draft_that_was_dropped_can_be_brought_back(world: World) -> None:
    client = world.client()
    w = world.workspace
    (current,) = agree(world, client, CONTACT)
    w.clause_drafts.propose(client.id, LATER)
    alone = w.clause_drafts.propose(client.id, DraftClause(Topic.GIFTS, "None."))
    dropped = w.clause_drafts.drop(client.id, current.clause_id)
    w.clause_drafts.drop(client.id, alone.clause_id)
    assert w.agreements.versions(client.id) == (current,)
    back = w.clause_drafts.bring_back(dropped)
    assert (back.clause_id, back.number, back.wording, back.reason) == (
        current.clause_id, 2, LATER.wording, LATER.reason,
    )  # fmt: skip
    assert w.clause_drafts.bring_back(alone).wording == "None."
    with pytest.raises(NotFound):
        w.clause_drafts.drop(client.id, ClauseId(99))
    with pytest.raises(NotFound):
        w.clause_drafts.propose(client.id, DraftClause(Topic.GIFTS, "None.", clause_id=ClauseId(99)))


def test_a_draft_needs_words(world: World) -> None:
    client = world.client()
    with pytest.raises(TextIsMissing):
        world.workspace.clause_drafts.propose(client.id, DraftClause(Topic.GIFTS, " "))
    assert world.workspace.agreements.versions(client.id) == ()


def test_two_versions_are_never_in_force_on_one_day(world: World) -> None:
    client = world.client()
    agree(world, client, CONTACT, days_ago=10)
    for clause in (CONTACT, LATER):
        with pytest.raises(TwoVersionsInForce):
            agree(world, client, clause, days_ago=11)
    assert len(world.workspace.agreements.of_client(client.id)) == 1
    agree(world, client, LATER, days_ago=10)
    assert [one.number for one in world.workspace.agreements.in_force(client.id)] == [2]


def test_a_review_before_the_start_is_refused_and_nothing_is_agreed(world: World) -> None:
    client = world.client()
    yesterday = world.today - timedelta(days=1)
    with pytest.raises(ReviewBeforeStart):
        world.workspace.agreements.agree(client.id, (CONTACT,), world.today, yesterday, AgreedHow.VERBAL)
    (clause,) = agree(world, client, CONTACT)
    with pytest.raises(ReviewBeforeStart):
        world.workspace.agreements.set_review(clause.clause_id, yesterday)


def test_what_was_agreed_is_no_draft_any_more_not_even_for_the_vault(world: World) -> None:
    client = world.client()
    (clause,) = agree(world, client, CONTACT)
    with pytest.raises(AlreadyRecorded), world.workspace.vault.write() as work:
        work.agreements.remove_draft(clause)
    for changed in ({"reason": "Another"}, {"wording": "Another"}):
        version = ClauseVersion(**{**{f: getattr(clause, f) for f in clause.__slots__}, **changed})
        with pytest.raises(AlreadyRecorded), world.workspace.vault.write() as work:
            work.agreements.save_draft(version)
    assert world.workspace.agreements.versions(client.id) == (clause,)


def test_a_draft_and_the_reason_of_a_version_are_found_by_the_search_until_the_draft_is_dropped(world: World) -> None:
    client = world.client()
    search = world.workspace.record_search

    def found(word: str) -> int:
        return len(search.page(search.find(Question(word))))

    agree(world, client, CONTACT, days_ago=60)
    draft = world.workspace.clause_drafts.propose(client.id, LATER)
    assert (found("messages before"), found("late")) == (1, 1)
    world.workspace.clause_drafts.drop(client.id, draft.clause_id)
    assert (found("messages before"), found("late")) == (0, 0)
