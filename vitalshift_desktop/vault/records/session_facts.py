"""What is kept about single sessions: rows to domain and back."""

from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass

from sqlalchemy import Executable, bindparam, delete, insert, select

from vitalshift_desktop.domain.attendance import Absence, AttendanceChange, Mark
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.online import ONLINE, OnlineStrip
from vitalshift_desktop.domain.presence import Presence
from vitalshift_desktop.domain.sessions import Session, SessionId
from vitalshift_desktop.vault.records.refusals import refusals_told
from vitalshift_desktop.vault.records.shelf import Shelf, among, columns_of
from vitalshift_desktop.vault.tables.session_facts import (
    AttendanceChangeRow,
    SessionAbsenceRow,
    SessionOnlineRow,
    SessionPresenceRow,
)
from vitalshift_desktop.vault.tables.sessions import SessionRow

_ABSENCES = select(SessionAbsenceRow.session_id, *columns_of(SessionAbsenceRow, Absence)).where(
    among(SessionAbsenceRow.session_id)
)
_CHANGES = (
    select(
        AttendanceChangeRow.session_id,
        AttendanceChangeRow.at,
        AttendanceChangeRow.old_attendance,
        AttendanceChangeRow.old_cancelled_by,
        AttendanceChangeRow.old_late_notice,
        *columns_of(AttendanceChangeRow, Mark),
        AttendanceChangeRow.reason,
    )
    .where(among(AttendanceChangeRow.session_id))
    .order_by(AttendanceChangeRow.session_id, AttendanceChangeRow.id)
)
_STRIPS = select(SessionOnlineRow.session_id, *columns_of(SessionOnlineRow, OnlineStrip)).where(
    among(SessionOnlineRow.session_id)
)
_LAST_STRIP = (
    select(*columns_of(SessionOnlineRow, OnlineStrip))
    .join(SessionRow, SessionRow.id == SessionOnlineRow.session_id)
    .where(
        SessionRow.client_id == bindparam("client"),
        SessionRow.modality.in_(ONLINE),
        SessionRow.starts < bindparam("before"),
    )
    .order_by(SessionRow.starts.desc(), SessionRow.id.desc())
    .limit(1)
)
_PRESENT = (
    select(SessionPresenceRow.session_id, *columns_of(SessionPresenceRow, Presence))
    .where(among(SessionPresenceRow.session_id))
    .order_by(SessionPresenceRow.session_id, SessionPresenceRow.position)
)
_LAST_PRESENT = (
    select(SessionPresenceRow.session_id)
    .join(SessionRow, SessionRow.id == SessionPresenceRow.session_id)
    .where(SessionRow.client_id == bindparam("client"), SessionRow.starts < bindparam("before"))
    .order_by(SessionRow.starts.desc(), SessionRow.id.desc())
    .limit(1)
)
_ABSENCE_OF = delete(SessionAbsenceRow).where(SessionAbsenceRow.session_id == bindparam("session"))
_STRIP_OF = delete(SessionOnlineRow).where(SessionOnlineRow.session_id == bindparam("session"))
_PRESENT_AT = delete(SessionPresenceRow).where(SessionPresenceRow.session_id == bindparam("session"))


@dataclass(frozen=True, slots=True)
class SessionFacts:
    """All that can be kept about a session before it takes place."""

    absence: Absence
    strip: OnlineStrip
    present: tuple[Presence, ...]


class SessionFactShelf(Shelf):
    """Absences, corrections of attendance, online strips, and who was there."""

    def absences(self, session_ids: Collection[SessionId]) -> dict[SessionId, Absence]:
        """The lines about some sessions; a session without one is left out."""
        found = self._rows(_ABSENCES, ids=list(session_ids))
        return {SessionId(session_id): Absence(*rest) for session_id, *rest in found}

    def put_absence(self, session_id: SessionId, absence: Absence) -> None:
        """Write the line of a session in place of the one before; an empty one takes it out."""
        self._do(_ABSENCE_OF, [{"session": session_id}])
        if not absence.is_empty:
            self._do(insert(SessionAbsenceRow), [{"session_id": session_id, **asdict(absence)}])

    def add_change(self, change: AttendanceChange) -> None:
        """Keep a correction for ever."""
        old = {f"old_{name}": value for name, value in asdict(change.before).items()}
        row = {"session_id": change.session_id, "at": change.at, **old, **asdict(change.after), "reason": change.reason}
        self._do(insert(AttendanceChangeRow), [row])

    def changes(self, session_ids: Collection[SessionId]) -> tuple[AttendanceChange, ...]:
        """The corrections of some sessions, by session and in the order they were made."""
        return tuple(
            AttendanceChange(session_id, at, Mark(*marks[:3]), Mark(*marks[3:6]), marks[6])
            for session_id, at, *marks in self._rows(_CHANGES, ids=list(session_ids))
        )

    def strip(self, session_id: SessionId) -> OnlineStrip | None:
        """The online strip of a session; None while nothing was written."""
        found = self._rows(_STRIPS, ids=[session_id])
        return OnlineStrip(*found[0][1:]) if found else None

    def last_strip(self, session: Session) -> OnlineStrip | None:
        """The strip of the client's latest online session before this one, if there is one."""
        found = self._rows(_LAST_STRIP, client=session.client_id, before=session.starts)
        return OnlineStrip(*found[0]) if found else None

    def put_strip(self, session_id: SessionId, strip: OnlineStrip) -> None:
        """Write the strip of a session in place of the one before; an empty one takes it out. NoteAlreadySigned."""
        self._do(_STRIP_OF, [{"session": session_id}])
        if not strip.is_empty:
            self._do(insert(SessionOnlineRow), [{"session_id": session_id, **asdict(strip)}])

    def present(self, session_ids: Collection[SessionId]) -> dict[SessionId, tuple[Presence, ...]]:
        """Who was there; a session with nobody else is left out."""
        found: dict[SessionId, tuple[Presence, ...]] = {}
        for session_id, *rest in self._rows(_PRESENT, ids=list(session_ids)):
            found[session_id] = (*found.get(session_id, ()), Presence(*rest))
        return found

    def last_present(self, client_id: ClientId, session: Session) -> tuple[Presence, ...]:
        """Who was there when somebody was there last, before this session."""
        found = self._rows(_LAST_PRESENT, client=client_id, before=session.starts)
        return self.present([found[0][0]]).get(found[0][0], ()) if found else ()

    def put_present(self, session_id: SessionId, present: Sequence[Presence]) -> None:
        """Write who was there in place of who was written down before; raises NoteAlreadySigned."""
        self._do(_PRESENT_AT, [{"session": session_id}])
        rows = [{"session_id": session_id, "position": position, **asdict(who)} for position, who in enumerate(present)]
        if rows:
            self._do(insert(SessionPresenceRow), rows)

    def taken(self, session_id: SessionId) -> SessionFacts:
        """Take out all that is kept about a session that goes, and hand it back."""
        absence = self.absences((session_id,)).get(session_id, Absence())
        present = self.present((session_id,)).get(session_id, ())
        facts = SessionFacts(absence, self.strip(session_id) or OnlineStrip(), present)
        self.put(session_id, SessionFacts(Absence(), OnlineStrip(), ()))
        return facts

    def put(self, session_id: SessionId, facts: SessionFacts) -> None:
        """Write all that was taken out."""
        self.put_absence(session_id, facts.absence)
        self.put_strip(session_id, facts.strip)
        self.put_present(session_id, facts.present)

    def _do(self, statement: Executable, rows: Sequence[dict[str, object]]) -> None:
        with refusals_told():
            self._connection.connection().execute(statement, rows)
