from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.examples import MAREN, session
from vitalshift_desktop.domain.due_dates import (
    DueGroup,
    LaterChoice,
    LaterKind,
    due_group,
    due_since,
    later_choices,
    next_due,
    put_off,
    settled,
    with_sessions,
)
from vitalshift_desktop.domain.recurrence import nth_session_day
from vitalshift_desktop.domain.reminders import (
    HistoryEntry,
    Outcome,
    Reminder,
    ReminderDetails,
    ReminderId,
    Repeat,
    RepeatUnit,
)
from vitalshift_desktop.domain.sessions import Attendance

_NOW = datetime(2026, 3, 12, 17, 0, tzinfo=UTC)
_TODAY = date(2026, 3, 12)  # a Thursday


def _reminder(due_on: date, every: int | None = None, unit: RepeatUnit = RepeatUnit.WEEKS) -> Reminder:
    repeat = Repeat(every, unit) if every else None
    return Reminder(ReminderId(1), ReminderDetails("PHQ-9", due_on, client_id=MAREN, repeat=repeat), anchor=due_on)


def _months(reminder: Reminder, count: int) -> list[date]:
    days = []
    for _ in range(count):
        reminder = settled(reminder, Outcome.DONE, _NOW, reminder.details.due_on)
        days.append(reminder.details.due_on)
    return days


def _thursdays(count: int, first: date = _TODAY) -> list[date]:
    return [first + timedelta(weeks=place) for place in range(count)]


# ---------------------------------------------------------------- days, weeks, months


def test_a_reminder_that_does_not_repeat_has_no_next_day() -> None:
    assert next_due(_reminder(_TODAY), _TODAY) is None


@pytest.mark.parametrize(
    ("every", "unit", "next_day"),
    [
        (1, RepeatUnit.DAYS, date(2026, 3, 13)),
        (3, RepeatUnit.DAYS, date(2026, 3, 15)),
        (1, RepeatUnit.WEEKS, date(2026, 3, 19)),
        (2, RepeatUnit.WEEKS, date(2026, 3, 26)),
        (1, RepeatUnit.MONTHS, date(2026, 4, 12)),
        (6, RepeatUnit.MONTHS, date(2026, 9, 12)),
    ],
)
def test_done_on_its_day_a_reminder_is_due_one_step_later(every: int, unit: RepeatUnit, next_day: date) -> None:
    assert next_due(_reminder(_TODAY, every, unit), _TODAY) == next_day


def test_a_late_tick_does_not_move_the_rhythm() -> None:
    half_year = _reminder(date(2026, 3, 2), 6, RepeatUnit.MONTHS)
    assert next_due(half_year, date(2026, 3, 12)) == date(2026, 9, 2)


def test_an_early_tick_counts_for_the_coming_day() -> None:
    assert next_due(_reminder(_TODAY, 1), _TODAY - timedelta(days=2)) == _TODAY + timedelta(weeks=1)


def test_after_weeks_away_all_missed_times_become_one() -> None:
    assert next_due(_reminder(_TODAY, 1), _TODAY + timedelta(days=25)) == _TODAY + timedelta(days=28)


def test_a_monthly_reminder_of_the_31st_uses_the_last_day_of_short_months_and_comes_back() -> None:
    days = _months(_reminder(date(2026, 1, 31), 1, RepeatUnit.MONTHS), 4)
    assert days == [date(2026, 2, 28), date(2026, 3, 31), date(2026, 4, 30), date(2026, 5, 31)]


def test_a_monthly_reminder_of_the_30th_never_falls_on_the_31st() -> None:
    days = _months(_reminder(date(2027, 12, 30), 1, RepeatUnit.MONTHS), 3)
    assert days == [date(2028, 1, 30), date(2028, 2, 29), date(2028, 3, 30)]


def test_every_second_month_keeps_its_months_at_the_end_of_the_month() -> None:
    days = _months(_reminder(date(2025, 12, 31), 2, RepeatUnit.MONTHS), 3)
    assert days == [date(2026, 2, 28), date(2026, 4, 30), date(2026, 6, 30)]


@given(
    st.dates(date(2000, 1, 1), date(2090, 1, 1)),
    st.integers(1, 24),
    st.sampled_from([RepeatUnit.DAYS, RepeatUnit.WEEKS, RepeatUnit.MONTHS]),
    st.integers(-40, 400),
)
def test_the_next_day_is_after_the_due_day_and_the_tick_and_at_most_one_step_away(
    due_on: date, every: int, unit: RepeatUnit, days_later: int
) -> None:
    ticked = due_on + timedelta(days=days_later)
    following = next_due(_reminder(due_on, every, unit), ticked)
    longest = {RepeatUnit.DAYS: 1, RepeatUnit.WEEKS: 7, RepeatUnit.MONTHS: 31}[unit] * every
    assert following is not None
    assert max(due_on, ticked) < following <= max(due_on, ticked) + timedelta(days=longest)
    if unit is RepeatUnit.MONTHS:
        assert ((following.year - due_on.year) * 12 + following.month - due_on.month) % every == 0
        assert following.day == due_on.day or (following + timedelta(days=1)).day == 1


# ---------------------------------------------------------------- sessions


def test_every_fourth_session_counts_held_and_planned_ones_after_the_tick() -> None:
    reminder = _reminder(_TODAY, 4, RepeatUnit.SESSIONS)
    assert next_due(reminder, _TODAY, _thursdays(8)) == _TODAY + timedelta(weeks=4)


def test_sessions_that_are_not_planned_yet_are_expected_in_the_rhythm_so_far() -> None:
    fortnightly = [_TODAY - timedelta(weeks=4), _TODAY - timedelta(weeks=2), _TODAY, _TODAY + timedelta(weeks=2)]
    assert nth_session_day(_TODAY, 3, fortnightly) == _TODAY + timedelta(weeks=6)


def test_without_any_rhythm_a_week_is_expected() -> None:
    assert nth_session_day(_TODAY, 2, []) == _TODAY + timedelta(weeks=2)


def test_two_sessions_on_one_day_are_one_occasion() -> None:
    assert nth_session_day(_TODAY, 2, [*_thursdays(3), _TODAY + timedelta(weeks=1)]) == _TODAY + timedelta(weeks=2)


def test_a_moved_session_moves_the_reminder_that_counts_sessions() -> None:
    reminder = settled(_reminder(_TODAY, 2, RepeatUnit.SESSIONS), Outcome.DONE, _NOW, _TODAY, _thursdays(4))
    assert (reminder.details.due_on, reminder.anchor) == (date(2026, 3, 26), _TODAY)
    moved = [_TODAY, date(2026, 3, 19), date(2026, 3, 27)]
    assert with_sessions(reminder, moved).details.due_on == date(2026, 3, 27)


def test_a_late_tick_counts_sessions_from_the_day_of_the_tick() -> None:
    overdue = _reminder(_TODAY - timedelta(weeks=3), 2, RepeatUnit.SESSIONS)
    done = settled(overdue, Outcome.DONE, _NOW, _TODAY, _thursdays(8, _TODAY - timedelta(weeks=3)))
    assert (done.anchor, done.details.due_on) == (_TODAY, _TODAY + timedelta(weeks=2))


def test_a_day_the_counselor_chose_does_not_move_with_the_sessions() -> None:
    fresh = _reminder(_TODAY, 2, RepeatUnit.SESSIONS)
    chosen = put_off(settled(fresh, Outcome.DONE, _NOW, _TODAY, _thursdays(4)), date(2026, 4, 1), _NOW)
    weekly = settled(_reminder(_TODAY, 1), Outcome.DONE, _NOW, _TODAY)
    for reminder in (fresh, chosen, weekly, _reminder(_TODAY)):
        assert with_sessions(reminder, [date(2026, 5, 1)]) == reminder


# ---------------------------------------------------------------- what became of it


def test_done_once_closes_and_keeps_the_history() -> None:
    reminder = settled(_reminder(_TODAY), Outcome.DONE, _NOW, _TODAY)
    assert not reminder.is_open
    assert reminder.history == (HistoryEntry(Outcome.DONE, _NOW, _TODAY, None),)
    assert reminder.details.due_on == _TODAY


def test_skipped_a_repeating_reminder_stays_open_and_says_so() -> None:
    reminder = settled(_reminder(_TODAY, 1), Outcome.SKIPPED, _NOW, _TODAY)
    assert reminder.is_open
    assert reminder.history == (HistoryEntry(Outcome.SKIPPED, _NOW, _TODAY, _TODAY + timedelta(weeks=1)),)


def test_put_off_moves_this_once_and_not_the_rhythm() -> None:
    later = put_off(_reminder(_TODAY, 1), _TODAY + timedelta(days=3), _NOW)
    assert (later.details.due_on, later.anchor) == (_TODAY + timedelta(days=3), _TODAY)
    assert later.history == (HistoryEntry(Outcome.LATER, _NOW, _TODAY, _TODAY + timedelta(days=3)),)
    assert next_due(later, later.details.due_on) == _TODAY + timedelta(weeks=1)


def test_a_repetition_that_never_moves_on_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="0"):
        Repeat(0, RepeatUnit.DAYS)


# ---------------------------------------------------------------- when it rings


@pytest.mark.parametrize(
    ("at", "zone", "since"),
    [
        (time(9), "America/Toronto", datetime(2026, 3, 12, 13, tzinfo=UTC)),
        (None, "America/Toronto", datetime(2026, 3, 12, 4, tzinfo=UTC)),
        (time(9), "Asia/Kolkata", datetime(2026, 3, 12, 3, 30, tzinfo=UTC)),
        (time(9), "Australia/Adelaide", datetime(2026, 3, 11, 22, 30, tzinfo=UTC)),
    ],
)
def test_a_reminder_is_due_by_the_wall_clock_of_its_place(at: time | None, zone: str, since: datetime) -> None:
    details = ReminderDetails("Call", _TODAY, at=at, zone=zone)
    assert due_since(details) == since


def test_a_time_that_summer_time_skips_rings_later_by_the_gap() -> None:
    details = ReminderDetails("Call", date(2026, 3, 8), at=time(2, 30), zone="America/Toronto")
    assert due_since(details) == datetime(2026, 3, 8, 7, 30, tzinfo=UTC)  # 3:30 on the wall


def test_a_time_that_comes_twice_rings_the_first_time() -> None:
    details = ReminderDetails("Call", date(2026, 11, 1), at=time(1, 45), zone="America/Toronto")
    assert due_since(details) == datetime(2026, 11, 1, 5, 45, tzinfo=UTC)


# ---------------------------------------------------------------- where it stands


@pytest.mark.parametrize(
    ("due_on", "group"),
    [
        (date(2026, 3, 11), DueGroup.OVERDUE),
        (date(2026, 3, 12), DueGroup.TODAY),
        (date(2026, 3, 13), DueGroup.THIS_WEEK),
        (date(2026, 3, 15), DueGroup.THIS_WEEK),
        (date(2026, 3, 16), DueGroup.LATER),
    ],
)
def test_a_due_day_stands_under_its_heading(due_on: date, group: DueGroup) -> None:
    assert due_group(due_on, _TODAY) is group


def test_on_sunday_tomorrow_is_already_later() -> None:
    assert due_group(date(2026, 3, 16), date(2026, 3, 15)) is DueGroup.LATER


def test_putting_off_offers_the_next_session_first() -> None:
    held = session(1, _TODAY, time(9))
    cancelled = session(2, _TODAY, time(14), Attendance.CANCELLED)
    coming = session(3, _TODAY, time(16, 30), Attendance.PLANNED)
    overdue = _reminder(date(2026, 3, 2), 6, RepeatUnit.MONTHS)
    assert later_choices(overdue, _TODAY, _NOW, [coming, cancelled, held]) == (
        LaterChoice(LaterKind.NEXT_SESSION, _TODAY, coming),
        LaterChoice(LaterKind.TOMORROW, date(2026, 3, 13)),
        LaterChoice(LaterKind.NEXT_WEEK, date(2026, 3, 16)),
    )


def test_what_is_due_today_is_not_put_off_to_todays_session() -> None:
    coming = session(3, _TODAY, time(16, 30), Attendance.PLANNED)
    following = session(4, _TODAY + timedelta(weeks=1), time(16, 30), Attendance.PLANNED)
    last = session(5, _TODAY + timedelta(weeks=2), time(16, 30), Attendance.PLANNED)
    first, *_ = later_choices(_reminder(_TODAY), _TODAY, _NOW, [last, coming, following])
    assert first == LaterChoice(LaterKind.NEXT_SESSION, date(2026, 3, 19), following)


def test_without_a_coming_session_only_days_are_offered() -> None:
    kinds = [choice.kind for choice in later_choices(_reminder(_TODAY), _TODAY, _NOW)]
    assert kinds == [LaterKind.TOMORROW, LaterKind.NEXT_WEEK]


def test_on_monday_next_week_is_a_whole_week_away() -> None:
    *_, next_week = later_choices(_reminder(_TODAY), date(2026, 3, 16), _NOW)
    assert next_week.day == date(2026, 3, 23)
