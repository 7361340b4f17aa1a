from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.examples import MAREN
from vitalshift_desktop.domain.agreements import (
    ClauseId,
    ClauseState,
    ClauseVersion,
    DraftClause,
    Topic,
    WordsOf,
    next_version,
)
from vitalshift_desktop.domain.clause_versions import (
    check_follows,
    check_review,
    clause_for,
    draft_of,
    in_force_on,
    is_same,
    open_clauses,
    proposed,
    version_on,
)
from vitalshift_desktop.domain.problems import ReviewBeforeStart, TwoVersionsInForce

FIRST = date(2025, 12, 11)
CONTACT = DraftClause(Topic.CONTACT, "Text me if you need to.")


def history(*lengths: int) -> list[ClauseVersion]:
    """Versions that follow each other after so many days each; the last is in force."""
    versions: list[ClauseVersion] = []
    on = FIRST
    for place, length in enumerate((*lengths, None)):
        before = versions[-1] if versions else None
        version = next_version(replace(CONTACT, wording=f"Wording {place}"), before, ClauseId(4), MAREN, on)
        versions.append(version if length is None else version.replaced(on + timedelta(days=length)))
        on += timedelta(days=length or 0)
    return versions


@given(st.lists(st.integers(0, 40), max_size=6), st.integers(-5, 300))
def test_on_any_day_since_the_first_agreement_exactly_one_version_is_in_force(lengths: list[int], later: int) -> None:
    versions = history(*lengths)
    day = FIRST + timedelta(days=later)
    standing = [one for one in versions if one.effective_on <= day]
    assert version_on(versions, ClauseId(4), day) == (standing[-1] if standing else None)


def test_the_day_a_version_is_replaced_belongs_to_the_next_one_and_the_day_it_ends_to_none() -> None:
    old, new = history(60)
    changed = FIRST + timedelta(days=60)
    assert version_on([old, new], ClauseId(4), changed - timedelta(days=1)) == old
    assert version_on([old, new], ClauseId(4), changed) == new
    ended = new.ended(changed + timedelta(days=9))
    assert version_on([old, ended], ClauseId(4), changed + timedelta(days=8)) == ended
    assert version_on([old, ended], ClauseId(4), changed + timedelta(days=9)) is None
    assert version_on([old, ended], ClauseId(5), changed) is None


def test_what_was_in_force_on_a_day_stands_in_the_order_of_topics_without_drafts() -> None:
    (contact,) = history()
    fees = replace(contact, clause_id=ClauseId(9), topic=Topic.FEES)
    draft = proposed(DraftClause(Topic.GIFTS, "Small ones."), ClauseId(10), MAREN, 1, FIRST)
    assert in_force_on([contact, fees, draft], FIRST) == (fees, contact)
    assert in_force_on([contact, fees, draft], FIRST - timedelta(days=1)) == ()


def test_a_draft_has_the_next_number_and_keeps_its_reason_when_it_is_agreed() -> None:
    (current,) = history()
    (clause,) = open_clauses([current])
    draft = replace(CONTACT, wording="Weekdays before 18:00.", reason="After late messages", clause_id=clause.clause_id)
    version = proposed(draft, clause.clause_id, MAREN, clause.next_number, FIRST)
    assert (version.number, version.state, version.reason) == (2, ClauseState.PROPOSED, "After late messages")
    assert draft_of(version) == draft
    (both,) = open_clauses([current, version])
    assert (both.current, both.draft, both.next_number) == (current, version, 2)
    assert draft_of(current).reason == ""


def test_a_draft_belongs_to_the_clause_it_names_or_to_the_one_in_force_on_its_topic() -> None:
    (current,) = history()
    idea = proposed(CONTACT, ClauseId(3), MAREN, 1, FIRST)
    clauses = open_clauses([idea, current])
    found = clause_for(CONTACT, clauses)
    assert found is not None
    assert found.current == current
    named = clause_for(replace(CONTACT, clause_id=ClauseId(3)), clauses)
    assert named is not None
    assert named.draft == idea
    assert clause_for(replace(CONTACT, clause_id=ClauseId(99)), clauses) is None
    assert clause_for(DraftClause(Topic.FEES, "90."), clauses) is None
    assert open_clauses([current.ended(FIRST)]) == ()


def test_only_wording_and_whose_words_it_is_make_another_version() -> None:
    (current,) = history()
    same = draft_of(current)
    assert is_same(replace(same, reason="No matter"), current)
    for other in (replace(same, wording="Else"), replace(same, negotiated=True), replace(same, words_of=WordsOf.BOTH)):
        assert not is_same(other, current)


def test_a_version_that_would_begin_before_the_one_in_force_is_refused() -> None:
    (current,) = history()
    check_follows(current, FIRST)
    with pytest.raises(TwoVersionsInForce) as refused:
        check_follows(current, FIRST - timedelta(days=1))
    assert refused.value.version == current


def test_a_review_before_the_start_is_refused() -> None:
    check_review(FIRST, None)
    check_review(FIRST, FIRST)
    with pytest.raises(ReviewBeforeStart):
        check_review(FIRST, FIRST - timedelta(days=1))
