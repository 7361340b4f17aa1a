"""Switching to a restored vault: the present one steps aside, the new one takes its name, the computer is told."""

import os
import sys
from contextlib import suppress
from datetime import UTC
from pathlib import Path

from vitalshift_desktop.domain.problems import VaultExists, VaultProblem
from vitalshift_desktop.vault.anchor import Anchor, write_anchor
from vitalshift_desktop.vault.backups.restore_places import BEFORE_RESTORE, MARK, Phase, beside, write_phase
from vitalshift_desktop.vault.backups.restoring import Restored
from vitalshift_desktop.vault.failures import told_as_problems
from vitalshift_desktop.vault.files.atomic_write import replace, sync_folder, write_atomically
from vitalshift_desktop.vault.files.device_paths import DevicePaths, VaultPaths
from vitalshift_desktop.vault.files.lock_file import LockFile
from vitalshift_desktop.vault.keys.header_files import keep_on_device


def switched(restored: Restored) -> Path | None:
    """Put the restored vault in its place; gives where the vault lies that was there, or None if there was none.

    No step overwrites or removes a vault. Raises VaultInUse while the present vault is open, VaultExists if something
    else lies there, and FolderIsReadOnly, DiskFull or DriveFailed; then the present vault is where it was.
    """
    target, place = restored.target, restored.place
    folder, device = place.vault.folder, place.device
    lock = _present_lock(target)
    try:
        with told_as_problems():
            write_phase(folder, Phase.SWITCHING, target)
            with _Anchor(device, restored.header.vault_id) as anchor:
                if sys.platform == "win32" and lock:
                    lock.release()  # a folder with an open file in it cannot be renamed there
                    restored.lock.release()
                aside = _renamed(folder, target, _free_name(restored))
                anchor.is_given_up = True
    except BaseException:
        with suppress(VaultProblem), told_as_problems():
            write_phase(folder, Phase.READY, target)
        raise
    finally:
        if lock:
            lock.release()
    _told_to_computer(restored)
    restored.let_go()
    return aside


def _present_lock(target: Path) -> LockFile | None:
    """The lock of the vault that lies at the place; None if nothing, or an empty folder, lies there."""
    with told_as_problems():
        if not os.path.lexists(target):
            return None
        if not target.is_dir() or target.is_symlink():
            raise VaultExists
        if VaultPaths(target).looks_like_a_vault():
            return LockFile(VaultPaths(target).lock)
        if any(path.name != "vault.lock" for path in target.iterdir()):
            raise VaultExists
    return None


def _renamed(folder: Path, target: Path, aside: Path) -> Path | None:
    if not VaultPaths(target).looks_like_a_vault():
        if os.path.lexists(target):
            (target / "vault.lock").unlink(missing_ok=True)
            target.rmdir()  # an empty folder is nothing to keep
        replace(folder, target)
        sync_folder(target.parent)
        return None
    replace(target, aside)
    try:
        replace(folder, target)
    except BaseException:
        replace(aside, target)
        raise
    sync_folder(target.parent)
    return aside


def _free_name(restored: Restored) -> Path:
    stamp = f"{restored.place.now().astimezone(UTC):%Y-%m-%d_%H%M%S}"
    names = (f"{BEFORE_RESTORE}{stamp}" + (f"-{number}" if number > 1 else "") for number in range(1, 1000))
    free = (beside(restored.target, name) for name in names)
    return next(path for path in free if not os.path.lexists(path))


def _told_to_computer(restored: Restored) -> None:
    """From now on this computer remembers the restored state, so that it is not taken for somebody's doing."""
    header, place = restored.header, restored.place
    anchor = Anchor(header.vault_id, restored.generation, header.seq, restored.head, place.now(), sealed=True)
    write_anchor(place.device, restored.key, anchor)
    keep_on_device(place.device, header)
    with suppress(OSError):
        (restored.target / MARK).unlink(missing_ok=True)


class _Anchor:
    """Takes the anchor away while the folders are renamed, so that a crash leaves no memory of the other state."""

    def __init__(self, device: DevicePaths, vault_id: str) -> None:
        self._path = device.anchor(vault_id)
        self._before: bytes | None = None
        self.is_given_up = False

    def __enter__(self) -> "_Anchor":
        """Take it away, keeping what it said."""
        with suppress(OSError):
            self._before = self._path.read_bytes()
            self._path.unlink()
        return self

    def __exit__(self, *_error: object) -> None:
        """Put it back unless the switch was done."""
        if not self.is_given_up and self._before is not None:
            with suppress(OSError):
                write_atomically(self._path, self._before)
