"""What the counselor can say about whether clients came, and how it is put right."""

from dataclasses import replace

from vitalshift_desktop.domain.attendance import (
    Absence,
    AttendanceChange,
    check_its_day_has_come,
    correction,
    mark_of,
)
from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.changes import Changed, Subject
from vitalshift_desktop.domain.plain_text import check_visible
from vitalshift_desktop.domain.sessions import Attendance, CancelledBy, Session, SessionId
from vitalshift_desktop.services.clock import Clock, today
from vitalshift_desktop.services.events import Events
from vitalshift_desktop.services.session_planning import refuse_signed
from vitalshift_desktop.services.session_reminders import recount_reminders
from vitalshift_desktop.vault.unit_of_work import UnitOfWork
from vitalshift_desktop.vault.vault import Vault


class AttendanceActs:
    """Attendance and what is kept of it; the part of `Sessions` that is about whether clients came."""

    def __init__(self, vault: Vault, clock: Clock, events: Events) -> None:
        self._vault = vault
        self._clock = clock
        self._events = events

    def absence(self, session_id: SessionId) -> Absence:
        """The line about a session that did not take place; an empty one where none was written."""
        with self._vault.read() as work:
            return work.session_facts.absences((session_id,)).get(session_id, Absence())

    def attendance_changes(self, session_id: SessionId) -> tuple[AttendanceChange, ...]:
        """The corrections that were made after the note was signed, the first one first."""
        with self._vault.read() as work:
            return work.session_facts.changes((session_id,))

    def is_signed(self, session_id: SessionId) -> bool:
        """Whether the session's note is signed, so that attendance can only be corrected with a reason."""
        with self._vault.read() as work:
            head = work.notes.heads((session_id,)).get(session_id)
        return head is not None and head.is_signed

    def set_attendance(
        self,
        session_id: SessionId,
        attendance: Attendance,
        cancelled_by: CancelledBy | None = None,
        *,
        late_notice: bool = False,
        absence: Absence | None = None,
        by: object = None,
    ) -> Session:
        """Say whether the client came, with a line about it if one is given.

        Raises SessionIsAhead before its day has come, and NoteAlreadySigned once the note is signed.
        """
        with self._vault.write() as work:
            before = work.sessions.get(session_id)
            session = before.marked(attendance, cancelled_by, late_notice=late_notice)
            if mark_of(session) != mark_of(before):
                refuse_signed(work, session_id)
                check_its_day_has_come(attendance, session, today(self._clock))
            self._put_absence(work, session_id, absence)
            self._save(work, session, AuditAct.SESSION_ATTENDANCE_SET, attendance=attendance.value)
        return self._published(session, by)

    def amend_attendance(
        self,
        session_id: SessionId,
        attendance: Attendance,
        cancelled_by: CancelledBy | None = None,
        *,
        late_notice: bool = False,
        reason: str,
        absence: Absence | None = None,
        by: object = None,
    ) -> Session:
        """Put attendance right after the note was signed, with a line about it if one is given.

        What stood before is kept, with the reason.

        Raises TextIsMissing without a reason, TextTooLong, HiddenCharacters, or SessionIsAhead.
        """
        check_visible(reason)
        with self._vault.write() as work:
            before = work.sessions.get(session_id)
            session = before.marked(attendance, cancelled_by, late_notice=late_notice)
            check_its_day_has_come(attendance, session, today(self._clock))
            self._put_absence(work, session_id, absence)
            work.session_facts.add_change(correction(before, session, reason, self._clock.now()))
            self._save(work, session, AuditAct.SESSION_ATTENDANCE_AMENDED, attendance=attendance.value)
        return self._published(session, by)

    def write_absence(self, session_id: SessionId, absence: Absence, *, by: object = None) -> None:
        """Keep a line about a session that did not take place; raises NotFound, TextTooLong or HiddenCharacters."""
        with self._vault.write() as work:
            session = work.sessions.get(session_id)
            self._put_absence(work, session_id, absence)
            work.audit.append(AuditAct.SESSION_CHANGED, f"session:{session_id}")
        self._published(session, by)

    def put_note_aside(self, session_id: SessionId, *, aside: bool = True, by: object = None) -> Session:
        """Say that no note will be written for a session for now, or that one will after all."""
        with self._vault.write() as work:
            session = replace(work.sessions.get(session_id), note_put_aside=aside)
            self._save(work, session, AuditAct.SESSION_CHANGED, note_put_aside=aside)
        return self._published(session, by)

    # ------------------------------------------------------------ within one unit of work

    def _put_absence(self, work: UnitOfWork, session_id: SessionId, absence: Absence | None) -> None:
        if absence is not None:
            check_visible(absence.line)
            work.session_facts.put_absence(session_id, absence.checked())

    def _save(self, work: UnitOfWork, session: Session, act: AuditAct, **detail: str | bool) -> None:
        work.sessions.save(session)
        recount_reminders(work, session.client_id)
        work.audit.append(act, f"session:{session.id}", **detail)

    def _published(self, session: Session, by: object) -> Session:
        self._events.publish(Changed(Subject.SESSIONS, session.client_id, by))
        return session
