"""Medicines and other care: rows to domain and back."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict, replace

from sqlalchemy import bindparam, select

from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.medicines import Medicine, MedicineDetails, MedicineId
from vitalshift_desktop.vault.records.refusals import delete, flush, found, insert
from vitalshift_desktop.vault.records.shelf import Answer, Shelf, columns_of
from vitalshift_desktop.vault.tables.medicines import MedicineRow

_ALL = select(MedicineRow.id, MedicineRow.client_id, *columns_of(MedicineRow, MedicineDetails)).order_by(MedicineRow.id)
_ONE = _ALL.where(MedicineRow.id == bindparam("medicine"))
_NAMES = select(MedicineRow.name)
_OF_CLIENT = _ALL.where(MedicineRow.client_id == bindparam("client"))


class MedicineShelf(Shelf):
    """The medicines of the clients of the vault."""

    def add(self, medicine: Medicine) -> Medicine:
        """Write a medicine; it gets its id unless it comes back with the one it had."""
        row = MedicineRow(id=medicine.id or None, client_id=medicine.client_id, **asdict(medicine.details))
        insert(self._connection, [row])
        return replace(medicine, id=MedicineId(row.id))

    def save(self, medicine: Medicine) -> None:
        """Write what changed; raises NotFound."""
        row = found(self._connection.get(MedicineRow, medicine.id))
        for field, value in asdict(medicine.details).items():
            setattr(row, field, value)
        flush(self._connection)

    def get(self, medicine_id: MedicineId) -> Medicine:
        """One medicine; raises NotFound."""
        return found(next(_medicines(self._rows(_ONE, medicine=medicine_id)), None))

    def of_client(self, client_id: ClientId) -> tuple[Medicine, ...]:
        """What one client told, in the order it was told."""
        return tuple(_medicines(self._rows(_OF_CLIENT, client=client_id)))

    def names(self) -> tuple[str, ...]:
        """What all clients' medicines are called."""
        return tuple(row[0] for row in self._rows(_NAMES))

    def remove(self, medicine_id: MedicineId) -> None:
        """Take a medicine out; raises NotFound."""
        delete(self._connection, found(self._connection.get(MedicineRow, medicine_id)))


def _medicines(rows: Iterable[Answer]) -> Iterator[Medicine]:
    return (Medicine(medicine_id, client_id, MedicineDetails(*details)) for medicine_id, client_id, *details in rows)
