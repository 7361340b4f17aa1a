"""What can be done for a vault that does not open: what is wrong, and what a rescue brought back."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from vitalshift_desktop.domain.backups import FoundBackup
from vitalshift_desktop.domain.problems import (
    HeaderDamaged,
    HeaderMissing,
    HeaderTampered,
    KeySettingsOutOfBounds,
    RecordsMissing,
    VaultIsDamaged,
    VaultNotFound,
)

_NEEDS_RESCUE = (
    HeaderDamaged,
    HeaderMissing,
    HeaderTampered,
    KeySettingsOutOfBounds,
    RecordsMissing,
    VaultIsDamaged,
    VaultNotFound,
)


def needs_rescue(problem: BaseException) -> bool:
    """Whether no other passphrase and no patience will open the vault, only a way back."""
    return isinstance(problem, _NEEDS_RESCUE)


class FileState(StrEnum):
    """What is known of one file of a vault without any secret."""

    WHOLE = "whole"
    PRESENT = "present"
    MISSING = "missing"
    EMPTY = "empty"
    CUT = "cut"
    DAMAGED = "damaged"
    NEWER = "newer"


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What a look at a vault's folder finds without a secret; `records_size` is in bytes.

    `device_copy` says whether this computer kept a header that fits the records; `backups` are those found for this
    vault, the newest first; `searched` are the folders that were looked through.
    """

    folder: Path
    headers: tuple[FileState, FileState]
    device_copy: bool
    records: FileState
    records_size: int
    log: FileState
    conflicts: tuple[str, ...] = ()
    backups: tuple[FoundBackup, ...] = ()
    searched: tuple[Path, ...] = ()

    @property
    def newest(self) -> FoundBackup | None:
        """The backup to go back to."""
        return next((backup for backup in self.backups if backup.is_readable), None)

    @property
    def older(self) -> tuple[FoundBackup, ...]:
        """The backups to go back to where that one is not what it says."""
        return tuple(backup for backup in self.backups if backup.is_readable)[1:]

    @property
    def can_salvage(self) -> bool:
        """Whether there is a records file at all to read from."""
        return self.records in (FileState.PRESENT, FileState.CUT)


@dataclass(frozen=True, slots=True)
class SalvagedTable:
    """One table of a damaged file: rows taken over, rows lost; `is_exact` says whether the lost ones were counted.

    Rows that the backup holds already are neither.
    """

    name: str
    taken: int
    lost: int
    is_exact: bool = True


@dataclass(frozen=True, slots=True)
class Salvage:
    """What was taken from a damaged file, table by table."""

    tables: tuple[SalvagedTable, ...]

    @property
    def taken(self) -> int:
        """All rows taken over."""
        return sum(table.taken for table in self.tables)

    @property
    def lost(self) -> int:
        """All rows that could not be read, as far as they could be counted."""
        return sum(table.lost for table in self.tables)


@dataclass(frozen=True, slots=True)
class Rescued:
    """What a rescue made, beside the damaged vault: a whole vault that is ready to take its place.

    `backup_made` is when the backup was made that it rests on, None without one; `backup_counts` and `counts` are rows
    by table, in that backup and now; `salvage` is what came from the damaged file, None where that could not be read.
    """

    backup_made: datetime | None
    backup_counts: Mapping[str, int] = field(default_factory=dict)
    counts: Mapping[str, int] = field(default_factory=dict)
    salvage: Salvage | None = None
