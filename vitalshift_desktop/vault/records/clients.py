"""Clients, their changes of status and the phases of the work: rows to domain and back."""

from collections.abc import Collection
from dataclasses import asdict, fields

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session as Connection

from vitalshift_desktop.domain.clients import (
    Client,
    ClientDetails,
    ClientId,
    ClientStatus,
    PhaseMark,
    StatusChange,
)
from vitalshift_desktop.vault.records.refusals import flush, found, insert, refusals_told
from vitalshift_desktop.vault.tables.clients import ClientRow, PhaseMarkRow, StatusChangeRow

_DETAILS = tuple(getattr(ClientRow, field.name) for field in fields(ClientDetails))
_CLIENTS = select(ClientRow.id, ClientRow.status, ClientRow.since, *_DETAILS).order_by(ClientRow.id)
_MARKS = select(PhaseMarkRow.client_id, PhaseMarkRow.phase, PhaseMarkRow.since).order_by(PhaseMarkRow.since)


class ClientShelf:
    """The clients of the vault."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, client: Client) -> Client:
        """Write a new client and give it its id; the id it came with is not used. Raises CodeIsTaken."""
        row = ClientRow(**asdict(client.details), status=client.status, since=client.since)
        insert(self._connection, [row])
        return _client(row)

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
        return _client(self._row(client_id))

    def all(self, statuses: Collection[ClientStatus] | None = None) -> tuple[Client, ...]:
        """Every client, or those with one of these statuses, in the order they were added."""
        return self._found() if statuses is None else self._found(ClientRow.status.in_(statuses))

    def of_ids(self, client_ids: Collection[ClientId]) -> dict[ClientId, Client]:
        """Some clients by their ids; an unknown id is left out."""
        return {client.id: client for client in self._found(ClientRow.id.in_(client_ids))}

    def by_code(self, code: str) -> Client | None:
        """The client with this record code, if there is one."""
        with refusals_told():
            row = self._connection.scalar(select(ClientRow).where(ClientRow.code == code, ClientRow.code != ""))
        return _client(row) if row else None

    def codes(self) -> tuple[str, ...]:
        """Every record code in use."""
        return tuple(self._connection.scalars(select(ClientRow.code).where(ClientRow.code != "")))

    def add_status_change(self, change: StatusChange) -> None:
        """Write down a change of status; the client itself is saved apart."""
        row = StatusChangeRow(client_id=change.client_id, status=change.status, on=change.on, reason=change.reason)
        insert(self._connection, [row])

    def status_changes(self, client_id: ClientId) -> tuple[StatusChange, ...]:
        """The changes of status of one client, oldest first."""
        query = select(StatusChangeRow).where(StatusChangeRow.client_id == client_id)
        rows = self._connection.scalars(query.order_by(StatusChangeRow.on, StatusChangeRow.id))
        return tuple(StatusChange(client_id, row.status, row.on, row.reason) for row in rows)

    def mark_phase(self, mark: PhaseMark) -> None:
        """Set the phase from a day on; an earlier mark of the same day is replaced."""
        self._connection.merge(PhaseMarkRow(client_id=mark.client_id, since=mark.since, phase=mark.phase))
        flush(self._connection)

    def phase_marks(self, client_id: ClientId) -> tuple[PhaseMark, ...]:
        """The phases of one client, oldest first."""
        return self.phase_marks_of((client_id,)).get(client_id, ())

    def phase_marks_of(self, client_ids: Collection[ClientId]) -> dict[ClientId, tuple[PhaseMark, ...]]:
        """The phases of some clients, oldest first; a client without one is left out."""
        marks: dict[ClientId, tuple[PhaseMark, ...]] = {}
        query = _MARKS.where(PhaseMarkRow.client_id.in_(client_ids))
        for client_id, phase, since in self._connection.connection().execute(query).all():
            mark = PhaseMark(ClientId(client_id), phase, since)
            marks[mark.client_id] = (*marks.get(mark.client_id, ()), mark)
        return marks

    def _found(self, *which: ColumnElement[bool]) -> tuple[Client, ...]:
        rows = self._connection.connection().execute(_CLIENTS.where(*which)).all()
        return tuple(
            Client(client_id, ClientDetails(*details), status, since) for client_id, status, since, *details in rows
        )

    def _row(self, client_id: ClientId) -> ClientRow:
        return found(self._connection.get(ClientRow, client_id))


def _client(row: ClientRow) -> Client:
    details = ClientDetails(
        preferred_name=row.preferred_name,
        legal_name=row.legal_name,
        code=row.code,
        pronouns=row.pronouns,
        born=row.born,
        service_type=row.service_type,
        phone=row.phone,
        email=row.email,
        presenting=row.presenting,
    )
    return Client(ClientId(row.id), details, row.status, row.since)
