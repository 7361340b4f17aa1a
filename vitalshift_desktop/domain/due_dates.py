"""When a reminder is due: its next day, what became of it, and to when it can be put off."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from vitalshift_desktop.domain.closures import Closure, open_day
from vitalshift_desktop.domain.recurrence import first_after, first_session_day, nth_session_day
from vitalshift_desktop.domain.reminders import (
    Counted,
    HistoryEntry,
    OpenReminder,
    Outcome,
    Reminder,
    ReminderDetails,
    RepeatUnit,
)
from vitalshift_desktop.domain.sessions import Session, at_local


class DueGroup(StrEnum):
    """Under which heading a reminder stands."""

    OVERDUE = "overdue"
    TODAY = "today"
    THIS_WEEK = "this_week"
    LATER = "later"


class LaterKind(StrEnum):
    """To when a reminder can be put off in one step."""

    NEXT_SESSION = "next_session"
    TOMORROW = "tomorrow"
    NEXT_WEEK = "next_week"


@dataclass(frozen=True, slots=True)
class LaterChoice:
    """One way to put a reminder off; `session` is the client's session of that day, where it is about one."""

    kind: LaterKind
    day: date
    session: Session | None = None


def next_due(
    reminder: Reminder, settled_on: date, session_days: Iterable[date] = (), what: Outcome = Outcome.DONE
) -> date | None:
    """The day a reminder is due next when it is done or skipped on a day; None when nothing more is due.

    By the calendar, days, weeks and months count from the anchor, so that a late tick moves nothing, and several missed
    times become one: the first day after both the due day and `settled_on`. From the day it is done they count from
    `settled_on`; one that is skipped instead counts from its due day. A month without the anchor's day uses its last
    day. Sessions count on from the later of both days; `session_days` are the client's held and planned ones.
    """
    repeat = reminder.details.repeat
    if repeat is None or repeat.times == 1:
        return None
    after = max(reminder.details.due_on, settled_on)
    if repeat.unit is RepeatUnit.SESSIONS:
        day = nth_session_day(after, repeat.every, session_days)
        return day if repeat.until is None or day <= repeat.until else None
    if repeat.counted is Counted.CALENDAR:
        return first_after(repeat, reminder.anchor, after)
    if what is Outcome.SKIPPED:
        return first_after(repeat, reminder.details.due_on, after)
    return first_after(repeat, settled_on, settled_on)


def settled(reminder: Reminder, what: Outcome, at: datetime, on: date, session_days: Iterable[date] = ()) -> Reminder:
    """The reminder after it was done or skipped at an instant (`on` is its civil day): due again, or closed."""
    due = next_due(reminder, on, session_days, what)
    was_due, repeat = reminder.details.due_on, reminder.details.repeat
    history = (*reminder.history, HistoryEntry(what, at, was_due, due))
    if due is None or repeat is None:
        return replace(reminder, is_open=False, history=history)
    times = None if repeat.times is None else repeat.times - 1
    details = replace(reminder.details, due_on=due, session_from=None, repeat=replace(repeat, times=times))
    anchor = max(was_due, on) if repeat.unit is RepeatUnit.SESSIONS else reminder.anchor
    return replace(reminder, details=details, anchor=anchor, history=history)


def put_off(reminder: Reminder, until: date, at: datetime, *, session_from: date | None = None) -> Reminder:
    """The reminder, due on a later day this once, or with the first session from a day on; its anchor stays."""
    details = reminder.details
    history = (*reminder.history, HistoryEntry(Outcome.LATER, at, details.due_on, until))
    return replace(reminder, details=replace(details, due_on=until, session_from=session_from), history=history)


def with_sessions(reminder: Reminder, session_days: Iterable[date]) -> Reminder:
    """The reminder with its due day counted again after sessions were planned, moved or cancelled.

    Only one that is due with a session changes, or one that repeats by sessions and was last done or skipped; a day
    the counselor chose stays.
    """
    details, last = reminder.details, reminder.history[-1] if reminder.history else None
    repeat = details.repeat
    if details.session_from is not None:
        due = first_session_day(details.session_from, session_days)
    elif repeat is None or repeat.unit is not RepeatUnit.SESSIONS or last is None or last.what is Outcome.LATER:
        return reminder
    else:
        due = nth_session_day(reminder.anchor, repeat.every, session_days)
    return replace(reminder, details=replace(details, due_on=due))


def next_session_from(chosen: date, today: date, now: datetime, sessions: Iterable[Session] = ()) -> date:
    """From which day on the next session is looked for: the day chosen, or tomorrow once today's session has begun."""
    of_today = [session for session in sessions if session.stands and session.day == today]
    begun = bool(of_today) and all(session.starts <= now for session in of_today)
    return max(chosen, today + timedelta(days=1)) if begun else max(chosen, today)


def heeded_day(details: ReminderDetails | OpenReminder, closures: Iterable[Closure]) -> date:
    """The day on which a reminder is shown and rings: its due day, or the first open day after a closed practice."""
    return details.due_on if details.stays_put else open_day(details.due_on, closures)


def due_since(details: ReminderDetails | OpenReminder, closures: Iterable[Closure] = ()) -> datetime:
    """The UTC instant from which a reminder is due: its time, or the start of the day it is heeded on, in its zone."""
    return at_local(heeded_day(details, closures), details.at or time.min, details.zone)


def due_group(due_on: date, today: date) -> DueGroup:
    """The heading for a due day; the week ends on Sunday."""
    if due_on < today:
        return DueGroup.OVERDUE
    if due_on == today:
        return DueGroup.TODAY
    return DueGroup.THIS_WEEK if due_on < _next_monday(today) else DueGroup.LATER


def later_choices(
    reminder: Reminder, today: date, now: datetime, sessions: Iterable[Session] = ()
) -> tuple[LaterChoice, ...]:
    """The days a reminder can be put off to; the client's next session leads, where one is planned."""
    ahead = [s for s in sessions if s.stands and s.starts > now and s.day > reminder.details.due_on]
    session = min(ahead, key=lambda s: s.starts, default=None)
    if session is None:
        return later_days(today)
    return (LaterChoice(LaterKind.NEXT_SESSION, session.day, session), *later_days(today))


def later_days(today: date) -> tuple[LaterChoice, ...]:
    """The days anything can be put off to: tomorrow and next Monday."""
    tomorrow = LaterChoice(LaterKind.TOMORROW, today + timedelta(days=1))
    return (tomorrow, LaterChoice(LaterKind.NEXT_WEEK, _next_monday(today)))


def _next_monday(today: date) -> date:
    return today + timedelta(days=7 - today.weekday())
