"""Facts about a vault as a whole: warnings at opening, backups and checks."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from vitalshift_desktop.domain.backups import KeyMark


class WarningKind(StrEnum):
    """What was noticed while a vault was opened, although it did open."""

    HEADER_REPAIRED = "header_repaired"
    NOT_CLOSED_CLEANLY = "not_closed_cleanly"
    CHANGED_OUTSIDE = "changed_outside"
    SEAL_FORGED = "seal_forged"
    SEAL_REMOVED = "seal_removed"
    ROLLED_BACK = "rolled_back"
    ANCHOR_FORGED = "anchor_forged"
    READ_ONLY = "read_only"
    CONFLICT_COPIES = "conflict_copies"


class ReadOnlyReason(StrEnum):
    """Why a vault is open for reading alone."""

    DAMAGED = "damaged"
    OLDER = "older"


@dataclass(frozen=True, slots=True)
class VaultWarning:
    """One thing noticed; `expected` is the time this computer remembers, `found` the time the vault carries.

    `names` are the files it is about.
    """

    kind: WarningKind
    expected: datetime | None = None
    found: datetime | None = None
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup that was opened from its own header and matched its own list of contents.

    `audit_entry` is the number of the newest entry of the audit trail in it.
    """

    path: Path
    made: datetime
    generation: int
    size: int
    counts: dict[str, int]
    opened_by: KeyMark
    audit_entry: int


@dataclass(frozen=True, slots=True)
class BackupFile:
    """A backup file as its name describes it; nothing was opened yet. `made` is to the minute, in UTC."""

    path: Path
    made: datetime
    generation: int
    size: int
