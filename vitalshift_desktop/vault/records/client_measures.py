"""Measures in use with a client, and times without any: rows to domain and back."""

from dataclasses import asdict, replace

from sqlalchemy import bindparam, func, select

from vitalshift_desktop.domain.client_measures import (
    MeasurePause,
    MeasurePauseId,
    MeasureUse,
    MeasureUseId,
    UseDetails,
)
from vitalshift_desktop.domain.clients import ClientId, ClientStatus
from vitalshift_desktop.domain.problems import AlreadyRecorded, MeasureInUse, MeasuresPaused
from vitalshift_desktop.vault.records.refusals import delete, flush, found, insert
from vitalshift_desktop.vault.records.shelf import Question, Shelf, columns_of
from vitalshift_desktop.vault.tables.client_measures import ClientMeasureRow, MeasurePauseRow
from vitalshift_desktop.vault.tables.clients import ClientRow

_USES = select(
    ClientMeasureRow.id,
    ClientMeasureRow.client_id,
    ClientMeasureRow.instrument_id,
    ClientMeasureRow.since,
    *columns_of(ClientMeasureRow, UseDetails),
).order_by(ClientMeasureRow.id)
_ONE_USE = _USES.where(ClientMeasureRow.id == bindparam("use"))
_USES_OF_CLIENT = _USES.where(ClientMeasureRow.client_id == bindparam("client"))
_COUNTS = select(ClientMeasureRow.instrument_id, func.count()).group_by(ClientMeasureRow.instrument_id)
_PAUSES = select(*columns_of(MeasurePauseRow, MeasurePause)).order_by(MeasurePauseRow.since, MeasurePauseRow.id)
_ONE_PAUSE = _PAUSES.where(MeasurePauseRow.id == bindparam("pause"))
_PAUSES_OF_CLIENT = _PAUSES.where(MeasurePauseRow.client_id == bindparam("client"))
_PAUSED = select(MeasurePauseRow.client_id).where(MeasurePauseRow.until.is_(None))
_USES_ASKED_FOR = _USES.where(
    ClientMeasureRow.client_id.in_(select(ClientRow.id).where(ClientRow.status != ClientStatus.CLOSED)),
    ClientMeasureRow.client_id.not_in(_PAUSED),
)


class ClientMeasureShelf(Shelf):
    """The measures that the clients of the vault are asked for."""

    def add(self, use: MeasureUse) -> MeasureUse:
        """Write a measure in use; it gets its id unless it comes back with the one it had. Raises MeasureInUse."""
        row = ClientMeasureRow(id=use.id or None, client_id=use.client_id, instrument_id=use.instrument_id)
        row.since = use.since
        _write(row, use.details)
        try:
            insert(self._connection, [row])
        except AlreadyRecorded:
            raise MeasureInUse from None
        return replace(use, id=MeasureUseId(row.id))

    def save(self, use: MeasureUse) -> None:
        """Write how it is used now; raises NotFound."""
        _write(found(self._connection.get(ClientMeasureRow, use.id)), use.details)
        flush(self._connection)

    def remove(self, use_id: MeasureUseId) -> None:
        """Take one out; raises NotFound."""
        delete(self._connection, found(self._connection.get(ClientMeasureRow, use_id)))

    def get(self, use_id: MeasureUseId) -> MeasureUse:
        """One measure in use; raises NotFound."""
        return found(next(iter(self._uses(_ONE_USE, use=use_id)), None))

    def of_client(self, client_id: ClientId) -> tuple[MeasureUse, ...]:
        """The measures in use with a client, in the order they were chosen."""
        return self._uses(_USES_OF_CLIENT, client=client_id)

    def asked_for(self) -> tuple[MeasureUse, ...]:
        """The measures in use with any client who is not closed and for whom measures are not paused now."""
        return self._uses(_USES_ASKED_FOR)

    def counts(self) -> dict[str, int]:
        """With how many clients each instrument is in use; those with none are left out."""
        return {instrument_id: int(count) for instrument_id, count in self._rows(_COUNTS)}

    def add_pause(self, pause: MeasurePause) -> MeasurePause:
        """Write a time without measures; it gets its id unless it comes back. MeasuresPaused while one goes on."""
        row = MeasurePauseRow(**{**asdict(pause), "id": pause.id or None})
        try:
            insert(self._connection, [row])
        except AlreadyRecorded:
            raise MeasuresPaused from None
        return replace(pause, id=MeasurePauseId(row.id))

    def save_pause(self, pause: MeasurePause) -> None:
        """Write what changed; raises NotFound, or MeasuresPaused when another one goes on."""
        row = found(self._connection.get(MeasurePauseRow, pause.id))
        row.reason, row.since, row.until = pause.reason, pause.since, pause.until
        try:
            flush(self._connection)
        except AlreadyRecorded:
            raise MeasuresPaused from None

    def remove_pause(self, pause_id: MeasurePauseId) -> None:
        """Take one out; raises NotFound."""
        delete(self._connection, found(self._connection.get(MeasurePauseRow, pause_id)))

    def pause(self, pause_id: MeasurePauseId) -> MeasurePause:
        """One time without measures; raises NotFound."""
        return found(next(iter(self._pauses(_ONE_PAUSE, pause=pause_id)), None))

    def pauses_of(self, client_id: ClientId) -> tuple[MeasurePause, ...]:
        """The times without measures of a client, the earliest first."""
        return self._pauses(_PAUSES_OF_CLIENT, client=client_id)

    def pauses(self) -> tuple[MeasurePause, ...]:
        """The times without measures of all clients, the earliest first."""
        return self._pauses(_PAUSES)

    def paused_ids(self) -> frozenset[ClientId]:
        """The clients for whom measures are paused now."""
        return frozenset(client_id for (client_id,) in self._rows(_PAUSED))

    def _uses(self, which: Question, **values: object) -> tuple[MeasureUse, ...]:
        return tuple(
            MeasureUse(use_id, client_id, instrument_id, since, UseDetails(*details))
            for use_id, client_id, instrument_id, since, *details in self._rows(which, **values)
        )

    def _pauses(self, which: Question, **values: object) -> tuple[MeasurePause, ...]:
        return tuple(MeasurePause(*row) for row in self._rows(which, **values))


def _write(row: ClientMeasureRow, details: UseDetails) -> None:
    for field, value in asdict(details).items():
        setattr(row, field, value)
