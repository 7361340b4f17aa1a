"""When a reminder is due: its next day, what became of it, and to when it can be put off."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from itertools import pairwise
from statistics import median

from dateutil.rrule import DAILY, MONTHLY, WEEKLY, rrule

from vitalshift_desktop.domain.reminders import HistoryEntry, Outcome, Reminder, ReminderDetails, Repeat, RepeatUnit
from vitalshift_desktop.domain.sessions import Session, at_local

_SHORTEST_MONTH = 28
_USUAL_RHYTHM = timedelta(days=7)


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


def next_due(reminder: Reminder, settled_on: date, session_days: Iterable[date] = ()) -> date | None:
    """The day a reminder is due next when it is done or skipped on a day; None for one that does not repeat.

    Days, weeks and months count from the anchor, so that a late tick moves nothing, and several missed times become
    one: the first day after both the due day and `settled_on`. A month without the anchor's day uses its last day.
    Sessions count on from that later day; `session_days` are the client's held and planned ones.
    """
    repeat = reminder.details.repeat
    if repeat is None:
        return None
    after = max(reminder.details.due_on, settled_on)
    if repeat.unit is RepeatUnit.SESSIONS:
        return nth_session_day(after, repeat.every, session_days)
    return _first_after(_rule(repeat, reminder.anchor), after)


def nth_session_day(after: date, count: int, session_days: Iterable[date]) -> date:
    """The day of the `count`-th session after a day.

    Sessions that are not planned yet are expected in the rhythm so far (the median step, a week without one).
    """
    days = sorted(set(session_days))
    ahead = [day for day in days if day > after]
    if len(ahead) >= count:
        return ahead[count - 1]
    steps = [(later - earlier).days for earlier, later in pairwise(days)]
    rhythm = timedelta(days=round(median(steps))) if steps else _USUAL_RHYTHM
    last_known = max([after, *days])
    return last_known + rhythm * (count - len(ahead))


def settled(reminder: Reminder, what: Outcome, at: datetime, on: date, session_days: Iterable[date] = ()) -> Reminder:
    """The reminder after it was done or skipped at an instant (`on` is its civil day): due again, or closed."""
    due = next_due(reminder, on, session_days)
    history = (*reminder.history, HistoryEntry(what, at, reminder.details.due_on, due))
    if due is None:
        return replace(reminder, is_open=False, history=history)
    counts_sessions = reminder.details.repeat is not None and reminder.details.repeat.unit is RepeatUnit.SESSIONS
    anchor = max(reminder.details.due_on, on) if counts_sessions else reminder.anchor
    return replace(reminder, details=replace(reminder.details, due_on=due), anchor=anchor, history=history)


def put_off(reminder: Reminder, until: date, at: datetime) -> Reminder:
    """The reminder, due on a later day this once; the repetition still counts from its anchor."""
    history = (*reminder.history, HistoryEntry(Outcome.LATER, at, reminder.details.due_on, until))
    return replace(reminder, details=replace(reminder.details, due_on=until), history=history)


def with_sessions(reminder: Reminder, session_days: Iterable[date]) -> Reminder:
    """The reminder with its due day counted again after sessions were planned, moved or cancelled.

    Only one that repeats by sessions and was last done or skipped changes; a day the counselor chose stays.
    """
    repeat, last = reminder.details.repeat, reminder.history[-1] if reminder.history else None
    if repeat is None or repeat.unit is not RepeatUnit.SESSIONS or last is None or last.what is Outcome.LATER:
        return reminder
    due = nth_session_day(reminder.anchor, repeat.every, session_days)
    return replace(reminder, details=replace(reminder.details, due_on=due))


def due_since(details: ReminderDetails) -> datetime:
    """The UTC instant from which a reminder is due: its time, or the start of its day, in its zone."""
    return at_local(details.due_on, details.at or time.min, details.zone)


def is_due(details: ReminderDetails, now: datetime) -> bool:
    """True once the reminder's day and time have come in its zone; a clock set back makes nothing undue again."""
    return now >= due_since(details)


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
    tomorrow = LaterChoice(LaterKind.TOMORROW, today + timedelta(days=1))
    next_week = LaterChoice(LaterKind.NEXT_WEEK, _next_monday(today))
    ahead = [s for s in sessions if s.stands and s.starts > now and s.day > reminder.details.due_on]
    session = min(ahead, key=lambda s: s.starts, default=None)
    if session is None:
        return (tomorrow, next_week)
    return (LaterChoice(LaterKind.NEXT_SESSION, session.day, session), tomorrow, next_week)


def _rule(repeat: Repeat, anchor: date) -> rrule:
    start = datetime.combine(anchor, time.min)
    if repeat.unit is RepeatUnit.DAYS:
        return rrule(DAILY, dtstart=start, interval=repeat.every)
    if repeat.unit is RepeatUnit.WEEKS:
        return rrule(WEEKLY, dtstart=start, interval=repeat.every)
    if anchor.day <= _SHORTEST_MONTH:
        return rrule(MONTHLY, dtstart=start, interval=repeat.every)
    nearest = tuple(range(_SHORTEST_MONTH, anchor.day + 1))
    return rrule(MONTHLY, dtstart=start, interval=repeat.every, bymonthday=nearest, bysetpos=-1)


def _first_after(rule: rrule, day: date) -> date | None:
    found = rule.after(datetime.combine(day, time.min))
    return found.date() if found else None


def _next_monday(today: date) -> date:
    return today + timedelta(days=7 - today.weekday())
