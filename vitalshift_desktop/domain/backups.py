"""Backups as the vault remembers them: where they go, which were made, and what became of each."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import NewType

from vitalshift_desktop.domain.problems import (
    BackupFailed,
    BackupPlaceAway,
    DiskFull,
    DriveFailed,
    FolderIsReadOnly,
    Problem,
)

PlaceId = NewType("PlaceId", int)
BackupId = NewType("BackupId", int)


class PlaceTrouble(StrEnum):
    """What went wrong at a place when a backup was tried there last; the texts lie in vaults and never change."""

    AWAY = "away"
    FULL = "full"
    READ_ONLY = "read_only"
    DRIVE_FAILED = "drive_failed"
    NOT_PROVEN = "not_proven"
    OTHER = "other"

    @classmethod
    def of(cls, problem: Problem) -> "PlaceTrouble":
        """The word for a problem."""
        return next((word for word, kind in _PROBLEMS.items() if isinstance(problem, kind)), cls.OTHER)

    @property
    def problem(self) -> Problem:
        """The problem this is the word for."""
        return _PROBLEMS.get(self, Problem)()


_PROBLEMS: dict[PlaceTrouble, type[Problem]] = {
    PlaceTrouble.AWAY: BackupPlaceAway,
    PlaceTrouble.FULL: DiskFull,
    PlaceTrouble.READ_ONLY: FolderIsReadOnly,
    PlaceTrouble.DRIVE_FAILED: DriveFailed,
    PlaceTrouble.NOT_PROVEN: BackupFailed,
}


@dataclass(frozen=True, slots=True)
class BackupPlace:
    """A folder that backups go to, such as one on a stick that comes and goes.

    With `recovery_only` the backups there open by recovery code alone, so that whoever keeps them cannot guess the
    passphrase. `tried_at` is when it was tried last, `trouble` what was wrong then; both stay until it works.
    `other_drive` says whether it was on another drive than the vault when it last worked; None before that.
    """

    id: PlaceId
    folder: Path
    recovery_only: bool
    added_at: datetime
    tried_at: datetime | None = None
    trouble: PlaceTrouble | None = None
    other_drive: bool | None = None


@dataclass(frozen=True, slots=True)
class KeyMark:
    """Which secrets open a backup: the epoch of the vault key and the key slots it carries, by type and number."""

    epoch: int
    slots: frozenset[str] = frozenset()

    def shares(self, other: "KeyMark", kind: str) -> bool:
        """Whether one secret of this kind ("passphrase" or "recovery") opens both."""
        mine = {slot for slot in self.slots & other.slots if slot.startswith(f"{kind}:")}
        return self.epoch == other.epoch and bool(mine)

    @property
    def recovery_only(self) -> bool:
        """Whether nothing but a recovery code opens it."""
        return bool(self.slots) and all(slot.startswith("recovery:") for slot in self.slots)


@dataclass(frozen=True, slots=True)
class MadeBackup:
    """A backup that was made, as the vault remembers it.

    `proven_at` is when it was opened and compared with its contents; `drilled_at` when it was last restored for a
    try. `size` is in bytes, `counts` are rows of each table, `audit_entry` is the newest entry of the trail in it.
    `shrunk` names the tables (or "size") that had fallen by more than the rules allow. `missing_at` and `damaged_at`
    say when it was later found gone or spoilt.
    """

    id: BackupId
    folder: Path
    name: str
    made: datetime
    generation: int
    size: int
    counts: Mapping[str, int]
    other_drive: bool
    opened_by: KeyMark
    audit_entry: int
    proven_at: datetime | None
    drilled_at: datetime | None = None
    shrunk: tuple[str, ...] = ()
    missing_at: datetime | None = None
    damaged_at: datetime | None = None

    @property
    def path(self) -> Path:
        """The file."""
        return self.folder / self.name

    @property
    def is_good(self) -> bool:
        """Whether it was proven, and not found missing or damaged since."""
        return self.proven_at is not None and self.missing_at is None and self.damaged_at is None


@dataclass(frozen=True, slots=True)
class ProvenRestore:
    """The last time a backup was restored for a try and everything in it was right."""

    at: datetime
    backup: str
    folder: Path
    made: datetime
    counts: Mapping[str, int] = field(default_factory=dict)


class Compared(StrEnum):
    """What is counted when a backup is compared with the vault as it is; each is the name of a table."""

    CLIENTS = "client"
    SESSIONS = "session"
    NOTES = "note"
    ADDENDA = "addendum"
    CONTACTS = "contact_note"
    PROCESS_NOTES = "process_note"
    GOALS = "goal"
    AGREEMENTS = "agreement"
    CHECK_INS = "administration"
    REMINDERS = "reminder"
    DISCLOSURES = "disclosure"


@dataclass(frozen=True, slots=True)
class ComparedCount:
    """How many of something there are now, None where nobody can tell, and how many in the backup."""

    what: Compared
    now: int | None
    in_backup: int


@dataclass(frozen=True, slots=True)
class FoundBackup:
    """A backup file as it can be read without any secret; nothing in it is proven before it was opened.

    `vault_id` is empty and `is_readable` False for a file that is no backup any more.
    """

    path: Path
    made: datetime
    size: int
    generation: int = 0
    vault_id: str = ""
    counts: Mapping[str, int] = field(default_factory=dict)
    recovery_only: bool = False
    is_readable: bool = True
