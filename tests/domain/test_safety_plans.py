from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vitalshift_desktop.domain.clients import LONGEST_TEXT, Phase
from vitalshift_desktop.domain.practice_terms import LONGEST_NAME, PracticeTerms
from vitalshift_desktop.domain.problems import (
    DateIsImpossible,
    HiddenCharacters,
    NameIsTaken,
    TextIsMissing,
    TextTooLong,
)
from vitalshift_desktop.domain.safety_plans import PieceKind, PlanPart, SafetyPlan, changed_parts, differences

TODAY = date(2026, 3, 2)
TEXTS = st.text(alphabet="ab \n", max_size=30)


@given(TEXTS, TEXTS)
def test_the_pieces_of_a_difference_make_both_wordings_whole_again(before: str, after: str) -> None:
    pieces = differences(before, after)
    assert "".join(piece.text for piece in pieces if piece.kind is not PieceKind.ADDED) == before
    assert "".join(piece.text for piece in pieces if piece.kind is not PieceKind.GONE) == after
    assert all(piece.text for piece in pieces)
    assert {piece.kind for piece in pieces} <= {PieceKind.SAME} or before != after


def test_a_difference_goes_by_words() -> None:
    pieces = differences("Call my sister first.", "Call my brother first.")
    assert [(piece.kind, piece.text) for piece in pieces] == [
        (PieceKind.SAME, "Call my "),
        (PieceKind.GONE, "sister"),
        (PieceKind.ADDED, "brother"),
        (PieceKind.SAME, " first."),
    ]


@given(st.sampled_from(PlanPart), TEXTS)
def test_only_the_part_that_was_changed_differs(part: PlanPart, text: str) -> None:
    plan = SafetyPlan("I stop answering", "Go out", "The library", "My sister", "Keys with Ines", TODAY)
    other = plan.with_text(part, text + "!")
    assert changed_parts(plan, other) == (part,)
    assert other.text(part) == text + "!"
    assert other.review_on == TODAY


def test_a_plan_in_force_has_words_and_a_review_that_is_not_past() -> None:
    plan = SafetyPlan(warning_signs="  I stop answering \n", review_on=TODAY)
    assert plan.checked(TODAY).warning_signs == "I stop answering"
    with pytest.raises(TextIsMissing):
        SafetyPlan(own_steps=" \n ").checked(TODAY)
    with pytest.raises(DateIsImpossible):
        plan.checked(TODAY + timedelta(days=1))


@pytest.mark.parametrize("part", PlanPart)
def test_no_part_holds_endless_or_hidden_text(part: PlanPart) -> None:
    with pytest.raises(TextTooLong):
        SafetyPlan().with_text(part, "x" * (LONGEST_TEXT + 1)).storable()
    with pytest.raises(HiddenCharacters):
        SafetyPlan().with_text(part, "a\x00b").storable()


def test_own_terms_are_tidied_and_empty_names_fall_back_to_ours() -> None:
    terms = PracticeTerms({Phase.BEGINNING: "  Getting  to know ", Phase.WORKING: " "}, " 555 0100 \n\n 555 0101 ")
    tidy = terms.checked()
    assert tidy == PracticeTerms({Phase.BEGINNING: "Getting to know"}, "555 0100\n555 0101")
    assert tidy.numbers == ("555 0100", "555 0101")


def test_two_phases_never_have_the_same_name_and_none_is_endless() -> None:
    with pytest.raises(NameIsTaken):
        PracticeTerms({Phase.BEGINNING: "Start", Phase.ENDING: "start "}).checked()
    with pytest.raises(TextTooLong):
        PracticeTerms({Phase.BEGINNING: "x" * (LONGEST_NAME + 1)}).checked()
    with pytest.raises(HiddenCharacters):
        PracticeTerms(crisis_numbers="555\x000100").checked()
