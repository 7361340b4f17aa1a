"""M01 to M07 and M32: reliable change, cut-offs, classes, and PHQ-9 with GAD-7, each checked by a second formula.

M05 is not ours to copy, and of M06 only the printed rows and what follows from the printed summary are here.
"""

import math
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vitalshift_desktop.domain.measures.classes import ChangeClass, ChangeFlag, Classified, classify
from vitalshift_desktop.domain.measures.cutoffs import (
    Boundary,
    Group,
    cutoff_a,
    cutoff_b,
    cutoff_c,
    preferred_cutoff,
)
from vitalshift_desktop.domain.measures.instrument import Direction
from vitalshift_desktop.domain.measures.paired import Pair, paired_change
from vitalshift_desktop.domain.measures.reliable_change import (
    Move,
    Precision,
    change_index,
    move_by_points,
    move_by_precision,
    precision_of,
)

HIGHER, LOWER = Direction.HIGHER, Direction.LOWER
_CLINICAL, _FUNCTIONAL = Group(40, 7.5), Group(60, 7.5)
_QUARTERS = st.integers(0, 400).map(lambda quarters: quarters / 4)


def _precision(sd: float, reliability: float, confidence: float = 95) -> Precision:
    precision = precision_of(sd, reliability, confidence)
    assert precision is not None
    return precision


def _classified(first: float, last: float, precision: Precision, cutoff: float, better: Direction) -> Classified:
    return classify(first, last, move_by_precision(first, last, precision, better), Boundary(cutoff, better))


# ---------------------------------------------------------------- the vectors


def test_m01_the_critical_change() -> None:
    found = _precision(7.5, 0.80)
    assert (found.se, found.sdiff) == pytest.approx((3.354102, 4.743416), abs=1e-6)
    assert found.critical == pytest.approx(9.296925484568, abs=1e-9)


def test_m02_the_hypothetical_client_is_past_b_and_not_past_c() -> None:
    """Published: a 55, b 45, c 50."""
    assert (cutoff_a(_CLINICAL, HIGHER), cutoff_b(_FUNCTIONAL, HIGHER), cutoff_c(_CLINICAL, _FUNCTIONAL)) == (
        55,
        45,
        50,
    )
    precision = _precision(7.5, 0.80)
    assert change_index(32.5, 47.5, precision) == pytest.approx(3.162278, abs=1e-6)
    assert _classified(32.5, 47.5, precision, 50, HIGHER) == Classified(ChangeClass.IMPROVED)
    assert _classified(32.5, 47.5, precision, 45, HIGHER) == Classified(ChangeClass.RECOVERED)


def test_m03_criterion_c_weighs_each_mean_by_the_other_group() -> None:
    """Also E5: b uses the functional group's own SD (22.73), not the clinical one's (24.01)."""
    clinical, functional = Group(35.475, 8.158643), Group(7.69, 7.52)
    assert cutoff_c(clinical, functional) == pytest.approx(21.0166, abs=5e-5)
    assert cutoff_b(functional, LOWER) == pytest.approx(22.73)
    assert preferred_cutoff(clinical, functional, LOWER) == cutoff_c(clinical, functional)


@pytest.mark.parametrize(
    ("first", "last", "index", "change", "flags"),
    [
        (33, 27, -1.1657, ChangeClass.UNCHANGED, ()),
        (23, 8, -2.9143, ChangeClass.RECOVERED, ()),
        (47, 24, -4.4686, ChangeClass.IMPROVED, ()),
        (15, 5, -1.9429, ChangeClass.UNCHANGED, (ChangeFlag.STARTED_IN_FUNCTIONAL_RANGE,)),
    ],
)
def test_m04_four_clients(
    first: float, last: float, index: float, change: ChangeClass, flags: tuple[ChangeFlag, ...]
) -> None:
    precision = _precision(8.158643, 0.801)
    assert precision.sdiff == pytest.approx(5.147063, abs=1e-6)
    assert change_index(first, last, precision) == pytest.approx(index, abs=5e-5)
    assert _classified(first, last, precision, 21.0166, LOWER) == Classified(change, flags)


def test_m06_cutoff_and_error_from_the_printed_summary() -> None:
    assert cutoff_c(Group(81.58333, 11.82566), Group(114.8, 17.8)) == pytest.approx(94.84241, abs=1e-5)
    assert _precision(11.82566, 0.88).sdiff == pytest.approx(5.793367, abs=1e-6)


@pytest.mark.parametrize(
    ("first", "last", "index", "change", "flags"),
    [
        (74, 124, 8.6306, ChangeClass.RECOVERED, ()),
        (73.5, 88, 2.5029, ChangeClass.IMPROVED, ()),
        (80, 60.5, -3.3659, ChangeClass.DETERIORATED, ()),
        (90.5, 97, 1.1220, ChangeClass.UNCHANGED, (ChangeFlag.CROSSED_CUTOFF_NOT_RELIABLE,)),
    ],
)
def test_m06_the_printed_couples(
    first: float, last: float, index: float, change: ChangeClass, flags: tuple[ChangeFlag, ...]
) -> None:
    precision = _precision(11.82566, 0.88)
    assert change_index(first, last, precision) == pytest.approx(index, abs=5e-5)
    assert _classified(first, last, precision, 94.84241, HIGHER) == Classified(change, flags)


def test_m07_ninety_and_ninety_five_percent_are_two_values() -> None:
    assert _precision(7.7, 0.90, 90).critical == pytest.approx(5.6641, abs=5e-5)
    assert _precision(7.7, 0.90, 95).critical == pytest.approx(6.7492, abs=5e-5)


@pytest.mark.parametrize(
    ("first", "last", "was_case", "is_recovered", "move"),
    [
        (Pair(16, 14), Pair(9, 7), True, True, Move.BETTER),
        (Pair(11, 9), Pair(8, 6), True, True, Move.NOT_RELIABLE),
        (Pair(18, 15), Pair(12, 15), True, False, Move.BETTER),
        (Pair(9, 7), Pair(15, 7), False, False, Move.WORSE),
    ],
)
def test_m32_phq_9_and_gad_7_together(first: Pair, last: Pair, was_case: bool, is_recovered: bool, move: Move) -> None:
    found = paired_change(first, last)
    assert (found.was_case, found.is_recovered, found.move) == (was_case, is_recovered, move)
    assert found.is_reliably_recovered is (is_recovered and move is Move.BETTER)


def test_m32_one_better_and_the_other_worse_is_neither() -> None:
    assert paired_change(Pair(20, 10), Pair(14, 14)).move is Move.NOT_RELIABLE


# ---------------------------------------------------------------- the same by other formulas


def _quantile(p: float) -> float:
    """The normal quantile by halving an interval of the error function."""
    low, high = 0.0, 10.0
    for _ in range(80):
        middle = (low + high) / 2
        low, high = (middle, high) if (1 + math.erf(middle / math.sqrt(2))) / 2 < p else (low, middle)
    return low


@given(st.floats(0.1, 50), st.floats(0, 0.99), st.sampled_from([50, 80, 90, 95, 99]))
def test_reliable_change_agrees_with_the_variance_of_a_difference(sd: float, r: float, confidence: int) -> None:
    """M01 and M07 by a second formula: the variance of a difference is 2 s² (1 − r)."""
    found = _precision(sd, r, confidence)
    variance = 2 * sd**2 - 2 * r * sd**2
    assert found.sdiff**2 == pytest.approx(variance, rel=1e-9)
    assert found.critical == pytest.approx(_quantile((1 + confidence / 100) / 2) * math.sqrt(variance), rel=1e-9)


@given(st.integers(0, 100), st.integers(1, 40), st.integers(0, 100), st.integers(1, 40))
def test_criterion_c_lies_equally_far_from_both_groups(m1: int, s1: int, m0: int, s0: int) -> None:
    """M02 and M03 by a second formula: the share s1/(s1+s0) of the way from one mean to the other, in fractions."""
    exact = m1 + (m0 - m1) * Fraction(s1, s1 + s0)
    assert cutoff_c(Group(m1, s1), Group(m0, s0)) == pytest.approx(float(exact))
    assert abs(exact - m1) / s1 == abs(m0 - exact) / s0


@given(_QUARTERS, _QUARTERS, st.integers(1, 30), st.integers(0, 9), st.sampled_from(Direction), _QUARTERS)
def test_classes_agree_with_a_reading_of_the_definition(
    first: float, last: float, sd: int, tenths: int, better: Direction, cutoff: float
) -> None:
    """M04 and M06 by a second formula: every score turned so that higher is better, and squares compared."""
    sign = 1 if better is HIGHER else -1
    gain, start, end = sign * (last - first), sign * (first - cutoff), sign * (last - cutoff)
    is_reliable = gain**2 > 1.96**2 * 2 * sd**2 * (1 - tenths / 10)
    words = {ChangeClass.UNCHANGED}
    if is_reliable:
        words = {ChangeClass.DETERIORATED} if gain < 0 else {ChangeClass.IMPROVED}
        words = {ChangeClass.RECOVERED} if gain > 0 and start < 0 < end else words
    flags = [
        *[ChangeFlag.STARTED_IN_FUNCTIONAL_RANGE] * (start > 0),
        *[ChangeFlag.CROSSED_CUTOFF_NOT_RELIABLE] * (start < 0 < end and not is_reliable),
        *[ChangeFlag.FELL_INTO_CLINICAL_RANGE] * (end < 0 < start),
    ]
    found = _classified(first, last, _precision(sd, tenths / 10), cutoff, better)
    assert {found.change} == words
    assert found.flags == tuple(flags)


def test_m32_agrees_with_every_pair_of_totals_worked_out_by_hand() -> None:
    """M32 by a second formula: counts of what each measure says, over a grid of totals."""
    for phq, gad, phq_last, gad_last in _grid():
        better = (phq - phq_last > 5) + (gad - gad_last > 3)
        worse = (phq_last - phq > 5) + (gad_last - gad > 3)
        found = paired_change(Pair(phq, gad), Pair(phq_last, gad_last))
        assert found.was_case is (max(phq - 10, gad - 8) >= 0)
        assert found.is_recovered is (max(phq - 10, gad - 8) >= 0 > max(phq_last - 10, gad_last - 8))
        assert (found.move is Move.BETTER) is (better > 0 and not worse)
        assert (found.move is Move.WORSE) is (worse > 0 and not better)


def _grid() -> list[tuple[int, int, int, int]]:
    phq, gad = (0, 3, 4, 9, 10, 15, 16, 21, 27), (0, 3, 4, 7, 8, 11, 12, 17, 21)  # both sides of each threshold
    return [(a, b, c, d) for a in phq for b in gad for c in phq for d in gad]


# ---------------------------------------------------------------- edges


@pytest.mark.parametrize(
    ("sd", "reliability", "confidence"),
    [
        *[(0, 0.8, 95), (-1, 0.8, 95), (math.nan, 0.8, 95), (math.inf, 0.8, 95), (7, 1, 95), (7, -0.1, 95)],
        *[(7, math.nan, 95), (7, 0.8, 0), (7, 0.8, 100), (7, 0.8, math.nan)],
    ],
)
def test_without_a_usable_sd_or_reliability_nothing_is_worked_out(
    sd: float, reliability: float, confidence: float
) -> None:
    assert precision_of(sd, reliability, confidence) is None


def test_a_computed_index_must_be_greater_and_a_published_value_reached() -> None:
    precision = _precision(7.5, 0.80)
    assert move_by_precision(0, precision.critical, precision, HIGHER) is Move.NOT_RELIABLE
    assert move_by_precision(0, 1.96 * precision.sdiff + 1e-6, precision, HIGHER) is Move.BETTER
    assert move_by_precision(0, 19.6, _precision(10, 0.5), HIGHER) is Move.NOT_RELIABLE  # the index is 1.96 itself
    ninety = _precision(7.7, 0.90, 90)
    assert move_by_precision(0, ninety.critical, ninety, HIGHER) is Move.NOT_RELIABLE
    assert move_by_precision(0, ninety.critical + 1e-6, ninety, HIGHER) is Move.BETTER
    assert move_by_points(16, 10, 6, LOWER) is Move.BETTER
    assert move_by_points(16, 10.1, 6, LOWER) is Move.NOT_RELIABLE
    assert move_by_points(0.3, 0.1, 0.2, LOWER) is Move.BETTER  # floats: 0.3 - 0.1 is a little less than 0.2
    assert move_by_points(5, 5, 0, LOWER) is Move.NOT_RELIABLE


def test_a_cutoff_that_is_itself_clinical_is_not_yet_passed() -> None:
    open_line, published = Boundary(10, LOWER), Boundary(10, LOWER, is_itself_clinical=True)
    assert classify(10, 3, Move.BETTER, published).change is ChangeClass.RECOVERED
    assert classify(10, 3, Move.BETTER, open_line).change is ChangeClass.IMPROVED
    assert classify(17, 10, Move.BETTER, published).change is ChangeClass.IMPROVED
    assert classify(4, 10, Move.WORSE, published).flags == (
        ChangeFlag.STARTED_IN_FUNCTIONAL_RANGE,
        ChangeFlag.FELL_INTO_CLINICAL_RANGE,
    )


def test_without_a_cutoff_nobody_is_recovered_and_nothing_is_flagged() -> None:
    assert classify(20, 2, Move.BETTER) == Classified(ChangeClass.IMPROVED)


def test_a_is_preferred_alone_and_nothing_where_groups_do_not_overlap() -> None:
    assert preferred_cutoff(_CLINICAL, None, HIGHER) == 55
    assert preferred_cutoff(Group(20, 2), None, LOWER) == 16
    assert preferred_cutoff(Group(20, 2), Group(40, 2), HIGHER) is None
