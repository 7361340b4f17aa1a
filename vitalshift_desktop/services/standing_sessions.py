"""The planned sessions of standing appointments, changed together within one unit of work."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.sessions import Attendance, Session
from vitalshift_desktop.domain.standing import StandingAppointment, week_of
from vitalshift_desktop.services.session_planning import written
from vitalshift_desktop.vault.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Planned:
    """The standing appointments of one client and their sessions that are still planned, as they stood."""

    appointments: tuple[StandingAppointment, ...]
    sessions: tuple[Session, ...]


@dataclass(frozen=True, slots=True)
class TakenOver:
    """The sessions that now stand, and those that had to stay as they were."""

    standing: tuple[Session, ...]
    kept: tuple[Session, ...]


def is_planned_for(session: Session, client_id: ClientId) -> bool:
    """Whether it is still planned, and in the file of this client: one that went to another file stays there."""
    return session.attendance is Attendance.PLANNED and session.client_id == client_id


def taken_over(work: UnitOfWork, following: Sequence[Session], wanted: Iterable[Session]) -> TakenOver:
    """Turn planned sessions into the wanted ones: those of the same week move, others go or are new.

    One that has a note, a fee or anything else hanging on it and no wanted one in its week stays where it is.
    """
    by_week: dict[date, Session] = {}
    spare = [session for session in following if by_week.setdefault(_week(session), session) is not session]
    standing = []
    for one in wanted:
        old = by_week.pop(_week(one), None)
        standing.append(written(work, one) if old is None else _turned(work, old, one))
    return TakenOver(tuple(standing), taken_out(work, (*by_week.values(), *spare)))


def taken_out(work: UnitOfWork, sessions: Iterable[Session]) -> tuple[Session, ...]:
    """Take planned sessions out of the calendar; those that something hangs on stay, and are handed back."""
    return tuple(session for session in sessions if not work.sessions.remove_unless_used(session.id))


def put_planned_back(work: UnitOfWork, client_id: ClientId, before: Planned) -> None:
    """Let the appointments and planned sessions of a client stand as they stood; what is not planned any more stays."""
    ids = {session.id for session in before.sessions}
    known = {one.id for one in before.appointments}
    now = work.standing.of_client(client_id)
    sessions = {one.id: one for one in work.sessions.of_standing([one.id for one in now])}
    taken_out(work, [one for one in sessions.values() if one.id not in ids and is_planned_for(one, client_id)])
    for session in before.sessions:
        there = sessions.get(session.id)
        if there is None:
            work.sessions.restore(session)
        elif is_planned_for(there, client_id):
            work.sessions.save(session)
    for appointment in before.appointments:
        work.standing.save(appointment)
    for appointment in now:
        if appointment.id not in known:
            _removed(work, appointment)


def _removed(work: UnitOfWork, appointment: StandingAppointment) -> None:
    if not work.standing.remove_unless_used(appointment.id):  # a session of it was held meanwhile
        work.standing.save(appointment.ended(appointment.details.first_day - timedelta(days=1)))


def _turned(work: UnitOfWork, old: Session, wanted: Session) -> Session:
    turned = replace(wanted, id=old.id, episode_id=old.episode_id, note_put_aside=old.note_put_aside)
    work.sessions.save(turned)
    return turned


def _week(session: Session) -> date:
    return week_of(session.occurrence or session.day)
