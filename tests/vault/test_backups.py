import json
import random
import shutil
import threading
import zipfile
from pathlib import Path

import pytest

from tests.support.clock import FakeClock
from tests.support.ready_vault import PASSPHRASE, ReadyVault
from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.problems import (
    BackupCancelled,
    BackupDamaged,
    BackupTampered,
    VaultIsLocked,
    VaultProblem,
    WrongSecret,
)
from vitalshift_desktop.vault.backups.backup_check import verify_backup
from vitalshift_desktop.vault.backups.backup_names import list_backups
from vitalshift_desktop.vault.files.documents import canonical
from vitalshift_desktop.vault.keys.header import read_header
from vitalshift_desktop.vault.keys.key_slots import SlotType
from vitalshift_desktop.vault.keys.recovery import RecoveryCode
from vitalshift_desktop.vault.keys.vault_key import VaultKey
from vitalshift_desktop.vault.vault import Vault


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "backups"


def entries_of(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def rewrite(path: Path, **changed: bytes) -> None:
    """The same backup with some of its files replaced, as a zip program would do it."""
    entries = entries_of(path)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for name, data in entries.items():
            archive.writestr(name, changed.get(name.replace(".", "_"), data))


def leftovers(*folders: Path) -> list[str]:
    return [path.name for folder in folders if folder.exists() for path in folder.iterdir() if ".part-" in path.name]


def test_a_backup_is_one_stored_zip_of_header_records_and_signed_contents(
    ready_vault: ReadyVault, target: Path, clock: FakeClock
) -> None:
    with ready_vault.open(now=clock.now) as vault:
        backup = vault.back_up(target)
        assert backup.path.name == f"{vault.vault_id[:8]}_2026-03-02_1500_g{backup.generation:06d}.vsbackup"
        assert backup.generation == vault.generation == 3
        assert backup.made == clock.now()
        assert backup.size == backup.path.stat().st_size
        assert leftovers(target, vault.folder) == []
    with zipfile.ZipFile(backup.path) as archive:
        assert {info.compress_type for info in archive.infolist()} == {zipfile.ZIP_STORED}
    entries = entries_of(backup.path)
    assert list(entries) == ["vault.hdr", "vault.db", "manifest.json"]
    assert entries["vault.hdr"] == (ready_vault.folder / "vault.hdr").read_bytes()
    assert not entries["vault.db"].startswith(b"SQLite format 3")
    manifest = json.loads(entries["manifest.json"])
    assert manifest["tables"]["audit"]["rows"] == backup.counts["audit"] == 4


def test_a_backup_opens_by_each_secret_of_its_own_header(ready_vault: ReadyVault, target: Path, tmp_path: Path) -> None:
    with ready_vault.open() as vault:
        backup = vault.back_up(target)
    shutil.rmtree(ready_vault.folder)
    for secret in (PASSPHRASE, ready_vault.code, ready_vault.key):
        assert verify_backup(backup.path, secret, scratch=tmp_path) == backup
    for wrong in ("seven green kettles sang", RecoveryCode.random(), VaultKey.random()):
        with pytest.raises(WrongSecret):
            verify_backup(backup.path, wrong, scratch=tmp_path)
    assert leftovers(tmp_path) == []


def test_the_vault_remembers_its_newest_backup(ready_vault: ReadyVault, target: Path) -> None:
    with ready_vault.open() as vault:
        assert vault.last_backup() is None
        vault.back_up(target)
        backup = vault.back_up(target)
        record = vault.last_backup()
        assert record is not None
        assert (record.made, record.folder, record.name) == (backup.made, target, backup.path.name)
        assert not record.other_drive
        with vault.read() as work:
            assert work.audit.entries(limit=1)[0].act == AuditAct.BACKUP_MADE
        found = list_backups(target, vault.vault_id)
        assert [file.generation for file in found] == [backup.generation, backup.generation - 1]
        assert list_backups(target, "ffffffff-0000-4000-8000-000000000000") == ()
        assert list_backups(target / "nowhere", vault.vault_id) == ()


def test_backups_made_while_somebody_writes_all_hold(ready_vault: ReadyVault, target: Path) -> None:
    """E37: each is verified, and holds at least what was committed before it began."""
    stop = threading.Event()
    with ready_vault.open() as vault:

        def write_on() -> None:
            while not stop.is_set():
                with vault.write() as work:
                    work.meta.set(f"note {work.meta.count_up('notes')}", "text " * 200)

        writer = threading.Thread(target=write_on)
        writer.start()
        try:
            for _ in range(5):
                with vault.read() as work:
                    before = work.meta.number("notes")
                assert vault.back_up(target).counts["meta"] >= before
        finally:
            stop.set()
            writer.join()
        with vault.read() as work:
            assert work.audit.verify() > 5
    assert len(list(target.iterdir())) == 5


@pytest.mark.parametrize("share", [0.02, 0.5, 0.97])
def test_one_damaged_byte_in_a_backup_is_noticed(
    ready_vault: ReadyVault, target: Path, tmp_path: Path, share: float
) -> None:
    """E38: opening it really looks; the older one is kept and holds."""
    with ready_vault.open() as vault:
        older = vault.back_up(target)
        backup = vault.back_up(target)
    data = bytearray(backup.path.read_bytes())
    data[int(len(data) * share)] ^= 1
    backup.path.write_bytes(bytes(data))
    with pytest.raises(BackupDamaged):
        verify_backup(backup.path, ready_vault.key, scratch=tmp_path)
    assert verify_backup(older.path, ready_vault.key, scratch=tmp_path) == older
    assert leftovers(tmp_path) == []


def test_a_damaged_byte_with_a_mended_zip_is_noticed(ready_vault: ReadyVault, target: Path, tmp_path: Path) -> None:
    with ready_vault.open() as vault:
        backup = vault.back_up(target)
    records = bytearray(entries_of(backup.path)["vault.db"])
    records[len(records) // 2] ^= 1
    rewrite(backup.path, vault_db=bytes(records))
    with pytest.raises(BackupDamaged):
        verify_backup(backup.path, ready_vault.key, scratch=tmp_path)


def test_a_contents_list_with_another_date_is_noticed(ready_vault: ReadyVault, target: Path, tmp_path: Path) -> None:
    """E39: a list of contents that was re-dated is told as tampered with."""
    with ready_vault.open() as vault:
        backup = vault.back_up(target)
    manifest = json.loads(entries_of(backup.path)["manifest.json"])
    rewrite(backup.path, manifest_json=canonical({**manifest, "made": "2030-01-01T00:00:00.000000Z"}))
    with pytest.raises(BackupTampered):
        verify_backup(backup.path, ready_vault.key, scratch=tmp_path)


def test_records_of_an_older_backup_in_a_newer_one_are_noticed(
    ready_vault: ReadyVault, target: Path, tmp_path: Path
) -> None:
    with ready_vault.open() as vault:
        older, newer = vault.back_up(target), vault.back_up(target)
    rewrite(newer.path, vault_db=entries_of(older.path)["vault.db"])
    with pytest.raises(BackupDamaged):
        verify_backup(newer.path, ready_vault.key, scratch=tmp_path)


@pytest.mark.parametrize("content", [b"", b"not a zip", b"PK\x05\x06" + bytes(18)])
def test_a_file_that_is_no_backup_is_a_damaged_one(ready_vault: ReadyVault, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.vsbackup"
    path.write_bytes(content)
    with pytest.raises(BackupDamaged):
        verify_backup(path, ready_vault.key, scratch=tmp_path)


def test_a_mutated_backup_fails_in_known_ways_only(ready_vault: ReadyVault, target: Path, tmp_path: Path) -> None:
    with ready_vault.open() as vault:
        backup = vault.back_up(target)
    data, whole = backup.path.read_bytes(), entries_of(backup.path)
    dice = random.Random(38)
    path = tmp_path / "mutated.vsbackup"
    for _ in range(150):
        mutated = bytearray(data)
        place = dice.choice([dice.randrange(1400), len(data) - dice.randrange(1, 4000), dice.randrange(len(data))])
        mutated[place : place + dice.choice([0, 1, 8])] = dice.randbytes(dice.choice([1, 2, 8]))
        path.write_bytes(bytes(mutated))
        try:
            verify_backup(path, ready_vault.key, scratch=tmp_path)
        except VaultProblem:
            continue
        assert entries_of(path) == whole  # what still passes differs in nothing that is ours
    assert leftovers(tmp_path) == []


def test_a_backup_for_the_cloud_opens_by_recovery_code_alone(
    ready_vault: ReadyVault, target: Path, tmp_path: Path
) -> None:
    """E41: no passphrase slot in its header; it opens by the code only."""
    with ready_vault.open() as vault:
        backup = vault.back_up(target, recovery_only=True)
    header = read_header(entries_of(backup.path)["vault.hdr"])
    assert [slot.type for slot in header.slots] == [SlotType.RECOVERY]
    assert verify_backup(backup.path, ready_vault.code, scratch=tmp_path) == backup
    with pytest.raises(WrongSecret):
        verify_backup(backup.path, PASSPHRASE, scratch=tmp_path)


@pytest.mark.parametrize("after", [0, 1, 2, 4])
def test_a_stopped_backup_leaves_nothing_behind(ready_vault: ReadyVault, target: Path, after: int) -> None:
    asked = iter(range(10**9))
    with ready_vault.open() as vault:
        with vault.write() as work:
            for number in range(3000):
                work.meta.set(str(number), "x" * 1000)
        kept = vault.back_up(target)
        with pytest.raises(BackupCancelled):
            vault.back_up(target, cancelled=lambda: next(asked) >= after)
        assert [path.name for path in target.iterdir()] == [kept.path.name]
        assert leftovers(vault.folder) == []
        vault.back_up(target)


def test_locking_stops_a_backup(ready_vault: ReadyVault, target: Path) -> None:
    vault = ready_vault.open()
    with vault.write() as work:
        for number in range(3000):
            work.meta.set(str(number), "x" * 1000)

    locker = threading.Thread(target=vault.close)
    pause = threading.Event()

    def lock() -> bool:
        """Goes on only once the vault is being locked by the other thread."""
        if not locker.is_alive() and vault.is_open:
            locker.start()
        while vault._connector.is_open:
            pause.wait(0.001)
        return False

    with pytest.raises(VaultIsLocked):
        vault.back_up(target, cancelled=lock)
    locker.join()
    assert list(target.glob("*")) == []
    assert leftovers(ready_vault.folder) == []
    with ready_vault.open() as again:
        assert again.warnings == ()


def test_progress_grows_from_nothing_to_all(ready_vault: ReadyVault, target: Path) -> None:
    seen: list[float] = []
    with ready_vault.open() as vault:
        vault.back_up(target, progress=seen.append)
    assert seen == sorted(seen)
    assert 0 < seen[0] < seen[-1] == 1.0


def test_a_restored_copy_of_a_backup_is_the_vault_of_that_moment(
    ready_vault: ReadyVault, target: Path, tmp_path: Path
) -> None:
    with ready_vault.open() as vault:
        with vault.write() as work:
            work.meta.set("word", "before")
        backup = vault.back_up(target)
        with vault.write() as work:
            work.meta.set("word", "after")
    place = tmp_path / "restored.vshift"
    place.mkdir()
    with zipfile.ZipFile(backup.path) as archive:
        archive.extract("vault.hdr", place)
        archive.extract("vault.db", place)
    with Vault.open(place, ready_vault.code, paths=ready_vault.paths) as vault, vault.read() as work:
        assert work.meta.get("word") == "before"
        assert work.audit.verify() > 3
