from datetime import date, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.examples import MAREN
from vitalshift_desktop.domain.closures import Closure, ClosureId, Lifting, closed_spans, closure_on
from vitalshift_desktop.domain.problems import (
    ClosureTooLong,
    DateIsImpossible,
    EndsBeforeItStarts,
    SessionTooLong,
    SessionTooShort,
)
from vitalshift_desktop.domain.sessions import StandingId
from vitalshift_desktop.domain.standing import (
    HORIZON_WEEKS,
    StandingAppointment,
    StandingDetails,
    day_for,
    to_make,
    week_of,
)

TODAY = date(2026, 3, 2)
ZONES = st.sampled_from(["America/Toronto", "America/St_Johns", "Asia/Kolkata", "Australia/Lord_Howe", "Europe/Berlin"])
DAYS = st.dates(date(2023, 12, 1), date(2029, 1, 31))  # leap days, ends of years, both changes of the clock
DETAILS = st.builds(
    StandingDetails,
    first_day=DAYS,
    clock=st.times().map(lambda at: at.replace(second=0, microsecond=0)),
    every_weeks=st.integers(1, 9),
)
APPOINTMENTS = st.builds(StandingAppointment, st.just(StandingId(1)), st.just(MAREN), ZONES, DETAILS)
CLOSURES = st.builds(
    lambda first, length, lifting: Closure(ClosureId(1), first, first + timedelta(days=length), lifting=lifting),
    DAYS,
    st.integers(0, 40),
    st.sampled_from(Lifting),
)


def appointment(every_weeks: int = 1, first: date = TODAY, until: date | None = None) -> StandingAppointment:
    details = StandingDetails(first, time(13, 30), every_weeks=every_weeks, until=until)
    return StandingAppointment(StandingId(1), MAREN, "America/Toronto", details)


def closed(first: date, days: int, lifting: Lifting = Lifting.LEAVE_OUT) -> Closure:
    return Closure(ClosureId(1), first, first + timedelta(days=days - 1), lifting=lifting)


@given(APPOINTMENTS, st.integers(0, 800))
def test_every_occurrence_is_whole_steps_of_weeks_after_the_first(kept: StandingAppointment, reach: int) -> None:
    first, step = kept.details.first_day, kept.details.every_weeks * 7
    days = kept.days(first, first + timedelta(days=reach))
    assert [(day - first).days for day in days] == list(range(0, reach + 1, step))


@given(APPOINTMENTS, st.integers(0, 60))
def test_every_session_stands_at_the_same_wall_clock_time_or_where_summer_time_skips_it_right_after(
    kept: StandingAppointment, weeks: int
) -> None:
    day = kept.details.first_day + timedelta(weeks=weeks)
    session = kept.session(day)
    local = session.starts.astimezone(ZoneInfo(kept.zone))
    gap = timedelta(hours=local.hour, minutes=local.minute) - timedelta(
        hours=kept.details.clock.hour, minutes=kept.details.clock.minute
    )
    assert local.date() == session.day == session.occurrence == day
    assert gap in (timedelta(0), timedelta(minutes=30), timedelta(hours=1))
    if gap:
        assert session.starts.astimezone(ZoneInfo(kept.zone)).fold == 0
        assert local.utcoffset() != (local - timedelta(hours=3)).utcoffset()


@given(APPOINTMENTS, DAYS, st.lists(st.integers(0, 30), max_size=6), st.lists(CLOSURES, max_size=2))
def test_however_often_it_is_topped_up_no_occurrence_is_made_twice_and_none_is_missed(
    kept: StandingAppointment, today: date, steps: list[int], closures: list[Closure]
) -> None:
    made: list[date | None] = []
    day = today
    for step in [0, *steps]:
        day += timedelta(days=step)
        due = to_make(kept, day, closures)
        made += [session.occurrence for session in due.sessions]
        kept = StandingAppointment(kept.id, kept.client_id, kept.zone, kept.details, due.made_until)
    horizon = day + timedelta(weeks=HORIZON_WEEKS)
    wanted = [one for one in kept.days(today, horizon) if day_for(kept, one, closures) is not None]
    assert made == wanted
    assert kept.made_until == horizon


@given(APPOINTMENTS, st.lists(CLOSURES, max_size=3))
def test_nothing_takes_place_on_a_day_on_which_the_practice_is_closed(
    kept: StandingAppointment, closures: list[Closure]
) -> None:
    first = kept.details.first_day
    for occurrence in kept.days(first, first + timedelta(weeks=30)):
        day = day_for(kept, occurrence, closures)
        if day is None:
            assert closure_on(occurrence, closures) is not None
        else:
            assert closure_on(day, closures) is None
            assert (day - occurrence).days % 7 == 0
            assert day == occurrence or not kept.falls_on(day)


def test_a_fortnightly_one_moves_to_the_week_between_and_a_weekly_one_is_left_out() -> None:
    week = closed(TODAY + timedelta(weeks=2), 7, Lifting.MOVE)
    there = TODAY + timedelta(weeks=2)
    assert day_for(appointment(every_weeks=2), there, [week]) == there + timedelta(weeks=1)
    assert day_for(appointment(), there, [week]) is None


def test_a_move_goes_past_a_second_closed_week() -> None:
    both = closed(TODAY + timedelta(weeks=4), 14, Lifting.MOVE)
    there = TODAY + timedelta(weeks=4)
    assert day_for(appointment(every_weeks=4), there, [both]) == there + timedelta(weeks=2)


def test_past_occurrences_are_not_made() -> None:
    due = to_make(appointment(first=TODAY - timedelta(weeks=5)), TODAY, [])
    assert due.sessions[0].occurrence == TODAY
    assert len(due.sessions) == HORIZON_WEEKS + 1


def test_the_last_day_counts_and_nothing_is_made_after_it() -> None:
    assert len(to_make(appointment(until=TODAY + timedelta(weeks=2)), TODAY, []).sessions) == 3
    ended = appointment().ended(TODAY + timedelta(days=8))
    assert ended.days(TODAY, TODAY + timedelta(weeks=9)) == (TODAY, TODAY + timedelta(weeks=1))


@pytest.mark.parametrize(
    ("details", "problem"),
    [
        (StandingDetails(TODAY, time(9), until=TODAY - timedelta(days=1)), EndsBeforeItStarts),
        (StandingDetails(date(2062, 3, 2), time(9)), DateIsImpossible),
        (StandingDetails(TODAY, time(9), minutes=0), SessionTooShort),
        (StandingDetails(TODAY, time(9), minutes=721), SessionTooLong),
        (StandingDetails(TODAY, time(9), every_weeks=0), ValueError),
    ],
)
def test_what_cannot_be_agreed_is_refused(details: StandingDetails, problem: type[Exception]) -> None:
    with pytest.raises(problem):
        details.checked(TODAY)


def test_a_closure_ends_on_or_after_its_first_day_and_within_a_year() -> None:
    assert closed(TODAY, 1).checked().covers(TODAY)
    with pytest.raises(EndsBeforeItStarts):
        closed(TODAY, 0).checked()
    with pytest.raises(ClosureTooLong):
        closed(TODAY, 367).checked()


@given(ZONES, CLOSURES)
def test_a_closed_time_runs_from_midnight_to_midnight_where_the_counselor_sits(zone: str, closure: Closure) -> None:
    ((start, end),) = closed_spans([closure], zone)
    assert start.astimezone(ZoneInfo(zone)).date() == closure.first_day
    assert end.astimezone(ZoneInfo(zone)).date() == closure.last_day + timedelta(days=1)
    assert (end - timedelta(minutes=1)).astimezone(ZoneInfo(zone)).date() == closure.last_day


@given(DAYS)
def test_a_week_begins_on_its_monday(day: date) -> None:
    monday = week_of(day)
    assert monday.isoweekday() == 1
    assert timedelta(0) <= day - monday < timedelta(days=7)
