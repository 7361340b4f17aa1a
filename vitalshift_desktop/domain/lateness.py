"""How late a note was signed: hours from the end of the session, without the time the practice was closed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

USUAL_STEPS = (24, 48, 72)
MOST_HOURS = 24 * 60
Span = tuple[datetime, datetime]


@dataclass(frozen=True, slots=True)
class Late:
    """Signed more than `over_hours` after the session (the highest step that was passed); `by` is the whole time."""

    over_hours: int
    by: timedelta


def lateness(ends: datetime, until: datetime, steps: Iterable[int], closed: Iterable[Span] = ()) -> Late | None:
    """How late something done at `until` is after a session that ended at `ends`; None while no step is passed.

    `steps` are hours; `closed` are spans as instants, and time inside them does not count.
    """
    by = until - ends - _overlap(ends, until, closed)
    passed = [hours for hours in steps if by > timedelta(hours=hours)]
    return Late(max(passed), by) if passed else None


def checked_steps(steps: Iterable[int]) -> tuple[int, ...]:
    """Steps in rising order; raises ValueError unless there are one to three different ones of 1 to 1440 hours."""
    rising = tuple(sorted(steps))
    if not 1 <= len(rising) <= len(USUAL_STEPS) or len(set(rising)) < len(rising):
        raise ValueError("one to three different steps")
    if not 1 <= rising[0] <= rising[-1] <= MOST_HOURS:
        raise ValueError("a step is 1 to 1440 hours")
    return rising


def _overlap(start: datetime, end: datetime, closed: Iterable[Span]) -> timedelta:
    """How much of the time between two instants lies in these spans; where spans overlap it counts once."""
    total, reached = timedelta(0), start
    for opens, closes in sorted(closed):
        begin, finish = max(opens, reached), min(closes, end)
        if finish > begin:
            total, reached = total + (finish - begin), finish
    return total
