"""What the counselor can do with the course of the alliance."""

from vitalshift_desktop.domain.alliance import AllianceCourse, TalkedThrough, alliance_course
from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.changes import Changed, Subject
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.measures.instrument import CHECKIN
from vitalshift_desktop.domain.sessions import SessionId, numbered
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

    def course(self, client_id: ClientId) -> AllianceCourse:
        """Both threads of one client with the usual range and the marks."""
        with self._vault.read() as work:
            return course_of(work, client_id)

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


def course_of(work: UnitOfWork, client_id: ClientId) -> AllianceCourse:
    """The course of one client, within a unit of work."""
    sessions = work.sessions.of_client(client_id)
    given = work.measures.of_client(client_id, CHECKIN)
    return alliance_course(sessions, numbered(sessions), given, work.talked_through.of_client(client_id))
