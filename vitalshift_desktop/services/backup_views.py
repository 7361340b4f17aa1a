"""What there is to show about backups: how they stand, how a run went, and the list of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from vitalshift_desktop.domain.backups import BackupId, BackupPlace, MadeBackup, ProvenRestore
from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.domain.vaults import Backup


class BackupTrouble(StrEnum):
    """What there is to say about backups when not all is well."""

    NEVER = "never"
    OVERDUE = "overdue"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class BackupState:
    """When the newest proven backup was made (UTC), where it or the next one goes, and what is wrong, if anything.

    `other_drive` says whether it lies on another drive than the vault. `failing` are the places where the last try did
    not work (being away is no failure). `pending` says that one was cut short and should be taken up, `shrunk` what had
    become so much smaller that nothing older is given up until the counselor says that it is right, `spoilt` which
    backups were found damaged or missing. It is asked often, so no drive is looked at for it.
    """

    last_good_at: datetime | None
    folder: Path | None
    problem: BackupTrouble | None
    other_drive: bool = False
    places: tuple[BackupPlace, ...] = ()
    failing: tuple[BackupPlace, ...] = ()
    pending: bool = False
    shrunk: tuple[str, ...] = ()
    last_proven_restore: ProvenRestore | None = None
    spoilt: tuple[MadeBackup, ...] = ()


@dataclass(frozen=True, slots=True)
class PlaceOutcome:
    """What became of one place in a run: a proven backup, or what kept it from being made."""

    place: BackupPlace
    backup: Backup | None = None
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class BackupRun:
    """How a run went, place by place; `removed` are the names of older backups that the rules gave up."""

    outcomes: tuple[PlaceOutcome, ...]
    removed: tuple[str, ...] = ()

    @property
    def made(self) -> tuple[Backup, ...]:
        """The backups that were made and proven."""
        return tuple(outcome.backup for outcome in self.outcomes if outcome.backup)

    @property
    def problems(self) -> tuple[PlaceOutcome, ...]:
        """The places where none was made."""
        return tuple(outcome for outcome in self.outcomes if outcome.problem)


@dataclass(frozen=True, slots=True)
class ListedBackup:
    """One backup in the list; `counts` is empty where only its name is known.

    `proven` says that it was opened and compared when it was made, `drilled_at` when it was last restored for a try.
    `reachable` says whether its file is there now; `damaged` that it was found spoilt. `older_passphrase` and
    `older_code` say that today's passphrase or recovery code does not open it, only the one from when it was made.
    """

    path: Path
    made: datetime
    generation: int
    size: int
    counts: Mapping[str, int]
    proven: bool
    reachable: bool
    other_drive: bool = False
    damaged: bool = False
    recovery_only: bool = False
    older_passphrase: bool = False
    older_code: bool = False
    drilled_at: datetime | None = None
    shrunk: tuple[str, ...] = ()
    id: BackupId | None = None
