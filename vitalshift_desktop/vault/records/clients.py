"""Clients, their changes of status and the phases of the work: rows to domain and back."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import asdict, replace

from sqlalchemy import bindparam, select

from vitalshift_desktop.domain.clients import (
    Client,
    ClientDetails,
    ClientId,
    ClientStatus,
    PhaseMark,
    StatusChange,
)
from vitalshift_desktop.vault.records.refusals import delete, flush, found, insert, refusals_told
from vitalshift_desktop.vault.records.shelf import Answer, Shelf, among, columns_of
from vitalshift_desktop.vault.tables.clients import ClientRow, PhaseMarkRow, StatusChangeRow

_ALL = select(ClientRow.id, ClientRow.status, ClientRow.since, *columns_of(ClientRow, ClientDetails)).order_by(
    ClientRow.id
)
_WITH_STATUS = _ALL.where(among(ClientRow.status))
_SOME = _ALL.where(among(ClientRow.id))
_ONE = _ALL.where(ClientRow.id == bindparam("client"))
_WITH_CODE = _ALL.where(ClientRow.code == bindparam("code"), ClientRow.code != "")
_STATUSES = select(ClientRow.id, ClientRow.status).order_by(ClientRow.id)
_FIRST = select(ClientRow.id).limit(1)
_CODES = select(ClientRow.code).where(ClientRow.code != "")
_CHANGES = (
    select(*columns_of(StatusChangeRow, StatusChange))
    .where(StatusChangeRow.client_id == bindparam("client"))
    .order_by(StatusChangeRow.on, StatusChangeRow.id)
)
_CHANGES_OF = (
    select(*columns_of(StatusChangeRow, StatusChange))
    .where(among(StatusChangeRow.client_id))
    .order_by(StatusChangeRow.client_id, StatusChangeRow.on, StatusChangeRow.id)
)
_MARKS = select(*columns_of(PhaseMarkRow, PhaseMark)).where(among(PhaseMarkRow.client_id)).order_by(PhaseMarkRow.since)


class ClientShelf(Shelf):
    """The clients of the vault."""

    def add(self, client: Client) -> Client:
        """Write a new client and give it its id; the id it came with is not used. Raises CodeIsTaken."""
        row = ClientRow(**asdict(client.details), status=client.status, since=client.since)
        insert(self._connection, [row])
        return replace(client, id=ClientId(row.id))

    def save(self, client: Client) -> None:
        """Write what changed about a client. Raises CodeIsTaken or NotFound."""
        row = self._row(client.id)
        for field, value in asdict(client.details).items():
            setattr(row, field, value)
        row.status = client.status
        row.since = client.since
        flush(self._connection)

    def get(self, client_id: ClientId) -> Client:
        """One client; raises NotFound."""
        return found(next(_clients(self._rows(_ONE, client=client_id)), None))

    def all(self, statuses: Collection[ClientStatus] | None = None) -> tuple[Client, ...]:
        """Every client, or those with one of these statuses, in the order they were added."""
        return tuple(_clients(self._rows(_ALL) if statuses is None else self._rows(_WITH_STATUS, ids=list(statuses))))

    def statuses(self) -> dict[ClientId, ClientStatus]:
        """Where each client stands, in the order they were added."""
        return {ClientId(client_id): status for client_id, status in self._rows(_STATUSES)}

    def of_ids(self, client_ids: Collection[ClientId]) -> dict[ClientId, Client]:
        """Some clients by their ids; an unknown id is left out."""
        return {client.id: client for client in _clients(self._rows(_SOME, ids=list(client_ids)))}

    def by_code(self, code: str) -> Client | None:
        """The client with this record code, if there is one."""
        with refusals_told():
            return next(_clients(self._rows(_WITH_CODE, code=code)), None)

    def has_any(self) -> bool:
        """Whether there is a client at all."""
        return bool(self._rows(_FIRST))

    def codes(self) -> tuple[str, ...]:
        """Every record code in use."""
        return tuple(code for (code,) in self._rows(_CODES))

    def add_status_change(self, change: StatusChange) -> StatusChange:
        """Write down a change of status, which gets an id unless it has one; the client itself is saved apart."""
        row = StatusChangeRow(**asdict(change) | {"id": change.id or None})
        insert(self._connection, [row])
        return replace(change, id=row.id)

    def save_status_change(self, change: StatusChange) -> None:
        """Put a change of status right; raises NotFound."""
        row = found(self._connection.get(StatusChangeRow, change.id))
        row.status, row.on, row.reason = change.status, change.on, change.reason
        flush(self._connection)

    def remove_status_change(self, change_id: int) -> None:
        """Take a change of status out; raises NotFound."""
        delete(self._connection, found(self._connection.get(StatusChangeRow, change_id)))

    def status_changes(self, client_id: ClientId) -> tuple[StatusChange, ...]:
        """The changes of status of one client, oldest first."""
        return tuple(StatusChange(*row) for row in self._rows(_CHANGES, client=client_id))

    def status_changes_of(self, client_ids: Collection[ClientId]) -> dict[ClientId, tuple[StatusChange, ...]]:
        """The changes of status of some clients, oldest first; a client without one is left out."""
        found: dict[ClientId, tuple[StatusChange, ...]] = {}
        for row in self._rows(_CHANGES_OF, ids=list(client_ids)):
            change = StatusChange(*row)
            found[change.client_id] = (*found.get(change.client_id, ()), change)
        return found

    def mark_phase(self, mark: PhaseMark) -> None:
        """Set the phase from a day on; an earlier mark of the same day is replaced."""
        self._connection.merge(PhaseMarkRow(client_id=mark.client_id, since=mark.since, phase=mark.phase))
        flush(self._connection)

    def remove_phase_mark(self, mark: PhaseMark) -> None:
        """Take out the mark of a day; raises NotFound."""
        delete(self._connection, found(self._connection.get(PhaseMarkRow, (mark.client_id, mark.since))))

    def phase_marks(self, client_id: ClientId) -> tuple[PhaseMark, ...]:
        """The phases of one client, oldest first."""
        return self.phase_marks_of((client_id,)).get(client_id, ())

    def phase_marks_of(self, client_ids: Collection[ClientId]) -> dict[ClientId, tuple[PhaseMark, ...]]:
        """The phases of some clients, oldest first; a client without one is left out."""
        marks: dict[ClientId, tuple[PhaseMark, ...]] = {}
        for mark in (PhaseMark(*row) for row in self._rows(_MARKS, ids=list(client_ids))):
            marks[mark.client_id] = (*marks.get(mark.client_id, ()), mark)
        return marks

    def _row(self, client_id: ClientId) -> ClientRow:
        return found(self._connection.get(ClientRow, client_id))


def _clients(rows: Iterable[Answer]) -> Iterator[Client]:
    return (Client(client_id, ClientDetails(*details), status, since) for client_id, status, since, *details in rows)
