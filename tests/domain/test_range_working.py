import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.examples import answers_for, checkin, weekly
from vitalshift_desktop.domain.alliance import AllianceCourse, alliance_course
from vitalshift_desktop.domain.measures.marked_drop import MarkKind
from vitalshift_desktop.domain.range_working import mark_working, range_working
from vitalshift_desktop.domain.sessions import numbered

_SCORES = (7.0, 6.5, 7.5, 7.25, 8.0, 7.5, 5.0, 5.75, 7.75, 8.25, 8.0, 8.25)


def course(scores: list[float | None] | tuple[float, ...]) -> AllianceCourse:
    sessions = weekly(len(scores))
    forms = [checkin(place, answers_for(x)) for place, x in enumerate(scores, start=1) if x is not None]
    return alliance_course(sessions, numbered(sessions), forms)


def test_the_steps_of_a_mark_are_the_numbers_of_its_own_day() -> None:
    shown = course(_SCORES)
    working = mark_working(shown, shown.marks[0])
    then = working.range_then
    assert then is not None
    assert (working.session_no, working.fall) == (7, None)
    assert then.scores == ((1, 7.0), (2, 6.5), (3, 7.5), (4, 7.3), (5, 8.0), (6, 7.5))
    assert then.mean == pytest.approx(7.3)
    assert then.mean_moving_range == pytest.approx(0.58)
    assert then.product == pytest.approx(1.5428)
    assert (then.floor, then.rests_on_floor, then.is_clipped) == (1.5, False, False)
    assert (then.lower, then.upper) == pytest.approx((5.7572, 8.8428))


def test_the_least_width_counts_where_scores_hardly_move_and_the_scale_ends_at_ten() -> None:
    working = range_working(course((9.0,) * 6))
    assert working is not None
    assert (working.product, working.rests_on_floor, working.width) == (0.0, True, 1.5)
    assert (working.plain_upper, working.upper, working.is_clipped) == (10.5, 10.0, True)


def test_an_early_fall_has_steps_of_its_own() -> None:
    shown = course((8.0, 7.5, 5.5))
    working = mark_working(shown, shown.marks[0])
    assert shown.marks[0].kind is MarkKind.FALL
    assert working.fall is not None
    assert (working.fall.previous, working.fall.score, working.fall.limit) == (7.5, 5.5, 2.0)
    assert (working.fall.fall, working.fall.scores_before, working.range_then) == (2.0, 2, None)
    assert range_working(shown) is None


@given(st.lists(st.one_of(st.none(), st.integers(0, 40).map(lambda quarter: quarter / 4)), max_size=24))
def test_the_steps_always_come_to_the_range_that_the_rule_gives(scores: list[float | None]) -> None:
    shown = course(scores)
    now = range_working(shown)
    assert (now is None) == (shown.usual_range is None)
    if now is not None and shown.usual_range is not None:
        assert (now.lower, now.upper) == pytest.approx((shown.usual_range.lower, shown.usual_range.upper))
        assert len(now.scores) == shown.usual_range.n
    for mark in shown.marks:
        then = mark_working(shown, mark).range_then
        if mark.kind is MarkKind.BELOW_RANGE:
            assert then is not None
            assert then.lower == pytest.approx(mark.lower)
            assert len(then.scores) == mark.n
