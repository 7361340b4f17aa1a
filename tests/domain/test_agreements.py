from dataclasses import replace
from datetime import date

import pytest

from tests.domain.examples import MAREN
from vitalshift_desktop.domain.agreeing import AgreedHow, HowAgreed, Party, PartyKind
from vitalshift_desktop.domain.agreements import (
    ClauseId,
    ClauseState,
    ClauseVersion,
    DraftClause,
    Topic,
    WordsOf,
    agreement_fingerprint,
    in_force,
    next_version,
)
from vitalshift_desktop.domain.clients import LONGEST_TEXT
from vitalshift_desktop.domain.problems import DateIsImpossible, HiddenCharacters, TextIsMissing, TextTooLong

_AGREED = date(2025, 12, 11)
_LATER = date(2026, 2, 12)
_DRAFT = DraftClause(Topic.CONTACT, "Messages are for scheduling only.", negotiated=True, words_of=WordsOf.BOTH)


def _first() -> ClauseVersion:
    return next_version(_DRAFT, None, ClauseId(4), MAREN, _AGREED)


def test_the_first_version_of_a_clause_comes_into_force_on_the_day_it_was_agreed() -> None:
    clause = _first()
    assert (clause.number, clause.state, clause.effective_on, clause.is_in_force) == (
        1, ClauseState.IN_FORCE, _AGREED, True,
    )  # fmt: skip
    assert (clause.wording, clause.negotiated, clause.words_of) == (_DRAFT.wording, True, WordsOf.BOTH)


def test_a_new_version_counts_on_and_leaves_the_old_wording_alone() -> None:
    old = _first()
    new = next_version(replace(_DRAFT, wording="Messages before 18:00."), old, old.clause_id, MAREN, _LATER)
    replaced = old.replaced(_LATER)
    assert (new.number, new.clause_id, new.wording) == (2, old.clause_id, "Messages before 18:00.")
    assert (replaced.state, replaced.ended_on, replaced.wording) == (ClauseState.REPLACED, _LATER, old.wording)
    assert not replaced.is_in_force


def test_an_ended_clause_is_no_longer_in_force_and_keeps_its_day() -> None:
    ended = _first().ended(_LATER)
    assert (ended.state, ended.ended_on, ended.is_in_force) == (ClauseState.ENDED, _LATER, False)


def test_clauses_in_force_stand_in_the_order_of_topics() -> None:
    fees = replace(_first(), topic=Topic.FEES, clause_id=ClauseId(9))
    proposed = replace(_first(), topic=Topic.GIFTS, state=ClauseState.PROPOSED)
    assert in_force([_first(), proposed, fees, _first().ended(_LATER)]) == (fees, _first())


def test_checking_a_clause_takes_stray_spaces_away() -> None:
    assert DraftClause(Topic.FEES, " 90 per session.\n").checked().wording == "90 per session."


def test_a_clause_needs_words_and_has_a_longest_wording() -> None:
    with pytest.raises(TextIsMissing):
        DraftClause(Topic.FEES, " \n").checked()
    with pytest.raises(TextTooLong):
        DraftClause(Topic.FEES, "a" * (LONGEST_TEXT + 1)).checked()


def test_nothing_that_turns_the_words_around_is_agreed() -> None:
    turned = "You pay \u202e09\u202c for each session."
    for wrong in (DraftClause(Topic.FEES, turned), DraftClause(Topic.FEES, "90", reason=turned)):
        with pytest.raises(HiddenCharacters):
            wrong.checked()
    with pytest.raises(HiddenCharacters):
        HowAgreed(AgreedHow.VERBAL, (Party(PartyKind.CLIENT, "Maren T."),), turned).checked()
    several = "First line\n90\u200f, second"
    assert DraftClause(Topic.FEES, several).checked().wording == several


def test_the_fingerprint_of_an_agreement_changes_with_every_word_version_and_day() -> None:
    clause = _first()
    fingerprints = {
        agreement_fingerprint(_AGREED, [clause]),
        agreement_fingerprint(_LATER, [clause]),
        agreement_fingerprint(_AGREED, [replace(clause, wording="Messages are for scheduling only!")]),
        agreement_fingerprint(_AGREED, [replace(clause, number=2)]),
        agreement_fingerprint(_AGREED, [replace(clause, topic=Topic.FEES)]),
        agreement_fingerprint(_AGREED, [clause, clause]),
        agreement_fingerprint(_AGREED, []),
    }
    assert len(fingerprints) == 7
    assert {len(fingerprint) for fingerprint in fingerprints} == {64}


def test_the_fingerprint_of_an_agreement_does_not_change_when_a_clause_is_replaced_later() -> None:
    clause = _first()
    assert agreement_fingerprint(_AGREED, [clause]) == agreement_fingerprint(_AGREED, [clause.replaced(_LATER)])


def test_a_clause_cannot_end_before_it_came_into_force() -> None:
    clause = next_version(DraftClause(Topic.FEES, "Forty."), None, ClauseId(1), MAREN, date(2026, 3, 2))
    with pytest.raises(DateIsImpossible):
        clause.ended(date(2026, 3, 1))
    assert clause.ended(date(2026, 3, 2)).ended_on == date(2026, 3, 2)
