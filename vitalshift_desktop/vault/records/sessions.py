"""Sessions: rows to domain and back, one at a time and in bulk."""

from collections.abc import Collection
from dataclasses import fields
from datetime import datetime

from sqlalchemy import ColumnElement, Select, TextClause, func, select, text
from sqlalchemy.orm import Session as Connection
from sqlalchemy.orm import aliased

from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.sessions import Attendance, Session, SessionId
from vitalshift_desktop.vault.records.refusals import delete, flush, found, insert
from vitalshift_desktop.vault.tables.clients import ClientRow
from vitalshift_desktop.vault.tables.sessions import STILL_OPEN, SessionRow

HELD = (Attendance.ATTENDED, Attendance.LATE)

# Lists take these columns as they come: a row object for each session would cost several times the reading.
_SESSIONS = select(*(getattr(SessionRow, field.name) for field in fields(Session))).order_by(
    SessionRow.starts, SessionRow.id
)


class SessionShelf:
    """The sessions of the vault."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, session: Session) -> Session:
        """Write a new session and give it its id; the id it came with is not used."""
        row = _write(SessionRow(client_id=session.client_id, note_signed=False), session)
        insert(self._connection, [row])
        return _session(row)

    def restore(self, session: Session) -> None:
        """Write a removed session again, under its old id."""
        row = SessionRow(id=session.id, client_id=session.client_id, note_signed=False)
        insert(self._connection, [_write(row, session)])

    def save(self, session: Session) -> None:
        """Write what changed about a session; it stays with its client. Raises NotFound."""
        _write(self._row(session.id), session)
        flush(self._connection)

    def remove(self, session_id: SessionId) -> Session:
        """Take out a session that nothing hangs on and hand it back. Raises NotFound or StillInUse."""
        row = self._row(session_id)
        session = _session(row)
        delete(self._connection, row)
        return session

    def get(self, session_id: SessionId) -> Session:
        """One session; raises NotFound."""
        return _session(self._row(session_id))

    def of_ids(self, session_ids: Collection[SessionId]) -> dict[SessionId, Session]:
        """Some sessions by their ids; an unknown id is left out."""
        return {session.id: session for session in self._found(SessionRow.id.in_(session_ids))}

    def all(self) -> tuple[Session, ...]:
        """Every session in order of time."""
        return self._found()

    def of_client(self, client_id: ClientId) -> tuple[Session, ...]:
        """All sessions of one client in order of time."""
        return self._found(SessionRow.client_id == client_id)

    def of_clients(self, client_ids: Collection[ClientId]) -> dict[ClientId, tuple[Session, ...]]:
        """All sessions of some clients in order of time; a client without one has none."""
        sessions: dict[ClientId, list[Session]] = {client_id: [] for client_id in client_ids}
        for session in self._found(SessionRow.client_id.in_(client_ids)):
            sessions[session.client_id].append(session)
        return {client_id: tuple(theirs) for client_id, theirs in sessions.items()}

    def between(self, first: datetime, end: datetime) -> tuple[Session, ...]:
        """The sessions that start at or after `first` and before `end`, in order of time."""
        return self._found(SessionRow.starts >= first, SessionRow.starts < end)

    def without_signed_note(self, before: datetime) -> tuple[Session, ...]:
        """The held sessions from before `before` whose note is neither signed nor put aside, in order of time."""
        return self._found(text(STILL_OPEN), SessionRow.attendance.in_(HELD), SessionRow.starts < before)

    def next_of(self, client_ids: Collection[ClientId], since: datetime) -> dict[ClientId, Session]:
        """The earliest planned session that starts at or after `since`, for each client that has one."""
        theirs = aliased(SessionRow)
        query = select(theirs.id).where(theirs.attendance == Attendance.PLANNED, theirs.starts >= since)
        query = query.where(theirs.client_id == ClientRow.id).order_by(theirs.starts, theirs.id)
        return self._one_each(client_ids, query)

    def last_of(self, client_ids: Collection[ClientId], before: datetime) -> dict[ClientId, Session]:
        """The latest held session that started before `before`, for each client that has one."""
        theirs = aliased(SessionRow)
        query = select(theirs.id).where(theirs.attendance.in_(HELD), theirs.starts < before)
        query = query.where(theirs.client_id == ClientRow.id).order_by(theirs.starts.desc(), theirs.id.desc())
        return self._one_each(client_ids, query)

    def held_counts(self, client_ids: Collection[ClientId]) -> dict[ClientId, int]:
        """How many sessions each client came to; a client without one is left out."""
        query = select(SessionRow.client_id, func.count()).where(SessionRow.attendance.in_(HELD))
        query = query.where(SessionRow.client_id.in_(client_ids)).group_by(SessionRow.client_id)
        return {ClientId(client_id): count for client_id, count in self._connection.execute(query)}

    def held_before(self, session_ids: Collection[SessionId]) -> dict[SessionId, int]:
        """How many sessions the same client came to before each of these."""
        earlier = aliased(SessionRow)
        count = select(func.count()).select_from(earlier).where(earlier.client_id == SessionRow.client_id)
        count = count.where(earlier.attendance.in_(HELD), earlier.starts < SessionRow.starts)
        query = select(SessionRow.id, count.scalar_subquery()).where(SessionRow.id.in_(session_ids))
        return {SessionId(session_id): number for session_id, number in self._connection.execute(query)}

    def _one_each(self, client_ids: Collection[ClientId], query: Select[int]) -> dict[ClientId, Session]:
        chosen = select(query.limit(1).scalar_subquery()).where(ClientRow.id.in_(client_ids))
        return {session.client_id: session for session in self._found(SessionRow.id.in_(chosen))}

    def _found(self, *which: ColumnElement[bool] | TextClause) -> tuple[Session, ...]:
        rows = self._connection.connection().execute(_SESSIONS.where(*which)).all()
        return tuple(Session(*row) for row in rows)

    def _row(self, session_id: SessionId) -> SessionRow:
        return found(self._connection.get(SessionRow, session_id))


def _write(row: SessionRow, session: Session) -> SessionRow:
    row.starts = session.starts
    row.zone = session.zone
    row.minutes = session.minutes
    row.modality = session.modality
    row.attendance = session.attendance
    row.cancelled_by = session.cancelled_by
    row.late_notice = session.late_notice
    row.note_put_aside = session.note_put_aside
    return row


def _session(row: SessionRow) -> Session:
    return Session(
        id=SessionId(row.id),
        client_id=ClientId(row.client_id),
        starts=row.starts,
        zone=row.zone,
        minutes=row.minutes,
        modality=row.modality,
        attendance=row.attendance,
        cancelled_by=row.cancelled_by,
        late_notice=row.late_notice,
        note_put_aside=row.note_put_aside,
    )
