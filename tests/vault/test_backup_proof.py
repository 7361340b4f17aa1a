"""What proves a backup that was just written, and the digests of its rows in both formats."""

import hmac
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.ready_vault import ReadyVault
from tests.vault.old_vaults.kept import kept
from tests.vault.vault_files import PAGE
from vitalshift_desktop.domain.problems import BackupDamaged, BackupFailed, BackupTampered, VaultProblem
from vitalshift_desktop.vault.backups.backup_check import opened_backup, prove_file, verify_backup
from vitalshift_desktop.vault.backups.backup_file import HEADER, MANIFEST, RECORDS
from vitalshift_desktop.vault.connection import Connector
from vitalshift_desktop.vault.keys.header import read_header
from vitalshift_desktop.vault.row_digest import digest_of_rows


def deaf(_size: int) -> None:
    """Nobody counts."""


def proven_after(ready: ReadyVault, file: Path, spoil: Callable[[bytearray], object]) -> None:
    """Prove a finished file as its writer does, after something happened to it on its way to the drive."""
    with opened_backup(file, ready.key) as backup:
        header, manifest = backup.header, backup.manifest
    data = bytearray(file.read_bytes())
    spoil(data)
    file.write_bytes(bytes(data))
    prove_file(file, header, manifest, ready.key, deaf)


def test_the_proof_of_a_written_file_reads_every_byte_of_its_records(ready_vault: ReadyVault, tmp_path: Path) -> None:
    with ready_vault.open() as vault:
        file = vault.back_up(tmp_path / "usb").path
    whole = file.read_bytes()
    proven_after(ready_vault, file, bytearray.copy)
    with zipfile.ZipFile(file) as archive:
        records = archive.read(RECORDS)
    begin = whole.index(records[:64])
    for place in (begin, begin + 16, begin + len(records) // 2, begin + len(records) - 1):

        def flip(data: bytearray, place: int = place) -> None:
            data[place] ^= 1

        file.write_bytes(whole)
        with pytest.raises(BackupDamaged):
            proven_after(ready_vault, file, flip)


def test_the_proof_looks_at_header_and_list_of_contents_too(ready_vault: ReadyVault, tmp_path: Path) -> None:
    with ready_vault.open() as vault:
        file = vault.back_up(tmp_path / "usb").path
    whole = file.read_bytes()
    for inside in (b'"magic":"VSHIFT"', b'"mac":"', b'"generation":', b"PK\x03\x04"):

        def change(data: bytearray, inside: bytes = inside) -> None:
            place = data.index(inside) + len(inside) - 1
            data[place] ^= 1

        file.write_bytes(whole)
        with pytest.raises((BackupDamaged, BackupTampered)):
            proven_after(ready_vault, file, change)


def test_a_drive_that_gives_back_other_bytes_than_it_took_has_no_backup_on_it(
    ready_vault: ReadyVault, tmp_path: Path
) -> None:
    """Worn-out sticks do this: everything is written without an error."""
    target = tmp_path / "usb"
    with ready_vault.open() as vault:
        older = vault.back_up(target).path

        spoilt: list[Path] = []

        def spoil() -> bool:
            """Change what was written, the moment it has its name."""
            for path in set(target.glob("*.vsbackup")) - {older, *spoilt}:
                data = bytearray(path.read_bytes())
                data[-len(data) // 3] ^= 1
                path.write_bytes(bytes(data))
                spoilt.append(path)
            return False

        with vault.write() as work:
            work.meta.set("long", "text " * 600_000)  # several reads of the file
        with pytest.raises(BackupFailed):
            vault.back_up(target, cancelled=spoil)
        assert spoilt
        assert list(target.iterdir()) == [older]


def test_the_pages_of_the_indexes_are_read_before_a_copy_counts(ready_vault: ReadyVault, tmp_path: Path) -> None:
    """A page that no row stands on must be authentic too: damage in an index of the copy stops the backup."""
    with ready_vault.open() as vault:
        with vault._connector.apart() as raw:
            raw.execute("CREATE TABLE wide (id INTEGER PRIMARY KEY, word TEXT)")
            raw.execute("CREATE INDEX wide_by_word ON wide (word)")
            raw.execute("BEGIN")
            for number in range(3000):
                raw.execute("INSERT INTO wide (word) VALUES (?)", (f"{number:060d}",))
            raw.execute("COMMIT")
        spoilt = False

        def spoil(share: float) -> None:
            nonlocal spoilt
            if not spoilt:
                (copy,) = vault.folder.glob("vault.db.part-*")
                data = bytearray(copy.read_bytes())
                data[_begin_of(copy, ready_vault, "wide_by_word") + 100] ^= 1
                copy.write_bytes(bytes(data))
                spoilt = True

        with pytest.raises(VaultProblem):
            vault.back_up(tmp_path / "usb", progress=spoil)
        assert spoilt
        assert list((tmp_path / "usb").glob("*")) == []


def _begin_of(copy: Path, ready: ReadyVault, index: str) -> int:
    """Where the first page of an index begins in the packed copy."""
    header = read_header((ready.folder / "vault.hdr").read_bytes())
    with Connector(copy, ready.key, header.salt, read_only=True) as connector, connector.apart() as raw:
        row = raw.execute("SELECT rootpage FROM sqlite_master WHERE name=?", (index,)).fetchone()
    assert row is not None
    return (int(row[0] or 0) - 1) * PAGE


def test_each_value_of_a_row_counts_by_its_kind_and_its_place(ready_vault: ReadyVault) -> None:
    rows = ["1", "'1'", "1.0", "x'31'", "NULL", "''", "x''", "'1', 1", "1, '1'", "'11', NULL", "'1', '1'"]
    seen, key = set(), bytearray(b"k" * 32)
    with ready_vault.open() as vault, vault._connector.apart() as raw:
        for row in rows:
            seen.add(digest_of_rows(raw.execute(f"SELECT {row}"), key, 2))
        assert len(seen) == len(rows)
        two = digest_of_rows(raw.execute("SELECT 'ä', 12 UNION ALL SELECT NULL, -1.5"), key, 2)
    assert two == (2, hmac.digest(key, b"t2:" + "ä".encode() + b"i12;." + b"nf-1.5;.", "sha256").hex())


def test_a_backup_of_the_first_release_still_verifies_by_its_own_spelling(tmp_path: Path) -> None:
    old = kept("0.1.0", tmp_path / "old")
    (file,) = (tmp_path / "old").rglob("*.vsbackup")
    with zipfile.ZipFile(file) as archive:
        assert json.loads(archive.read(MANIFEST))["format"] == 1
        assert set(archive.namelist()) == {HEADER, RECORDS, MANIFEST}
    assert verify_backup(file, old.code, scratch=tmp_path).counts
