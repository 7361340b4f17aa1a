"""The disclosure ledger: serials and entries, rows to domain and back."""

from sqlalchemy import Select, select
from sqlalchemy.orm import Session as Connection

from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.disclosures import Disclosure, serial
from vitalshift_desktop.vault.records.refusals import flush, insert
from vitalshift_desktop.vault.tables.disclosures import DisclosureRow, SerialCounterRow


class DisclosureShelf:
    """The disclosure ledger of the vault."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def next_serial(self, year: int) -> str:
        """The next serial of a year; given out once, if this unit of work is kept."""
        row = self._connection.get(SerialCounterRow, year) or SerialCounterRow(year=year, last=0)
        row.last += 1
        self._connection.add(row)
        flush(self._connection)
        return serial(year, row.last)

    def free_serial(self, year: int) -> str:
        """The serial that `next_serial` would take now; nothing is taken."""
        row = self._connection.get(SerialCounterRow, year)
        return serial(year, 1 if row is None else row.last + 1)

    def add(self, disclosure: Disclosure) -> None:
        """Write a new entry. AlreadyRecorded when its serial is taken."""
        row = DisclosureRow(serial=disclosure.serial, what=disclosure.what, client_id=disclosure.client_id)
        row.audience, row.outlet = disclosure.audience, disclosure.outlet
        row.made_at, row.pages, row.digest = disclosure.made_at, disclosure.pages, disclosure.digest
        row.recipient = disclosure.recipient
        insert(self._connection, [row])

    def of_client(self, client_id: ClientId) -> tuple[Disclosure, ...]:
        """What left the vault about one client, oldest first."""
        return self._found(select(DisclosureRow).where(DisclosureRow.client_id == client_id))

    def all(self) -> tuple[Disclosure, ...]:
        """What left the vault, oldest first."""
        return self._found(select(DisclosureRow))

    def _found(self, query: Select[DisclosureRow]) -> tuple[Disclosure, ...]:
        rows = self._connection.scalars(query.order_by(DisclosureRow.made_at, DisclosureRow.serial))
        return tuple(
            Disclosure(
                serial=row.serial,
                what=row.what,
                client_id=ClientId(row.client_id),
                audience=row.audience,
                outlet=row.outlet,
                made_at=row.made_at,
                pages=row.pages,
                digest=row.digest,
                recipient=row.recipient,
            )
            for row in rows
        )
