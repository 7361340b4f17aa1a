"""What can be done when a vault does not open: look what is wrong, bring it back, look at what can be read."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from vitalshift_desktop.domain.backups import FoundBackup
from vitalshift_desktop.domain.problems import (
    BackupDamaged,
    BackupTampered,
    HeaderDamaged,
    HeaderMissing,
    Problem,
    RecordsMissing,
    RecoveryCodeTypo,
    VaultNotFound,
    VaultProblem,
)
from vitalshift_desktop.domain.rescue import Diagnosis, FileState, Rescued
from vitalshift_desktop.services.backup_folders import BackupFolders
from vitalshift_desktop.services.clock import Clock
from vitalshift_desktop.services.events import Events
from vitalshift_desktop.services.restoring import Restoring
from vitalshift_desktop.services.workspace import Workspace
from vitalshift_desktop.vault.backups.switching import switched
from vitalshift_desktop.vault.failures import told_as_problems
from vitalshift_desktop.vault.files.atomic_write import write_atomically
from vitalshift_desktop.vault.files.device_paths import DevicePaths, VaultPaths
from vitalshift_desktop.vault.keys.recovery import RecoveryCode
from vitalshift_desktop.vault.opening import Place
from vitalshift_desktop.vault.rescue.diagnosis import diagnosed, vault_id_of
from vitalshift_desktop.vault.rescue.rescuing import Rescue, rescued_by_backup, rescued_without_backup
from vitalshift_desktop.vault.vault import Vault

Share = Callable[[float], None]
Asked = Callable[[], bool]
_CODE_LENGTH = 32


class PreparedRescue:
    """A whole vault that stands beside the damaged one; either `switch` or `discard` ends it."""

    def __init__(self, rescue: Rescue) -> None:
        self._rescue = rescue
        self._is_over = False

    @property
    def rescued(self) -> Rescued:
        """What it is made of, to compare."""
        return self._rescue.rescued

    def switch(self) -> Path | None:
        """Put it in the place of the damaged one; gives where that lies now, which is never removed.

        Raises VaultInUse, FolderIsReadOnly, DiskFull or DriveFailed; then it can be tried again.
        """
        aside = switched(self._rescue.restored)
        self._is_over = True
        return aside

    def discard(self) -> None:
        """Take the new vault away; the damaged one was not touched."""
        if not self._is_over:
            self._is_over = True
            self._rescue.restored.discard()


class Rescuing:
    """The way back from a damaged vault."""

    def __init__(self, clock: Clock, device: DevicePaths) -> None:
        self._clock = clock
        self._device = device
        self._restoring = Restoring(clock, device)
        self._folders = BackupFolders(device)

    def problem_at(self, folder: Path) -> Problem | None:
        """What keeps this vault from being opened, as far as a quick look without a secret tells; never raises."""
        self._restoring.settle(folder)
        found = diagnosed(folder, self._device)
        gone = (FileState.MISSING, FileState.EMPTY)
        if all(state in gone for state in found.headers):
            has_records = found.records is not FileState.MISSING
            return HeaderMissing(device_copy=found.device_copy) if has_records else VaultNotFound()
        if all(state in (*gone, FileState.DAMAGED) for state in found.headers):
            return HeaderDamaged(device_copy=found.device_copy)
        return RecordsMissing() if found.records in gone else None

    def secret(self, typed: str) -> str | RecoveryCode:
        """What was typed, as a recovery code where it is one; raises RecoveryCodeTypo."""
        return secret_of(typed)

    def open_to_read(self, folder: Path, secret: str) -> Workspace:
        """Open a damaged vault for reading alone, by passphrase or code; raises what opening raises."""
        return self._opened(folder, secret, read_only=True)

    def open_by_kept_header(self, folder: Path, secret: str) -> Workspace:
        """Open with the header that this computer kept, and mend the vault's own; raises what opening raises."""
        return self._opened(folder, secret, use_device_header=True)

    def open(self, folder: Path, secret: str) -> Workspace:
        """Open a vault that was brought back, by passphrase or code; raises what opening raises."""
        return self._opened(folder, secret)

    def look(self, folder: Path, more: Iterable[Path] = ()) -> Diagnosis:
        """What is wrong with the files, and which backups of this vault are at hand; `more` are folders to look in.

        Never raises and writes nothing; slow where a drive is.
        """
        found = diagnosed(folder, self._device)
        vault_id = vault_id_of(folder, self._device) or self._folders.vault_id(folder)
        chosen = tuple(more)
        searched = tuple(dict.fromkeys([*chosen, folder, folder.parent, *self._folders.of(folder)]))
        backups = {
            backup.path: backup
            for place in searched
            for backup in self._backups_in(place)
            if backup.is_readable and (not vault_id or backup.vault_id == vault_id or place in chosen)
        }
        newest_first = sorted(backups.values(), key=lambda backup: (backup.made, backup.generation), reverse=True)
        return replace(found, backups=tuple(newest_first), searched=searched)

    def rescue(
        self,
        folder: Path,
        secret: str,
        backup: Path | None,
        progress: Share,
        cancelled: Asked,
        *,
        use_device_header: bool = False,
        older: Sequence[Path] = (),
    ) -> PreparedRescue:
        """Bring the vault back beside the damaged one, from a backup and from what can be read, or from that alone.

        Only when it is opened does a backup turn out damaged, or not to be of the day it says; then the next of the
        `older` ones is taken. The secret is the passphrase or the recovery code. Raises WrongSecret, TooManyTries,
        BackupDamaged, BackupTampered, VaultIsDamaged, VaultInUse, DiskFull, BackupCancelled and what else opening can
        raise; then nothing is left.
        """
        place = Place(VaultPaths(folder.resolve()), self._device, self._clock.now)
        self._restoring.settle(folder.resolve())
        given = secret_of(secret)
        if backup is not None:
            return self._by_backup((backup, *older), given, place, progress, cancelled)
        found = rescued_without_backup(given, place, progress, cancelled, use_device_header=use_device_header)
        return PreparedRescue(found)

    def _by_backup(
        self, newest_first: Sequence[Path], secret: str | RecoveryCode, place: Place, progress: Share, cancelled: Asked
    ) -> PreparedRescue:
        problem: VaultProblem = BackupDamaged()
        for file in newest_first:
            try:
                return PreparedRescue(rescued_by_backup(file, secret, place, progress, cancelled))
            except (BackupDamaged, BackupTampered) as found:
                problem = found
        raise problem

    def diagnosis_text(self, diagnosis: Diagnosis, problem: Problem, version: str) -> str:
        """The diagnosis as a file to keep or to send: states and sizes, no path, no name, nothing of the record."""
        return "\n".join(
            (
                f"VitalShift {version}",
                f"at: {self._clock.now():%Y-%m-%d %H:%M} UTC",
                f"problem: {type(problem).__name__}",
                f"header copies: {diagnosis.headers[0]}, {diagnosis.headers[1]}",
                f"header kept on this computer: {'yes' if diagnosis.device_copy else 'no'}",
                f"records: {diagnosis.records}, {diagnosis.records_size} bytes",
                f"log: {diagnosis.log}",
                f"second versions: {len(diagnosis.conflicts)}",
                f"backups found: {len(diagnosis.backups)}",
                "",
            )
        )

    def save_text(self, file: Path, text: str) -> None:
        """Write a diagnosis where the counselor says; raises FolderIsReadOnly, DiskFull or DriveFailed."""
        with told_as_problems():
            write_atomically(file, text.encode())

    def _opened(
        self, folder: Path, secret: str, *, read_only: bool = False, use_device_header: bool = False
    ) -> Workspace:
        vault = Vault.open(
            folder,
            secret_of(secret),
            paths=self._device,
            now=self._clock.now,
            read_only=read_only,
            use_device_header=use_device_header,
        )
        return Workspace(vault, self._clock, Events())

    def _backups_in(self, folder: Path) -> tuple[FoundBackup, ...]:
        try:
            return self._restoring.backups_in(folder)
        except Problem:
            return ()  # a drive that is not there has no backups now


def secret_of(typed: str) -> str | RecoveryCode:
    """A recovery code where the text is one, else a passphrase. Raises RecoveryCodeTypo for what can only be a code."""
    letters = "".join(letter for letter in typed if letter.isalnum())
    if len(letters) != _CODE_LENGTH or not letters.isascii():
        return typed
    try:
        return RecoveryCode.parse(typed)
    except RecoveryCodeTypo:
        if " " in typed.strip():
            return typed  # words that happen to have as many letters
        raise
