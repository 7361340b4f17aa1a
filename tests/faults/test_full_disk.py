from pathlib import Path

import pytest

from tests.faults.small_drive import SmallDrive, needs_root
from tests.support.ready_vault import PASSPHRASE, ReadyVault
from vitalshift_desktop.domain.problems import DiskFull, FolderIsReadOnly
from vitalshift_desktop.vault.backups.backup_check import verify_backup
from vitalshift_desktop.vault.files.device_paths import DevicePaths
from vitalshift_desktop.vault.keys.key_slots import KdfCost
from vitalshift_desktop.vault.vault import Vault

NEW = "nine blue lanterns drift"
LONG = "a long note " * 40_000

pytestmark = needs_root


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


def test_a_full_drive_is_told_and_the_same_save_works_once_there_is_room(
    vault_on_drive: ReadyVault, drive: SmallDrive
) -> None:
    with vault_on_drive.open() as vault:
        with vault.write() as work:
            work.meta.set("kept", "before")
        drive.fill()
        for _ in range(3):
            with pytest.raises(DiskFull), vault.write() as work:
                work.meta.set("note", LONG)
        with vault.read() as work:
            assert work.meta.get("kept") == "before"
            assert work.meta.get("note") is None
        drive.free()
        with vault.write() as work:
            work.meta.set("note", LONG)
        with vault.read() as work:
            assert work.audit.verify() > 0
    with vault_on_drive.open() as vault, vault.read() as work:
        assert vault.warnings == ()
        assert (work.meta.get("kept"), work.meta.get("note")) == ("before", LONG)


def test_a_vault_can_be_locked_on_a_full_drive(vault_on_drive: ReadyVault, drive: SmallDrive) -> None:
    vault = vault_on_drive.open()
    with vault.write() as work:
        work.meta.set("kept", "before")
    drive.fill()
    vault.close()
    drive.fill()  # locking emptied the log
    with pytest.raises(DiskFull):
        vault_on_drive.open()
    drive.free()
    with vault_on_drive.open() as again, again.read() as work:
        assert work.meta.get("kept") == "before"
        assert work.audit.verify() > 0


def test_a_backup_that_finds_no_room_leaves_only_the_older_ones(
    ready_vault: ReadyVault, drive: SmallDrive, tmp_path: Path
) -> None:
    with ready_vault.open() as vault:
        older = vault.back_up(drive.place)
        drive.fill()
        with pytest.raises(DiskFull):
            vault.back_up(drive.place)
        drive.free()
        assert names(drive.place) == [older.path.name]
        assert verify_backup(older.path, ready_vault.key, scratch=tmp_path) == older
        record = vault.last_backup()
        assert record is not None
        assert (record.name, record.other_drive) == (older.path.name, True)
        vault.back_up(drive.place)


def test_a_backup_with_no_room_for_its_snapshot_leaves_nothing(
    vault_on_drive: ReadyVault, drive: SmallDrive, tmp_path: Path
) -> None:
    target = tmp_path / "backups"
    with vault_on_drive.open() as vault:
        drive.fill()
        before = names(vault.folder)
        with pytest.raises(DiskFull):
            vault.back_up(target)
        assert names(vault.folder) == before
        assert names(target) == []
        drive.free()
        vault.back_up(target)


def test_the_old_passphrase_still_opens_after_a_change_that_found_no_room(
    vault_on_drive: ReadyVault, drive: SmallDrive
) -> None:
    with vault_on_drive.open() as vault:
        drive.fill()
        before = names(vault.folder)
        with pytest.raises(DiskFull):
            vault.ways_in.change_passphrase(NEW)
        assert names(vault.folder) == before
        vault.ways_in.confirm_passphrase(PASSPHRASE)
        drive.free()
        vault.ways_in.change_passphrase(NEW)
    vault_on_drive.open(NEW).close()


def test_a_vault_for_which_there_is_no_room_leaves_nothing(drive: SmallDrive, tmp_path: Path) -> None:
    drive.fill()
    with pytest.raises(DiskFull):
        Vault.create(drive.place / "new", PASSPHRASE, paths=DevicePaths(tmp_path / "app"), cost=KdfCost.floor())
    assert names(drive.place) == ["filler"]


def test_a_read_only_drive_is_told_by_its_own_problem(
    vault_on_drive: ReadyVault, drive: SmallDrive, tmp_path: Path
) -> None:
    drive.remount("ro")
    try:
        with pytest.raises(FolderIsReadOnly):
            vault_on_drive.open()
        with pytest.raises(FolderIsReadOnly):
            Vault.create(drive.place / "new", PASSPHRASE, paths=DevicePaths(tmp_path / "app"), cost=KdfCost.floor())
    finally:
        drive.remount("rw")
    vault_on_drive.open().close()
