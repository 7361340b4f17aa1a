"""Looking after backups that were made: a quick look whether they are still whole, and the restore drill."""

from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.backups import MadeBackup, ProvenRestore
from vitalshift_desktop.domain.problems import BackupDamaged, BackupTampered, NoBackupToTry, Problem, VaultProblem
from vitalshift_desktop.vault.backups.backup_notes import keep_drill
from vitalshift_desktop.vault.vault import Vault

LOOKED_AT = 3  # the newest of each place


def looked_at(vault: Vault, at: datetime, folders: Collection[Path]) -> tuple[MadeBackup, ...]:
    """Look at the newest backups in these folders, which can be reached now; gives those that are newly spoilt or gone.

    One that was missing and is back is remembered as it was.
    """
    with vault.read() as work:
        made = work.backups.made()
    changed = [seen for seen, before in _seen(vault, made, at, folders) if seen != before]
    if changed:
        with vault.write() as work:
            for backup in changed:
                work.backups.save(backup)
                if not backup.is_good:
                    missing = backup.missing_at is not None
                    work.audit.append(AuditAct.BACKUP_FOUND_DAMAGED, backup.name, missing=missing)
    return tuple(backup for backup in changed if not backup.is_good)


def _seen(
    vault: Vault, made: tuple[MadeBackup, ...], at: datetime, folders: Collection[Path]
) -> list[tuple[MadeBackup, MadeBackup]]:
    pairs = []
    for folder in folders:
        here = [backup for backup in made if backup.folder == folder and backup.damaged_at is None]
        for backup in here[:LOOKED_AT]:
            try:
                pairs.append((_as_it_is(vault, backup, at), backup))
            except VaultProblem:
                continue  # the drive failed: nothing is known about the file
    return pairs


def _as_it_is(vault: Vault, backup: MadeBackup, at: datetime) -> MadeBackup:
    if not backup.path.is_file():
        return replace(backup, missing_at=backup.missing_at or at)
    if not vault.backups.looks_whole(backup):
        return replace(backup, missing_at=None, damaged_at=at)
    return replace(backup, missing_at=None)


def restored_for_a_try(
    vault: Vault,
    now: Callable[[], datetime],
    progress: Callable[[float], None],
    cancelled: Callable[[], bool],
) -> ProvenRestore:
    """Restore the newest good backup that can be reached into a vault of its own, check it, and remember the day.

    Raises NoBackupToTry, or what the drill raises; a backup that turns out to be damaged is remembered as such.
    """
    with vault.read() as work:
        made = work.backups.made()
    backup = next((each for each in made if each.is_good and _can_be_tried(vault, each)), None)
    if backup is None:
        raise NoBackupToTry
    try:
        found = vault.backups.drill(backup, progress, cancelled)
    except (BackupDamaged, BackupTampered) as problem:
        _noted_as_damaged(vault, backup, now(), problem)
        raise
    proven = ProvenRestore(now(), backup.name, backup.folder, found.made, found.counts)
    with vault.write() as work:
        work.backups.save(replace(backup, drilled_at=proven.at))
        keep_drill(work.meta, proven)
        work.audit.append(AuditAct.RESTORE_DRILLED, backup.name, ok=True, entries=found.entries)
    return proven


def _can_be_tried(vault: Vault, backup: MadeBackup) -> bool:
    try:
        return vault.backups.is_opened_by_todays_key(backup) and backup.path.is_file()
    except OSError:
        return False


def _noted_as_damaged(vault: Vault, backup: MadeBackup, at: datetime, problem: Problem) -> None:
    with vault.write() as work:
        work.backups.save(replace(backup, damaged_at=at))
        work.audit.append(AuditAct.RESTORE_DRILLED, backup.name, ok=False, tampered=isinstance(problem, BackupTampered))
