"""The drive runs full at every write of every act: a sentence, no damage, and with room the work goes on."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.faults.full_disk_acts import Act, acts
from tests.faults.small_drive import SmallDrive, fresh, needs_root, rooms
from tests.support.clock import FakeClock
from tests.support.ready_vault import ReadyVault
from tests.vault.old_vaults.facts import facts_of
from tests.vault.old_vaults.kept import kept
from vitalshift_desktop.domain.problems import DiskFull
from vitalshift_desktop.domain.vaults import WarningKind
from vitalshift_desktop.services.events import Events
from vitalshift_desktop.services.workspace import Workspace
from vitalshift_desktop.vault.vault import Vault

pytestmark = needs_root


@contextmanager
def at_work(vault: ReadyVault) -> Iterator[Workspace]:
    clock = FakeClock()
    workspace = Workspace(vault.open(now=clock.now), clock, Events())
    try:
        yield workspace
    finally:
        workspace.close()


@pytest.mark.parametrize("name", acts())
def test_an_act_that_finds_no_room_is_told_undone_and_works_once_there_is_some(
    master_vault: ReadyVault, drive: SmallDrive, name: str
) -> None:
    """E34 to E36, at each size of room from nothing up to enough."""
    act = acts()[name]
    for pages in rooms(34, step=120 if name.startswith("back up") else 12):
        vault = fresh(master_vault, drive)
        with at_work(vault) as workspace:
            act.prepare(workspace)
            fitted = tried(act, workspace, drive, pages)
            if not fitted:
                act.act(workspace)
            assert act.done(workspace), pages
        with vault.open(vault.code) as again:
            assert again.warnings == (), pages
            assert again.check().ok
            assert act.done(Workspace(again, FakeClock(), Events()))
        if fitted:
            break


def tried(act: Act, workspace: Workspace, drive: SmallDrive, pages: int) -> bool:
    """Whether the act fitted into the room; if not, nothing of it is there, and the room is given back."""
    drive.leave(pages)
    try:
        act.act(workspace)
    except DiskFull:
        assert act.undone(workspace), pages
        return False
    finally:
        drive.free()
    return True


def demand_calm(vault: Vault, fitted: bool, pages: int) -> None:
    """No false alarm; a vault that could be opened but not sealed for want of room may say that."""
    kinds = {warning.kind for warning in vault.warnings}
    assert kinds <= ({WarningKind.NOT_CLOSED_CLEANLY} if fitted else set()), pages


def test_opening_that_finds_no_room_is_told_and_leaves_the_vault_as_it_was(
    master_vault: ReadyVault, drive: SmallDrive
) -> None:
    for pages in rooms(35, step=3):
        vault = fresh(master_vault, drive)
        drive.leave(pages)
        try:
            vault.open().close()
            fitted = True
        except DiskFull:
            fitted = False
        drive.free()
        with vault.open() as opened:
            demand_calm(opened, fitted, pages)
            assert opened.check().ok
        if fitted:
            break


def test_an_old_vault_that_finds_no_room_to_be_brought_up_to_date_stays_as_it_was(
    drive: SmallDrive, tmp_path: Path
) -> None:
    for pages in rooms(36, step=60):
        drive.free()
        shutil.rmtree(drive.place / "old", ignore_errors=True)
        vault = kept("0.1.0", drive.place / "old")
        drive.leave(pages)
        try:
            Vault.open(vault.folder, vault.code, paths=vault.paths).close()
            fitted = True
        except DiskFull:
            fitted = False
        drive.free()
        with Vault.open(vault.folder, vault.code, paths=vault.paths) as opened:
            demand_calm(opened, fitted, pages)
            assert facts_of(Workspace(opened, FakeClock(), Events())) == vault.facts
            assert opened.check().ok
        if fitted:
            break


def test_locking_never_fails_and_nothing_that_was_saved_is_lost(master_vault: ReadyVault, drive: SmallDrive) -> None:
    for pages in rooms(37, step=3):
        vault = fresh(master_vault, drive)
        opened = vault.open()
        with opened.write() as work:
            work.meta.set("kept", "before")
        drive.leave(pages)
        opened.close()
        drive.free()
        with vault.open() as again:
            kinds = {warning.kind for warning in again.warnings}
            assert kinds <= {WarningKind.NOT_CLOSED_CLEANLY}, pages
            with again.read() as work:
                assert work.meta.get("kept") == "before"
            assert again.check().ok
        if not kinds:
            break
