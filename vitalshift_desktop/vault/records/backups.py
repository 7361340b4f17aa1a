"""Backup places and the backups that were made: rows to domain and back."""

import json
from dataclasses import replace
from pathlib import Path

from sqlalchemy import bindparam, select

from vitalshift_desktop.domain.backups import BackupId, BackupPlace, KeyMark, MadeBackup, PlaceId
from vitalshift_desktop.vault.records.refusals import delete, flush, found, insert
from vitalshift_desktop.vault.records.shelf import Answer, Shelf
from vitalshift_desktop.vault.tables.backups import BackupMadeRow, BackupPlaceRow

_PLACES = select(BackupPlaceRow.__table__).order_by(BackupPlaceRow.id)
_PLACE = _PLACES.where(BackupPlaceRow.id == bindparam("place"))
_MADE = select(BackupMadeRow.__table__).order_by(BackupMadeRow.made_at.desc(), BackupMadeRow.id.desc())
_NEWEST_GOOD = _MADE.where(
    BackupMadeRow.proven_at.is_not(None), BackupMadeRow.missing_at.is_(None), BackupMadeRow.damaged_at.is_(None)
).limit(1)


class BackupShelf(Shelf):
    """Where backups go, and those that were made."""

    # ------------------------------------------------------------ places

    def places(self) -> tuple[BackupPlace, ...]:
        """All places, in the order they were added."""
        return tuple(_place(row) for row in self._rows(_PLACES))

    def place(self, place_id: PlaceId) -> BackupPlace:
        """One place; raises NotFound."""
        return _place(found(next(iter(self._rows(_PLACE, place=place_id)), None)))

    def add_place(self, place: BackupPlace) -> BackupPlace:
        """Write a new place and give it its id; the id it came with is not used. AlreadyRecorded: its folder is one."""
        row = _written_place(BackupPlaceRow(), place)
        insert(self._connection, [row])
        return replace(place, id=PlaceId(row.id))

    def save_place(self, place: BackupPlace) -> None:
        """Write what changed about a place. Raises NotFound."""
        _written_place(found(self._connection.get(BackupPlaceRow, place.id)), place)
        flush(self._connection)

    def remove_place(self, place_id: PlaceId) -> BackupPlace:
        """Take out a place and hand it back; its backups stay where they are. Raises NotFound."""
        place = self.place(place_id)
        delete(self._connection, self._connection.get(BackupPlaceRow, place_id))
        return place

    # ------------------------------------------------------------ backups that were made

    def made(self) -> tuple[MadeBackup, ...]:
        """All that are remembered, the newest first."""
        return tuple(_made(row) for row in self._rows(_MADE))

    def newest_good(self) -> MadeBackup | None:
        """The newest that was proven and not found missing or damaged since."""
        return next((_made(row) for row in self._rows(_NEWEST_GOOD)), None)

    def add(self, backup: MadeBackup) -> MadeBackup:
        """Write a backup and give it its id; one of the same file is written over."""
        of_same_file = select(BackupMadeRow).where(
            BackupMadeRow.folder == str(backup.folder), BackupMadeRow.name == backup.name
        )
        row = self._connection.scalar(of_same_file) or BackupMadeRow()
        insert(self._connection, [_written_made(row, backup)])
        return replace(backup, id=BackupId(row.id))

    def save(self, backup: MadeBackup) -> None:
        """Write what became of a backup. Raises NotFound."""
        _written_made(found(self._connection.get(BackupMadeRow, backup.id)), backup)
        flush(self._connection)

    def forget(self, backup_id: BackupId) -> None:
        """Remember a backup no longer, since its file was taken away. Raises NotFound."""
        delete(self._connection, found(self._connection.get(BackupMadeRow, backup_id)))


def _place(row: Answer) -> BackupPlace:
    return BackupPlace(
        PlaceId(row.id),
        Path(row.folder),
        row.recovery_only,
        row.added_at,
        row.tried_at,
        row.trouble,
        row.other_drive,
    )


def _written_place(row: BackupPlaceRow, place: BackupPlace) -> BackupPlaceRow:
    row.folder = str(place.folder)
    row.recovery_only = place.recovery_only
    row.added_at = place.added_at
    row.tried_at = place.tried_at
    row.trouble = place.trouble
    row.other_drive = place.other_drive
    return row


def _made(row: Answer) -> MadeBackup:
    counts: dict[str, int] = json.loads(row.counts)
    shrunk: list[str] = json.loads(row.shrunk)
    return MadeBackup(
        id=BackupId(row.id),
        folder=Path(row.folder),
        name=row.name,
        made=row.made_at,
        generation=row.generation,
        size=row.size,
        counts=counts,
        other_drive=row.other_drive,
        opened_by=KeyMark(row.epoch, frozenset(row.slots.split())),
        audit_entry=row.audit_entry,
        proven_at=row.proven_at,
        drilled_at=row.drilled_at,
        shrunk=tuple(shrunk),
        missing_at=row.missing_at,
        damaged_at=row.damaged_at,
    )


def _written_made(row: BackupMadeRow, backup: MadeBackup) -> BackupMadeRow:
    row.folder = str(backup.folder)
    row.name = backup.name
    row.made_at = backup.made
    row.generation = backup.generation
    row.size = backup.size
    row.counts = json.dumps(dict(backup.counts), sort_keys=True)
    row.other_drive = backup.other_drive
    row.epoch = backup.opened_by.epoch
    row.slots = " ".join(sorted(backup.opened_by.slots))
    row.audit_entry = backup.audit_entry
    row.proven_at = backup.proven_at
    row.drilled_at = backup.drilled_at
    row.shrunk = json.dumps(list(backup.shrunk))
    row.missing_at = backup.missing_at
    row.damaged_at = backup.damaged_at
    return row
