"""Putting a session into the calendar, within one unit of work: what stands in its way, and to what it belongs."""

from dataclasses import replace
from datetime import timedelta

from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.closures import closure_on
from vitalshift_desktop.domain.problems import DateIsImpossible, NoteAlreadySigned, PracticeIsClosed, SessionsClash
from vitalshift_desktop.domain.sessions import LONGEST_MINUTES, Session, SessionId, checked_minutes, first_clash
from vitalshift_desktop.services.episodes import episode_for
from vitalshift_desktop.services.session_reminders import recount_reminders
from vitalshift_desktop.vault.unit_of_work import UnitOfWork


def added(work: UnitOfWork, wanted: Session, act: AuditAct) -> Session:
    """Write a new session into the episode of its day, with its entry; raises EpisodeHasEnded."""
    session = written(work, wanted)
    recount_reminders(work, session.client_id)
    work.audit.append(act, f"session:{session.id}")
    return session


def written(work: UnitOfWork, wanted: Session) -> Session:
    """Write a new session into the episode of its day, without an entry of its own; raises EpisodeHasEnded."""
    episode_id = episode_for(work, wanted.client_id, wanted.day)
    return work.sessions.add(replace(wanted, episode_id=episode_id))


def clash_of(work: UnitOfWork, session: Session) -> Session | None:
    """The earliest other session that this one overlaps, if any."""
    earliest = session.starts - timedelta(minutes=LONGEST_MINUTES)
    return first_clash(session, work.sessions.between(earliest, session.ends))


def refuse_unfit(work: UnitOfWork, session: Session, *, allow_clash: bool, allow_closed: bool) -> None:
    """Raise what stands in the way of this time, unless it is allowed.

    SessionTooShort, SessionTooLong and DateIsImpossible (before the client's birth) always; PracticeIsClosed with the
    closure; SessionsClash with the other session.
    """
    checked_minutes(session.minutes)  # the clash search reaches no further
    born = work.clients.get(session.client_id).details.born
    if born is not None and session.day < born:
        raise DateIsImpossible
    closure = None if allow_closed else closure_on(session.day, work.closures.between(session.day, session.day))
    if closure is not None:
        raise PracticeIsClosed(closure)
    other = None if allow_clash else clash_of(work, session)
    if other is not None:
        raise SessionsClash(other)


def refuse_signed(work: UnitOfWork, session_id: SessionId) -> None:
    """Raise NoteAlreadySigned for a session whose note is signed."""
    head = work.notes.heads((session_id,)).get(session_id)
    if head is not None and head.is_signed:
        raise NoteAlreadySigned
