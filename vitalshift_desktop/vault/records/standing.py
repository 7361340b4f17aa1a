"""Standing appointments and closures: rows to domain and back."""

from dataclasses import replace
from datetime import date

from sqlalchemy import bindparam, or_, select
from sqlalchemy import delete as sql_delete

from vitalshift_desktop.domain.clients import ClientId, ClientStatus
from vitalshift_desktop.domain.closures import Closure, ClosureId
from vitalshift_desktop.domain.sessions import StandingId
from vitalshift_desktop.domain.standing import StandingAppointment, StandingDetails
from vitalshift_desktop.vault.records.refusals import delete, deleted_unless_used, flush, found, insert
from vitalshift_desktop.vault.records.shelf import Question, Shelf, columns_of
from vitalshift_desktop.vault.tables.clients import ClientRow
from vitalshift_desktop.vault.tables.standing import ClosureRow, StandingRow

_ALL = select(
    StandingRow.id,
    StandingRow.client_id,
    StandingRow.zone,
    StandingRow.made_until,
    *columns_of(StandingRow, StandingDetails),
).order_by(StandingRow.first_day, StandingRow.id)
_ONE = _ALL.where(StandingRow.id == bindparam("standing"))
_OF_CLIENT = _ALL.where(StandingRow.client_id == bindparam("client"))
# Those whose sessions do not reach far enough yet; of clients that are not closed.
_SHORT = _ALL.join(ClientRow, ClientRow.id == StandingRow.client_id).where(
    or_(StandingRow.made_until.is_(None), StandingRow.made_until < bindparam("horizon")),
    or_(StandingRow.until.is_(None), StandingRow.made_until.is_(None), StandingRow.until > StandingRow.made_until),
    ClientRow.status != ClientStatus.CLOSED,
)
_GOING_ON = _ALL.join(ClientRow, ClientRow.id == StandingRow.client_id).where(
    StandingRow.first_day <= bindparam("last"),
    or_(StandingRow.until.is_(None), StandingRow.until >= bindparam("first")),
    ClientRow.status != ClientStatus.CLOSED,
)
_CLOSURES = select(*columns_of(ClosureRow, Closure)).order_by(ClosureRow.first_day, ClosureRow.id)
_BETWEEN = _CLOSURES.where(ClosureRow.first_day <= bindparam("last"), ClosureRow.last_day >= bindparam("first"))
_ONE_CLOSURE = _CLOSURES.where(ClosureRow.id == bindparam("closure"))


class StandingShelf(Shelf):
    """The standing appointments of the vault."""

    def add(self, appointment: StandingAppointment) -> StandingAppointment:
        """Write a new one and give it its id; the id it came with is not used."""
        row = _write(StandingRow(client_id=appointment.client_id), appointment)
        insert(self._connection, [row])
        return replace(appointment, id=StandingId(row.id))

    def restore(self, appointment: StandingAppointment) -> None:
        """Write a removed one again, under its old id."""
        insert(self._connection, [_write(StandingRow(id=appointment.id, client_id=appointment.client_id), appointment)])

    def save(self, appointment: StandingAppointment) -> None:
        """Write what changed; it stays with its client. Raises NotFound."""
        _write(found(self._connection.get(StandingRow, appointment.id)), appointment)
        flush(self._connection)

    def remove_unless_used(self, standing_id: StandingId) -> bool:
        """Take one out; False, with the unit of work going on, when a session came from it."""
        return deleted_unless_used(self._connection, sql_delete(StandingRow).where(StandingRow.id == standing_id))

    def get(self, standing_id: StandingId) -> StandingAppointment:
        """One of them; raises NotFound."""
        return found(next(iter(self._found(_ONE, standing=standing_id)), None))

    def of_client(self, client_id: ClientId) -> tuple[StandingAppointment, ...]:
        """All of one client, the earliest first, ended ones too."""
        return self._found(_OF_CLIENT, client=client_id)

    def not_made_until(self, horizon: date) -> tuple[StandingAppointment, ...]:
        """Those that go on and whose sessions were not made up to this day yet, of clients that are not closed."""
        return self._found(_SHORT, horizon=horizon)

    def with_days_in(self, first: date, last: date) -> tuple[StandingAppointment, ...]:
        """Those that begin by the last of these days and do not end before the first, of clients not closed."""
        return self._found(_GOING_ON, first=first, last=last)

    def _found(self, which: Question, **values: object) -> tuple[StandingAppointment, ...]:
        return tuple(
            StandingAppointment(number, client_id, zone, StandingDetails(*details), made_until)
            for number, client_id, zone, made_until, *details in self._rows(which, **values)
        )


class ClosureShelf(Shelf):
    """The times the practice is closed."""

    def add(self, closure: Closure) -> Closure:
        """Write a new one and give it its id; the id it came with is not used."""
        row = _write_closure(ClosureRow(), closure)
        insert(self._connection, [row])
        return replace(closure, id=ClosureId(row.id))

    def restore(self, closure: Closure) -> None:
        """Write a removed one again, under its old id."""
        insert(self._connection, [_write_closure(ClosureRow(id=closure.id), closure)])

    def save(self, closure: Closure) -> None:
        """Write what changed; raises NotFound."""
        _write_closure(found(self._connection.get(ClosureRow, closure.id)), closure)
        flush(self._connection)

    def remove(self, closure_id: ClosureId) -> None:
        """Take one out; raises NotFound."""
        delete(self._connection, found(self._connection.get(ClosureRow, closure_id)))

    def get(self, closure_id: ClosureId) -> Closure:
        """One of them; raises NotFound."""
        return found(next(iter(self._found(_ONE_CLOSURE, closure=closure_id)), None))

    def all(self) -> tuple[Closure, ...]:
        """All of them, the earliest first."""
        return self._found(_CLOSURES)

    def between(self, first: date, last: date) -> tuple[Closure, ...]:
        """Those that have a day between two, both included."""
        return self._found(_BETWEEN, first=first, last=last)

    def _found(self, which: Question, **values: object) -> tuple[Closure, ...]:
        return tuple(Closure(*row) for row in self._rows(which, **values))


def _write(row: StandingRow, appointment: StandingAppointment) -> StandingRow:
    details = appointment.details
    row.zone = appointment.zone
    row.made_until = appointment.made_until
    row.first_day = details.first_day
    row.clock = details.clock
    row.minutes = details.minutes
    row.every_weeks = details.every_weeks
    row.modality = details.modality
    row.until = details.until
    return row


def _write_closure(row: ClosureRow, closure: Closure) -> ClosureRow:
    row.first_day = closure.first_day
    row.last_day = closure.last_day
    row.cover = closure.cover
    row.words = closure.words
    row.lifting = closure.lifting
    return row
