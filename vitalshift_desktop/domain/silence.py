"""The silence watch: a client who was not heard from for longer than the rhythm agreed with this client lets expect."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from math import ceil

from vitalshift_desktop.domain.commitments import Rhythm
from vitalshift_desktop.domain.time_away import Away, days_without

SESSIONS_MISSED = 2
DAYS_OF_GRACE = 7
SHORTEST_WAIT = 7
"""Days in which an answer to reaching out is waited for, where the agreed rhythm is not slower."""
_DAY = timedelta(days=1)


class Sign(StrEnum):
    """By what a client was heard from last."""

    SESSION = "session"
    SESSION_NOT_MARKED = "session_not_marked"
    CONTACT = "contact"
    REPLY = "reply"
    AGREED = "agreed"


@dataclass(frozen=True, slots=True, order=True)
class Heard:
    """The day of the last sign of a client, and what it was."""

    day: date
    sign: Sign


@dataclass(frozen=True, slots=True)
class Watched:
    """What the watch rests on, of a client without a date ahead.

    `reached_out` are the days on which the counselor reached out since, without an answer noted, in order of time.
    """

    rhythm: Rhythm
    heard: Heard
    away: tuple[Away, ...] = ()
    reached_out: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Silence:
    """Quiet for longer than agreed: how many days, from how many on it is said, and since when that is so.

    Days on which the practice was closed, in an agreed break or while the work was paused count in none of them; how
    many they were is `left_out`.
    """

    rhythm: Rhythm
    heard: Heard
    quiet_days: int
    allowed_days: int
    since: date
    reached_out: tuple[date, ...] = ()
    left_out: int = 0


def allowed_days(rhythm: Rhythm) -> int:
    """How many days may pass: twice the agreed time between two sessions, and a week more. Ours (D)."""
    return ceil(SESSIONS_MISSED * rhythm.days) + DAYS_OF_GRACE


def waiting_days(rhythm: Rhythm) -> int:
    """How many days an answer is waited for after reaching out: the agreed time between sessions, at least a week."""
    return max(SHORTEST_WAIT, ceil(rhythm.days))


def last_heard(signs: Iterable[Heard]) -> Heard | None:
    """The latest sign; of several on one day a session says more than the others."""
    order = list(Sign)
    return max(signs, key=lambda one: (one.day, -order.index(one.sign)), default=None)


def silence_of(watched: Watched, today: date) -> Silence | None:
    """The silence to speak of on a day; None on a day that is away, before enough days, or while an answer may come."""
    if any(one.covers(today) for one in watched.away):
        return None
    quiet = days_without(watched.away, watched.heard.day + _DAY, today)
    allowed = allowed_days(watched.rhythm)
    if quiet < allowed or _waits(watched, today):
        return None
    since = _days_back(watched.away, today, quiet - allowed)
    left_out = (today - watched.heard.day).days - quiet
    return Silence(watched.rhythm, watched.heard, quiet, allowed, since, watched.reached_out, left_out)


def _waits(watched: Watched, today: date) -> bool:
    if not watched.reached_out:
        return False
    passed = days_without(watched.away, watched.reached_out[-1] + _DAY, today)
    return passed < waiting_days(watched.rhythm)


def _days_back(away: tuple[Away, ...], day: date, count: int) -> date:
    """The day so many counted days before another."""
    while count > 0:
        count -= not any(one.covers(day) for one in away)
        day -= _DAY
    return day
