"""Classed marks, and dated notes and events on the alliance chart: rows to domain and back."""

from collections.abc import Iterable
from dataclasses import asdict, replace
from datetime import datetime

from sqlalchemy import bindparam, select

from vitalshift_desktop.domain.chart_entries import ChartEntry, ChartEntryId
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.mark_classes import ClassedId, ClassedMark
from vitalshift_desktop.domain.problems import AlreadyRecorded
from vitalshift_desktop.vault.records.refusals import flush, found, insert
from vitalshift_desktop.vault.records.shelf import Shelf, among, columns_of
from vitalshift_desktop.vault.tables.alliance import ChartEntryRow, ClassedMarkRow

_CLASSED = select(*columns_of(ClassedMarkRow, ClassedMark)).order_by(ClassedMarkRow.id)
_CLASSED_OF = _CLASSED.where(among(ClassedMarkRow.client_id))
_ONE_CLASSED = _CLASSED.where(ClassedMarkRow.id == bindparam("entry"))
_ENTRIES = select(*columns_of(ChartEntryRow, ChartEntry)).order_by(ChartEntryRow.day, ChartEntryRow.id)
_ENTRIES_OF = _ENTRIES.where(ChartEntryRow.client_id == bindparam("client"))
_ONE_ENTRY = _ENTRIES.where(ChartEntryRow.id == bindparam("entry"))


class ClassedMarkShelf(Shelf):
    """What the counselor called marked scores; entries are added, never changed."""

    def add(self, entry: ClassedMark) -> ClassedMark:
        """Write a new entry and give it its id; the id it came with is not used."""
        row = ClassedMarkRow(**(asdict(entry) | {"id": None}))
        insert(self._connection, [row])
        return replace(entry, id=ClassedId(row.id))

    def take_back(self, entry_id: ClassedId, at: datetime) -> None:
        """Note that the latest entry about a mark was taken back; raises NotFound, AlreadyRecorded for an earlier."""
        row = found(self._connection.get(ClassedMarkRow, entry_id))
        if row.taken_back_at is not None:
            raise AlreadyRecorded
        row.taken_back_at = at
        flush(self._connection)

    def get(self, entry_id: ClassedId) -> ClassedMark:
        """One entry; raises NotFound."""
        return ClassedMark(*found(next(iter(self._rows(_ONE_CLASSED, entry=entry_id)), None)))

    def of_client(self, client_id: ClientId) -> tuple[ClassedMark, ...]:
        """All entries of one client, oldest first, those taken back among them."""
        return self.of_clients((client_id,))

    def of_clients(self, client_ids: Iterable[ClientId]) -> tuple[ClassedMark, ...]:
        """All entries of these clients, oldest first."""
        return tuple(ClassedMark(*row) for row in self._rows(_CLASSED_OF, ids=list(client_ids)))

    def all(self) -> tuple[ClassedMark, ...]:
        """All entries of all clients, oldest first."""
        return tuple(ClassedMark(*row) for row in self._rows(_CLASSED))


class ChartEntryShelf(Shelf):
    """The dated notes and events of the alliance charts; entries are added and taken off, never changed."""

    def add(self, entry: ChartEntry) -> ChartEntry:
        """Write a new entry and give it its id; the id it came with is not used."""
        row = ChartEntryRow(**(asdict(entry) | {"id": None}))
        insert(self._connection, [row])
        return replace(entry, id=ChartEntryId(row.id))

    def take_off(self, entry_id: ChartEntryId, at: datetime | None) -> None:
        """Take an entry off the chart, or put it back with None; raises NotFound."""
        found(self._connection.get(ChartEntryRow, entry_id)).taken_off_at = at
        flush(self._connection)

    def get(self, entry_id: ChartEntryId) -> ChartEntry:
        """One entry; raises NotFound."""
        return ChartEntry(*found(next(iter(self._rows(_ONE_ENTRY, entry=entry_id)), None)))

    def of_client(self, client_id: ClientId) -> tuple[ChartEntry, ...]:
        """All entries of one client in order of their days, those taken off among them."""
        return tuple(ChartEntry(*row) for row in self._rows(_ENTRIES_OF, client=client_id))
