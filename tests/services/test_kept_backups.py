import os
import shutil
from dataclasses import replace
from pathlib import Path
from threading import Thread

import pytest

from tests.services.test_backups import never, quietly
from tests.services.world import World
from tests.support.drives import another_drive
from tests.support.ready_vault import ReadyVault
from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.backup_rules import BackupRules, Reason
from vitalshift_desktop.domain.problems import BackupPlaceAway, VaultIsLocked
from vitalshift_desktop.services.events import Events
from vitalshift_desktop.services.workspace import Workspace

__all__ = ["another_drive"]


@pytest.fixture
def usb(world: World, tmp_path: Path) -> Path:
    folder = tmp_path / "usb"
    folder.mkdir()
    world.workspace.backups.add_place(folder)
    return folder


def made(world: World, days: int = 1) -> Path:
    """One more backup, some days later."""
    world.clock.advance(days=days)
    (backup,) = world.workspace.backups.back_up_everywhere(quietly, never).made
    return backup.path


def test_older_backups_are_given_up_by_the_rules_once_a_newer_one_is_proven(world: World, usb: Path) -> None:
    backups = world.workspace.backups
    backups.set_rules(BackupRules(last=2, daily=3, weekly=0, monthly=0))
    paths = [made(world) for _ in range(5)]
    assert sorted(usb.iterdir()) == paths[2:]
    assert [line.path for line in backups.listed()] == paths[:1:-1]
    removed = [row for row in world.workspace.audit.rows(limit=50) if row.act == AuditAct.BACKUP_REMOVED]
    assert {row.object for row in removed} == {path.name for path in paths[:2]}


def test_what_is_not_a_backup_of_this_vault_is_never_given_up(world: World, usb: Path) -> None:
    backups = world.workspace.backups
    backups.set_rules(BackupRules(last=1, daily=0, weekly=0, monthly=0))
    first = made(world)
    others = [
        usb / "holiday.png",
        usb / first.name.replace(first.name[:8], "ffffffff"),
        usb / first.name.replace("_g", "_g9"),
    ]
    for other in others:
        other.write_bytes(b"not ours to remove")
    second = made(world)
    assert sorted(usb.iterdir()) == sorted([*others, second])


def test_nothing_is_given_up_while_a_backup_is_much_smaller_until_that_is_called_right(world: World, usb: Path) -> None:
    """The shrink guard: half of the clients gone may be a mistake, or a disposal that was meant."""
    backups = world.workspace.backups
    backups.set_rules(BackupRules(last=1, daily=0, weekly=0, monthly=0))
    for number in range(20):
        world.client(f"Client {number}")
    full = made(world)
    with world.workspace.vault._connector.apart() as raw:
        raw.execute("DELETE FROM status_change")
        raw.execute("DELETE FROM episode")
        raw.execute("DELETE FROM client")
    small = made(world)
    assert backups.state().shrunk == ("client", "episode", "status_change")
    assert sorted(usb.iterdir()) == [full, small]
    smaller = made(world)
    assert sorted(usb.iterdir()) == [full, small, smaller]
    backups.accept_shrink()
    assert backups.state().shrunk == ()
    assert sorted(usb.iterdir()) == [full, small, smaller]
    last = made(world)
    assert list(usb.iterdir()) == [last]


def test_how_far_a_backup_may_shrink_is_the_counselors_to_say(world: World, usb: Path) -> None:
    backups = world.workspace.backups
    backups.set_rules(replace(BackupRules(), shrink_percent=99))
    for number in range(20):
        world.client(f"Client {number}")
    made(world)
    with world.workspace.vault._connector.apart() as raw:
        raw.execute("DELETE FROM status_change WHERE client_id > 1")
        raw.execute("DELETE FROM episode WHERE client_id > 1")
        raw.execute("DELETE FROM client WHERE id > 1")
    made(world)
    assert backups.state().shrunk == ()


def test_a_clock_that_was_put_back_costs_no_backup(world: World, usb: Path) -> None:
    backups = world.workspace.backups
    backups.set_rules(BackupRules(last=1, daily=0, weekly=0, monthly=0))
    made(world)
    before = sorted(usb.iterdir())
    world.clock.advance(days=-4000)
    (backup,) = backups.back_up_everywhere(quietly, never).made
    assert sorted(usb.iterdir()) == sorted([*before, backup.path])


def test_a_backup_on_the_same_drive_never_counts_as_the_first(world: World, usb: Path, another_drive: Path) -> None:
    backups = world.workspace.backups
    made(world)
    assert not world.workspace.care.has_backup_elsewhere()
    backups.add_place(another_drive)
    backups.back_up_everywhere(quietly, never)
    state = backups.state()
    assert world.workspace.care.has_backup_elsewhere()
    assert {place.folder: place.other_drive for place in state.places} == {usb: False, another_drive: True}


def test_a_folder_that_a_service_copies_away_counts_as_elsewhere(world: World, tmp_path: Path) -> None:
    backups = world.workspace.backups
    dropbox = tmp_path / "Dropbox"
    (dropbox / ".dropbox.cache").mkdir(parents=True)
    backups.add_place(dropbox, recovery_only=True)
    (backup,) = backups.back_up_everywhere(quietly, never).made
    assert backup.opened_by.recovery_only
    assert not backups.state().other_drive
    assert world.workspace.care.has_backup_elsewhere()


def test_the_empty_folder_where_a_drive_would_show_is_not_the_drive(
    world: World, another_drive: Path, tmp_path: Path
) -> None:
    """Else the backup would land on the vault's own drive, and nobody would know."""
    backups = world.workspace.backups
    mount = tmp_path / "mnt"
    mount.symlink_to(another_drive)
    backups.add_place(mount)
    assert backups.back_up_everywhere(quietly, never).made
    mount.unlink()
    mount.mkdir()
    run = backups.back_up_everywhere(quietly, never)
    assert [type(outcome.problem) for outcome in run.problems] == [BackupPlaceAway]
    assert list(mount.iterdir()) == []
    assert not backups.due(Reason.WEEKLY)


def test_locking_in_the_middle_leaves_no_part_and_the_next_unlock_takes_it_up(
    world: World, usb: Path, ready_vault: ReadyVault
) -> None:
    locking = Thread(target=world.workspace.close)  # as the window does, while the backup is made beside it

    def lock() -> bool:
        if locking.ident is None:
            locking.start()
        return False

    with pytest.raises(VaultIsLocked):
        world.workspace.backups.back_up_everywhere(quietly, lock, Reason.IDLE)
    locking.join()
    assert list(usb.iterdir()) == []
    workspace = Workspace(ready_vault.open(now=world.clock.now), world.clock, Events())
    try:
        assert workspace.warnings == ()
        assert workspace.backups.due(Reason.RESUMED)
        assert workspace.backups.back_up_everywhere(quietly, never, Reason.RESUMED).made
        assert not workspace.backups.state().pending
    finally:
        workspace.close()


def test_the_list_tells_which_backups_todays_secrets_do_not_open(world: World, usb: Path) -> None:
    backups = world.workspace.backups
    first = made(world)
    world.workspace.vault.ways_in.change_passphrase("nine blue lanterns drift")
    second = made(world)
    lines = {line.path: line for line in backups.listed()}
    assert (lines[first].older_passphrase, lines[first].older_code) == (True, False)
    assert (lines[second].older_passphrase, lines[second].older_code) == (False, False)
    assert all(line.proven and line.reachable and line.counts["audit"] for line in lines.values())


def test_a_backup_the_vault_does_not_remember_is_listed_by_its_name(world: World, usb: Path) -> None:
    path = made(world)
    unknown = path.with_name(path.name.replace("_g", "_g1"))
    shutil.copy(path, unknown)
    os.utime(unknown)
    lines = {line.path: line for line in world.workspace.backups.listed()}
    assert (lines[unknown].proven, lines[unknown].id, lines[unknown].reachable) == (False, None, True)
    shutil.rmtree(usb)
    assert [line.reachable for line in world.workspace.backups.listed()] == [False]
