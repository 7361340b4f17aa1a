"""A week of the practice: its sessions, and what is free."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from vitalshift_desktop.domain.closures import Closure, closure_on
from vitalshift_desktop.domain.gaps import Hours, gaps_of, is_offered, usual_hours
from vitalshift_desktop.domain.sessions import Session
from vitalshift_desktop.services.session_lines import DayLines, SessionLine, sessions_of_days
from vitalshift_desktop.vault.unit_of_work import UnitOfWork

LOOKS_BACK_DAYS = 28
"""So many days before the week tell the hours in which the practice works."""


@dataclass(frozen=True, slots=True)
class WeekFacts:
    """The sessions of some days, and what is needed to say when nothing is booked."""

    own: tuple[Session, ...]
    hours: Hours
    minutes: int
    zone: str
    since: datetime
    closures: tuple[Closure, ...] = ()


def week_facts(work: UnitOfWork, monday: date, *, zone: str, now: datetime) -> WeekFacts:
    """Seven days from this one on; the hours are those of this week and the four before."""
    sessions = sessions_of_days(work, monday - timedelta(days=LOOKS_BACK_DAYS), monday + timedelta(days=6))
    return WeekFacts(
        own=tuple(session for session in sessions if session.day >= monday),
        hours=usual_hours(sessions),
        minutes=work.practice.get().session_minutes,
        zone=zone,
        since=now,
        closures=work.closures.between(monday, monday + timedelta(days=6)),
    )


def week_days(facts: WeekFacts, monday: date, lines: tuple[SessionLine, ...]) -> tuple[DayLines, ...]:
    """The seven days, each with its sessions in order of time and its free times."""
    days = (monday + timedelta(days=place) for place in range(7))
    return tuple(_day(facts, day, tuple(line for line in lines if line.session.day == day)) for day in days)


def _day(facts: WeekFacts, day: date, lines: tuple[SessionLine, ...]) -> DayLines:
    closure = closure_on(day, facts.closures)
    if closure is not None or not is_offered(day, (line.session for line in lines)):
        return DayLines(day, lines, closure=closure)
    gaps = gaps_of(day, facts.own, facts.hours, facts.minutes, zone=facts.zone, since=facts.since)
    return DayLines(day, lines, gaps)
