"""Drops that were talked through: rows to domain and back."""

from sqlalchemy import bindparam, select

from vitalshift_desktop.domain.alliance import TalkedThrough
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.sessions import SessionId
from vitalshift_desktop.vault.records.refusals import delete, found, insert
from vitalshift_desktop.vault.records.shelf import Shelf, columns_of
from vitalshift_desktop.vault.tables.measures import TalkedThroughRow

_ALL = select(*columns_of(TalkedThroughRow, TalkedThrough)).order_by(TalkedThroughRow.recorded_at)
_OF_CLIENT = _ALL.where(TalkedThroughRow.client_id == bindparam("client"))


class TalkedThroughShelf(Shelf):
    """The entries that a drop was talked through; one for a session."""

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
        return tuple(TalkedThrough(*row) for row in self._rows(_OF_CLIENT, client=client_id))

    def all(self) -> tuple[TalkedThrough, ...]:
        """The entries of all clients, oldest first."""
        return tuple(TalkedThrough(*row) for row in self._rows(_ALL))


def _entry(row: TalkedThroughRow) -> TalkedThrough:
    return TalkedThrough(ClientId(row.client_id), SessionId(row.session_id), row.recorded_at, row.note)
