"""The restore drill: a backup becomes a vault for a moment, is opened like one, and everything in it is checked."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from vitalshift_desktop.domain.problems import (
    BackupCancelled,
    BackupDamaged,
    HeaderTampered,
    RecordsMissing,
    RestoreDrillFailed,
    VaultIsDamaged,
)
from vitalshift_desktop.domain.vault_check import VaultCheck
from vitalshift_desktop.domain.vaults import VaultWarning
from vitalshift_desktop.vault.backups.restoring import Restored, restored_beside
from vitalshift_desktop.vault.files.device_paths import DevicePaths
from vitalshift_desktop.vault.keys.vault_key import VaultKey
from vitalshift_desktop.vault.opening import Place
from vitalshift_desktop.vault.progress import Cancelled, Progress

_RESTORED = 0.6  # the share of the work that is done by then


@dataclass(frozen=True, slots=True)
class Drilled:
    """What a drill proved: when the backup was made, the rows of each table, and how many entries its trail has."""

    made: datetime
    counts: dict[str, int]
    entries: int


class TriedVault(Protocol):
    """As much of an open vault as a drill needs."""

    @property
    def warnings(self) -> tuple[VaultWarning, ...]:
        """What was noticed while it was opened."""

    def check(
        self,
        *,
        words: Sequence[str] = (),
        backups: Sequence[Path] = (),
        progress: Progress,
        cancelled: Cancelled,
    ) -> VaultCheck:
        """Prove all of it."""


class OpenVault(Protocol):
    """Opens a vault by its key, as the app does."""

    def __call__(self, folder: Path, secret: VaultKey, *, paths: DevicePaths) -> AbstractContextManager[TriedVault]:
        """The open vault."""


def drilled(
    file: Path, key: VaultKey, place: Place, opens: OpenVault, progress: Progress, cancelled: Cancelled
) -> Drilled:
    """Restore, open and check a backup beside the vault at `place`, encrypted throughout; nothing of it is left.

    Raises what restoring raises, BackupDamaged if it does not open, and RestoreDrillFailed if it does, but what is in
    it is not as it should be.
    """
    try:
        restored = restored_beside(file, key, place.vault.folder, place, _part(progress, 0.0, _RESTORED), cancelled)
    finally:
        key.wipe()
    try:
        found = _tried(restored, opens, _part(progress, _RESTORED, 1.0), cancelled)
    except (VaultIsDamaged, HeaderTampered, RecordsMissing):
        raise BackupDamaged from None
    finally:
        restored.discard()
    progress(1.0)
    return found


def _tried(restored: Restored, opens: OpenVault, progress: Progress, cancelled: Cancelled) -> Drilled:
    """Open it as the app does, on a computer that has never seen it; its memory lies inside and goes with it."""
    folder = restored.place.vault.folder
    restored.lock.release()  # opening takes it again
    with opens(folder, restored.key, paths=DevicePaths(folder / "computer")) as vault:
        if vault.warnings:
            raise BackupDamaged
        found = vault.check(progress=progress, cancelled=cancelled)
    if not found.ok:
        raise RestoreDrillFailed
    if cancelled():
        raise BackupCancelled
    return Drilled(restored.manifest.made, restored.manifest.counts, found.entries)


def _part(progress: Progress, begin: float, end: float) -> Progress:
    def told(share: float) -> None:
        progress(begin + (end - begin) * share)

    return told
