"""What is free in a day, between the hours in which this practice works."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from vitalshift_desktop.domain.sessions import Session, at_local

SATURDAY = 5
ROUNDED_TO_MINUTES = 5
DEFAULT_HOURS = (time(9, 0), time(17, 0))
"""The hours of a practice that had no session yet."""


@dataclass(frozen=True, slots=True)
class Hours:
    """From when to when the practice works, on the wall clock."""

    first: time
    last: time


def usual_hours(sessions: Iterable[Session]) -> Hours:
    """From the earliest start to the latest end of these sessions; one that ends after midnight reaches to 23:59."""
    standing = [session for session in sessions if session.stands]
    if not standing:
        return Hours(*DEFAULT_HOURS)
    ends = (_end_of_day(session) for session in standing)
    return Hours(min(session.local_start.time() for session in standing), max(ends))


def is_offered(day: date, sessions: Iterable[Session]) -> bool:
    """Whether free time of a day is told: Monday to Friday, and any day that has a session."""
    return day.weekday() < SATURDAY or any(session.stands for session in sessions)


def gaps_of(
    day: date, sessions: Iterable[Session], hours: Hours, minutes: int, *, zone: str, since: datetime
) -> tuple[tuple[datetime, datetime], ...]:
    """The free times of a day (UTC) within the hours in which a session of so many minutes fits, none before `since`.

    `sessions` may be of other days too; what reaches into the day counts.
    """
    start, end = max(at_local(day, hours.first, zone), rounded_up(since)), at_local(day, hours.last, zone)
    found = []
    for session in sorted((one for one in sessions if one.stands), key=lambda one: one.starts):
        if session.starts - start >= timedelta(minutes=minutes) and start < end:
            found.append((start, min(session.starts, end)))
        start = max(start, session.ends)
    if end - start >= timedelta(minutes=minutes):
        found.append((start, end))
    return tuple(gap for gap in found if gap[1] - gap[0] >= timedelta(minutes=minutes))


def rounded_up(moment: datetime) -> datetime:
    """The next time that people would say: a multiple of five minutes."""
    plain = moment.replace(second=0, microsecond=0)
    short = plain if plain == moment else plain + timedelta(minutes=1)
    return short + timedelta(minutes=-short.minute % ROUNDED_TO_MINUTES)


def _end_of_day(session: Session) -> time:
    end = session.ends.astimezone(session.local_start.tzinfo)
    return end.time() if end.date() == session.day else time(23, 59)
