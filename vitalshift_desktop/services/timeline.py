"""One line for everything that happened with a client: sessions, agreements, goals, phases, status."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from vitalshift_desktop.domain.agreements import ClauseVersion
from vitalshift_desktop.domain.alliance import SessionPoint, alliance_course
from vitalshift_desktop.domain.clients import ClientId, ClientStatus, Phase
from vitalshift_desktop.domain.goals import Goal
from vitalshift_desktop.domain.measures.instrument import CHECKIN
from vitalshift_desktop.domain.notes import Note
from vitalshift_desktop.domain.sessions import Attendance, Session, SessionId, in_episode, numbered
from vitalshift_desktop.services.note_views import summary_of
from vitalshift_desktop.vault.unit_of_work import UnitOfWork


class TimelineKind(StrEnum):
    """What kind of thing happened."""

    SESSION = "session"
    MISSED = "missed"
    AGREEMENT = "agreement"
    GOAL = "goal"
    PHASE = "phase"
    STATUS = "status"


class TimelineMark(StrEnum):
    """What the check-in of a session showed."""

    DROP = "drop"
    BACK = "back"
    TALKED = "talked"


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One thing that happened on a day.

    A session has its number, its note's first lines as `summary`, the client's check-in (0 to 10) and a mark; a missed
    one its `attendance`. An agreement has its `clauses`, a goal its `goal`, a phase its `phase`, a change of status its
    `status` with the reason as `summary`.
    """

    day: date
    kind: TimelineKind
    session_no: int | None = None
    session_id: SessionId | None = None
    summary: str = ""
    checkin: float | None = None
    mark: TimelineMark | None = None
    attendance: Attendance | None = None
    clauses: tuple[ClauseVersion, ...] = ()
    goal: Goal | None = None
    phase: Phase | None = None
    status: ClientStatus | None = None
    starts: datetime | None = None


def timeline(work: UnitOfWork, client_id: ClientId) -> tuple[TimelineEntry, ...]:
    """Everything that happened with one client, newest first; sessions still to come are left out."""
    entries = [*_sessions(work, client_id), *_agreements(work, client_id), *_goals(work, client_id)]
    entries += [*_phases(work, client_id), *_statuses(work, client_id)]
    # Within one day and without a time, what was written down later stands first.
    return tuple(sorted(entries, key=_order)[::-1])


def _order(entry: TimelineEntry) -> tuple[date, time]:
    """On one day a session comes after what was set around it, by its own wall-clock time."""
    return entry.day, entry.starts.time() if entry.starts else time.min


def _sessions(work: UnitOfWork, client_id: ClientId) -> Iterable[TimelineEntry]:
    sessions = work.sessions.of_client(client_id)
    numbers = numbered(sessions)
    given, talked = work.measures.of_client(client_id, CHECKIN), work.talked_through.of_client(client_id)
    episodes = [in_episode(sessions, episode_id) for episode_id in {session.episode_id for session in sessions}]
    courses = [alliance_course(own, numbers, given, talked) for own in episodes]
    points = {point.session_id: point for course in courses for point in course.points}
    notes = {note.session_id: note for note in work.notes.of_client(client_id)}
    for session in sessions:
        if session.was_held:
            yield _held(session, numbers, points[session.id], notes.get(session.id))
        elif not session.stands:
            yield _missed(session, notes.get(session.id))


def _held(session: Session, numbers: Mapping[SessionId, int], point: SessionPoint, note: Note | None) -> TimelineEntry:
    return TimelineEntry(
        day=session.day,
        kind=TimelineKind.SESSION,
        session_no=numbers[session.id],
        session_id=session.id,
        summary=summary_of(note) if note else "",
        checkin=point.client.score if point.client else None,
        mark=_mark(point),
        attendance=session.attendance,
        starts=session.local_start,
    )


def _missed(session: Session, note: Note | None) -> TimelineEntry:
    return TimelineEntry(
        day=session.day,
        kind=TimelineKind.MISSED,
        session_id=session.id,
        summary=summary_of(note) if note else "",
        attendance=session.attendance,
        starts=session.local_start,
    )


def _mark(point: SessionPoint) -> TimelineMark | None:
    if point.talked_through:
        return TimelineMark.TALKED
    if point.mark:
        return TimelineMark.DROP
    return TimelineMark.BACK if point.is_back else None


def _agreements(work: UnitOfWork, client_id: ClientId) -> Iterable[TimelineEntry]:
    for agreement in work.agreements.of_client(client_id):
        yield TimelineEntry(agreement.agreed_on, TimelineKind.AGREEMENT, clauses=agreement.clauses)


def _goals(work: UnitOfWork, client_id: ClientId) -> Iterable[TimelineEntry]:
    for goal in work.goals.of_client(client_id):
        if goal.details.agreed_on:
            yield TimelineEntry(goal.details.agreed_on, TimelineKind.GOAL, goal=goal)


def _phases(work: UnitOfWork, client_id: ClientId) -> Iterable[TimelineEntry]:
    for mark in work.clients.phase_marks(client_id):
        yield TimelineEntry(mark.since, TimelineKind.PHASE, phase=mark.phase)


def _statuses(work: UnitOfWork, client_id: ClientId) -> Iterable[TimelineEntry]:
    for change in work.clients.status_changes(client_id):
        yield TimelineEntry(change.on, TimelineKind.STATUS, status=change.status, summary=change.reason)
