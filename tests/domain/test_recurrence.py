from datetime import UTC, date, datetime, timedelta
from itertools import islice, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.examples import MAREN
from vitalshift_desktop.domain import problems
from vitalshift_desktop.domain.due_dates import next_due, settled
from vitalshift_desktop.domain.recurrence import (
    LARGEST_STEP,
    MOST_TIMES,
    changed,
    checked_rule,
    coming_days,
    first_after,
    first_day,
)
from vitalshift_desktop.domain.reminders import (
    Counted,
    Outcome,
    Reminder,
    ReminderDetails,
    ReminderId,
    Repeat,
    RepeatUnit,
    weekday_words,
    weekdays_in,
)

_TODAY = date(2026, 3, 12)  # a Thursday
_NOW = datetime(2026, 3, 12, 17, 0, tzinfo=UTC)
_CALENDAR_UNITS = [RepeatUnit.DAYS, RepeatUnit.WEEKS, RepeatUnit.MONTHS]
_DAYS = st.dates(date(2000, 1, 1), date(2090, 1, 1))

WEEKLY = st.builds(
    Repeat, st.integers(1, 8), st.just(RepeatUnit.WEEKS), st.lists(st.integers(0, 6), max_size=7).map(tuple)
)
BY_WEEKDAY = st.builds(
    Repeat,
    st.integers(1, 6),
    st.just(RepeatUnit.MONTHS),
    st.integers(0, 6).map(lambda day: (day,)),
    st.sampled_from([-1, 1, 2, 3, 4]),
)
PLAIN = st.builds(Repeat, st.integers(1, 40), st.sampled_from(_CALENDAR_UNITS))
RULES = WEEKLY | BY_WEEKDAY | PLAIN


def _reminder(repeat: Repeat | None, due_on: date = _TODAY) -> Reminder:
    return Reminder(ReminderId(1), ReminderDetails("PHQ-9", due_on, client_id=MAREN, repeat=repeat), anchor=due_on)


def _fits(repeat: Repeat, day: date) -> bool:
    if repeat.nth is not None:
        from_end = (day + timedelta(days=7)).month != day.month
        return (day.weekday(),) == repeat.on and (
            from_end if repeat.nth == -1 else (day.day - 1) // 7 + 1 == repeat.nth
        )
    return not repeat.on or day.weekday() in repeat.on


# ---------------------------------------------------------------- the calendar's rules


def test_monday_and_wednesday_every_second_week_skip_the_week_between() -> None:
    rule = Repeat(2, RepeatUnit.WEEKS, on=(2, 0))
    first = first_day(rule, date(2026, 3, 2))
    assert first is not None
    assert [day.day for day in islice(coming_days(rule, first), 5)] == [2, 4, 16, 18, 30]


def test_every_working_day_leaps_over_the_weekend() -> None:
    rule = Repeat(1, RepeatUnit.WEEKS, on=(0, 1, 2, 3, 4))
    assert first_after(rule, _TODAY, date(2026, 3, 13)) == date(2026, 3, 16)


@pytest.mark.parametrize(
    ("nth", "weekday", "days"),
    [(2, 1, ["2026-04-14", "2026-05-12"]), (-1, 4, ["2026-03-27", "2026-04-24"]), (5, 0, ["2026-03-30", "2026-06-29"])],
)
def test_a_month_is_counted_by_its_weekdays(nth: int, weekday: int, days: list[str]) -> None:
    rule = Repeat(1, RepeatUnit.MONTHS, on=(weekday,), nth=nth)
    first = first_day(rule, _TODAY)
    assert first is not None
    assert [str(day) for day in islice(coming_days(rule, first), 2)] == days


def test_the_leap_day_comes_on_the_last_of_february_in_other_years() -> None:
    yearly = Repeat(12, RepeatUnit.MONTHS)
    days = [str(day) for day in islice(coming_days(yearly, date(2028, 2, 29)), 5)]
    assert days == ["2028-02-29", "2029-02-28", "2030-02-28", "2031-02-28", "2032-02-29"]


def test_a_year_ends_between_two_days_of_a_rule_as_any_other_night() -> None:
    assert first_after(Repeat(1, RepeatUnit.DAYS), _TODAY, date(2026, 12, 31)) == date(2027, 1, 1)
    assert first_after(Repeat(1, RepeatUnit.WEEKS), _TODAY, date(2026, 12, 31)) == date(2027, 1, 7)
    assert first_after(Repeat(1, RepeatUnit.WEEKS, on=(4,)), _TODAY, date(2026, 12, 31)) == date(2027, 1, 1)


@given(RULES, _DAYS)
def test_the_days_of_a_rule_rise_and_each_of_them_fits_it(repeat: Repeat, chosen: date) -> None:
    first = first_day(repeat, chosen)
    assert first is not None
    assert first >= chosen
    days = list(islice(coming_days(repeat, first), 6))
    assert len(days) == 6
    assert all(earlier < later for earlier, later in pairwise(days))
    assert all(_fits(repeat, day) for day in days)


@given(RULES, _DAYS, st.integers(0, 900))
def test_a_tick_at_any_time_leads_to_the_very_next_day_of_the_rule(repeat: Repeat, chosen: date, late: int) -> None:
    """Nothing is lost and nothing comes twice: no day of the rule lies between the tick and the new due day."""
    first = first_day(repeat, chosen)
    assert first is not None
    ticked = first + timedelta(days=late)
    following = next_due(_reminder(repeat, first), ticked)
    assert following is not None
    assert following > ticked
    assert following == next(day for day in coming_days(repeat, first) if day > ticked)


@given(RULES, _DAYS, st.lists(st.integers(-5, 60), max_size=6))
def test_however_it_is_ticked_the_days_of_the_calendar_stay(repeat: Repeat, chosen: date, ticks: list[int]) -> None:
    first = first_day(repeat, chosen)
    assert first is not None
    reminder = _reminder(repeat, first)
    for late in ticks:
        due = reminder.details.due_on
        reminder = settled(reminder, Outcome.DONE, _NOW, due + timedelta(days=late))
        assert reminder.details.due_on > due
    assert reminder.details.due_on in coming_days(repeat, first)


# ---------------------------------------------------------------- from the day it is done


def test_from_the_day_it_is_done_a_late_tick_moves_the_rhythm() -> None:
    half_year = Repeat(6, RepeatUnit.MONTHS, counted=Counted.DONE)
    assert next_due(_reminder(half_year, date(2026, 3, 2)), _TODAY) == date(2026, 9, 12)


def test_skipped_it_counts_from_its_due_day() -> None:
    half_year = Repeat(6, RepeatUnit.MONTHS, counted=Counted.DONE)
    assert next_due(_reminder(half_year, date(2026, 3, 2)), _TODAY, what=Outcome.SKIPPED) == date(2026, 9, 2)


def test_done_early_it_counts_from_that_day_too() -> None:
    weekly = Repeat(1, RepeatUnit.WEEKS, counted=Counted.DONE)
    assert next_due(_reminder(weekly), _TODAY - timedelta(days=2)) == _TODAY + timedelta(days=5)


@given(st.integers(1, 40), st.sampled_from(_CALENDAR_UNITS), _DAYS, st.integers(-40, 400))
def test_from_the_day_it_is_done_one_whole_step_lies_ahead(
    every: int, unit: RepeatUnit, due_on: date, late: int
) -> None:
    ticked = due_on + timedelta(days=late)
    following = next_due(_reminder(Repeat(every, unit, counted=Counted.DONE), due_on), ticked)
    shortest = {RepeatUnit.DAYS: 1, RepeatUnit.WEEKS: 7, RepeatUnit.MONTHS: 28}[unit] * every
    assert following is not None
    assert following >= ticked + timedelta(days=shortest)


def test_what_goes_by_sessions_always_counts_from_the_day_it_is_done() -> None:
    assert Repeat(4, RepeatUnit.SESSIONS, counted=Counted.CALENDAR).counted is Counted.DONE


# ---------------------------------------------------------------- ends


def test_after_its_last_day_a_reminder_is_closed() -> None:
    reminder = _reminder(Repeat(1, RepeatUnit.WEEKS, until=date(2026, 3, 20)))
    reminder = settled(reminder, Outcome.DONE, _NOW, _TODAY)
    assert reminder.details.due_on == date(2026, 3, 19)
    assert not settled(reminder, Outcome.DONE, _NOW, date(2026, 3, 19)).is_open


def test_the_last_day_itself_still_counts() -> None:
    reminder = _reminder(Repeat(1, RepeatUnit.WEEKS, until=date(2026, 3, 19)))
    assert settled(reminder, Outcome.DONE, _NOW, _TODAY).details.due_on == date(2026, 3, 19)


@given(st.sampled_from(RepeatUnit), st.integers(2, 12))
def test_a_series_comes_as_many_times_as_it_says_done_or_skipped(unit: RepeatUnit, times: int) -> None:
    reminder = _reminder(Repeat(1, unit, times=times))
    for done in range(times):
        assert reminder.is_open
        what = Outcome.SKIPPED if done % 2 else Outcome.DONE
        reminder = settled(reminder, what, _NOW, reminder.details.due_on)
    assert not reminder.is_open
    assert len(reminder.history) == times


# ---------------------------------------------------------------- what is refused


@pytest.mark.parametrize(
    ("repeat", "problem"),
    [
        (Repeat(1, RepeatUnit.WEEKS, until=_TODAY - timedelta(days=1)), problems.EndsBeforeItStarts),
        (Repeat(1, RepeatUnit.WEEKS, until=_TODAY + timedelta(days=6)), problems.RepeatsNever),
        (Repeat(1, RepeatUnit.WEEKS, on=(0,), until=_TODAY + timedelta(days=2)), problems.RepeatsNever),
        (Repeat(1, RepeatUnit.DAYS, times=1), problems.RepeatsNever),
        (Repeat(LARGEST_STEP, RepeatUnit.MONTHS, on=(0,), nth=5), problems.RepeatsNever),
        (Repeat(LARGEST_STEP + 1, RepeatUnit.DAYS), problems.RepeatsTooRarely),
        (Repeat(1, RepeatUnit.DAYS, times=MOST_TIMES + 1), problems.TooManyTimes),
    ],
)
def test_a_rule_that_makes_no_sense_is_refused(repeat: Repeat, problem: type[problems.Problem]) -> None:
    with pytest.raises(problem):
        checked_rule(ReminderDetails("PHQ-9", _TODAY, client_id=MAREN, repeat=repeat))


def test_what_goes_by_sessions_needs_a_client() -> None:
    for details in (
        ReminderDetails("PHQ-9", _TODAY, repeat=Repeat(1, RepeatUnit.SESSIONS)),
        ReminderDetails("PHQ-9", _TODAY, session_from=_TODAY),
    ):
        with pytest.raises(problems.SessionsNeedAClient):
            checked_rule(details)


def test_a_new_rule_begins_on_its_first_day_on_or_after_the_one_that_was_chosen() -> None:
    rule = Repeat(1, RepeatUnit.WEEKS, on=(0,))
    assert checked_rule(ReminderDetails("PHQ-9", _TODAY, repeat=rule)).due_on == date(2026, 3, 16)
    assert checked_rule(ReminderDetails("PHQ-9", date(2026, 3, 16), repeat=rule)).due_on == date(2026, 3, 16)


def test_another_day_alone_is_taken_as_it_is_and_the_last_time_of_a_series_can_move() -> None:
    before = _reminder(Repeat(1, RepeatUnit.WEEKS, on=(0,), times=1), date(2026, 3, 16))
    moved = changed(before, ReminderDetails("PHQ-9", _TODAY, client_id=MAREN, repeat=before.details.repeat))
    assert (moved.details.due_on, moved.anchor) == (_TODAY, _TODAY)
    ended = _reminder(Repeat(1, RepeatUnit.WEEKS, until=_TODAY + timedelta(days=9)))
    late = ReminderDetails("PHQ-9", _TODAY + timedelta(days=10), client_id=MAREN, repeat=ended.details.repeat)
    with pytest.raises(problems.EndsBeforeItStarts):
        changed(ended, late)


@pytest.mark.parametrize(
    "wrong",
    [
        {"every": 1, "unit": RepeatUnit.DAYS, "on": (0,)},
        {"every": 1, "unit": RepeatUnit.MONTHS, "on": (0, 1), "nth": 2},
        {"every": 1, "unit": RepeatUnit.WEEKS, "on": (0,), "nth": 2},
        {"every": 1, "unit": RepeatUnit.WEEKS, "on": (7,)},
        {"every": 1, "unit": RepeatUnit.MONTHS, "on": (0,), "nth": 6},
        {"every": 1, "unit": RepeatUnit.DAYS, "times": 0},
        {"every": 1, "unit": RepeatUnit.DAYS, "times": 3, "until": _TODAY},
    ],
)
def test_what_is_no_rule_at_all_cannot_be_made(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"."):
        Repeat(**wrong)  # type: ignore[arg-type]  # short for tests


# ---------------------------------------------------------------- as text


@given(WEEKLY | BY_WEEKDAY)
def test_weekdays_are_written_as_calendars_write_them_and_read_back(repeat: Repeat) -> None:
    assert weekdays_in(weekday_words(repeat)) == (repeat.on, repeat.nth)


def test_weekdays_look_like_this() -> None:
    assert weekday_words(Repeat(1, RepeatUnit.WEEKS, on=(2, 0))) == "MO,WE"
    assert weekday_words(Repeat(1, RepeatUnit.MONTHS, on=(4,), nth=-1)) == "-1FR"


@pytest.mark.parametrize("text", ["XX", "MO,2TU", "2", "MO,"])
def test_other_text_is_no_weekday(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        weekdays_in(text)
