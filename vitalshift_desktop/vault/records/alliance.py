"""Drops that were talked through: rows to domain and back."""

from sqlalchemy import select
from sqlalchemy.orm import Session as Connection

from vitalshift_desktop.domain.alliance import TalkedThrough
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.sessions import SessionId
from vitalshift_desktop.vault.records.refusals import delete, found, insert
from vitalshift_desktop.vault.tables.measures import TalkedThroughRow


class TalkedThroughShelf:
    """The entries that a drop was talked through; one for a session."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, entry: TalkedThrough) -> None:
        """Write a new entry. AlreadyRecorded when the session has one."""
        row = TalkedThroughRow(session_id=entry.session_id, client_id=entry.client_id, note=entry.note)
        row.recorded_at = entry.recorded_at
        insert(self._connection, [row])

    def remove(self, session_id: SessionId) -> TalkedThrough:
        """Take out the entry of a session and hand it back. Raises NotFound."""
        row = found(self._connection.get(TalkedThroughRow, session_id))
        entry = _entry(row)
        delete(self._connection, row)
        return entry

    def of_client(self, client_id: ClientId) -> tuple[TalkedThrough, ...]:
        """The entries of one client, oldest first."""
        query = select(TalkedThroughRow).where(TalkedThroughRow.client_id == client_id)
        return tuple(map(_entry, self._connection.scalars(query.order_by(TalkedThroughRow.recorded_at))))

    def all(self) -> tuple[TalkedThrough, ...]:
        """The entries of all clients, oldest first."""
        query = select(TalkedThroughRow).order_by(TalkedThroughRow.recorded_at)
        return tuple(map(_entry, self._connection.scalars(query)))


def _entry(row: TalkedThroughRow) -> TalkedThrough:
    return TalkedThrough(ClientId(row.client_id), SessionId(row.session_id), row.recorded_at, row.note)
