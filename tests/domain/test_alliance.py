from collections.abc import Sequence
from datetime import timedelta

import pytest

from tests.domain.examples import FIRST_DAY, MAREN, NOON, answers_for, checkin, session, weekly
from vitalshift_desktop.domain.alliance import (
    AllianceCourse,
    ItemFall,
    Series,
    TalkedThrough,
    alliance_course,
)
from vitalshift_desktop.domain.measures.administration import Administration, AdministrationState, Rater
from vitalshift_desktop.domain.measures.marked_drop import MarkKind
from vitalshift_desktop.domain.sessions import Attendance, SessionId, numbered

_SCORES = (7.0, 6.5, 7.5, 7.25, 8.0, 7.5, 5.0, 5.75, 7.75, 8.25, 8.0, 8.25)
_COUNSELOR = (7.5, 7.5, 7.75, 8.0, 8.0, 8.0, 7.75, 6.5, 7.5, 8.0, 8.0, 8.0)


def _checkins(client: Sequence[float | None], counselor: Sequence[float] = ()) -> list[Administration]:
    given = [checkin(place, answers_for(x)) for place, x in enumerate(client, start=1) if x is not None]
    return given + [checkin(place, answers_for(x), Rater.COUNSELOR) for place, x in enumerate(counselor, start=1)]


def _talk(number: int, note: str = "") -> TalkedThrough:
    return TalkedThrough(MAREN, SessionId(number), NOON, note)


def _course(
    client: Sequence[float | None], counselor: Sequence[float] = (), talked: Sequence[TalkedThrough] = ()
) -> AllianceCourse:
    sessions = weekly(len(client))
    return alliance_course(sessions, numbered(sessions), _checkins(client, counselor), talked)


def test_answers_give_the_chart_of_a_whole_course() -> None:
    course = _course(_SCORES, _COUNSELOR, [_talk(8, "My tone last week.")])
    assert course.client_series() == (7.0, 6.5, 7.5, 7.3, 8.0, 7.5, 5.0, 5.8, 7.8, 8.3, 8.0, 8.3)
    assert course.counselor_series()[:3] == (7.5, 7.5, 7.8)
    drop, back = course.points[6], course.points[7]
    assert (drop.session_no, drop.gap, drop.is_back) == (7, 2.8, False)
    assert drop.mark is not None
    assert drop.mark.kind is MarkKind.BELOW_RANGE
    assert (back.mark, back.is_back, back.gap) == (None, True, 0.7)
    assert back.talked_through == _talk(8, "My tone last week.")
    assert drop.range_then == pytest.approx((5.7572, 8.8428), abs=5e-5)
    assert course.points[5].range_then is None
    assert course.usual_range is not None
    assert course.usual_range.n == 11
    assert course.open_mark is None


def test_the_reading_tells_what_happened_in_numbers() -> None:
    sessions = weekly(9)
    client = [checkin(n, answers_for(x)) for n, x in enumerate((7.0, 6.5, 7.5, 7.25, 8.0), start=1)]
    client += [checkin(6, (7, 7, 8, 8)), checkin(7, (6, 5, 4, 5)), checkin(8, (6, 6, 6, 5)), checkin(9, (8, 8, 8, 7))]
    counselor = [checkin(7, (8, 8, 8, 7), Rater.COUNSELOR)]
    course = alliance_course(sessions, numbered(sessions), client + counselor, [_talk(8)])
    reading = course.reading.latest
    assert reading is not None
    assert (reading.session_no, reading.mark.score, reading.mark.previous, reading.mark.n) == (7, 5.0, 7.5, 6)
    assert reading.item_fall == ItemFall(Series.BOND, 8, 4)
    assert (reading.counselor_score, reading.gap) == (7.8, 2.8)
    assert (reading.talked_in, reading.back_in) == (8, 8)
    assert reading.session_id == SessionId(7)
    assert reading.day == FIRST_DAY + timedelta(weeks=6)


def test_before_six_scores_the_reading_says_how_many_are_there() -> None:
    course = _course((6.0, 7.0, None, 6.5))
    assert (course.reading.latest, course.reading.usual_range) == (None, None)
    assert (course.reading.scores, course.reading.scores_for_range) == (3, 6)
    assert AllianceCourse().reading.scores_for_range == 6


def test_the_first_five_average_leaves_out_later_sessions_and_says_how_many_scores_it_has() -> None:
    course = _course((7.0, 6.5, None, 7.5, 8.0, 1.0))
    assert course.first_five is not None
    assert course.first_five.average == pytest.approx(7.25)
    assert course.first_five.n == 4
    assert _course((None, None)).first_five is None


def test_a_series_switch_shows_one_question() -> None:
    sessions = weekly(2)
    given = [checkin(1, (1, 2, 3, 4)), checkin(2, (5, 6, 7, 8), Rater.COUNSELOR)]
    course = alliance_course(sessions, numbered(sessions), given)
    assert [course.client_series(series)[0] for series in Series] == [2.5, 1, 2, 3, 4]
    assert course.client_series(Series.BOND) == (3.0, None)
    assert course.counselor_series(Series.VOICE) == (None, 8.0)


def test_without_both_rows_there_is_no_gap() -> None:
    course = _course((7.0, None), (8.0, 8.0))
    assert [point.gap for point in course.points] == [1.0, None]


def test_a_gap_below_zero_rounds_away_from_zero_like_every_other_number() -> None:
    assert _course((8.25,), (8.0,)).points[0].gap == -0.3


def test_only_the_latest_answered_checkin_of_a_session_counts() -> None:
    sessions = weekly(1)
    given = [
        checkin(1, (2, 2, 2, 2), minutes=5),
        checkin(1, (8, 8, 8, 8), minutes=9),
        checkin(1, (1, 1, 1, 1), state=AdministrationState.CORRECTED, minutes=20),
        checkin(1, (None,) * 4, state=AdministrationState.SKIPPED, minutes=30),
        checkin(1, (3,) * 4, instrument_id="phq9", minutes=40),
        checkin(1, (3, None, 3, 3), minutes=50),
    ]
    assert alliance_course(sessions, numbered(sessions), given).client_series() == (8.0,)


def test_missed_sessions_have_no_place_on_the_chart() -> None:
    sessions = [session(1, FIRST_DAY), session(2, FIRST_DAY + timedelta(7), attendance=Attendance.DID_NOT_ATTEND)]
    sessions.append(session(3, FIRST_DAY + timedelta(14)))
    course = alliance_course(sessions, numbered(sessions), [checkin(1, (8,) * 4), checkin(3, (7,) * 4)])
    assert [(point.session_id, point.session_no) for point in course.points] == [(1, 1), (3, 2)]


def test_a_talk_belongs_to_the_latest_mark_before_it() -> None:
    scores = (8.0,) * 6 + (5.0, 8.0, 5.0, 6.0)
    course = _course(scores, talked=[_talk(10)])
    first, second = course.marks
    assert course.talked_place(first) is None
    assert course.talked_place(second) == 9
    assert course.reading.latest is not None
    assert (course.reading.latest.talked_in, course.reading.latest.back_in) == (10, None)


def test_a_talk_after_a_later_mark_does_not_answer_an_earlier_one() -> None:
    course = _course((8.0,) * 6 + (5.0, 8.0, 5.0, 8.0, 5.0), talked=[_talk(9), _talk(11)])
    assert [course.talked_place(mark) for mark in course.marks] == [None, 8, 10]


def test_a_talk_before_the_mark_does_not_answer_it() -> None:
    course = _course((8.0,) * 6 + (5.0,), talked=[_talk(6)])
    assert course.talked_place(course.marks[0]) is None


def test_the_latest_score_is_found_past_blanks() -> None:
    course = _course((7.0, 6.0, None))
    assert course.latest is not None
    assert (course.latest.session_no, course.score_before_latest) == (2, 7.0)
    assert AllianceCourse().latest is None
    assert _course((7.0,)).score_before_latest is None


@pytest.mark.parametrize(("days", "before"), [(42, 9.0), (43, None)])
def test_a_score_from_before_a_long_pause_is_not_the_one_before(days: int, before: float | None) -> None:
    sessions = [session(1, FIRST_DAY), session(2, FIRST_DAY + timedelta(days))]
    course = alliance_course(sessions, numbered(sessions), [checkin(1, (9,) * 4), checkin(2, (6,) * 4)])
    assert course.score_before_latest == before


def test_alike_falls_name_the_question_that_stands_first_on_the_form() -> None:
    sessions = weekly(2)
    course = alliance_course(sessions, numbered(sessions), [checkin(1, (9, 9, 9, 9)), checkin(2, (9, 5, 5, 5))])
    assert course.reading.latest is not None
    assert course.reading.latest.item_fall == ItemFall(Series.TASKS, 9, 5)


def test_a_marked_score_that_did_not_fall_since_last_time_names_no_question() -> None:
    course = _course((9.75, 9.5, 10.0, 9.5, 8.0, 5.25, 5.5))
    assert [(mark.kind, mark.index) for mark in course.marks] == [(MarkKind.FALL, 5), (MarkKind.BELOW_RANGE, 6)]
    assert course.reading.latest is not None
    assert (course.reading.latest.mark.score, course.reading.latest.mark.previous) == (5.5, 5.3)
    assert course.reading.latest.item_fall is None
