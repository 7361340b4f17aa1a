from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.examples import session
from vitalshift_desktop.domain.gaps import Hours, gaps_of, is_offered, rounded_up, usual_hours
from vitalshift_desktop.domain.sessions import Attendance, Session, at_local

DAY = date(2026, 3, 12)
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
ZONE = "America/Toronto"
NINE_TO_FIVE = Hours(time(9, 0), time(17, 0))


def free(
    sessions: list[Session], day: date = DAY, *, zone: str = ZONE, since: datetime = LONG_AGO, minutes: int = 50
) -> list[str]:
    found = gaps_of(day, sessions, NINE_TO_FIVE, minutes, zone=zone, since=since)
    return [f"{a.astimezone(_zone(zone)):%H:%M}-{b.astimezone(_zone(zone)):%H:%M}" for a, b in found]


def _zone(zone: str) -> ZoneInfo:
    return ZoneInfo(zone)


def test_what_lies_before_between_and_after_sessions_is_free() -> None:
    assert free([session(1, DAY, time(10, 0)), session(2, DAY, time(13, 0))]) == [
        "09:00-10:00",
        "10:50-13:00",
        "13:50-17:00",
    ]


def test_times_in_which_no_session_fits_are_not_told() -> None:
    assert free([session(1, DAY, time(9, 30)), session(2, DAY, time(11, 0))]) == ["11:50-17:00"]


def test_a_canceled_session_leaves_its_time_free() -> None:
    assert free([session(1, DAY, time(10, 0), Attendance.CANCELLED)]) == ["09:00-17:00"]


def test_nothing_is_free_in_the_past() -> None:
    since = at_local(DAY, time(11, 2), ZONE)
    assert free([session(1, DAY, time(13, 0))], since=since) == ["11:05-13:00", "13:50-17:00"]
    assert free([], since=at_local(DAY, time(16, 30), ZONE)) == []


@pytest.mark.parametrize(
    ("zone", "day"), [(ZONE, date(2026, 3, 8)), ("Asia/Kolkata", DAY), ("Australia/Adelaide", date(2026, 4, 5))]
)
def test_hours_are_those_of_the_wall_clock_in_any_zone_and_across_summer_time(zone: str, day: date) -> None:
    assert free([session(1, day, time(12, 0), zone=zone)], day, zone=zone) == ["09:00-12:00", "12:50-17:00"]


def test_the_hours_of_the_practice_are_those_it_had() -> None:
    days = [
        session(1, DAY, time(8, 30)),
        session(2, DAY, time(18, 0)),
        session(3, DAY, time(6, 0), Attendance.CANCELLED),
    ]
    assert usual_hours(days) == Hours(time(8, 30), time(18, 50))
    assert usual_hours([]) == NINE_TO_FIVE
    assert usual_hours([session(1, DAY, time(23, 30))]).last == time(23, 59)


def test_a_weekend_is_offered_only_where_somebody_comes() -> None:
    saturday = date(2026, 3, 14)
    assert is_offered(DAY, [])
    assert not is_offered(saturday, [])
    assert is_offered(saturday, [session(1, saturday)])


@given(
    st.lists(st.tuples(st.integers(0, 23 * 12), st.sampled_from(Attendance)), max_size=14),
    st.integers(5, 120),
    st.integers(0, 24 * 60),
)
def test_gaps_are_exactly_the_free_stretches_long_enough(
    given_sessions: list[tuple[int, Attendance]], minutes: int, since: int
) -> None:
    sessions = [
        session(n, DAY, time(at // 12, at % 12 * 5), attendance) for n, (at, attendance) in enumerate(given_sessions, 1)
    ]
    begin = at_local(DAY, time(0, 0), ZONE)
    found = gaps_of(DAY, sessions, NINE_TO_FIVE, minutes, zone=ZONE, since=begin + timedelta(minutes=since))
    first = max(9 * 60, since + -since % 5)
    busy = {
        minute
        for one in sessions
        if one.stands
        for minute in range((one.starts - begin) // timedelta(minutes=1), (one.ends - begin) // timedelta(minutes=1))
    }
    wanted, start = [], None
    for minute in range(first, 17 * 60 + 1):
        is_free = minute < 17 * 60 and minute not in busy
        if is_free and start is None:
            start = minute
        if not is_free and start is not None:
            wanted += [(start, minute)] if minute - start >= minutes else []
            start = None
    assert [((a - begin) // timedelta(minutes=1), (b - begin) // timedelta(minutes=1)) for a, b in found] == wanted


@given(st.timedeltas(timedelta(0), timedelta(days=30_000)))
def test_a_moment_is_rounded_up_by_less_than_five_minutes(after: timedelta) -> None:
    moment = LONG_AGO + after
    later = rounded_up(moment)
    assert (later.minute % 5, later.second, later.microsecond) == (0, 0, 0)
    assert timedelta(0) <= later - moment < timedelta(minutes=5)
