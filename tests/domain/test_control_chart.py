from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vitalshift_desktop.domain.measures.control_chart import (
    clipped,
    control_chart,
    moving_ranges,
    runs_on_one_side,
)

_TEN_SCORES = [37, 38, 36.5, 38, 37.5, 31, 37, 38, 38.5, 38]
_SCORES = st.lists(st.none() | st.integers(0, 400).map(lambda tenths: tenths / 10), min_size=1, max_size=25)


def test_without_a_number_all_scores_are_the_baseline() -> None:
    """M27."""
    chart = control_chart(_TEN_SCORES)
    assert chart is not None
    assert chart.mean == pytest.approx(36.95)
    assert chart.mean_moving_range == pytest.approx(2.111111, abs=1e-6)
    assert chart.lower == pytest.approx(31.3344, abs=1e-4)
    assert chart.upper == pytest.approx(42.5656, abs=1e-4)
    assert chart.moving_range_limit == pytest.approx(6.897, abs=1e-3)
    assert chart.signals == (5,)
    assert chart.upper is not None
    assert clipped(chart.upper, 0, 40) == 40


def test_limits_agree_with_qicharts2_to_a_hundredth() -> None:
    """M27."""
    chart = control_chart(_TEN_SCORES)
    assert chart is not None
    assert (chart.lower, chart.upper) == pytest.approx((31.3353, 42.5647), abs=0.01)


def test_the_first_five_scores_make_a_frozen_baseline() -> None:
    """M28."""
    chart = control_chart(_TEN_SCORES, baseline=5)
    assert chart is not None
    assert chart.mean == pytest.approx(37.4)
    assert chart.mean_moving_range == pytest.approx(1.125)
    assert (chart.lower, chart.upper) == pytest.approx((34.4075, 40.3925))
    assert chart.signals == (5,)


def test_equal_scores_have_a_mean_but_no_limits_and_no_signal() -> None:
    """M28."""
    chart = control_chart([30, 30, 30, 30, 30])
    assert chart is not None
    assert (chart.mean, chart.mean_moving_range) == (30, 0)
    assert (chart.lower, chart.upper, chart.moving_range_limit, chart.signals) == (None, None, None, ())


def test_without_a_score_in_the_baseline_there_is_no_chart() -> None:
    assert control_chart([]) is None
    assert control_chart([None, None]) is None
    assert control_chart([5.0], baseline=0) is None


def test_a_blank_is_no_score_of_the_baseline() -> None:
    blank, plain = control_chart([5, None, 6, 9], baseline=2), control_chart([5, 6, 9], baseline=2)
    assert blank is not None
    assert plain is not None
    assert (blank.mean, blank.lower, blank.upper) == (plain.mean, plain.lower, plain.upper) == (5.5, 2.84, 8.16)
    assert (blank.signals, plain.signals) == ((3,), (2,))


def test_one_score_has_a_mean_and_no_limits() -> None:
    chart = control_chart([7.0])
    assert chart is not None
    assert (chart.mean, chart.mean_moving_range, chart.lower, chart.signals) == (7.0, None, None, ())


def test_a_moving_range_crosses_one_missing_session_and_no_more() -> None:
    assert moving_ranges([1, None, 3, None, None, 9, 10]) == [2, 1]


def test_a_score_above_the_upper_limit_is_a_signal_too() -> None:
    chart = control_chart([5, 6, 5, 6, None, 9.0], baseline=4)
    assert chart is not None
    assert chart.signals == (5,)


def test_a_run_of_eight_on_one_side_is_seen_from_its_eighth_score() -> None:
    assert runs_on_one_side([6, 6, 6, None, 6, 6, 6, 6, 6, 6, 4], mean=5) == (8, 9)


def test_a_score_on_the_mean_ends_a_run() -> None:
    assert runs_on_one_side([6, 6, 5, 6, 6], mean=5, length=3) == ()
    assert runs_on_one_side([4, 4, 5, 4, 4], mean=5, length=3) == ()
    assert runs_on_one_side([4, 4, 6, 6, 6], mean=5, length=3) == (4,)


@pytest.mark.parametrize(("limit", "drawn"), [(-1.0, 0.0), (4.2, 4.2), (12.0, 10.0)])
def test_a_drawn_limit_stays_on_the_scale(limit: float, drawn: float) -> None:
    assert clipped(limit, 0, 10) == drawn


@given(_SCORES, st.none() | st.integers(1, 10))
def test_both_ways_of_computing_the_chart_agree(scores: list[float | None], baseline: int | None) -> None:
    """M27 and M28 by a second formula: exact fractions, and each distance looked up session by session."""
    exact = [None if score is None else Fraction(str(score)) for score in scores]
    places = [place for place, score in enumerate(exact) if score is not None][:baseline]
    values = [score for place, score in enumerate(exact) if place in places and score is not None]
    chart = control_chart(scores, baseline)
    if not values:
        assert chart is None
        return
    assert chart is not None
    mean = sum(values, Fraction(0)) / len(values)
    moving = [abs(b - a) for a, b, near in zip(values, values[1:], _near(places), strict=False) if near]
    assert chart.mean == pytest.approx(float(mean))
    if not sum(moving):
        assert (chart.lower, chart.upper, chart.signals) == (None, None, ())
        return
    average = sum(moving, Fraction(0)) / len(moving)
    away = Fraction(266, 100) * average
    assert chart.mean_moving_range == pytest.approx(float(average))
    assert (chart.lower, chart.upper) == pytest.approx((float(mean - away), float(mean + away)))
    assert chart.moving_range_limit == pytest.approx(float(Fraction(3267, 1000) * average))
    outside = tuple(i for i, x in enumerate(exact) if x is not None and abs(x - mean) > away + Fraction(1, 10**9))
    assert chart.signals == outside


def _near(places: list[int]) -> list[bool]:
    """For each place but the first, whether at most one session lies between it and the one before."""
    return [later - earlier <= 2 for earlier, later in pairwise(places)]


@given(_SCORES, st.integers(1, 10), _SCORES)
def test_later_scores_never_move_the_limits(
    scores: list[float | None], baseline: int, later: list[float | None]
) -> None:
    head = scores[:baseline]
    count = sum(score is not None for score in head)
    before, after = control_chart(head, count), control_chart(head + later, count)
    if before is None or after is None:
        assert before is after is None
    else:
        assert (before.mean, before.lower, before.upper) == (after.mean, after.lower, after.upper)
        assert set(before.signals) == {signal for signal in after.signals if signal < len(head)}
