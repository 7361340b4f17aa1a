"""What the counselor can note about how a session went beside what was planned."""

from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.changes import Changed, Subject
from vitalshift_desktop.domain.session_course import SessionCourse
from vitalshift_desktop.domain.sessions import SessionId
from vitalshift_desktop.services.events import Events
from vitalshift_desktop.vault.vault import Vault


class SessionCourses:
    """How late sessions began, and how long they lasted."""

    def __init__(self, vault: Vault, events: Events) -> None:
        self._vault = vault
        self._events = events

    def get(self, session_id: SessionId) -> SessionCourse:
        """How one session went; an empty one where nothing was noted."""
        with self._vault.read() as work:
            return work.session_courses.get(session_id)

    def write(self, session_id: SessionId, course: SessionCourse, *, by: object = None) -> SessionCourse:
        """Note how a session went, and hand back what stood before; an empty one takes it out.

        Raises NotFound, or ValueError for minutes that no session has.
        """
        checked = course.checked()
        with self._vault.write() as work:
            session = work.sessions.get(session_id)
            before = work.session_courses.get(session_id)
            work.session_courses.put(session_id, checked)
            work.audit.append(AuditAct.SESSION_COURSE_SET, f"session:{session_id}")
        self._events.publish(Changed(Subject.SESSIONS, session.client_id, by))
        return before
