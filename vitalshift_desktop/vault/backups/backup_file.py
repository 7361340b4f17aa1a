"""A backup file: one stored zip with header, records and a signed list of contents."""

import hashlib
import io
import os
import struct
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO

from vitalshift_desktop import __version__
from vitalshift_desktop.domain.problems import BackupDamaged, BackupTampered, VaultIsNewer
from vitalshift_desktop.vault.files.atomic_write import new_private_file, sync
from vitalshift_desktop.vault.files.documents import (
    LARGEST,
    BadDocument,
    Json,
    expect_keys,
    from_hex,
    mapping,
    parsed,
    signed,
    text,
    verified,
    whole,
)
from vitalshift_desktop.vault.files.foreign_files import NotAFile, opened_file
from vitalshift_desktop.vault.keys.vault_key import KeyLabel, VaultKey
from vitalshift_desktop.vault.seal import Digest
from vitalshift_desktop.vault.tables.columns import utc_instant, utc_text

MAGIC = "VSHIFT-BACKUP"
FORMAT = 2  # 1 had bare digests of the rows, and is still read
READER = 2
HEADER, RECORDS, MANIFEST = "vault.hdr", "vault.db", "manifest.json"
CHUNK = 1024 * 1024
_LOCAL_HEADER = 30  # bytes before the name of an entry, its length and that of the extra field last
# What a zip that somebody damaged or made by hand can raise.
_NOT_A_ZIP = (zipfile.BadZipFile, EOFError, ValueError, RuntimeError, KeyError, struct.error)
_FIXED_DATE = (1980, 1, 1, 0, 0, 0)
_NAMES = (HEADER, RECORDS, MANIFEST)

Moved = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class TableContent:
    """How many rows a table has, and the digest of them all in hex, which only the vault key can make."""

    rows: int
    digest: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup holds: when and from which state it was made, its files and the content of every table."""

    vault_id: str
    epoch: int
    generation: int
    user_version: int
    audit_head: str
    made: datetime
    files: dict[str, Digest]
    tables: dict[str, TableContent]
    format: int = FORMAT

    @property
    def counts(self) -> dict[str, int]:
        """The rows of each table."""
        return {name: table.rows for name, table in self.tables.items()}

    def to_bytes(self, key: VaultKey) -> bytes:
        """The signed document."""
        files: dict[str, Json] = {n: {"size": d.size, "sha256": d.sha256} for n, d in self.files.items()}
        tables: dict[str, Json] = {
            n: {"rows": t.rows, _digested(self.format): t.digest} for n, t in self.tables.items()
        }
        document: dict[str, Json] = {
            "magic": MAGIC,
            "format": self.format,
            "min_reader": self.format,
            "app": __version__,
            "vault_id": self.vault_id,
            "epoch": self.epoch,
            "generation": self.generation,
            "user_version": self.user_version,
            "audit_head": self.audit_head,
            "made": utc_text(self.made),
            "files": files,
            "tables": tables,
        }
        with key.derived(KeyLabel.BACKUP) as mac_key:
            return signed(document, mac_key)


def read_manifest(data: bytes, key: VaultKey) -> Manifest:
    """The manifest; raises BackupDamaged, BackupTampered if this key did not sign it, or VaultIsNewer."""
    try:
        parsed(data)
    except BadDocument:
        raise BackupDamaged from None
    try:
        with key.derived(KeyLabel.BACKUP) as mac_key:
            document = verified(data, mac_key)
        if whole(document.get("min_reader"), 1, 2**31) > READER:
            raise VaultIsNewer
        return _manifest(document)
    except (BadDocument, ValueError):
        raise BackupTampered from None


def unproven_manifest(data: bytes) -> Manifest:
    """What a list of contents says, whoever wrote it; raises BackupDamaged or VaultIsNewer."""
    try:
        document = parsed(data)
        document.pop("mac", None)
        if whole(document.get("min_reader"), 1, 2**31) > READER:
            raise VaultIsNewer
        return _manifest(document)
    except (BadDocument, ValueError):
        raise BackupDamaged from None


def _manifest(document: dict[str, Json]) -> Manifest:
    expect_keys(
        document,
        *("magic", "format", "min_reader", "app", "vault_id", "epoch", "generation", "user_version", "audit_head"),
        *("made", "files", "tables"),
    )
    if document["magic"] != MAGIC:
        raise BadDocument
    written = whole(document["format"], 1, FORMAT)
    files = mapping(document["files"])
    expect_keys(files, HEADER, RECORDS)
    return Manifest(
        vault_id=text(document["vault_id"]),
        epoch=whole(document["epoch"], 1, 2**31),
        generation=whole(document["generation"], 0, 2**53),
        user_version=whole(document["user_version"], 1, 2**31),
        audit_head=text(document["audit_head"]),
        made=utc_instant(text(document["made"])),
        files={name: _digest(mapping(part)) for name, part in files.items()},
        tables={name: _table(mapping(part), _digested(written)) for name, part in mapping(document["tables"]).items()},
        format=written,
    )


def _digest(part: dict[str, Json]) -> Digest:
    expect_keys(part, "size", "sha256")
    return Digest(whole(part["size"], 1, 2**63), from_hex(part["sha256"], 32).hex())


def _table(part: dict[str, Json], digested: str) -> TableContent:
    expect_keys(part, "rows", digested)
    return TableContent(whole(part["rows"], 0, 2**63), from_hex(part[digested], 32).hex())


def _digested(written_format: int) -> str:
    """What the digest of a table is called."""
    return "sha256" if written_format == 1 else "hmac"


def write_backup(
    part: Path, header: bytes, records: Path, manifest: Callable[[Digest, Digest], bytes], moved: Moved
) -> None:
    """Write a new backup file and wait until the drive has it; `manifest` is asked once both digests are known."""
    with (
        open(new_private_file(part), "wb") as file,  # noqa: PTH123 -- an open descriptor
        zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive,
    ):
        archive.writestr(_entry(HEADER), header)
        with records.open("rb") as source, archive.open(_entry(RECORDS), "w", force_zip64=True) as target:
            records_digest = copied(source, target, moved)
        archive.writestr(
            _entry(MANIFEST), manifest(Digest(len(header), hashlib.sha256(header).hexdigest()), records_digest)
        )
        archive.close()
        file.flush()
        sync(file.fileno())


class _InPieces(io.BufferedReader):
    """A file that is never read in one large piece: a zip may claim a list of entries as long as the drive."""

    def read(self, size: int | None = -1, /) -> bytes:
        if size is not None and size > 2 * CHUNK:
            raise zipfile.BadZipFile
        return super().read(size)


@contextmanager
def opened_archive(path: Path) -> Iterator[zipfile.ZipFile]:
    """The zip of a backup with exactly its three stored files; raises BackupDamaged."""
    try:
        file = _InPieces(opened_file(path).detach())
    except NotAFile:
        raise BackupDamaged from None
    with file:
        try:
            archive = zipfile.ZipFile(file)
        except _NOT_A_ZIP:
            raise BackupDamaged from None
        with archive:
            entries = archive.infolist()
            names = sorted(entry.filename for entry in entries)
            if names != sorted(_NAMES) or not all(_is_stored(entry) for entry in entries):
                raise BackupDamaged
            yield archive


def _is_stored(entry: zipfile.ZipInfo) -> bool:
    return entry.compress_type == zipfile.ZIP_STORED and entry.file_size == entry.compress_size


def small_file(archive: zipfile.ZipFile, name: str) -> bytes:
    """The header or manifest of a backup; raises BackupDamaged."""
    if archive.getinfo(name).file_size > LARGEST:
        raise BackupDamaged
    try:
        return archive.read(name)
    except _NOT_A_ZIP:
        raise BackupDamaged from None


def extract_records(archive: zipfile.ZipFile, target: Path, moved: Moved) -> Digest:
    """Copy the records, still encrypted, to a new file; raises BackupDamaged if the zip does not hold together."""
    try:
        with archive.open(RECORDS) as source, open(new_private_file(target), "wb") as file:  # noqa: PTH123 -- a descriptor
            return copied(source, file, moved)
    except _NOT_A_ZIP:
        raise BackupDamaged from None


def digest_of_records(archive: zipfile.ZipFile, moved: Moved) -> Digest:
    """The digest of the records as they lie in the file; raises BackupDamaged if the zip does not hold together."""
    entry = archive.getinfo(RECORDS)
    if archive.fp is None:
        raise BackupDamaged
    file = archive.fp
    begin = _begin_of(file, entry)
    sha256, left = hashlib.sha256(), entry.file_size
    _forget_cached(file)
    file.seek(begin)
    while chunk := file.read(min(CHUNK, left)):
        sha256.update(chunk)
        left -= len(chunk)
        moved(len(chunk))
    return Digest(entry.file_size - left, sha256.hexdigest())


def _begin_of(file: IO[bytes], entry: zipfile.ZipInfo) -> int:
    """Where the bytes of a stored entry begin; the lengths of its name and extra field stand before them."""
    file.seek(entry.header_offset)
    head = file.read(_LOCAL_HEADER)
    if len(head) != _LOCAL_HEADER or not head.startswith(b"PK\x03\x04"):
        raise BackupDamaged
    name, extra = struct.unpack_from("<HH", head, _LOCAL_HEADER - 4)
    return entry.header_offset + _LOCAL_HEADER + int(name) + int(extra)


def _forget_cached(file: IO[bytes]) -> None:
    """Let the next read come from the drive and not from this computer's memory, where the system can do so."""
    if hasattr(os, "posix_fadvise"):
        with suppress(OSError):
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def copied(source: IO[bytes], target: IO[bytes], moved: Moved) -> Digest:
    """Copy all bytes and tell their digest; `moved` hears of every chunk and may raise to stop."""
    sha256, size = hashlib.sha256(), 0
    while chunk := source.read(CHUNK):
        sha256.update(chunk)
        target.write(chunk)
        size += len(chunk)
        moved(len(chunk))
    return Digest(size, sha256.hexdigest())


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _FIXED_DATE)
    entry.external_attr = 0o600 << 16
    return entry
