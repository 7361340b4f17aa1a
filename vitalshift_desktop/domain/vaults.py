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


class FindingKind(StrEnum):
    """What a check of the vault can find."""

    HEADER_COPY_DAMAGED = "header_copy_damaged"
    PAGE_FORGED = "page_forged"
    STRUCTURE_DAMAGED = "structure_damaged"
    AUDIT_BROKEN = "audit_broken"
    PLAIN_DATABASE = "plain_database"
    NOT_NOISE = "not_noise"
    WORD_FOUND = "word_found"


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault and where it is: a file name, a page or an entry number."""

    kind: FindingKind
    where: str


@dataclass(frozen=True, slots=True)
class VaultCheck:
    """The result of a whole check: how much was looked at, and what was found."""

    at: datetime
    pages: int
    entries: int
    files: tuple[str, ...]
    findings: tuple[Finding, ...]

    @property
    def ok(self) -> bool:
        """Whether nothing is wrong."""
        return not self.findings
