"""The names of backup files: vault, time and generation, never a person."""

import re
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from vitalshift_desktop.domain.vaults import BackupFile
from vitalshift_desktop.vault.failures import told_as_problems

SUFFIX = ".vsbackup"
_STILL_GROWING = 3600.0  # seconds
_NAME = re.compile(r"([0-9a-f]{8})_(\d{4}-\d{2}-\d{2}_\d{4})_g(\d{6,18})\.vsbackup")


def backup_name(vault_id: str, made: datetime, generation: int) -> str:
    """The name of a backup of this vault."""
    return f"{vault_id[:8]}_{made.astimezone(UTC):%Y-%m-%d_%H%M}_g{generation:06d}{SUFFIX}"


def list_backups(folder: Path, vault_id: str) -> tuple[BackupFile, ...]:
    """The backups of this vault in a folder, newest first, by their names alone."""
    mine = (file for file in all_backups(folder) if file.path.name.startswith(vault_id[:8]))
    return tuple(sorted(mine, key=lambda file: file.generation, reverse=True))


def all_backups(folder: Path) -> tuple[BackupFile, ...]:
    """The backups of any vault in a folder, newest first, by their names alone; none if there is no such folder."""
    found: list[BackupFile] = []
    with told_as_problems():
        for path in folder.iterdir() if folder.is_dir() else ():
            name = _NAME.fullmatch(path.name)
            if name and path.is_file():
                with suppress(ValueError):  # not a date: a name somebody else made up
                    made = datetime.strptime(name[2], "%Y-%m-%d_%H%M").replace(tzinfo=UTC)
                    found.append(BackupFile(path, made, int(name[3]), path.stat().st_size))
    return tuple(sorted(found, key=lambda file: (file.made, file.generation), reverse=True))


def sweep_parts(folder: Path, vault_id: str, now: datetime) -> None:
    """Remove what a crash in the middle of an earlier backup of this vault left in a place.

    A part that was written to within the last hour stays: another computer may still be at it.
    """
    for path in folder.glob(f"{vault_id[:8]}_*{SUFFIX}.part-*"):
        with suppress(OSError):
            if path.is_file() and now.timestamp() - path.stat().st_mtime > _STILL_GROWING:
                path.unlink()
