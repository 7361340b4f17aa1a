"""Backups: a copy of the vault, opened from its own header and compared before it counts."""

import json
import os
import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.problems import (
    BackupCancelled,
    BackupDamaged,
    BackupFailed,
    BackupTampered,
    VaultIsLocked,
    WrongSecret,
)
from vitalshift_desktop.domain.vaults import Backup, BackupFile, BackupRecord
from vitalshift_desktop.vault.atomic_write import new_private_file, replace, sync_folder, temporary_beside
from vitalshift_desktop.vault.backup_check import contents_of, verify_backup
from vitalshift_desktop.vault.backup_file import HEADER, RECORDS, write_backup
from vitalshift_desktop.vault.connection import Connector
from vitalshift_desktop.vault.device_paths import VaultPaths
from vitalshift_desktop.vault.failures import told_as_problems
from vitalshift_desktop.vault.header import Header
from vitalshift_desktop.vault.meta import GENERATION, LAST_BACKUP, MetaShelf
from vitalshift_desktop.vault.progress import Cancelled, Progress, share_of
from vitalshift_desktop.vault.seal import Digest
from vitalshift_desktop.vault.tables.columns import utc_instant, utc_text
from vitalshift_desktop.vault.transactions import Transactions
from vitalshift_desktop.vault.vault_key import VaultKey

_NAME = re.compile(r"([0-9a-f]{8})_(\d{4}-\d{2}-\d{2}_\d{4})_g(\d{6,})\.vsbackup")
_STEPS_BETWEEN_QUESTIONS = 2000
_SNAPSHOT, _WRITTEN = 0.3, 0.5  # the share of the work that is done by then


@dataclass(frozen=True, slots=True)
class BackupJob:
    """Makes one backup of an open vault, from any thread."""

    vault: VaultPaths
    header: Header
    key: VaultKey
    connector: Connector
    transactions: Transactions
    now: Callable[[], datetime]

    def made_in(self, target: Path, progress: Progress, cancelled: Cancelled) -> Backup:
        """Write the backup into this folder, prove it and note it; after a failure nothing new is left."""
        made = self.now()
        with told_as_problems():
            target.mkdir(mode=0o700, parents=True, exist_ok=True)
            with self.transactions.write() as work:
                generation = work.meta.count_up(GENERATION)
            path = (
                target / f"{self.header.vault_id[:8]}_{made.astimezone(UTC):%Y-%m-%d_%H%M}_g{generation:06d}.vsbackup"
            )
            if path.exists():
                raise BackupFailed
            try:
                self._write(path, made, progress, cancelled)
                backup = self._proven(path, progress, cancelled)
            except BaseException:
                path.unlink(missing_ok=True)
                raise
            self._note(backup)
        progress(1.0)
        return backup

    def _write(self, path: Path, made: datetime, progress: Progress, cancelled: Cancelled) -> None:
        with temporary_beside(self.vault.database) as snapshot, temporary_beside(path) as part:
            self._take_snapshot(snapshot, cancelled)
            progress(_SNAPSHOT)
            with Connector(snapshot, self.key, self.header.salt, read_only=True) as copy, copy.apart() as raw:
                contents = contents_of(raw, self.header, made)
            moved = share_of(snapshot.stat().st_size, _SNAPSHOT, _WRITTEN, progress, cancelled)

            def manifest(header: Digest, records: Digest) -> bytes:
                return contents({HEADER: header, RECORDS: records}).to_bytes(self.key)

            write_backup(part, self.header.to_bytes(), snapshot, manifest, moved)
            if not self.connector.is_open:  # locked meanwhile: the key that signed the list is gone
                raise VaultIsLocked
            replace(part, path)
            sync_folder(path.parent)

    def _take_snapshot(self, snapshot: Path, cancelled: Cancelled) -> None:
        """A consistent, encrypted copy of the records while others write."""
        os.close(new_private_file(snapshot))
        try:
            with self.connector.apart() as raw:
                raw.set_progress_handler(lambda: int(cancelled()), _STEPS_BETWEEN_QUESTIONS)
                raw.execute("VACUUM INTO ?", (str(snapshot),))
        except VaultIsLocked:
            if self.connector.is_open:
                raise BackupCancelled from None
            raise

    def _proven(self, path: Path, progress: Progress, cancelled: Cancelled) -> Backup:
        try:
            return verify_backup(
                path, self.key, scratch=self.vault.folder, progress=progress, cancelled=cancelled, begin=_WRITTEN
            )
        except (BackupDamaged, BackupTampered, WrongSecret):
            raise BackupFailed from None

    def _note(self, backup: Backup) -> None:
        other_drive = backup.path.stat().st_dev != self.vault.folder.stat().st_dev
        record = {
            "made": utc_text(backup.made),
            "folder": str(backup.path.parent),
            "name": backup.path.name,
            "generation": backup.generation,
            "other_drive": other_drive,
        }
        with self.transactions.write() as work:
            work.meta.set(LAST_BACKUP, json.dumps(record))
            work.audit.append(AuditAct.BACKUP_MADE, backup.path.name, size=backup.size, other_drive=other_drive)


def last_backup(meta: MetaShelf) -> BackupRecord | None:
    """The newest proven backup as the vault remembers it."""
    kept = meta.get(LAST_BACKUP)
    if kept is None:
        return None
    record = json.loads(kept)
    return BackupRecord(
        made=utc_instant(record["made"]),
        folder=Path(record["folder"]),
        name=record["name"],
        generation=record["generation"],
        other_drive=record["other_drive"],
    )


def list_backups(folder: Path, vault_id: str) -> tuple[BackupFile, ...]:
    """The backups of this vault in a folder, newest first, by their names alone."""
    found: list[BackupFile] = []
    with told_as_problems():
        for path in folder.iterdir() if folder.is_dir() else ():
            name = _NAME.fullmatch(path.name)
            if name and name[1] == vault_id[:8] and path.is_file():
                with suppress(ValueError):  # not a date: a name somebody else made up
                    made = datetime.strptime(name[2], "%Y-%m-%d_%H%M").replace(tzinfo=UTC)
                    found.append(BackupFile(path, made, int(name[3]), path.stat().st_size))
    return tuple(sorted(found, key=lambda file: file.generation, reverse=True))
