from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vitalshift_desktop.domain.measures.marked_drop import (
    CHECKIN_RULE,
    Course,
    Mark,
    MarkKind,
    Rating,
    Rule,
    marked_drops,
)

_ALLIANCE_SCALE = Rule(low=12, high=60)
_FIRST = date(2025, 12, 11)
_TENTHS = st.integers(0, 100).map(lambda tenths: tenths / 10)
_SERIES = st.lists(st.none() | _TENTHS, max_size=24)
# Near one another, as real ratings are, so that ranges are narrow and drops happen.
_NEAR = st.lists(st.none() | st.integers(60, 90).map(lambda tenths: tenths / 10), min_size=8, max_size=24)


def _weekly(scores: Sequence[float | None]) -> list[Rating]:
    return [Rating(_FIRST + timedelta(weeks=place), score) for place, score in enumerate(scores)]


def _course(scores: Sequence[float | None], rule: Rule = CHECKIN_RULE) -> Course:
    return marked_drops(_weekly(scores), rule)


def _sessions(mark: Mark) -> tuple[MarkKind, int, int | None]:
    return mark.kind, mark.index + 1, None if mark.back is None else mark.back + 1


# ---------------------------------------------------------------- the published vectors


def test_a_drop_in_session_7_is_back_in_8() -> None:
    """M31 (a)."""
    course = _course([7.0, 6.5, 7.5, 7.3, 8.0, 7.5, 5.0, 5.8, 7.8, 8.3, 8.0, 8.3])
    (mark,) = course.marks
    assert _sessions(mark) == (MarkKind.BELOW_RANGE, 7, 8)
    assert (mark.lower, mark.n, mark.score, mark.previous) == pytest.approx((5.7572, 6, 5.0, 7.5), abs=5e-5)
    assert course.usual_range is not None
    assert (course.usual_range.lower, course.usual_range.upper, course.usual_range.n) == pytest.approx(
        (5.4063, 9.5027, 11), abs=5e-5
    )
    assert course.open_mark is None


def test_a_small_fall_inside_the_range_is_not_marked() -> None:
    """M31 (b)."""
    course = _course([8, 8, 8, 8, 8, 8, 8, 6.5, 6.4, 8])
    assert course.marks == ()
    assert course.usual_range is not None
    assert course.usual_range.mean == pytest.approx(7.69)
    assert (course.usual_range.lower, course.usual_range.upper) == pytest.approx((6.19, 9.19))


def test_an_early_fall_then_a_drop_across_a_blank() -> None:
    """M31 (c)."""
    course = _course([7.5, 7.8, 5.5, 7.0, 7.4, 7.6, 7.2, 7.5, 4.9, None, 6.0, 7.3, 7.4])
    fall, drop = course.marks
    assert _sessions(fall) == (MarkKind.FALL, 3, None)
    assert (fall.lower, fall.upper, fall.n, fall.previous) == (None, None, 2, 7.8)
    assert _sessions(drop) == (MarkKind.BELOW_RANGE, 9, 11)
    assert (drop.lower, drop.n) == pytest.approx((5.1355, 8), abs=5e-5)
    assert course.usual_range is not None
    assert (course.usual_range.lower, course.usual_range.upper, course.usual_range.n) == pytest.approx(
        (4.9013, 9.3169, 11), abs=5e-5
    )


def test_the_rule_scales_with_the_instrument() -> None:
    """M31 (d)."""
    course = _course([44, 46, 45, 47, 46, 48, 43, 46, 38, 37, 39, 47, 46], _ALLIANCE_SCALE)
    (mark,) = course.marks
    assert _sessions(mark) == (MarkKind.BELOW_RANGE, 9, 11)
    assert (mark.lower, mark.n) == pytest.approx((38.425, 8))
    assert course.usual_range is not None
    assert (course.usual_range.lower, course.usual_range.upper, course.usual_range.n) == pytest.approx(
        (36.6698, 53.6938, 11), abs=5e-5
    )


def test_a_drop_stays_open_and_marks_only_once() -> None:
    """M31 (e)."""
    course = _course([9, 9.3, 9.1, 8.8, 9.2, 9.0, 9.1, 9.3, 7.9, 7.4, 7.0, 6.8, 7.2])
    (mark,) = course.marks
    assert _sessions(mark) == (MarkKind.BELOW_RANGE, 10, None)
    assert (mark.lower, mark.upper, mark.n) == pytest.approx((7.4667, 10, 9), abs=5e-5)
    assert course.open_mark == mark
    assert course.usual_range is not None
    assert (course.usual_range.lower, course.usual_range.upper) == pytest.approx((7.4667, 10), abs=5e-5)


def test_few_scores_give_no_range_and_no_mark() -> None:
    """M31 (f)."""
    course = _course([6, 7, None, 6.5, 7.5])
    assert (course.marks, course.usual_range, course.n) == ((), None, 4)
    assert course.ranges == (None,) * 5


# ---------------------------------------------------------------- edges


def test_nothing_given_gives_nothing() -> None:
    assert _course([]) == Course((), (), None, 0)


def test_a_fall_of_exactly_two_is_marked_in_spite_of_binary_fractions() -> None:
    (mark,) = _course([8.3, 6.3]).marks
    assert _sessions(mark) == (MarkKind.FALL, 2, None)
    assert _course([8.3, 6.4]).marks == ()


def test_an_early_fall_is_a_fifth_of_the_instruments_own_scale() -> None:
    assert [mark.kind for mark in _course([50, 40.4], _ALLIANCE_SCALE).marks] == [MarkKind.FALL]
    assert _course([50, 40.5], _ALLIANCE_SCALE).marks == ()


def test_a_score_exactly_on_the_lower_edge_is_in_range() -> None:
    assert _course([8.2] * 6 + [6.7]).marks == ()
    assert len(_course([8.2] * 6 + [6.6]).marks) == 1


def test_the_range_is_drawn_as_it_stood_before_each_session() -> None:
    scores = [7.0, 6.5, 7.5, 7.3, 8.0, 7.5, 5.0, 5.8]
    ranges = _course(scores).ranges
    assert ranges[:6] == (None,) * 6
    for place in (6, 7):
        assert ranges[place] == _course(scores[:place]).usual_range


def test_a_second_drop_after_the_first_is_back_is_marked_again() -> None:
    marks = _course([8, 8, 8, 8, 8, 8, 5, 8, 5]).marks
    assert [_sessions(mark)[1:] for mark in marks] == [(7, 8), (9, None)]


@pytest.mark.parametrize(("days", "is_new"), [(42, False), (43, True)])
def test_a_gap_of_more_than_42_days_starts_a_new_series(days: int, is_new: bool) -> None:
    ratings = _weekly([8, 8, 8, 8, 8, 8])
    ratings.append(Rating(ratings[-1].day + timedelta(days=days), 5.0))
    course = marked_drops(ratings)
    assert (course.marks == ()) is is_new
    assert course.began == (6 if is_new else 0)
    assert course.n == (1 if is_new else 7)
    assert (course.usual_range is None) is is_new


def test_blanks_do_not_bridge_a_long_gap_between_scores() -> None:
    course = _course([8, 8, 8, 8, 8, 8, None, None, None, None, None, None, 5])
    assert (course.marks, course.began) == ((), 12)


def test_a_drop_of_an_earlier_series_is_no_longer_open() -> None:
    ratings = _weekly([8, 8, 8, 8, 8, 8, 5])
    assert marked_drops(ratings).open_mark is not None
    ratings.append(Rating(ratings[-1].day + timedelta(days=60), 8.0))
    course = marked_drops(ratings)
    assert [_sessions(mark) for mark in course.marks] == [(MarkKind.BELOW_RANGE, 7, None)]
    assert course.open_mark is None


# ---------------------------------------------------------------- a second way to the same answer


@dataclass(frozen=True)
class _Band:
    lower: Fraction
    upper: Fraction
    n: int


def _band(base: Sequence[Fraction], low: Fraction, high: Fraction) -> _Band | None:
    if len(base) < 6:
        return None
    center = sum(base, Fraction(0)) / len(base)
    steps = sum((abs(base[i] - base[i - 1]) for i in range(1, len(base))), Fraction(0)) / (len(base) - 1)
    width = max(Fraction(266, 100) * steps, Fraction(15, 100) * (high - low))
    return _Band(center - width, center + width, len(base))


def _second_way(
    scores: Sequence[float | None], low: int = 0, high: int = 10
) -> tuple[list[tuple[object, ...]], _Band | None]:
    """The same rule in exact fractions, from its wording: walk once, keep base, the open drop and what was said."""
    lo, hi, near = Fraction(low), Fraction(high), Fraction(1, 10**9)
    base: list[Fraction] = []
    said: list[list[object]] = []
    given = [(i, Fraction(str(x))) for i, x in enumerate(scores) if x is not None]
    open_drop: list[object] | None = None
    for place, (i, x) in enumerate(given):
        band = _band(base, lo, hi)
        if band is None:
            before = given[place - 1][1] if place else None
            if before is not None and before - x >= Fraction(20, 100) * (hi - lo) - near:
                said.append(["fall", i, None, len(base), None])
            base.append(x)
        elif x < band.lower - near:
            if open_drop is None:
                open_drop = ["below_range", i, float(max(band.lower, lo)), band.n, None]
                said.append(open_drop)
        else:
            if open_drop is not None:
                open_drop[4] = i
                open_drop = None
            base.append(x)
    return [tuple(entry) for entry in said], _band(base, lo, hi)


@given(_SERIES | _NEAR)
def test_both_ways_of_computing_the_rule_agree(scores: list[float | None]) -> None:
    # Daily sessions, so that no gap starts a new series.
    course = marked_drops([Rating(_FIRST + timedelta(days=place), score) for place, score in enumerate(scores)])
    said, band = _second_way(scores)
    assert [(m.kind.value, m.index, m.n, m.back) for m in course.marks] == [(k, i, n, b) for k, i, _, n, b in said]
    for mark, (_, _, lower, _, _) in zip(course.marks, said, strict=True):
        assert mark.lower == (None if lower is None else pytest.approx(lower))
    assert (course.usual_range is None) == (band is None)
    if course.usual_range is not None and band is not None:
        assert course.usual_range.lower == pytest.approx(float(max(band.lower, Fraction(0))))
        assert course.usual_range.upper == pytest.approx(float(min(band.upper, Fraction(10))))
        assert course.usual_range.n == band.n


# ---------------------------------------------------------------- what always holds


def _without_outcome(mark: Mark) -> tuple[object, ...]:
    return mark.kind, mark.index, mark.score, mark.lower, mark.upper, mark.n, mark.previous


@given(_SERIES | _NEAR, _SERIES)
def test_later_scores_never_change_an_earlier_mark_or_range(
    scores: list[float | None], later: list[float | None]
) -> None:
    before, after = _course(scores), _course(scores + later)
    kept = [mark for mark in after.marks if mark.index < len(scores)]
    assert [_without_outcome(mark) for mark in kept] == [_without_outcome(mark) for mark in before.marks]
    assert after.ranges[: len(scores)] == before.ranges
    for old, new in zip(before.marks, kept, strict=True):
        assert old.back is None or old.back == new.back
        assert new.back is None or new.back > new.index


@given(_TENTHS, st.integers(0, 30))
def test_equal_scores_never_mark(score: float, count: int) -> None:
    assert _course([score] * count).marks == ()


@given(st.lists(_TENTHS, max_size=24))
def test_rising_scores_never_mark(scores: list[float]) -> None:
    assert _course(sorted(scores)).marks == ()


@given(_SERIES | _NEAR)
def test_a_range_stays_on_the_scale_and_is_never_narrower_than_the_rule_says(scores: list[float | None]) -> None:
    for usual in _course(scores).ranges:
        if usual is not None:
            assert 0 <= usual.lower <= usual.mean <= usual.upper <= 10
            assert usual.mean - usual.lower >= 1.5 - 1e-9 or usual.lower == 0
            assert usual.upper - usual.mean >= 1.5 - 1e-9 or usual.upper == 10
            assert usual.n >= 6


@given(_NEAR)
def test_no_two_drops_are_open_at_once(scores: list[float | None]) -> None:
    drops = [mark for mark in _course(scores).marks if mark.kind is MarkKind.BELOW_RANGE]
    for earlier, later in pairwise(drops):
        assert earlier.back is not None
        assert earlier.back < later.index


@given(_SERIES | _NEAR, st.integers(0, 24))
def test_a_blank_changes_no_number_within_the_series(scores: list[float | None], place: int) -> None:
    daily = [Rating(_FIRST + timedelta(days=i), score) for i, score in enumerate(scores)]
    cut = min(place, len(daily))
    with_blank = [*daily[:cut], Rating(_FIRST + timedelta(days=cut), None), *daily[cut:]]
    plain, blank = marked_drops(daily), marked_drops(with_blank)
    assert plain.usual_range == blank.usual_range
    assert [(m.score, m.lower, m.n) for m in plain.marks] == [(m.score, m.lower, m.n) for m in blank.marks]
