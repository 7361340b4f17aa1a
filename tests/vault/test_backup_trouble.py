import errno
import os
from pathlib import Path

import pytest

from tests.support.clock import FakeClock
from tests.support.ready_vault import ReadyVault
from vitalshift_desktop.domain.problems import DriveFailed, VaultIsLocked
from vitalshift_desktop.vault.backups.backup_names import list_backups


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "backups"


def test_locking_between_writing_and_proving_leaves_no_backup_signed_by_nothing(
    ready_vault: ReadyVault, target: Path
) -> None:
    vault = ready_vault.open()
    names: list[list[str]] = []

    def lock_once_written(share: float) -> None:
        if share >= 0.69:  # everything is in the unfinished file
            vault.close()
            names.append([path.name for path in target.iterdir()])

    with pytest.raises(VaultIsLocked):
        vault.back_up(target, progress=lock_once_written)
    assert all(".part-" in name for name in names[-1])
    assert list(target.iterdir()) == []


def test_a_drive_that_cannot_sync_folders_still_takes_backups_and_one_that_fails_keeps_none(
    ready_vault: ReadyVault, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer, fsync = errno.EINVAL, os.fsync

    def as_some_drives(descriptor: int) -> None:
        if os.fstat(descriptor).st_ino == target.stat().st_ino:
            raise OSError(answer, os.strerror(answer))
        fsync(descriptor)

    with ready_vault.open() as vault:
        target.mkdir(exist_ok=True)
        monkeypatch.setattr(os, "fsync", as_some_drives)
        kept = vault.back_up(target)
        answer = errno.EIO
        with pytest.raises(DriveFailed):
            vault.back_up(target)
    assert [path.name for path in target.iterdir()] == [kept.path.name]


def test_a_name_with_an_impossible_date_does_not_hide_the_other_backups(ready_vault: ReadyVault, target: Path) -> None:
    with ready_vault.open() as vault:
        kept = vault.back_up(target)
        (target / f"{vault.vault_id[:8]}_2026-99-99_9999_g000009.vsbackup").write_bytes(b"made up")
        assert [file.path for file in list_backups(target, vault.vault_id)] == [kept.path]


def test_a_part_that_a_crash_left_on_the_stick_goes_with_the_next_backup(
    ready_vault: ReadyVault, target: Path, clock: FakeClock
) -> None:
    target.mkdir()
    with ready_vault.open(now=clock.now) as vault:
        ours = target / f"{vault.vault_id[:8]}_2026-03-01_0900_g000007.vsbackup.part-0123abcd"
        growing, foreign = ours.with_suffix(".part-0123abce"), target / "ffffffff_x.vsbackup.part-0123abcd"
        for path in (ours, growing, foreign):
            path.write_bytes(b"half")
        now = clock.now().timestamp()
        for path, age in ((ours, 3700), (growing, 60), (foreign, 10**6)):
            os.utime(path, (now - age, now - age))
        backup = vault.back_up(target)
    assert sorted(target.iterdir()) == sorted([backup.path, growing, foreign])
