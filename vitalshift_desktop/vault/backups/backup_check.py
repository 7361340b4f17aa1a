"""Opening a backup from its own header and comparing it with its own list of contents."""

import hashlib
import re
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from vitalshift_desktop.domain.problems import (
    BackupCancelled,
    BackupDamaged,
    BackupTampered,
    VaultIsDamaged,
    VaultIsLocked,
    WrongSecret,
)
from vitalshift_desktop.domain.vaults import Backup
from vitalshift_desktop.vault.backups.backup_file import (
    FORMAT,
    HEADER,
    MANIFEST,
    RECORDS,
    Manifest,
    Moved,
    TableContent,
    digest_of_records,
    extract_records,
    opened_archive,
    read_manifest,
    small_file,
)
from vitalshift_desktop.vault.backups.backup_notes import key_mark
from vitalshift_desktop.vault.connection import Connector, RawConnection
from vitalshift_desktop.vault.failures import told_as_problems
from vitalshift_desktop.vault.files.atomic_write import temporary_beside
from vitalshift_desktop.vault.files.documents import BadDocument
from vitalshift_desktop.vault.integrity import demand_whole
from vitalshift_desktop.vault.keys.header import Header, read_header
from vitalshift_desktop.vault.keys.key_slots import unlocked
from vitalshift_desktop.vault.keys.recovery import RecoveryCode
from vitalshift_desktop.vault.keys.throttle import Throttle
from vitalshift_desktop.vault.keys.vault_key import KeyLabel, VaultKey
from vitalshift_desktop.vault.meta import AUDIT_HEAD, GENERATION, VAULT_ID
from vitalshift_desktop.vault.migrate import version_of
from vitalshift_desktop.vault.progress import Cancelled, Progress, never, share_of, unseen
from vitalshift_desktop.vault.row_digest import digest_of_rows
from vitalshift_desktop.vault.seal import Digest

_ROWS_AT_ONCE = 64
_STEPS_BETWEEN_QUESTIONS = 2000
_EXTRACTED = 0.7  # the share of the work that is done when the records are copied out


def verify_backup(
    path: Path,
    secret: str | RecoveryCode | VaultKey,
    *,
    scratch: Path,
    progress: Progress = unseen,
    cancelled: Cancelled = never,
    begin: float = 0.0,
) -> Backup:
    """Open a backup from its own header and compare everything with its list of contents.

    The records are copied, still encrypted, into `scratch` and removed again. Raises WrongSecret, BackupDamaged,
    BackupTampered, BackupCancelled, VaultIsNewer, KeySettingsOutOfBounds or DiskFull.
    """
    with told_as_problems(), opened_backup(path, secret) as backup, temporary_beside(scratch / RECORDS) as copy:
        take_records(backup, copy, progress, cancelled, begin=begin)
        return backup_of(path, backup.header, backup.manifest)


@dataclass(frozen=True, slots=True)
class OpenedBackup:
    """A backup that a secret opened; its list of contents is signed by its key, the records were not looked at yet."""

    archive: zipfile.ZipFile
    header: Header
    key: VaultKey
    manifest: Manifest


@contextmanager
def opened_backup(
    path: Path, secret: str | RecoveryCode | VaultKey, tries: Throttle | None = None
) -> Iterator[OpenedBackup]:
    """Open a backup from its own header; the key is wiped afterwards. Raises as `verify_backup` does.

    With `tries` a wrong passphrase counts as one for the vault itself does: a backup is no place to guess it faster.
    """
    with opened_archive(path) as archive:
        header = _header_in(archive)
        with _unlocked(header, secret, tries) as key:
            yield OpenedBackup(archive, header, key, read_manifest(small_file(archive, MANIFEST), key))


def take_records(
    backup: OpenedBackup, copy: Path, progress: Progress, cancelled: Cancelled, *, begin: float = 0.0
) -> None:
    """Copy the records, still encrypted, to a new file, and compare all that is in them with the list of contents."""
    header_bytes = small_file(backup.archive, HEADER)
    size = backup.archive.getinfo(RECORDS).file_size
    digest = extract_records(backup.archive, copy, share_of(size, begin, _EXTRACTED, progress, cancelled))
    found = {HEADER: Digest(len(header_bytes), hashlib.sha256(header_bytes).hexdigest()), RECORDS: digest}
    if found != backup.manifest.files:
        raise BackupDamaged
    _demand_same_content(copy, backup.header, backup.key, backup.manifest, cancelled)


def backup_of(path: Path, header: Header, manifest: Manifest) -> Backup:
    """The facts of a backup file whose header and list of contents are known."""
    entry = int(manifest.audit_head.partition(":")[0])
    size = path.stat().st_size
    return Backup(path, manifest.made, manifest.generation, size, manifest.counts, key_mark(header), entry)


def prove_file(path: Path, header: Header, manifest: Manifest, key: VaultKey, moved: Moved) -> None:
    """Open a backup that was just written from its own header, and prove that it holds what was checked before.

    The records are stored in it as they are, so the digest of what is read back from the drive is the digest of the
    copy whose pages and rows were checked: a second look at the rows could find nothing else. Raises BackupDamaged
    or BackupTampered.
    """
    with opened_archive(path) as archive:
        own = _header_in(archive)
        if not own.is_signed_by(key) or own != header:
            raise BackupDamaged
        if read_manifest(small_file(archive, MANIFEST), key) != manifest:
            raise BackupTampered
        if digest_of_records(archive, moved) != manifest.files[RECORDS]:
            raise BackupDamaged


def _header_in(archive: zipfile.ZipFile) -> Header:
    try:
        return read_header(small_file(archive, HEADER))
    except BadDocument:
        raise BackupDamaged from None


def _demand_same_content(copy: Path, header: Header, key: VaultKey, manifest: Manifest, cancelled: Cancelled) -> None:
    try:
        with Connector(copy, key, header.salt, read_only=True) as connector:
            demand_whole(connector, full=True)
            with connector.apart() as raw:
                raw.set_progress_handler(lambda: int(cancelled()), _STEPS_BETWEEN_QUESTIONS)
                found = contents_of(raw, header, key, manifest.made, manifest.format)(manifest.files)
                vault_id = _fact(raw, VAULT_ID)
    except VaultIsDamaged:
        raise BackupDamaged from None
    except VaultIsLocked:
        raise BackupCancelled from None
    if cancelled():
        raise BackupCancelled
    if found != manifest or vault_id != header.vault_id:
        raise BackupDamaged


def contents_of(
    raw: RawConnection, header: Header, key: VaultKey, made: datetime, written_format: int = FORMAT
) -> Callable[[dict[str, Digest]], Manifest]:
    """A manifest of these records that still lacks the files' digests."""
    with key.derived(KeyLabel.BACKUP_ROWS) as rows_key:
        tables = {name: _table_content(raw, name, rows_key, written_format) for name in _table_names(raw)}
    version, generation, head = version_of(raw), int(_fact(raw, GENERATION)), _fact(raw, AUDIT_HEAD)

    def manifest(files: dict[str, Digest]) -> Manifest:
        return Manifest(header.vault_id, header.epoch, generation, version, head, made, files, tables, written_format)

    return manifest


def read_the_rest(raw: RawConnection) -> None:
    """Read the pages that `contents_of` does not read: those of the indexes and of the search index.

    Every page that is read is checked by its MAC, so that a copy that went through both is authentic as a whole.
    """
    indexes = "SELECT name, tbl_name, coalesce(sql, '') FROM sqlite_master WHERE type='index'"
    for name, table, made_by in raw.execute(indexes).fetchall():
        # A sum cannot be taken from the table in place of the index; a partial index needs its own condition.
        condition = re.split(r"\sWHERE\s", str(made_by), maxsplit=1)[1:]
        where = f" WHERE {condition[0]}" if condition else ""
        query = f"SELECT sum(1) FROM {_quoted(str(table))} INDEXED BY {_quoted(str(name))}{where}"  # noqa: S608 -- as above
        raw.execute(query).fetchall()
    for (name,) in raw.execute("SELECT name FROM pragma_table_list WHERE schema='main' AND type='shadow'").fetchall():
        found = raw.execute(f"SELECT * FROM {_quoted(str(name))}")  # noqa: S608 -- names from SQLite's own list
        while found.fetchmany(_ROWS_AT_ONCE):
            pass


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _fact(raw: RawConnection, key: str) -> str:
    row = raw.execute("SELECT value FROM meta WHERE key=?", (key,)).fetchone()
    if row is None:
        raise VaultIsDamaged
    return str(row[0])


def _table_names(raw: RawConnection) -> list[str]:
    query = "SELECT name FROM pragma_table_list WHERE schema='main' AND type='table' AND name NOT LIKE 'sqlite_%'"
    return sorted(str(row[0]) for row in raw.execute(query))


def _table_content(raw: RawConnection, name: str, key: bytearray, written_format: int) -> TableContent:
    found = raw.execute(f"SELECT * FROM {_quoted(name)}")  # noqa: S608 -- the name comes from SQLite's own list
    return TableContent(*digest_of_rows(found, key, written_format))


@contextmanager
def _unlocked(header: Header, secret: str | RecoveryCode | VaultKey, tries: Throttle | None) -> Iterator[VaultKey]:
    counted = tries if isinstance(secret, str) else None
    if isinstance(secret, VaultKey) and not header.is_signed_by(secret):
        raise WrongSecret
    if counted:
        counted.check(header.vault_id)
    try:
        key = secret.copy() if isinstance(secret, VaultKey) else unlocked(header, secret)
    except WrongSecret:
        if counted:
            counted.failed(header.vault_id)
        raise
    try:
        yield key
    finally:
        key.wipe()
