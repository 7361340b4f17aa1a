from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.examples import FIRST_DAY, session, weekly
from vitalshift_desktop.domain.sessions import (
    Attendance,
    CancelledBy,
    SessionId,
    at_local,
    first_clash,
    number_of,
    numbered,
    same_time_later,
)

_ZONES = ("America/Toronto", "Asia/Kolkata", "Australia/Adelaide")


@pytest.mark.parametrize(
    ("zone", "starts"),
    [
        ("America/Toronto", datetime(2026, 3, 5, 18, 30, tzinfo=UTC)),
        ("Asia/Kolkata", datetime(2026, 3, 5, 8, 0, tzinfo=UTC)),
        ("Australia/Adelaide", datetime(2026, 3, 5, 3, 0, tzinfo=UTC)),
    ],
)
def test_a_session_is_kept_in_utc_and_read_on_the_wall_clock(zone: str, starts: datetime) -> None:
    held = session(1, date(2026, 3, 5), time(13, 30), zone=zone)
    assert held.starts == starts
    assert (held.local_start.time(), held.day) == (time(13, 30), date(2026, 3, 5))
    assert held.ends - held.starts == timedelta(minutes=50)


@pytest.mark.parametrize(
    ("zone", "day", "hours"),
    [
        ("America/Toronto", date(2026, 3, 5), 167),  # summer time begins on 8 March
        ("America/Toronto", date(2026, 10, 29), 169),  # and ends on 1 November
        ("Asia/Kolkata", date(2026, 3, 5), 168),
        ("Australia/Adelaide", date(2026, 4, 2), 169),  # summer time ends on 5 April
        ("Europe/Berlin", date(2026, 3, 26), 167),
    ],
)
def test_the_same_time_next_week_is_the_same_wall_clock_across_summer_time(zone: str, day: date, hours: int) -> None:
    held = session(1, day, time(13, 30), zone=zone)
    later = same_time_later(held)
    assert later - held.starts == timedelta(hours=hours)
    following = session(2, day + timedelta(weeks=1), time(13, 30), zone=zone)
    assert (following.starts, following.local_start.time()) == (later, time(13, 30))


def test_a_wall_clock_time_that_summer_time_skips_moves_on_by_the_gap() -> None:
    assert at_local(date(2026, 3, 8), time(2, 30), "America/Toronto") == datetime(2026, 3, 8, 7, 30, tzinfo=UTC)
    moved = session(1, date(2026, 3, 8), time(2, 30), zone="America/Toronto")
    assert moved.local_start.time() == time(3, 30)


def test_a_wall_clock_time_that_comes_twice_is_the_first_one() -> None:
    assert at_local(date(2026, 11, 1), time(1, 30), "America/Toronto") == datetime(2026, 11, 1, 5, 30, tzinfo=UTC)


@given(
    st.dates(date(2020, 1, 1), date(2035, 1, 1)),
    st.times().map(lambda t: t.replace(second=0, microsecond=0, fold=0)),
    st.sampled_from(_ZONES),
)
def test_a_civil_day_never_shifts(day: date, clock: time, zone: str) -> None:
    assert session(1, day, clock, zone=zone).day == day


def test_held_sessions_are_numbered_in_order_of_time_and_missed_ones_have_no_number() -> None:
    first, second, third, fourth, fifth = weekly(5)
    second = second.marked(Attendance.CANCELLED, CancelledBy.CLIENT)
    fourth = fourth.marked(Attendance.LATE)
    fifth = fifth.marked(Attendance.PLANNED)
    assert numbered([fourth, first, fifth, third, second]) == {SessionId(1): 1, SessionId(3): 2, SessionId(4): 3}


def test_two_sessions_that_start_together_have_two_numbers() -> None:
    both = [session(8, FIRST_DAY), session(7, FIRST_DAY)]
    assert numbered(both) == {SessionId(7): 1, SessionId(8): 2}
    assert [number_of(entry, both) for entry in both] == [2, 1]


def test_a_corrected_attendance_numbers_the_later_sessions_again() -> None:
    sessions = weekly(3)
    corrected = [sessions[0].marked(Attendance.DID_NOT_ATTEND), *sessions[1:]]
    assert numbered(corrected) == {SessionId(2): 1, SessionId(3): 2}


def test_a_planned_session_has_the_number_it_would_get() -> None:
    sessions = weekly(3)
    planned = session(9, FIRST_DAY + timedelta(weeks=3), attendance=Attendance.PLANNED)
    another = session(10, FIRST_DAY + timedelta(weeks=4), attendance=Attendance.PLANNED)
    everything = [*sessions, planned, another]
    assert number_of(planned, everything) == 4
    assert number_of(another, everything) == 4
    assert number_of(sessions[1], everything) == 2


@pytest.mark.parametrize("attendance", [Attendance.CANCELLED, Attendance.DID_NOT_ATTEND])
def test_a_session_that_fell_through_has_no_number(attendance: Attendance) -> None:
    sessions = weekly(2)
    assert number_of(sessions[0].marked(attendance), sessions) is None


@given(st.lists(st.sampled_from(list(Attendance)), min_size=1, max_size=12))
def test_number_of_and_numbered_agree_on_every_held_session(attendances: list[Attendance]) -> None:
    sessions = [entry.marked(kind) for entry, kind in zip(weekly(len(attendances)), attendances, strict=True)]
    numbers = numbered(sessions)
    assert sorted(numbers.values()) == list(range(1, len(numbers) + 1))
    assert {entry.id: number_of(entry, sessions) for entry in sessions if entry.was_held} == numbers


def test_who_cancelled_is_kept_only_for_a_cancelled_session() -> None:
    cancelled = session(1, FIRST_DAY).marked(Attendance.CANCELLED, CancelledBy.CLIENT, late_notice=True)
    assert (cancelled.cancelled_by, cancelled.late_notice, cancelled.stands) == (CancelledBy.CLIENT, True, False)
    corrected = cancelled.marked(Attendance.ATTENDED, CancelledBy.CLIENT, late_notice=True)
    assert (corrected.cancelled_by, corrected.late_notice, corrected.was_held) == (None, False, True)


def test_sessions_that_share_a_minute_clash_and_those_that_touch_do_not() -> None:
    first = session(1, FIRST_DAY, time(9))
    touching = session(2, FIRST_DAY, time(9, 50))
    inside = session(3, FIRST_DAY, time(9, 49))
    assert not first.overlaps(touching)
    assert not touching.overlaps(first)
    assert first.overlaps(inside)
    assert inside.overlaps(first)


def test_a_session_that_fell_through_clashes_with_nothing() -> None:
    first = session(1, FIRST_DAY, time(9))
    assert not first.overlaps(session(2, FIRST_DAY, time(9), Attendance.CANCELLED))
    assert not session(2, FIRST_DAY, time(9), Attendance.DID_NOT_ATTEND).overlaps(first)


def test_the_earliest_clash_is_named_and_a_session_never_clashes_with_itself() -> None:
    wanted = session(1, FIRST_DAY, time(9, 30))
    early, late = session(2, FIRST_DAY, time(9)), session(3, FIRST_DAY, time(10))
    assert first_clash(wanted, [late, wanted, early]) == early
    assert first_clash(wanted, [wanted, session(4, FIRST_DAY, time(14))]) is None


def test_sessions_written_in_two_zones_clash_by_the_real_instant() -> None:
    here = session(1, FIRST_DAY, time(9), zone="America/Toronto")
    there = session(2, FIRST_DAY, time(19, 30), zone="Asia/Kolkata")
    assert here.starts == there.starts
    assert first_clash(here, [there]) == there
