"""Restoring a backup: into a whole new vault beside the place first, opened and compared; then it can be switched."""

import secrets
import shutil
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.backups import Compared, ComparedCount
from vitalshift_desktop.domain.problems import BackupCancelled, DiskFull, VaultIsNewer, VaultProblem
from vitalshift_desktop.vault.backups.backup_check import OpenedBackup, opened_backup, take_records
from vitalshift_desktop.vault.backups.backup_file import RECORDS, Manifest
from vitalshift_desktop.vault.backups.restore_places import RESTORING, Phase, beside, take_away, write_phase
from vitalshift_desktop.vault.connection import Connector
from vitalshift_desktop.vault.failures import told_as_problems
from vitalshift_desktop.vault.files.atomic_write import sync_file, sync_folder, write_durably
from vitalshift_desktop.vault.files.device_paths import VaultPaths
from vitalshift_desktop.vault.files.documents import LARGEST, BadDocument
from vitalshift_desktop.vault.files.foreign_files import read_at_most
from vitalshift_desktop.vault.files.lock_file import LockFile
from vitalshift_desktop.vault.keys.header import Header, read_header
from vitalshift_desktop.vault.keys.key_slots import unlocked
from vitalshift_desktop.vault.keys.throttle import Throttle
from vitalshift_desktop.vault.keys.vault_key import VaultKey
from vitalshift_desktop.vault.meta import BACKUP_PENDING, GENERATION, LAST_QUICK_CHECK
from vitalshift_desktop.vault.migrate import latest
from vitalshift_desktop.vault.opening import Place, Secret
from vitalshift_desktop.vault.progress import Cancelled, Progress
from vitalshift_desktop.vault.reading import leave_nothing_of_reading
from vitalshift_desktop.vault.seal import write_seal
from vitalshift_desktop.vault.tables.columns import utc_instant, utc_text
from vitalshift_desktop.vault.transactions import Transactions

_ROOM = 1.1  # of the size of the records: their log and the headers
_COPIED = 0.9


@dataclass(frozen=True, slots=True)
class Present:
    """What lies at the place now, as far as it can be read: rows of each subject, and the newest entry of its trail."""

    vault_id: str
    counts: Mapping[Compared, int]
    newest: datetime | None


@dataclass(slots=True)
class Restored:
    """A whole, closed vault that was made from a backup and lies beside its place, with its lock and key in hand."""

    place: Place
    target: Path
    header: Header
    key: VaultKey
    manifest: Manifest
    generation: int
    head: str
    lock: LockFile
    present: Present | None

    @property
    def compared(self) -> tuple[ComparedCount, ...]:
        """How many of each subject there are now and in the backup."""
        now = self.present.counts if self.present else {}
        return tuple(ComparedCount(what, now.get(what), self.manifest.counts.get(what.value, 0)) for what in Compared)

    def let_go(self) -> None:
        """Wipe the key and let the lock go."""
        self.key.wipe()
        self.lock.release()

    def discard(self) -> None:
        """Take the new vault away; nothing else was touched."""
        self.let_go()
        take_away(self.place.vault.folder)


def restored_beside(
    file: Path, secret: Secret, target: Path, place: Place, progress: Progress, cancelled: Cancelled
) -> Restored:
    """Make a whole vault from a backup, beside `target`; `place` is the computer and its time.

    Whatever lies at `target` is only read. Raises WrongSecret, TooManyTries, BackupDamaged, BackupTampered,
    BackupCancelled, VaultIsNewer, KeySettingsOutOfBounds, NotEnoughMemory, DiskFull, FolderIsReadOnly or DriveFailed;
    then nothing is left.
    """
    tries = Throttle(place.device, place.now)
    with told_as_problems(), opened_backup(file, secret, tries) as backup:
        if backup.manifest.user_version > latest():
            raise VaultIsNewer
        parent = target.parent
        parent.mkdir(parents=True, exist_ok=True)
        if shutil.disk_usage(parent).free < backup.archive.getinfo(RECORDS).file_size * _ROOM:
            raise DiskFull
        folder = beside(target, f"{RESTORING}{secrets.token_hex(4)}")
        folder.mkdir(mode=0o700)
        lock: LockFile | None = None
        try:
            there = Place(VaultPaths(folder), place.device, place.now)
            lock = LockFile(there.vault.lock)
            restored = _built(backup, there, target, secret, lock, file.name, _up_to(progress), cancelled)
            progress(1.0)
            return restored
        except BaseException:
            if lock:
                lock.release()
            take_away(folder)
            raise


def _built(
    backup: OpenedBackup,
    place: Place,
    target: Path,
    secret: Secret,
    lock: LockFile,
    name: str,
    progress: Progress,
    cancelled: Cancelled,
) -> Restored:
    vault, header = place.vault, backup.header
    write_phase(vault.folder, Phase.PREPARING, target)
    take_records(backup, vault.database, progress, cancelled)
    for path in vault.headers:
        write_durably(path, header.to_bytes())
    key = backup.key.copy()
    try:
        generation, head = _noted(backup, place, name)
        write_seal(vault, key, header.vault_id, generation, place.now())
        sync_file(vault.database)
        write_phase(vault.folder, Phase.READY, target)
        sync_folder(vault.folder)
        if cancelled():
            raise BackupCancelled
        present = present_at(target, secret, key)
        return Restored(place, target, header, key, backup.manifest, generation, head, lock, present)
    except BaseException:
        key.wipe()
        raise


def _noted(backup: OpenedBackup, place: Place, name: str) -> tuple[int, str]:
    """Write into the new vault that it is older data; gives its generation and the head of its trail."""
    manifest = backup.manifest
    connector = Connector(place.vault.database, backup.key, backup.header.salt)
    transactions = Transactions(connector, backup.key, place.now)
    try:
        with transactions.write() as work:
            generation = work.meta.count_up(GENERATION)
            work.meta.set(LAST_QUICK_CHECK, utc_text(place.now()))
            work.meta.forget(BACKUP_PENDING)
            made = utc_text(manifest.made)
            work.audit.append(AuditAct.DATA_RESTORED, name, made=made, generation=manifest.generation)
            return generation, work.audit.head
    finally:
        transactions.close()


def present_at(target: Path, secret: Secret, key: VaultKey) -> Present | None:
    """What lies at a place now; None where there is no vault, or none that the key or the secret still opens.

    The vault may be open in this very program, so its records are only read through SQLite.
    """
    vault = VaultPaths(target)
    if not vault.has_records():
        return None
    lock: LockFile | None = None
    with suppress(VaultProblem):
        lock = LockFile(vault.lock)  # if somebody else has it, the vault is open and its files are theirs to tidy
    try:
        return _counted(vault, secret, key)
    except (VaultProblem, BadDocument, OSError):
        return None
    finally:
        if lock:
            leave_nothing_of_reading(vault)
            lock.release()


def _counted(vault: VaultPaths, secret: Secret, key: VaultKey) -> Present:
    with told_as_problems():
        header = read_header(read_at_most(vault.headers[0], LARGEST + 1))
        own = key.copy() if header.is_signed_by(key) or isinstance(secret, VaultKey) else unlocked(header, secret)
        try:
            with Connector(vault.database, own, header.salt, read_only=True) as connector, connector.apart() as raw:
                tables = {str(row[0]) for row in raw.execute("SELECT name FROM sqlite_master WHERE type='table'")}
                counts = {}
                for what in Compared:
                    row = raw.execute(f"SELECT count(*) FROM {what.value}").fetchone() if what.value in tables else None  # noqa: S608 -- our own names
                    counts[what] = int(row[0] or 0) if row else 0
                newest = raw.execute("SELECT at FROM audit ORDER BY id DESC LIMIT 1").fetchone()
        finally:
            own.wipe()
    return Present(header.vault_id, counts, utc_instant(str(newest[0])) if newest else None)


def _up_to(progress: Progress) -> Progress:
    def told(share: float) -> None:
        progress(share * _COPIED)

    return told
