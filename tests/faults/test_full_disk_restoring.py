"""The drive runs full, or takes no writing, while a backup is restored or tried."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.faults.small_drive import PAGE, SmallDrive, needs_root, small_drive
from tests.support.clock import FakeClock
from tests.support.ready_vault import ReadyVault
from tests.vault.restores import backup_of, folder_bytes, left_beside, word_in
from vitalshift_desktop.domain.problems import DiskFull, FolderIsReadOnly
from vitalshift_desktop.services.events import Events
from vitalshift_desktop.services.restoring import Restoring
from vitalshift_desktop.services.workspace import Workspace
from vitalshift_desktop.vault.files.device_paths import DevicePaths

pytestmark = needs_root


@pytest.fixture
def drive(tmp_path: Path) -> Iterator[SmallDrive]:
    with small_drive(tmp_path / "drive", size=10) as drive:
        yield drive


@pytest.fixture
def on_drive(master_vault: ReadyVault, drive: SmallDrive, tmp_path: Path) -> ReadyVault:
    """A vault on the small drive; this computer's own folder lies elsewhere."""
    copied = master_vault.copied_to(drive.place / "home")
    return replace(copied, paths=DevicePaths(tmp_path / "app-data"))


@pytest.fixture
def backup(on_drive: ReadyVault, tmp_path: Path, clock: FakeClock) -> Path:
    return backup_of(on_drive, tmp_path / "backups", "before", clock)


def test_a_restore_that_finds_no_room_leaves_the_vault_as_it_was_and_works_once_there_is(
    on_drive: ReadyVault, backup: Path, drive: SmallDrive, clock: FakeClock
) -> None:
    present = folder_bytes(on_drive.folder)
    restoring = Restoring(clock, on_drive.paths)
    needed = backup.stat().st_size // PAGE
    for pages in (0, 1, needed // 2, needed, needed + 4, needed + 12):
        drive.leave(pages)
        try:
            restoring.prepare(backup, on_drive.code, on_drive.folder).discard()
        except DiskFull:
            assert pages <= needed + 12
        assert left_beside(on_drive.folder) == []
        assert folder_bytes(on_drive.folder) == present
    drive.free()
    restoring.prepare(backup, on_drive.code, on_drive.folder).switch()
    assert word_in(on_drive) == "before"


def test_a_switch_on_a_full_drive_changes_nothing_and_can_be_tried_again(
    on_drive: ReadyVault, backup: Path, drive: SmallDrive, clock: FakeClock
) -> None:
    restore = Restoring(clock, on_drive.paths).prepare(backup, on_drive.code, on_drive.folder)
    drive.fill()
    with pytest.raises(DiskFull):
        restore.switch()
    drive.free()
    assert word_in(on_drive) == "newer than before"
    restore.switch()
    assert word_in(on_drive) == "before"


def test_a_drive_that_takes_no_writing_is_told_as_that(
    on_drive: ReadyVault, backup: Path, drive: SmallDrive, clock: FakeClock
) -> None:
    drive.remount("ro")
    try:
        with pytest.raises(FolderIsReadOnly):
            Restoring(clock, on_drive.paths).prepare(backup, on_drive.code, on_drive.folder)
    finally:
        drive.remount("rw")
    assert left_beside(on_drive.folder) == []


def test_a_drill_that_finds_no_room_leaves_nothing_and_the_practice_goes_on(
    on_drive: ReadyVault, drive: SmallDrive, clock: FakeClock, tmp_path: Path
) -> None:
    workspace = Workspace(on_drive.open(now=clock.now), clock, Events())
    try:
        backup = workspace.backups.back_up(tmp_path / "usb", lambda _share: None, lambda: False)
        for pages in (0, backup.size // PAGE + 4):
            drive.leave(pages)
            with pytest.raises(DiskFull):
                workspace.backups.drill(lambda _share: None, lambda: False)
            assert left_beside(on_drive.folder) == []
        drive.free()
        assert workspace.backups.state().spoilt == ()
        assert workspace.backups.drill(lambda _share: None, lambda: False).backup == backup.path.name
    finally:
        workspace.close()


def test_a_full_stick_keeps_nothing_from_the_other_place(
    master_vault: ReadyVault, drive: SmallDrive, clock: FakeClock, tmp_path: Path
) -> None:
    """E35: previous backups untouched, no file of the final name, no part of one; the other place has its backup."""
    ready = master_vault.copied_to(tmp_path / "home")
    workspace = Workspace(ready.open(now=clock.now), clock, Events())
    try:
        stick, other = drive.place, tmp_path / "other"
        other.mkdir()
        for folder in (stick, other):
            workspace.backups.add_place(folder)
        first = workspace.backups.back_up_everywhere(lambda _share: None, lambda: False)
        assert len(first.made) == 2
        kept = {path.name: path.read_bytes() for path in stick.iterdir()}
        clock.advance(days=1)
        drive.leave(20)
        run = workspace.backups.back_up_everywhere(lambda _share: None, lambda: False)
        drive.free()
        assert [type(outcome.problem) for outcome in run.problems] == [DiskFull]
        assert [backup.path.parent for backup in run.made] == [other]
        assert {path.name: path.read_bytes() for path in stick.iterdir()} == kept
        assert [place.folder for place in workspace.backups.state().failing] == [stick]
        assert workspace.backups.back_up_everywhere(lambda _share: None, lambda: False).problems == ()
        assert workspace.backups.state().failing == ()
    finally:
        workspace.close()
