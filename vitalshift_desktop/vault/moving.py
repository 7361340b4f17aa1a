"""Moving a closed vault: copied whole to the new place, compared, and only then does the old one step aside."""

import contextlib
import hashlib
import os
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from vitalshift_desktop.domain.problems import DiskFull, DriveFailed, VaultNotFound
from vitalshift_desktop.vault.backups.backup_names import list_backups
from vitalshift_desktop.vault.creating import demand_free, put_in_place, unfinished
from vitalshift_desktop.vault.failures import told_as_problems
from vitalshift_desktop.vault.files.atomic_write import new_private_file, sync, sync_folder
from vitalshift_desktop.vault.files.device_paths import VaultPaths
from vitalshift_desktop.vault.files.foreign_files import NotAFile, opened_file
from vitalshift_desktop.vault.files.lock_file import LockFile
from vitalshift_desktop.vault.progress import Cancelled, Progress, share_of

_CHUNK = 1024 * 1024
_COPIED = 0.6  # the share of the work that is done once the bytes are there; the rest is reading them back


def moved(source: Path, target: Path, at: datetime, progress: Progress, cancelled: Cancelled) -> Path:
    """Copy the vault to `target`, compare every byte, switch; gives where the old folder lies now.

    Raises VaultNotFound, VaultInUse, VaultExists, DiskFull, FolderIsReadOnly, DriveFailed or BackupCancelled; then
    the vault lies where it was, unchanged, and nothing is left at the new place.
    """
    vault = VaultPaths(source)
    if not vault.looks_like_a_vault():
        raise VaultNotFound
    lock = LockFile(vault.lock)
    try:
        with told_as_problems():
            demand_free(target)
            target.parent.mkdir(parents=True, exist_ok=True)
            _copied(vault, target, progress, cancelled)
    finally:
        lock.release()  # a folder with an open file in it cannot be renamed everywhere
    return set_aside(source, "moved", at)


def set_aside(folder: Path, why: str, at: datetime) -> Path:
    """Give a folder a name that says why and when it stepped aside; nothing is ever put over another.

    Where it cannot be renamed it stays, and its own path is given back.
    """
    stamp = f"{at.astimezone(UTC):%Y-%m-%d_%H%M%S}"
    for number in range(1, 100):
        aside = folder.with_name(f"{folder.name}.{why}-{stamp}" + (f"-{number}" if number > 1 else ""))
        if os.path.lexists(aside):
            continue
        with contextlib.suppress(OSError):
            folder.rename(aside)
            sync_folder(folder.parent)
            return aside
        break
    return folder


def removed(folder: Path, vault_id: str) -> None:
    """Take a vault's own files out of a folder, and the folder if it is empty then; what else lies there stays.

    Raises VaultInUse while a program has the vault open.
    """
    vault = VaultPaths(folder)
    LockFile(vault.lock).release()
    backups = [backup.path for backup in list_backups(folder, vault_id)]
    for path in (vault.database, vault.log, vault.log_index, vault.seal, *vault.headers, *backups, vault.lock):
        path.unlink(missing_ok=True)
    with contextlib.suppress(OSError):
        folder.rmdir()


def _copied(vault: VaultPaths, target: Path, progress: Progress, cancelled: Cancelled) -> None:
    files = [path for path in sorted(vault.folder.rglob("*")) if path.is_file() and not path.is_symlink()]
    files = [path for path in files if path not in (vault.lock, vault.log_index)]
    size = sum(path.stat().st_size for path in files)
    if shutil.disk_usage(target.parent).free < size:
        raise DiskFull
    part = unfinished(target)
    part.mkdir(mode=0o700)
    try:
        copying = share_of(size, 0.0, _COPIED, progress, cancelled)
        digests = {path: _copy(path, part / path.relative_to(vault.folder), copying) for path in files}
        reading = share_of(size, _COPIED, 1.0, progress, cancelled)
        for path, digest in digests.items():
            if _digest(part / path.relative_to(vault.folder), reading) != digest:
                raise DriveFailed
        sync_folder(part)
        put_in_place(part, target)
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        raise


def _copy(source: Path, target: Path, copied: Callable[[int], None]) -> str:
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    sha256 = hashlib.sha256()
    try:
        reader = opened_file(source)
    except NotAFile:
        raise DriveFailed from None
    descriptor = new_private_file(target)
    with reader, open(descriptor, "wb") as writer:  # noqa: PTH123 -- an open descriptor
        while chunk := reader.read(_CHUNK):
            sha256.update(chunk)
            writer.write(chunk)
            copied(len(chunk))
        writer.flush()
        sync(writer.fileno())
    return sha256.hexdigest()


def _digest(path: Path, read: Callable[[int], None]) -> str:
    sha256 = hashlib.sha256()
    with opened_file(path) as file:
        while chunk := file.read(_CHUNK):
            sha256.update(chunk)
            read(len(chunk))
    return sha256.hexdigest()
