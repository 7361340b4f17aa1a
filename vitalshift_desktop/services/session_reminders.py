"""Reminders that count sessions, kept in step with the calendar."""

from datetime import date

from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.due_dates import with_sessions
from vitalshift_desktop.domain.sessions import Session, in_episode
from vitalshift_desktop.vault.unit_of_work import UnitOfWork


def session_days(sessions: tuple[Session, ...]) -> tuple[date, ...]:
    """The days of the sessions that were held or still stand."""
    return tuple(session.day for session in sessions if session.stands)


def current_session_days(work: UnitOfWork, client_id: ClientId) -> tuple[date, ...]:
    """The session days of a client's current episode: what "every n sessions" counts."""
    episode = work.episodes.current(client_id)
    return session_days(in_episode(work.sessions.of_client(client_id), episode.id if episode else None))


def recount_reminders(work: UnitOfWork, client_id: ClientId) -> None:
    """Move this client's reminders that follow sessions to where the calendar of the current episode puts them."""
    counting = [one for one in work.reminders.open_of_client(client_id) if one.details.follows_sessions]
    if not counting:
        return
    days = current_session_days(work, client_id)
    for reminder in counting:
        moved = with_sessions(reminder, days)
        if moved != reminder:
            work.reminders.save(moved)
