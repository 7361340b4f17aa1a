"""A quick look at backup files without any secret: is it still one of ours, and what does it say of itself."""

import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from vitalshift_desktop.domain.backups import FoundBackup
from vitalshift_desktop.domain.problems import BackupDamaged, BackupTampered, KeySettingsOutOfBounds, VaultIsNewer
from vitalshift_desktop.vault.backups.backup_file import (
    HEADER,
    MANIFEST,
    RECORDS,
    Manifest,
    opened_archive,
    read_manifest,
    small_file,
    unproven_manifest,
)
from vitalshift_desktop.vault.backups.backup_names import SUFFIX
from vitalshift_desktop.vault.backups.backup_notes import key_mark
from vitalshift_desktop.vault.failures import told_as_problems
from vitalshift_desktop.vault.files.documents import BadDocument
from vitalshift_desktop.vault.keys.header import Header, read_header
from vitalshift_desktop.vault.keys.vault_key import VaultKey


def glanced_at(path: Path) -> FoundBackup:
    """What a file says of itself; one that is no backup, or none any more, is told as not readable."""
    with told_as_problems():
        facts = path.stat()
        try:
            header, manifest = header_and_contents(path)
        except (BackupDamaged, VaultIsNewer, KeySettingsOutOfBounds):
            changed = datetime.fromtimestamp(facts.st_mtime, UTC)
            return FoundBackup(path, changed, facts.st_size, is_readable=False)
    return FoundBackup(
        path=path,
        made=manifest.made,
        size=facts.st_size,
        generation=manifest.generation,
        vault_id=header.vault_id,
        counts=manifest.counts,
        recovery_only=key_mark(header).recovery_only,
    )


def header_and_contents(path: Path) -> tuple[Header, Manifest]:
    """The header and the list of contents, neither proven; raises BackupDamaged if they do not hold together."""
    with opened_archive(path) as archive:
        return _header(archive), unproven_manifest(small_file(archive, MANIFEST))


def contents_signed_by(key: VaultKey, path: Path) -> Manifest:
    """The list of contents, if this key signed both it and the header; raises BackupDamaged or BackupTampered."""
    with opened_archive(path) as archive:
        if not _header(archive).is_signed_by(key):
            raise BackupTampered
        manifest = read_manifest(small_file(archive, MANIFEST), key)
        if archive.getinfo(RECORDS).file_size != manifest.files[RECORDS].size:
            raise BackupDamaged
        return manifest


def backup_files(folder: Path) -> Iterator[Path]:
    """The files in a folder that are called backups, whatever else their names say."""
    with told_as_problems():
        yield from (path for path in sorted(folder.iterdir()) if path.suffix == SUFFIX and path.is_file())


def _header(archive: zipfile.ZipFile) -> Header:
    try:
        return read_header(small_file(archive, HEADER))
    except BadDocument:
        raise BackupDamaged from None
