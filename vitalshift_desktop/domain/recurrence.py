"""On which days a repeating reminder falls due; the calendar's own rules are those of `dateutil.rrule`."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from statistics import median
from typing import Literal

from dateutil.rrule import DAILY, FR, MO, MONTHLY, SA, SU, TH, TU, WE, WEEKLY, rrule

from vitalshift_desktop.domain.problems import (
    EndsBeforeItStarts,
    RepeatsNever,
    RepeatsTooRarely,
    SessionsNeedAClient,
    TooManyTimes,
)
from vitalshift_desktop.domain.reminders import Reminder, ReminderDetails, Repeat, RepeatUnit

LARGEST_STEP = 366
MOST_TIMES = 999
_FARTHEST = timedelta(days=366 * 40)
_SHORTEST_MONTH = 28
_USUAL_RHYTHM = timedelta(days=7)
_WEEKDAYS = (MO, TU, WE, TH, FR, SA, SU)
_FREQUENCY: dict[RepeatUnit, Literal[1, 2, 3]] = {
    RepeatUnit.DAYS: DAILY,
    RepeatUnit.WEEKS: WEEKLY,
    RepeatUnit.MONTHS: MONTHLY,
}


def first_after(repeat: Repeat, anchor: date, after: date) -> date | None:
    """The rule's first day after a day, counted from the anchor; None past its last day, or past the calendar's."""
    found = _rule(repeat, anchor).after(datetime.combine(after, time.min))
    if found is None or (repeat.until is not None and found.date() > repeat.until):
        return None
    return found.date()


def first_day(repeat: Repeat, chosen: date) -> date | None:
    """The first day of a new rule, on the day that was chosen or after it; sessions begin on that day itself."""
    if repeat.unit is RepeatUnit.SESSIONS:
        return chosen
    return first_after(repeat.rhythm, chosen, chosen - timedelta(days=1)) if chosen > date.min else chosen


def coming_days(repeat: Repeat, first: date, session_days: Iterable[date] = ()) -> Iterator[date]:
    """The days of a rule from its first one on, as long as each is done on its day."""
    day: date | None = first
    known = tuple(session_days)
    times = repeat.times
    while day is not None and (times is None or times > 0) and (repeat.until is None or day <= repeat.until):
        yield day
        times = None if times is None else times - 1
        by_sessions = repeat.unit is RepeatUnit.SESSIONS
        day = nth_session_day(day, repeat.every, known) if by_sessions else first_after(repeat, first, day)


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


def first_session_day(since: date, session_days: Iterable[date]) -> date:
    """The day of the first session on or after a day; while none is planned the one on which it is expected.

    Without any session so far that is the day itself.
    """
    days = set(session_days)
    return max(since, nth_session_day(since - timedelta(days=1), 1, days)) if days else since


def checked_rule(details: ReminderDetails) -> ReminderDetails:
    """The same details with the due day moved on to the first day of their rule.

    Raises SessionsNeedAClient, RepeatsTooRarely, TooManyTimes, EndsBeforeItStarts or RepeatsNever.
    """
    if details.follows_sessions and details.client_id is None:
        raise SessionsNeedAClient
    repeat = details.repeat
    if repeat is None:
        return details
    if repeat.every > LARGEST_STEP:
        raise RepeatsTooRarely
    if repeat.times is not None and repeat.times > MOST_TIMES:
        raise TooManyTimes
    first = first_day(repeat, details.due_on)
    if first is None:
        raise RepeatsNever
    if repeat.until is not None and repeat.until < details.due_on:
        raise EndsBeforeItStarts
    if not _comes_again(repeat, first):
        raise RepeatsNever
    return replace(details, due_on=first)


def changed(before: Reminder, details: ReminderDetails) -> Reminder:
    """The reminder with these details: another rule is checked and begins anew, another day alone is taken as it is.

    Raises what `checked_rule` raises.
    """
    if _rule_of(details) != _rule_of(before.details):
        details = checked_rule(details)
        return replace(before, details=details, anchor=details.due_on)
    if details.due_on == before.details.due_on:
        return replace(before, details=details)
    if details.repeat is not None and details.repeat.until is not None and details.repeat.until < details.due_on:
        raise EndsBeforeItStarts
    return replace(before, details=details, anchor=details.due_on)


def _rule_of(details: ReminderDetails) -> tuple[object, ...]:
    return details.repeat, details.session_from, details.client_id if details.follows_sessions else None


def _comes_again(repeat: Repeat, first: date) -> bool:
    if repeat.times == 1 or (repeat.until is not None and repeat.until <= first):
        return False
    if repeat.unit is RepeatUnit.SESSIONS:
        return True
    second = first_after(repeat, first, first)
    return second is not None and second - first <= _FARTHEST


def _rule(repeat: Repeat, anchor: date) -> rrule:
    start, every = datetime.combine(anchor, time.min), repeat.every
    frequency = _FREQUENCY[repeat.unit]
    if repeat.nth is not None:
        (weekday,) = repeat.on
        return rrule(frequency, dtstart=start, interval=every, byweekday=_WEEKDAYS[weekday](repeat.nth))
    if repeat.on:
        return rrule(frequency, dtstart=start, interval=every, byweekday=[_WEEKDAYS[day] for day in repeat.on])
    if repeat.unit is not RepeatUnit.MONTHS or anchor.day <= _SHORTEST_MONTH:
        return rrule(frequency, dtstart=start, interval=every)
    nearest = tuple(range(_SHORTEST_MONTH, anchor.day + 1))
    return rrule(frequency, dtstart=start, interval=every, bymonthday=nearest, bysetpos=-1)
