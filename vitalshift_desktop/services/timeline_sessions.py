"""The sessions of a client's timeline, with what their check-ins showed."""

from collections.abc import Iterable, Mapping

from vitalshift_desktop.domain.alliance import SessionPoint, alliance_course
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.notes import Note
from vitalshift_desktop.domain.sessions import Session, SessionId, in_episode, numbered
from vitalshift_desktop.services.blind_ratings import open_checkins
from vitalshift_desktop.services.note_views import summary_of
from vitalshift_desktop.services.timeline_entries import TimelineEntry, TimelineKind, TimelineMark
from vitalshift_desktop.vault.unit_of_work import UnitOfWork


def session_entries(work: UnitOfWork, client_id: ClientId) -> Iterable[TimelineEntry]:
    """One entry for each session of a client that was held, missed or cancelled."""
    sessions = work.sessions.of_client(client_id)
    numbers = numbered(sessions)
    given, talked = open_checkins(work, client_id), work.talked_through.of_client(client_id)
    classed = work.classed_marks.of_client(client_id)
    episodes = [in_episode(sessions, episode_id) for episode_id in {session.episode_id for session in sessions}]
    courses = [alliance_course(own, numbers, given, talked, classed) for own in episodes]
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
        classed_as=point.rupture.kind if point.rupture else None,
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
        return TimelineMark.RUPTURE if point.rupture else TimelineMark.DROP
    return TimelineMark.BACK if point.is_back else None
