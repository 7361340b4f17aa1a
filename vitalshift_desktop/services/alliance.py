"""What the counselor can do with the course of the alliance."""

from vitalshift_desktop.domain.alliance import AllianceCourse, TalkedThrough, alliance_course
from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.changes import Changed, Subject
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.episodes import EpisodeId
from vitalshift_desktop.domain.measures.instrument import CHECKIN
from vitalshift_desktop.domain.sessions import SessionId, in_episode, numbered
from vitalshift_desktop.services.clock import Clock
from vitalshift_desktop.services.events import Events
from vitalshift_desktop.vault.unit_of_work import UnitOfWork
from vitalshift_desktop.vault.vault import Vault


class Alliance:
    """The course of the alliance with each client, from the check-ins."""

    def __init__(self, vault: Vault, clock: Clock, events: Events) -> None:
        self._vault = vault
        self._clock = clock
        self._events = events

    def course(self, client_id: ClientId, episode_id: EpisodeId | None = None) -> AllianceCourse:
        """Both threads of one client in one episode (the current one unless told), with the usual range and marks."""
        with self._vault.read() as work:
            return course_of(work, client_id, episode_id or current_id(work, client_id))

    def talk_through(
        self, client_id: ClientId, session_id: SessionId, note: str = "", *, by: object = None
    ) -> TalkedThrough:
        """Record that a drop was talked through in this session; raises AlreadyRecorded the second time."""
        entry = TalkedThrough(client_id, session_id, self._clock.now(), note.strip())
        with self._vault.write() as work:
            work.talked_through.add(entry)
            work.audit.append(AuditAct.DROP_TALKED_THROUGH, f"session:{session_id}")
        self._events.publish(Changed(Subject.MEASURES, client_id, by))
        return entry

    def undo_talk_through(self, client_id: ClientId, session_id: SessionId, *, by: object = None) -> TalkedThrough:
        """Take that entry back; raises NotFound."""
        with self._vault.write() as work:
            entry = work.talked_through.remove(session_id)
            work.audit.append(AuditAct.DROP_TALKED_THROUGH, f"session:{session_id}", undone=True)
        self._events.publish(Changed(Subject.MEASURES, client_id, by))
        return entry


def course_of(work: UnitOfWork, client_id: ClientId, episode_id: EpisodeId | None) -> AllianceCourse:
    """The course of one client in one episode, within a unit of work; every episode has its own range and marks."""
    sessions = in_episode(work.sessions.of_client(client_id), episode_id)
    given = work.measures.of_client(client_id, CHECKIN)
    return alliance_course(sessions, numbered(sessions), given, work.talked_through.of_client(client_id))


def current_id(work: UnitOfWork, client_id: ClientId) -> EpisodeId | None:
    """The current episode of a client; None before the first."""
    episode = work.episodes.current(client_id)
    return episode.id if episode else None
