import pytest
from hypothesis import given
from hypothesis import strategies as st

from vitalshift_desktop.domain.measures.early import EarlyReason, low_early

_TWENTY = [5.0, 5.5, 6.0, 6.5] + [8.0] * 16


def test_a_score_in_the_lowest_fifth_of_twenty_speaks() -> None:
    low = low_early(2, 6.5, early_scores=_TWENTY)
    assert low is not None
    assert (low.reasons, low.compared_with) == ((EarlyReason.LOWEST_FIFTH,), 20)


def test_the_fifth_lowest_of_twenty_does_not() -> None:
    assert low_early(2, 7.0, early_scores=[*_TWENTY[:4], 7.0, *[8.0] * 15]) is None


def test_nineteen_scores_are_too_few_to_compare_with() -> None:
    assert low_early(2, 5.0, early_scores=_TWENTY[:19]) is None


def test_when_many_are_as_low_none_is_in_the_lowest_fifth() -> None:
    assert low_early(2, 7.0, early_scores=[7.0] * 40) is None


@pytest.mark.parametrize(("score", "speaks"), [(5.9, True), (6.0, False)])
def test_the_threshold_is_the_counselors_own_and_means_under_it(score: float, speaks: bool) -> None:
    low = low_early(2, score, threshold=6.0)
    assert (low is not None) is speaks
    if low is not None:
        assert (low.reasons, low.threshold) == ((EarlyReason.UNDER_YOUR_THRESHOLD,), 6.0)


def test_no_threshold_is_set_by_default() -> None:
    assert low_early(1, 0.0) is None


@pytest.mark.parametrize(("score", "speaks"), [(6.3, True), (6.4, False)])
def test_a_fall_of_two_or_more_speaks(score: float, speaks: bool) -> None:
    low = low_early(3, score, previous=8.3)
    assert (low is not None) is speaks
    if low is not None:
        assert (low.reasons, low.previous, low.score, low.session_no) == ((EarlyReason.FELL,), 8.3, score, 3)


def test_every_reason_that_holds_is_told_in_one_order() -> None:
    low = low_early(5, 5.0, previous=9.0, threshold=6, early_scores=_TWENTY)
    assert low is not None
    assert low.reasons == (EarlyReason.LOWEST_FIFTH, EarlyReason.UNDER_YOUR_THRESHOLD, EarlyReason.FELL)


@pytest.mark.parametrize("session_no", [1, 2, 3, 4, 5])
def test_the_rule_speaks_in_each_of_the_first_five_sessions(session_no: int) -> None:
    assert low_early(session_no, 5.0, threshold=6.0) is not None


@pytest.mark.parametrize("session_no", [0, 6, 40])
def test_the_rule_is_silent_outside_the_first_five_sessions(session_no: int) -> None:
    assert low_early(session_no, 0.0, previous=10.0, threshold=6, early_scores=_TWENTY) is None


@given(st.lists(st.integers(0, 40).map(lambda quarters: quarters / 4), min_size=20, max_size=60))
def test_never_more_than_a_fifth_of_the_scores_are_in_the_lowest_fifth(scores: list[float]) -> None:
    low = [score for score in scores if low_early(1, score, early_scores=scores)]
    assert len(low) * 5 <= len(scores)
