from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.examples import FIRST_DAY, NOON, ZONE, checkin
from vitalshift_desktop.domain.answers import AnswerFacts, Asks, asked_answers, carried_review
from vitalshift_desktop.domain.measures.administration import Administration, AdministrationState, Rater
from vitalshift_desktop.domain.measures.instrument import Critical, Instrument, Item, Licence

_WORDS = ("Not at all", "Several days", "More than half the days", "Nearly every day")
FORM = Instrument(
    "form",
    "1",
    "Form",
    (Item("a", "First"), Item("b", "Second.")),
    0,
    3,
    answer_words=_WORDS,
    critical=Critical(2, 1, "the second thing"),
)


def form(
    number: int, answer: int | None, rater: Rater = Rater.CLIENT, reviewed_at: datetime | None = None
) -> Administration:
    given = checkin(number, (0, answer), rater, instrument_id="form")
    return replace(given, reviewed_at=reviewed_at, review_note="Read together." if reviewed_at else "")


def asked(*forms: Administration, instrument: Instrument = FORM) -> list[AnswerFacts]:
    return [one.facts for one in asked_answers([(one, instrument) for one in forms], ZONE)]


def test_an_answer_has_the_words_of_its_own_items_scale_or_none() -> None:
    low = replace(FORM, items=(Item("a"), Item("b", low=1, high=4)))
    assert [low.words_of(2, answer) for answer in (1, 4)] == [_WORDS[0], _WORDS[3]]
    assert [low.words_of(1, answer) for answer in (-1, 0, 4)] == ["", _WORDS[0], ""]
    assert replace(FORM, items=(Item("a"), Item("b", low=0, high=10))).words_of(2, 1) == ""


def test_m09_an_answer_at_the_threshold_asks_whatever_the_total() -> None:
    """M09: PHQ-9 0,0,0,0,0,0,0,0,1 is 1 point in all, and the prompt is still shown."""
    phq = replace(FORM, items=tuple(Item(f"i{n}") for n in range(9)), critical=Critical(9, 1, "better off dead"))
    (facts,) = asked(checkin(1, (0,) * 8 + (1,), instrument_id="form"), instrument=phq)
    assert (facts.asks, facts.item_number, facts.topic) == (Asks.ENDORSED, 9, "better off dead")
    assert (facts.answer, facts.answer_words, facts.previous_answer) == (1, "Several days", None)


def test_a_blank_is_its_own_prompt_and_never_counts_as_zero() -> None:
    (blank, later) = asked(form(1, None), form(2, 2))
    assert (blank.asks, blank.answer, blank.answer_words) == (Asks.NOT_ANSWERED, None, "")
    assert later.previous_answer is None


def test_an_answer_that_fell_asks_with_the_one_before_also_when_it_fell_to_zero() -> None:
    high, less, zero = asked(form(3, 0), form(1, 3), form(2, 1), form(4, 0))
    assert [one.previous_answer for one in (high, less, zero)] == [None, 3, 1]
    assert [one.asks for one in (high, less, zero)] == [Asks.ENDORSED, Asks.ENDORSED, Asks.FELL]
    assert zero.given_on == form(3, 0).given_on


def test_a_fall_is_seen_over_a_blank_between() -> None:
    assert [one.asks for one in asked(form(1, 2), form(2, None), form(3, 0))][2] is Asks.FELL


def test_zero_from_the_beginning_asks_nothing() -> None:
    assert asked(form(1, 0), form(2, 0)) == []


def test_a_guardian_speaks_too_and_is_compared_with_the_guardian_alone() -> None:
    (facts,) = asked(form(1, 0), form(2, 1, Rater.GUARDIAN), form(3, 0))
    assert (facts.rater, facts.previous_answer) == (Rater.GUARDIAN, None)


def test_the_counselors_own_rating_skipped_and_corrected_forms_and_soft_items_do_not_ask() -> None:
    corrected = checkin(2, (0, 3), state=AdministrationState.CORRECTED, instrument_id="form")
    skipped = checkin(3, (None, None), state=AdministrationState.SKIPPED, instrument_id="form")
    assert asked(form(1, 3, Rater.COUNSELOR), corrected, skipped) == []
    assert asked(form(1, 3), instrument=replace(FORM, critical=None, soft_items=(2,))) == []


def test_the_same_answer_again_says_when_it_was_last_reviewed() -> None:
    reviewed = form(1, 1, reviewed_at=datetime.fromisoformat("2026-03-05T03:30:00+00:00"))
    first, again, more = asked(reviewed, form(2, 1), form(3, 2))
    assert first.same_reviewed_on is None
    assert again.same_reviewed_on == date(2026, 3, 4), "the day where the counselor sits"
    assert more.same_reviewed_on is None
    assert asked(form(1, 1), form(2, 1))[1].same_reviewed_on is None, "the one before was not reviewed"
    assert asked(replace(reviewed, answers=(0, None)), form(2, None))[1].same_reviewed_on is not None


def test_neither_words_nor_chosen_words_of_a_scoring_only_form_are_told() -> None:
    untold = replace(FORM, licence=Licence.SCORING, critical=Critical(2, 1, ""))
    (facts,) = asked(form(1, 2), instrument=untold)
    assert (facts.topic, facts.answer_words) == ("", "")
    (facts,) = asked(form(1, 2), instrument=replace(FORM, critical=Critical(2, 1, "")))
    assert facts.topic == "Second", "without words of our own those of a form that may be shown"


def test_an_item_with_a_scale_of_its_own_has_no_words_of_another() -> None:
    wide = replace(FORM, items=(Item("a"), Item("b", "Second", low=0, high=8)))
    (facts,) = asked(form(1, 7), instrument=wide)
    assert facts.answer_words == ""
    shifted = replace(FORM, low=1, high=4)
    assert asked(form(1, 4), instrument=shifted)[0].answer_words == "Nearly every day"


@pytest.mark.parametrize(("answer", "is_kept"), [(1, True), (2, False), (None, False)])
def test_a_correction_keeps_the_review_only_where_the_critical_answer_is_the_same(
    answer: int | None, is_kept: bool
) -> None:
    old = form(1, 1, reviewed_at=NOON)
    kept = carried_review(FORM, old, form(1, answer))
    assert (kept.reviewed_at is not None, bool(kept.review_note)) == (is_kept, is_kept)
    assert carried_review(FORM, form(1, 1), form(1, 1)).reviewed_at is None


ANSWERS = st.lists(st.one_of(st.none(), st.integers(0, 3)), max_size=12)


@settings(max_examples=60)
@given(ANSWERS, ANSWERS)
def test_later_forms_never_change_what_an_earlier_one_asked(first: list[int | None], more: list[int | None]) -> None:
    early = [form(place, answer) for place, answer in enumerate(first, 1)]
    late = [form(place, answer) for place, answer in enumerate(more, len(first) + 1)]
    before = asked(*early)
    assert asked(*early, *late)[: len(before)] == before


@settings(max_examples=60)
@given(ANSWERS)
def test_every_answer_at_or_over_the_threshold_and_every_blank_asks(answers: list[int | None]) -> None:
    days = {one.given_on for one in asked(*[form(place, answer) for place, answer in enumerate(answers, 1)])}
    must = {form(place, answer).given_on for place, answer in enumerate(answers, 1) if answer is None or answer >= 1}
    assert must <= days
    assert FIRST_DAY not in days or answers[0] != 0
