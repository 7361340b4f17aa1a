import os
import zipfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from tests.services.test_backups import never, quietly
from tests.services.world import World
from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.problems import (
    BackupCancelled,
    BackupDamaged,
    BackupTampered,
    NoBackupToTry,
    VaultIsLocked,
)


@pytest.fixture
def usb(world: World, tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "usb"
    folder.mkdir()
    world.workspace.backups.add_place(folder)
    yield folder
    beside = world.workspace.vault.folder.parent
    assert [path.name for path in beside.iterdir() if "restor" in path.name] == []


def test_the_drill_restores_the_newest_backup_and_remembers_the_day_and_the_file(world: World, usb: Path) -> None:
    backups = world.workspace.backups
    world.signed(world.held(world.client()))
    backups.back_up_everywhere(quietly, never)
    world.clock.advance(days=29)
    world.client("Idris K.")
    newest = backups.back_up_everywhere(quietly, never).made[0]
    assert not backups.drill_due()
    world.clock.advance(days=1)
    assert backups.drill_due()
    seen: list[float] = []
    proven = backups.drill(seen.append, never)
    assert seen == sorted(seen)
    assert seen[-1] == 1.0
    assert (proven.backup, proven.folder, proven.at) == (newest.path.name, usb, world.clock.now())
    assert proven.counts["client"] == 2
    assert backups.last_proven_restore == backups.state().last_proven_restore == proven
    assert not backups.drill_due()
    listed = {line.path: line.drilled_at for line in backups.listed()}
    assert listed[newest.path] == world.clock.now()
    (entry,) = [row for row in world.workspace.audit.rows(limit=50) if row.act == AuditAct.RESTORE_DRILLED]
    assert entry.detail["ok"] is True
    world.client("Wren A.")  # the practice goes on


def test_a_drill_changes_nothing_this_computer_remembers_of_the_vault(world: World, usb: Path) -> None:
    """Else the next opening would take the vault for an older one."""
    backups, vault = world.workspace.backups, world.workspace.vault
    backups.back_up_everywhere(quietly, never)
    data = vault._place.device.data
    before = {path.name: path.read_bytes() for path in data.iterdir()}
    backups.drill(quietly, never)
    assert {path.name: path.read_bytes() for path in data.iterdir()} == before


def test_a_damaged_backup_is_found_by_the_drill_and_counts_no_longer(world: World, usb: Path) -> None:
    """E38 once more, a month later: marked damaged, the older one is kept and proven by the next drill."""
    backups = world.workspace.backups
    backups.back_up_everywhere(quietly, never)
    world.clock.advance(days=1)
    world.client()
    newest = backups.back_up_everywhere(quietly, never).made[0].path
    data = bytearray(newest.read_bytes())
    data[len(data) // 2] ^= 1
    newest.write_bytes(bytes(data))
    with pytest.raises(BackupDamaged):
        backups.drill(quietly, never)
    assert backups.last_proven_restore is None
    assert [backup.path for backup in backups.state().spoilt] == [newest]
    assert newest.exists()
    proven = backups.drill(quietly, never)
    assert proven.backup != newest.name
    assert backups.state().last_good_at == proven.made


def test_without_a_backup_within_reach_there_is_nothing_to_try(world: World, usb: Path) -> None:
    backups = world.workspace.backups
    with pytest.raises(NoBackupToTry):
        backups.drill(quietly, never)
    made = backups.back_up_everywhere(quietly, never).made[0]
    made.path.unlink()
    with pytest.raises(NoBackupToTry):
        backups.drill(quietly, never)


def test_a_drill_that_is_stopped_at_any_moment_leaves_nothing_and_proves_nothing(world: World, usb: Path) -> None:
    backups = world.workspace.backups
    backups.back_up_everywhere(quietly, never)
    for share in (0.0, 0.2, 0.6, 0.7, 0.95):
        seen = [0.0]
        with pytest.raises(BackupCancelled):
            backups.drill(seen.append, partial(_has_come_to, seen, share))
    assert backups.last_proven_restore is None


def _has_come_to(seen: list[float], share: float) -> bool:
    return seen[-1] >= share


def test_locking_stops_a_drill(world: World, usb: Path) -> None:
    backups = world.workspace.backups
    backups.back_up_everywhere(quietly, never)

    def lock() -> bool:
        world.workspace.close()
        return False

    with pytest.raises(VaultIsLocked):
        backups.drill(quietly, lock)


# ---------------------------------------------------------------- the quick look


def test_backups_that_somebody_encrypted_emptied_or_took_away_are_noticed(world: World, usb: Path) -> None:
    backups = world.workspace.backups
    made = []
    for _ in range(4):
        world.clock.advance(days=1)
        world.client()
        made.append(backups.back_up_everywhere(quietly, never).made[0].path)
    assert backups.look_after() == ()
    size = made[3].stat().st_size
    made[3].write_bytes(os.urandom(size))
    made[2].write_bytes(b"")
    made[1].unlink()
    world.heard.clear()
    spoilt = backups.look_after()
    assert {(backup.path, backup.missing_at is not None, backup.damaged_at is not None) for backup in spoilt} == {
        (made[3], False, True),
        (made[2], False, True),
        (made[1], True, False),
    }
    assert world.heard
    assert backups.look_after() == ()  # told once
    state = backups.state()
    assert {backup.path for backup in state.spoilt} == {made[1], made[2], made[3]}
    assert state.last_good_at is not None
    assert {line.path: line.damaged for line in backups.listed()}[made[3]]


def test_a_list_of_contents_that_the_key_did_not_sign_is_noticed_by_the_quick_look(world: World, usb: Path) -> None:
    backups = world.workspace.backups
    path = backups.back_up_everywhere(quietly, never).made[0].path
    data = path.read_bytes()
    mac = data.index(b'"mac":"', data.index(b"manifest.json")) + 7
    path.write_bytes(data[:mac] + b"0" * 8 + data[mac + 8 :])
    assert [backup.path for backup in backups.look_after()] == [path]


def test_a_backup_that_comes_back_with_its_drive_counts_again(world: World, usb: Path) -> None:
    backups = world.workspace.backups
    path = backups.back_up_everywhere(quietly, never).made[0].path
    aside = path.with_suffix(".aside")
    path.rename(aside)
    assert backups.look_after()
    assert backups.state().last_good_at is None
    aside.rename(path)
    assert backups.look_after() == ()
    assert backups.state().last_good_at is not None


def test_a_drive_that_is_away_spoils_nothing(world: World, usb: Path) -> None:
    backups = world.workspace.backups
    backups.back_up_everywhere(quietly, never)
    usb.rename(usb.with_name("pulled"))
    assert backups.look_after() == ()
    assert backups.state().last_good_at is not None


def test_an_older_backup_under_the_name_of_the_newest_is_no_proof_of_it(world: World, usb: Path) -> None:
    """Whoever keeps the files can exchange them; each of them is authentic."""
    backups, vault = world.workspace.backups, world.workspace.vault
    older = backups.back_up_everywhere(quietly, never).made[0]
    world.clock.advance(days=1)
    newest = backups.back_up_everywhere(quietly, never).made[0]
    newest.path.write_bytes(older.path.read_bytes())
    filled_up = newest.size - older.size
    assert filled_up >= 0
    with zipfile.ZipFile(newest.path, "a") as archive:
        archive.comment = b" " * filled_up
    assert newest.path.stat().st_size == newest.size
    with vault.read() as work:
        known = next(made for made in work.backups.made() if made.path == newest.path)
    assert not vault.backups.looks_whole(known)
    with pytest.raises(BackupTampered):
        backups.drill(quietly, never)
