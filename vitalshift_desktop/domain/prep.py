"""Which session of the day keeps the primary button."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from vitalshift_desktop.domain.sessions import Session


@dataclass(frozen=True, slots=True)
class DaySession:
    """A session of the day and whether a note for it has been begun."""

    session: Session
    has_note: bool


@dataclass(frozen=True, slots=True)
class Focus:
    """The session that is open on the day's page; `has_begun` says that it is running or over."""

    session: Session
    has_begun: bool


def focus(day: Iterable[DaySession], now: datetime) -> Focus | None:
    """The session with the primary button, if any.

    The latest one that has begun keeps it until its note exists or was put aside; then the next one has it.
    Cancelled and missed sessions never have it.
    """
    standing = sorted((entry for entry in day if entry.session.stands), key=lambda entry: entry.session.starts)
    waiting = [entry.session for entry in standing if entry.session.starts <= now and _needs_note(entry)]
    if waiting:
        return Focus(waiting[-1], has_begun=True)
    ahead = [entry.session for entry in standing if entry.session.starts > now]
    return Focus(ahead[0], has_begun=False) if ahead else None


def _needs_note(entry: DaySession) -> bool:
    return not entry.has_note and not entry.session.note_put_aside
