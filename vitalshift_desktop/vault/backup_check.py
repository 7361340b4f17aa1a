"""Opening a backup from its own header and comparing it with its own list of contents."""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from vitalshift_desktop.domain.problems import BackupDamaged, VaultIsDamaged, WrongSecret
from vitalshift_desktop.domain.vaults import Backup
from vitalshift_desktop.vault.atomic_write import temporary_beside
from vitalshift_desktop.vault.backup_file import (
    HEADER,
    MANIFEST,
    RECORDS,
    Manifest,
    TableContent,
    extract_records,
    opened_archive,
    read_manifest,
    small_file,
)
from vitalshift_desktop.vault.connection import Connector, RawConnection
from vitalshift_desktop.vault.documents import BadDocument
from vitalshift_desktop.vault.failures import told_as_problems
from vitalshift_desktop.vault.header import Header, read_header
from vitalshift_desktop.vault.integrity import demand_whole
from vitalshift_desktop.vault.key_slots import unlocked
from vitalshift_desktop.vault.meta import AUDIT_HEAD, GENERATION, VAULT_ID
from vitalshift_desktop.vault.migrate import version_of
from vitalshift_desktop.vault.progress import Cancelled, Progress, never, share_of, unseen
from vitalshift_desktop.vault.recovery import RecoveryCode
from vitalshift_desktop.vault.seal import Digest
from vitalshift_desktop.vault.vault_key import VaultKey

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
    with told_as_problems(), opened_archive(path) as archive, temporary_beside(scratch / RECORDS) as copy:
        header_bytes = small_file(archive, HEADER)
        try:
            header = read_header(header_bytes)
        except BadDocument:
            raise BackupDamaged from None
        with _unlocked(header, secret) as key:
            manifest = read_manifest(small_file(archive, MANIFEST), key)
            moved = share_of(archive.getinfo(RECORDS).file_size, begin, _EXTRACTED, progress, cancelled)
            digest = extract_records(archive, copy, moved)
            found = {HEADER: Digest(len(header_bytes), hashlib.sha256(header_bytes).hexdigest()), RECORDS: digest}
            if found != manifest.files:
                raise BackupDamaged
            _demand_same_content(copy, header, key, manifest)
    return Backup(path, manifest.made, manifest.generation, path.stat().st_size, manifest.counts)


def _demand_same_content(copy: Path, header: Header, key: VaultKey, manifest: Manifest) -> None:
    try:
        with Connector(copy, key, header.salt, read_only=True) as connector:
            demand_whole(connector, full=True)
            with connector.apart() as raw:
                found = contents_of(raw, header, manifest.made)(manifest.files)
                vault_id = _fact(raw, VAULT_ID)
    except VaultIsDamaged:
        raise BackupDamaged from None
    if found != manifest or vault_id != header.vault_id:
        raise BackupDamaged


def contents_of(raw: RawConnection, header: Header, made: datetime) -> Callable[[dict[str, Digest]], Manifest]:
    """A manifest of these records that still lacks the files' digests."""
    tables = {name: _table_content(raw, name) for name in _table_names(raw)}
    version, generation, head = version_of(raw), int(_fact(raw, GENERATION)), _fact(raw, AUDIT_HEAD)

    def manifest(files: dict[str, Digest]) -> Manifest:
        return Manifest(header.vault_id, header.epoch, generation, version, head, made, files, tables)

    return manifest


def _fact(raw: RawConnection, key: str) -> str:
    row = raw.execute("SELECT value FROM meta WHERE key=?", (key,)).fetchone()
    if row is None:
        raise VaultIsDamaged
    return str(row[0])


def _table_names(raw: RawConnection) -> list[str]:
    query = "SELECT name FROM pragma_table_list WHERE schema='main' AND type='table' AND name NOT LIKE 'sqlite_%'"
    return sorted(str(row[0]) for row in raw.execute(query))


def _table_content(raw: RawConnection, name: str) -> TableContent:
    sha256, rows = hashlib.sha256(), 0
    quoted = name.replace('"', '""')
    for row in raw.execute(f'SELECT * FROM "{quoted}"'):  # noqa: S608 -- the name comes from SQLite's own list
        sha256.update(repr(row).encode())
        rows += 1
    return TableContent(rows, sha256.hexdigest())


@contextmanager
def _unlocked(header: Header, secret: str | RecoveryCode | VaultKey) -> Iterator[VaultKey]:
    if isinstance(secret, VaultKey) and not header.is_signed_by(secret):
        raise WrongSecret
    key = secret.copy() if isinstance(secret, VaultKey) else unlocked(header, secret)
    try:
        yield key
    finally:
        key.wipe()
