from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.examples import answers_for
from vitalshift_desktop.domain.measures.instrument import CHECKIN, TOTAL, Instrument, Item
from vitalshift_desktop.domain.measures.scoring import check_answers, checkin_score, one_decimal
from vitalshift_desktop.domain.measures.scoring import score as scored
from vitalshift_desktop.domain.problems import AnswerOutOfRange, AnswersIncomplete
from vitalshift_desktop.services.shipped_instruments import instrument

_FORM = Instrument("form", "1", "Form", (Item("a", "A"), Item("b", "B")), low=0, high=3)


@pytest.mark.parametrize(
    ("answers", "score"),
    [
        ((8, 8, 8, 8), 8.0),
        ((7, 7, 7, 8), 7.3),
        ((7, 7, 8, 8), 7.5),
        ((7, 8, 8, 8), 7.8),
        ((0, 0, 0, 0), 0.0),
        ((0, 0, 0, 1), 0.3),
        ((10, 10, 10, 10), 10.0),
    ],
)
def test_the_score_is_the_mean_of_four_answers_rounded_half_up(answers: tuple[int, ...], score: float) -> None:
    assert checkin_score(answers) == score
    assert scored(instrument(CHECKIN), answers).scores[TOTAL].value == score


@pytest.mark.parametrize("answers", [(8, 8, None, 8), (8, 8, 8), (), (None,) * 4, (8, 8, 8, 8, 8)])
def test_a_checkin_without_all_four_answers_has_no_score(answers: tuple[int | None, ...]) -> None:
    assert checkin_score(answers) is None


def test_an_answer_of_zero_is_an_answer() -> None:
    assert checkin_score((0, 0, 0, 0)) == 0.0
    assert checkin_score((0, 0, 0, None)) is None


@given(st.lists(st.integers(0, 10), min_size=4, max_size=4))
def test_the_score_stays_within_half_a_tenth_of_the_mean_and_never_below_it_at_a_half(answers: list[int]) -> None:
    score = checkin_score(answers)
    assert score is not None
    assert 0 <= Decimal(str(score)) - Decimal(sum(answers)) / 4 <= Decimal("0.05")


@given(st.permutations([3, 7, 8, 10]))
def test_the_order_of_the_answers_does_not_change_the_score(answers: list[int]) -> None:
    assert checkin_score(answers) == 7.0


@given(st.integers(0, 40))
def test_the_example_answers_of_these_tests_add_up(total: int) -> None:
    shown = float((Decimal(total) / 4).quantize(Decimal("0.1"), rounding=ROUND_HALF_UP))
    assert checkin_score(answers_for(total / 4)) == shown


@pytest.mark.parametrize(
    ("value", "shown"),
    [(7.25, 7.3), (7.35, 7.4), (-0.25, -0.3), (2.675, 2.7), (5.4063, 5.4), (0.04999, 0.0), (10.0, 10.0)],
)
def test_shown_numbers_round_halves_away_from_zero(value: float, shown: float) -> None:
    assert one_decimal(value) == shown


def test_answers_on_the_scale_are_taken_as_they_are() -> None:
    assert check_answers(_FORM, (0, 3)) == (0, 3)


@pytest.mark.parametrize("answers", [(-1, 0), (0, 4), (None, 4)])
def test_an_answer_off_the_scale_is_refused(answers: tuple[int | None, ...]) -> None:
    with pytest.raises(AnswerOutOfRange):
        check_answers(_FORM, answers)


@pytest.mark.parametrize("answers", [(), (1,), (1, None), (1, 2, 3)])
def test_missing_or_surplus_answers_are_refused(answers: tuple[int | None, ...]) -> None:
    with pytest.raises(AnswersIncomplete):
        check_answers(_FORM, answers)
