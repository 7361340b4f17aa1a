"""Restoring a backup, with or without an open vault: make a new vault from it, compare, then switch."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from vitalshift_desktop.domain.backups import ComparedCount, FoundBackup
from vitalshift_desktop.services.clock import Clock
from vitalshift_desktop.vault.backups.glance import backup_files, glanced_at
from vitalshift_desktop.vault.backups.restore_places import settle
from vitalshift_desktop.vault.backups.restoring import Restored, restored_beside
from vitalshift_desktop.vault.backups.switching import switched
from vitalshift_desktop.vault.files.device_paths import DevicePaths, VaultPaths
from vitalshift_desktop.vault.keys.recovery import RecoveryCode
from vitalshift_desktop.vault.opening import Place

__all__ = ["PreparedRestore", "RecoveryCode", "Restoring"]


class PreparedRestore:
    """A whole vault made from a backup, opened and compared, that waits beside its place.

    Either `switch` or `discard` ends it; after a crash the next start tidies up.
    """

    def __init__(self, restored: Restored, file: Path) -> None:
        self._restored = restored
        self._is_over = False
        self.file = file

    @property
    def made(self) -> datetime:
        """When the backup was made, UTC."""
        return self._restored.manifest.made

    @property
    def target(self) -> Path:
        """Where the vault will lie."""
        return self._restored.target

    @property
    def compared(self) -> tuple[ComparedCount, ...]:
        """How many clients, sessions, notes and so on there are now and in the backup."""
        return self._restored.compared

    @property
    def present_until(self) -> datetime | None:
        """The time of the newest act in the vault that lies there now; None where it cannot be read or is not there."""
        return self._restored.present.newest if self._restored.present else None

    @property
    def is_of_other_vault(self) -> bool:
        """Whether the vault that lies there now is known to be another one than the backup's."""
        present = self._restored.present
        return present is not None and present.vault_id != self._restored.header.vault_id

    @property
    def needs_new_passphrase(self) -> bool:
        """Whether the restored vault opens by its recovery code alone."""
        return not any(slot.type.value == "passphrase" for slot in self._restored.header.slots)

    def switch(self) -> Path | None:
        """Put the new vault in its place; gives where the vault lies that was there, which is never removed.

        Raises VaultInUse while that one is open, VaultExists if something else lies there, FolderIsReadOnly, DiskFull
        or DriveFailed; then everything is as before and it can be tried again.
        """
        if self._is_over:
            raise ValueError("this restore is over")
        aside = switched(self._restored)
        self._is_over = True
        return aside

    def discard(self) -> None:
        """Take the new vault away; the one that lies there was not touched. Nothing happens after `switch`."""
        if not self._is_over:
            self._is_over = True
            self._restored.discard()


class Restoring:
    """What can be done with backups before a vault is open, or beside an open one."""

    def __init__(self, clock: Clock, device_paths: DevicePaths) -> None:
        self._clock = clock
        self._device = device_paths

    def backups_in(self, folder: Path) -> tuple[FoundBackup, ...]:
        """The backups in a folder, of any vault, the newest first, as they describe themselves.

        Raises FolderIsReadOnly or DriveFailed if the folder cannot be read.
        """
        found = [self.backup_at(path) for path in backup_files(folder)]
        return tuple(sorted(found, key=lambda backup: (backup.is_readable, backup.made), reverse=True))

    def backup_at(self, file: Path) -> FoundBackup:
        """One file as it describes itself; raises DriveFailed if it cannot be read at all."""
        return glanced_at(file)

    def code(self, typed: str) -> RecoveryCode:
        """The recovery code in these characters; raises RecoveryCodeTypo with the groups to look at."""
        return RecoveryCode.parse(typed)

    def prepare(
        self,
        file: Path,
        secret: str | RecoveryCode,
        target: Path,
        progress: Callable[[float], None] = lambda _share: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> PreparedRestore:
        """Make a whole new vault from a backup, beside `target`, by its passphrase (a text) or recovery code; slow.

        Raises WrongSecret, BackupDamaged, BackupTampered, BackupCancelled, VaultIsNewer, DiskFull, FolderIsReadOnly,
        DriveFailed, NotEnoughMemory or KeySettingsOutOfBounds; then nothing is left and nothing was changed.
        """
        target = target.resolve()  # a link to a folder stays a link
        settle(target)
        place = Place(VaultPaths(target), self._device, self._clock.now)
        restored = restored_beside(file, secret, target, place, progress, cancelled)
        return PreparedRestore(restored, file)

    def settle(self, target: Path) -> None:
        """Finish or take away what an earlier restore to this place left behind after a crash; never raises."""
        settle(target)
