import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from tests.services.test_backups import never, quietly
from tests.services.world import World
from tests.support.ready_vault import ReadyVault
from vitalshift_desktop.domain.backup_rules import BackupRules, Reason
from vitalshift_desktop.domain.backups import PlaceTrouble
from vitalshift_desktop.domain.changes import Subject
from vitalshift_desktop.domain.problems import (
    BackupCancelled,
    BackupPlaceAway,
    BackupRulesOutOfRange,
    FolderIsReadOnly,
    NotFound,
)
from vitalshift_desktop.services.backups import BackupTrouble
from vitalshift_desktop.services.events import Events
from vitalshift_desktop.services.workspace import Workspace


@pytest.fixture
def usb(tmp_path: Path) -> Path:
    folder = tmp_path / "usb"
    folder.mkdir()
    return folder


@pytest.fixture
def nas(tmp_path: Path) -> Path:
    folder = tmp_path / "nas"
    folder.mkdir()
    return folder


def test_a_folder_is_one_place_however_often_it_is_chosen(world: World, usb: Path) -> None:
    backups = world.workspace.backups
    place = backups.add_place(usb)
    assert backups.add_place(usb) == place
    assert backups.places() == (place,)
    assert backups.state().folder == usb
    assert backups.change_place(place.id, recovery_only=True).recovery_only
    backups.remove_place(place.id)
    assert backups.places() == ()
    with pytest.raises(NotFound):
        backups.remove_place(place.id)


def test_one_run_goes_to_every_place_that_is_there_and_tells_which_is_away(world: World, usb: Path, nas: Path) -> None:
    """The stick comes and goes; its absence keeps nothing from the other place."""
    backups = world.workspace.backups
    backups.add_place(usb)
    backups.add_place(nas, recovery_only=True)
    shutil.rmtree(usb)
    world.client()
    run = backups.back_up_everywhere(quietly, never)
    assert [backup.path.parent for backup in run.made] == [nas]
    (away,) = run.problems
    assert away.place.folder == usb
    assert isinstance(away.problem, BackupPlaceAway)
    assert not usb.exists()
    state = backups.state()
    assert (state.problem, state.failing, state.pending) == (None, (), False)
    usb.mkdir()
    again = backups.back_up_everywhere(quietly, never)
    assert sorted(backup.path.parent.name for backup in again.made) == ["nas", "usb"]
    assert len({backup.path.name for backup in again.made}) == 1
    assert [place.trouble for place in backups.places()] == [None, None]


def test_a_place_that_fails_is_remembered_until_it_works_also_after_unlocking_again(
    world: World, usb: Path, nas: Path, ready_vault: ReadyVault
) -> None:
    blocked = _too_deep(usb)
    world.workspace.backups.add_place(blocked)
    world.workspace.backups.add_place(nas)
    run = world.workspace.backups.back_up_everywhere(quietly, never)
    assert [type(outcome.problem) for outcome in run.problems] == [FolderIsReadOnly]
    assert [backup.path.parent for backup in run.made] == [nas]
    world.workspace.close()
    workspace = Workspace(ready_vault.open(now=world.clock.now), world.clock, Events())
    try:
        state = workspace.backups.state()
        assert state.problem is BackupTrouble.FAILED
        assert [place.trouble for place in state.failing] == [PlaceTrouble.READ_ONLY]
        shutil.rmtree(usb)
        workspace.backups.back_up_everywhere(quietly, never)  # away now, which mends nothing
        assert workspace.backups.state().failing
        workspace.backups.remove_place(state.failing[0].id)
        workspace.backups.back_up_everywhere(quietly, never)
        assert workspace.backups.state().problem is None
    finally:
        workspace.close()


def _too_deep(folder: Path) -> Path:
    """A folder that is there, but whose path leaves no room for the name of a file in it; so for root too."""
    while len(str(folder)) < 4020:
        folder = folder / ("n" * min(200, 4060 - len(str(folder))))
    folder.mkdir(parents=True)
    return folder


def test_rules_that_keep_nothing_are_refused(world: World) -> None:
    backups = world.workspace.backups
    with pytest.raises(BackupRulesOutOfRange):
        backups.set_rules(replace(BackupRules(), last=0))
    assert backups.rules() == BackupRules(7, 14, 8, 12, 30)
    backups.set_rules(replace(BackupRules(), last=3))
    assert backups.rules().last == 3


def test_a_run_that_is_stopped_is_pending_until_one_is_made(world: World, usb: Path, ready_vault: ReadyVault) -> None:
    backups = world.workspace.backups
    backups.add_place(usb)
    with pytest.raises(BackupCancelled):
        backups.back_up_everywhere(quietly, lambda: True)
    assert backups.state().pending
    world.workspace.close()
    workspace = Workspace(ready_vault.open(now=world.clock.now), world.clock, Events())
    try:
        assert workspace.backups.due(Reason.RESUMED)
        workspace.backups.back_up_everywhere(quietly, never, Reason.RESUMED)
        assert not workspace.backups.due(Reason.RESUMED)
        assert not workspace.backups.state().pending
    finally:
        workspace.close()


def test_a_backup_is_due_when_the_computer_rests_and_something_is_new(world: World, usb: Path) -> None:
    backups = world.workspace.backups
    assert not backups.due(Reason.IDLE, 600)  # nowhere to go
    backups.add_place(usb)
    assert backups.due(Reason.IDLE, 120)
    assert not backups.due(Reason.IDLE, 119)
    assert not backups.due(Reason.IDLE, None)
    backups.back_up_everywhere(quietly, never)
    assert not backups.has_changes()
    assert not any(backups.due(reason, 600) for reason in (Reason.IDLE, Reason.QUIT, Reason.DAILY, Reason.WEEKLY))
    client = world.client()
    assert backups.has_changes()
    assert backups.due(Reason.IDLE, 120)
    backups.back_up_everywhere(quietly, never)
    world.workspace.clients.open(client.id)
    assert not backups.has_changes()  # looking at a client changes nothing a backup would hold


def test_text_that_was_only_saved_as_a_draft_counts_as_new(world: World, usb: Path) -> None:
    """Saves that follow each other closely leave one entry in the trail, so the trail alone would not tell."""
    backups = world.workspace.backups
    note = world.written(world.held(world.client()))
    backups.add_place(usb)
    world.clock.advance(minutes=1)
    backups.back_up_everywhere(quietly, never)
    world.clock.advance(minutes=1)
    assert not backups.has_changes()
    before = world.rows()
    world.workspace.notes.save_draft(note.id, note.sections, base_version=note.version)
    assert world.rows() == before
    assert backups.has_changes()


def test_what_changes_is_told_to_the_pages(world: World, usb: Path) -> None:
    world.heard.clear()
    world.workspace.backups.add_place(usb)
    world.workspace.backups.back_up_everywhere(quietly, never)
    assert {changed.subject for changed in world.heard} == {Subject.BACKUPS}
