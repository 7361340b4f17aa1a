"""M29 and M30: goal attainment, the early slope and the agreement of two raters, each checked by a second formula."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vitalshift_desktop.domain.measures.agreement_of_raters import RaterAgreement, gap_change, rater_agreement
from vitalshift_desktop.domain.measures.attainment import Attainment, GoalLevel, attainment, weight_of
from vitalshift_desktop.domain.measures.early_slope import early_slope
from vitalshift_desktop.domain.measures.results import Status
from vitalshift_desktop.domain.problems import AnswerOutOfRange

_CLIENT = [48, 50, 51, 49, 52, 53]
_COUNSELOR = [45, 46, 49, 47, 50, 52]
_TENTHS = st.integers(0, 100).map(lambda tenths: tenths / 10)
_GOALS = st.lists(st.tuples(st.integers(1, 9), st.integers(-2, 2)), min_size=1, max_size=8)


def _goals(weights: list[float], levels: list[int | None]) -> list[GoalLevel]:
    return [GoalLevel(weight, level) for weight, level in zip(weights, levels, strict=True)]


@pytest.mark.parametrize(
    ("weights", "levels", "t"),
    [
        ([1, 1, 1], [1, 0, 2], 63.6931),
        ([3, 2, 1], [1, 0, -1], 54.4065),
        ([2, 3, 1, 4], [1, -1, 2, 0], 51.4003),
        ([1] * 4, [-2] * 4, 20.9810),
        ([5] * 5, [-1] * 5, 34.9244),
        ([1] * 3, [-2] * 3, 22.6),
        ([1] * 5, [-2] * 5, 19.8),
        ([1] * 3, [-1] * 3, 36.3),
        ([1] * 4, [-1] * 4, 35.5),
    ],
)
def test_m29_goal_attainment(weights: list[float], levels: list[int | None], t: float) -> None:
    """The last four are medians and quartiles published with one decimal."""
    found = attainment(_goals(weights, levels))
    assert found.status is Status.OK
    assert found.t == pytest.approx(t, abs=1e-4 if round(t, 1) != t else 0.05)


@given(_GOALS, st.sampled_from([0.0, 0.3, 1.0]))
def test_m29_agrees_with_the_equicorrelation_matrix(goals: list[tuple[int, int]], rho: float) -> None:
    """T is the weighted sum over its SD when levels have unit variance and correlate by rho."""
    w, x = np.array([g[0] for g in goals], dtype=float), np.array([g[1] for g in goals], dtype=float)
    matrix = np.full((len(goals), len(goals)), rho)
    np.fill_diagonal(matrix, 1.0)
    found = attainment([GoalLevel(weight, level) for weight, level in goals], rho)
    assert found.t == pytest.approx(50 + 10 * float(w @ x) / math.sqrt(float(w @ matrix @ w)))


@given(_GOALS, st.integers(2, 7))
def test_m29_only_the_proportions_of_the_weights_matter(goals: list[tuple[int, int]], times: int) -> None:
    once = attainment(GoalLevel(weight, level) for weight, level in goals)
    assert attainment(GoalLevel(weight * times, level) for weight, level in goals).t == pytest.approx(once.t)


def test_m29_a_missing_level_is_not_the_expected_one() -> None:
    assert attainment(_goals([3, 2], [1, None])) == Attainment(Status.INCOMPLETE, None)
    assert attainment(_goals([3, 2], [None, None])) == Attainment(Status.NOT_COMPUTABLE, None)
    assert attainment(_goals([3, 0], [0, None])) == Attainment(Status.OK, 50)


@pytest.mark.parametrize("weights", [[], [0], [0, 0]])
def test_m29_without_a_goal_of_any_weight_there_is_no_figure(weights: list[float]) -> None:
    assert attainment(GoalLevel(weight, 1) for weight in weights) == Attainment(Status.NOT_COMPUTABLE, None)


@pytest.mark.parametrize("goal", [GoalLevel(1, 3), GoalLevel(1, -3), GoalLevel(-1, 0), GoalLevel(math.nan, 0)])
def test_m29_a_level_off_the_scale_or_a_negative_weight_is_refused(goal: GoalLevel) -> None:
    with pytest.raises(AnswerOutOfRange):
        attainment([goal])


def test_a_weight_is_importance_times_difficulty() -> None:
    assert [weight_of(3, 2), weight_of(0, 3), weight_of(3, 3)] == [6, 0, 9]
    for importance, difficulty in ((4, 1), (1, 4), (-1, 1)):
        with pytest.raises(AnswerOutOfRange):
            weight_of(importance, difficulty)


def test_m30_two_raters() -> None:
    found = rater_agreement(_CLIENT, _COUNSELOR)
    assert found.n == 6
    assert found.discrepancy == pytest.approx(-2.3333, abs=5e-5)
    assert found.r == pytest.approx(0.951812, abs=5e-7)


@pytest.mark.parametrize(("scores", "slope"), [([44, 46, 47, 49, 50], 1.5), ([50, 49, 47, 46, 46], -1.1)])
def test_m30_the_early_slope(scores: list[float | None], slope: float) -> None:
    assert early_slope(scores) == pytest.approx(slope)
    assert early_slope([*scores, 0, 100]) == pytest.approx(slope)


@given(st.lists(st.none() | _TENTHS, max_size=8))
def test_m30_the_slope_agrees_with_numpy(scores: list[float | None]) -> None:
    given = [(i, score) for i, score in enumerate(scores[:5], 1) if score is not None]
    found = early_slope(scores)
    if len(given) < 3:
        assert found is None
    else:
        line = np.polyfit([i for i, _ in given], [score for _, score in given], 1)
        assert found == pytest.approx(float(line[0]), abs=1e-9)


@given(st.lists(st.tuples(_TENTHS, _TENTHS), min_size=1, max_size=12))
def test_m30_the_agreement_agrees_with_numpy(pairs: list[tuple[float, float]]) -> None:
    client, counselor = [a for a, _ in pairs], [b for _, b in pairs]
    found = rater_agreement(client, counselor)
    assert found.discrepancy == pytest.approx(float(np.mean(counselor) - np.mean(client)), abs=1e-9)
    if len(pairs) < 5 or len(set(client)) == 1 or len(set(counselor)) == 1:
        assert found.r is None
    else:
        assert found.r == pytest.approx(float(np.corrcoef(client, counselor)[0, 1]), abs=1e-9)


def test_only_sessions_that_both_rated_count() -> None:
    assert rater_agreement([5, None, 7], [6, 9, None]) == RaterAgreement(1, 1, None)
    assert rater_agreement([None], [3]) == RaterAgreement(0, None, None)
    assert rater_agreement([5, 5, 5, 5, 5], [1, 2, 3, 4, 5]) == RaterAgreement(5, -2, None)


def test_the_change_of_the_gap_is_its_slope() -> None:
    assert gap_change([5, 5, None, 5], [6, 7, 1, 9]) == pytest.approx(1.0)
    assert gap_change([5, 5], [6, 7]) is None
