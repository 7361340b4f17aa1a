"""What the counselor can do about backups and the soundness of the vault."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path

from vitalshift_desktop.domain.changes import Changed, Subject
from vitalshift_desktop.domain.problems import BackupCancelled, Problem
from vitalshift_desktop.domain.vaults import Backup, VaultCheck
from vitalshift_desktop.services.clock import Clock
from vitalshift_desktop.services.events import Events
from vitalshift_desktop.vault.vault import Vault

LONGEST_WITHOUT = timedelta(days=7)


class BackupTrouble(StrEnum):
    """What there is to say about backups when not all is well."""

    NEVER = "never"
    OVERDUE = "overdue"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class BackupState:
    """When the newest proven backup was made (UTC), where it or the next one goes, and what is wrong, if anything.

    `other_drive` says whether it lies on another drive than the vault.
    """

    last_good_at: datetime | None
    folder: Path | None
    problem: BackupTrouble | None
    other_drive: bool = False


class Backups:
    """Encrypted backups that were opened and compared, and checks of the vault itself."""

    def __init__(self, vault: Vault, clock: Clock, events: Events) -> None:
        self._vault = vault
        self._clock = clock
        self._events = events
        self._last_failed = False

    def state(self) -> BackupState:
        """How the backups stand; a sample practice needs none."""
        last = self._vault.last_backup()
        with self._vault.read() as work:
            practice = work.practice.get()
        chosen = Path(practice.backup_folder) if practice.backup_folder else None
        made = last.made if last else None
        return BackupState(
            last_good_at=made,
            folder=chosen or (last.folder if last else None),
            problem=None if practice.is_sample else self._trouble(made),
            other_drive=last is not None and last.other_drive,
        )

    def back_up(self, folder: Path, progress: Callable[[float], None], cancelled: Callable[[], bool]) -> Backup:
        """Write an encrypted copy into a folder, open it and compare it; slow.

        Raises BackupFailed, BackupCancelled, DiskFull or FolderIsReadOnly.
        """
        try:
            backup = self._vault.back_up(folder, progress=progress, cancelled=cancelled)
        except BackupCancelled:
            raise
        except Problem:
            self._last_failed = True
            raise
        self._last_failed = False
        self._events.publish(Changed(Subject.BACKUPS))
        return backup

    def check_vault(
        self,
        words: Sequence[str] = (),
        progress: Callable[[float], None] = lambda _share: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> VaultCheck:
        """Look at every page and file of the vault; `words` are looked for in plain text; slow."""
        return self._vault.check(words=words, progress=progress, cancelled=cancelled)

    def _trouble(self, made: datetime | None) -> BackupTrouble | None:
        if self._last_failed:
            return BackupTrouble.FAILED
        if made is None:
            return BackupTrouble.NEVER
        return BackupTrouble.OVERDUE if self._clock.now() - made > LONGEST_WITHOUT else None
