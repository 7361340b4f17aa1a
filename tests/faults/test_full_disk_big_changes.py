"""The drive runs full while the whole vault is written anew: for a new vault key, and from a backup."""

import shutil
from pathlib import Path

import pytest

from tests.faults.small_drive import SmallDrive, fresh, needs_root, rooms
from tests.support.clock import FakeClock
from tests.support.ready_vault import PASSPHRASE, ReadyVault
from tests.vault.restores import backup_of, folder_bytes, prepared
from vitalshift_desktop.domain.problems import DiskFull, NoRoomToEncrypt, WrongSecret
from vitalshift_desktop.vault import rotating
from vitalshift_desktop.vault.keys.recovery import RecoveryCode

pytestmark = needs_root
CODE = RecoveryCode(bytes(range(16)))


@pytest.mark.parametrize("asked", [True, False], ids=["asked before", "not asked"])
def test_a_new_vault_key_that_finds_no_room_is_told_and_the_old_one_stays(
    master_vault: ReadyVault, drive: SmallDrive, monkeypatch: pytest.MonkeyPatch, asked: bool
) -> None:
    """Also where the room that was there before is gone by the time it is needed."""
    if not asked:
        monkeypatch.setattr(rotating, "ROOM", 0)
    for pages in rooms(31, step=160 if asked else 90):
        vault = fresh(master_vault, drive)
        fitted = rotates(vault, drive, pages)
        drive.free()
        if not fitted:
            with pytest.raises(WrongSecret):
                vault.open(CODE)
            with vault.open(vault.code) as opened:
                assert opened.warnings == (), pages
                assert opened.check().ok
                opened.ways_in.rotate(PASSPHRASE, CODE)
        with pytest.raises(WrongSecret):
            vault.open(vault.code)
        with vault.open(CODE) as opened:
            assert opened.check().ok, pages
        if fitted:
            break


def rotates(vault: ReadyVault, drive: SmallDrive, pages: int) -> bool:
    with vault.open() as opened:
        drive.leave(pages)
        try:
            opened.ways_in.rotate(PASSPHRASE, CODE)
        except (DiskFull, NoRoomToEncrypt):
            assert not (vault.folder / "vault.db.new").exists(), pages
            drive.free()
            with opened.write() as work:  # the work goes on
                work.meta.set("after", "the drive was full")
            return False
    return True


def test_a_restore_that_finds_no_room_is_told_and_the_vault_stays(
    master_vault: ReadyVault, drive: SmallDrive, tmp_path: Path
) -> None:
    clock = FakeClock()
    vault = fresh(master_vault, drive)
    backup = backup_of(vault, tmp_path / "backups", "old", clock)
    kept = tmp_path / "kept"
    shutil.copytree(vault.folder.parent, kept)
    for pages in rooms(40, step=120):
        drive.free()
        shutil.rmtree(drive.place / "home")
        shutil.copytree(kept, drive.place / "home")
        present = folder_bytes(vault.folder)
        drive.leave(pages)
        try:
            prepared(vault, backup, clock).switch()
            fitted = True
        except DiskFull:
            fitted = False
        drive.free()
        if not fitted:
            assert folder_bytes(vault.folder) == present, pages
            prepared(vault, backup, clock).switch()
        with vault.open(vault.code) as opened, opened.read() as work:
            assert work.meta.get("word") == "old", pages
        (aside,) = (path for path in vault.folder.parent.iterdir() if ".before-restore-" in path.name)
        assert folder_bytes(aside) == present
        if fitted:
            break
