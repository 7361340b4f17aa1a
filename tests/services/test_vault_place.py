"""Where the vault lies: told, accepted, moved, and the copy left behind taken away."""

import json
from pathlib import Path

import pytest

from tests.support.clock import FakeClock
from tests.support.ready_vault import ReadyVault
from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.problems import BackupCancelled, PlaceIsSynced, VaultExists, VaultInUse, VaultNotFound
from vitalshift_desktop.domain.vault_places import SyncProvider
from vitalshift_desktop.services.events import Events
from vitalshift_desktop.services.moving import Moving
from vitalshift_desktop.services.workspace import Workspace
from vitalshift_desktop.vault.vault import Vault

NOBODY, NEVER = (lambda _share: None), (lambda: False)


@pytest.fixture
def moving(ready_vault: ReadyVault, clock: FakeClock) -> Moving:
    return Moving(clock, ready_vault.paths)


def opened(vault: ReadyVault, clock: FakeClock, folder: Path | None = None) -> Workspace:
    found = Vault.open(folder or vault.folder, vault.key, paths=vault.paths, now=clock.now)
    return Workspace(found, clock, Events())


def acts(workspace: Workspace) -> list[str]:
    with workspace.vault.read() as work:
        return [entry.act for entry in work.audit.entries()]


def synced(vault: ReadyVault) -> None:
    (vault.folder.parent / ".stfolder").mkdir()


def test_a_vault_in_a_shared_folder_is_warned_of_until_it_is_accepted(
    ready_vault: ReadyVault, clock: FakeClock
) -> None:
    synced(ready_vault)
    workspace = opened(ready_vault, clock)
    assert workspace.place.warning() is SyncProvider.SYNCTHING
    assert workspace.place.facts().needs_moving
    workspace.place.keep_here()
    assert workspace.place.warning() is None
    workspace.close()
    workspace = opened(ready_vault, clock)
    facts = workspace.place.facts()
    assert workspace.place.warning() is None
    assert (facts.provider, facts.accepted, facts.needs_moving) == (SyncProvider.SYNCTHING, True, False)
    assert AuditAct.SYNC_FOLDER_ACCEPTED in acts(workspace)
    workspace.close()


def test_accepting_one_service_does_not_accept_another(ready_vault: ReadyVault, clock: FakeClock) -> None:
    synced(ready_vault)
    workspace = opened(ready_vault, clock)
    workspace.place.keep_here()
    workspace.close()
    (ready_vault.folder.parent / ".stfolder").rmdir()
    (ready_vault.folder.parent / ".dropbox").touch()
    workspace = opened(ready_vault, clock)
    assert workspace.place.warning() is SyncProvider.DROPBOX
    workspace.close()


def test_a_vault_is_moved_whole_and_the_old_folder_steps_aside(
    ready_vault: ReadyVault, clock: FakeClock, moving: Moving, tmp_path: Path
) -> None:
    workspace = opened(ready_vault, clock)
    with workspace.vault.write() as work:
        work.meta.set("story", "before the move")
    target = workspace.place.ask_to_move(tmp_path / "elsewhere")
    workspace.close()
    request = moving.requested(ready_vault.folder)
    assert request is not None
    before = {path.name: path.read_bytes() for path in ready_vault.folder.iterdir()}
    shares: list[float] = []
    assert moving.run(request, shares.append, NEVER) == target
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    assert not ready_vault.folder.exists()
    assert moving.requested(ready_vault.folder) is None

    workspace = opened(ready_vault, clock, target)
    assert workspace.warnings == ()
    with workspace.vault.read() as work:
        assert work.meta.get("story") == "before the move"
    old = workspace.place.facts().old_place
    assert old is not None
    assert {path.name: path.read_bytes() for path in old.iterdir()} == before
    workspace.place.remove_old_place()
    assert not old.exists()
    assert workspace.place.facts().old_place is None
    assert AuditAct.OLD_PLACE_REMOVED in acts(workspace)
    workspace.close()


def test_a_move_that_is_stopped_leaves_everything_as_it_was(
    ready_vault: ReadyVault, clock: FakeClock, moving: Moving, tmp_path: Path
) -> None:
    workspace = opened(ready_vault, clock)
    target = workspace.place.ask_to_move(tmp_path / "elsewhere")
    workspace.close()
    request = moving.requested(ready_vault.folder)
    assert request is not None
    with pytest.raises(BackupCancelled):
        moving.run(request, NOBODY, lambda: True)
    assert list(target.parent.iterdir()) == []
    opened(ready_vault, clock).close()
    assert moving.requested(ready_vault.folder) == request


def test_an_open_vault_is_not_moved(ready_vault: ReadyVault, clock: FakeClock, moving: Moving, tmp_path: Path) -> None:
    workspace = opened(ready_vault, clock)
    workspace.place.ask_to_move(tmp_path / "elsewhere")
    request = moving.requested(ready_vault.folder)
    assert request is not None
    with pytest.raises(VaultInUse):
        moving.run(request, NOBODY, NEVER)
    workspace.close()


def test_a_move_goes_neither_over_something_nor_into_another_shared_folder(
    ready_vault: ReadyVault, clock: FakeClock, moving: Moving, tmp_path: Path
) -> None:
    workspace = opened(ready_vault, clock)
    (tmp_path / "Dropbox").mkdir()
    with pytest.raises(PlaceIsSynced):
        workspace.place.ask_to_move(tmp_path / "Dropbox")
    (tmp_path / "taken" / ready_vault.folder.name).mkdir(parents=True)
    with pytest.raises(VaultExists):
        workspace.place.ask_to_move(tmp_path / "taken")
    assert moving.requested(ready_vault.folder) is None
    workspace.close()


def test_a_request_for_a_vault_that_went_away_is_told(ready_vault: ReadyVault, moving: Moving, tmp_path: Path) -> None:
    moving.request(tmp_path / "gone.vshift", tmp_path / "elsewhere" / "gone.vshift")
    request = moving.requested(tmp_path / "gone.vshift")
    assert request is not None
    with pytest.raises(VaultNotFound):
        moving.run(request, NOBODY, NEVER)
    assert moving.requested(ready_vault.folder) is None


def test_a_stranger_at_the_old_place_is_not_taken_away(
    ready_vault: ReadyVault, clock: FakeClock, moving: Moving, tmp_path: Path
) -> None:
    workspace = opened(ready_vault, clock)
    target = workspace.place.ask_to_move(tmp_path / "elsewhere")
    workspace.close()
    request = moving.requested(ready_vault.folder)
    assert request is not None
    moving.run(request, NOBODY, NEVER)
    workspace = opened(ready_vault, clock, target)
    old = workspace.place.facts().old_place
    assert old is not None
    from vitalshift_desktop.vault.keys.key_slots import KdfCost

    other = tmp_path / "other.vshift"
    Vault.create(other, ready_vault.passphrase, paths=ready_vault.paths, cost=KdfCost.floor())[0].close()
    for name in ("vault.hdr", "vault.hdr2"):
        (old / name).write_bytes((other / name).read_bytes())
    workspace.place.remove_old_place()
    assert (old / "vault.db").exists()
    workspace.close()


def test_a_planted_note_of_an_old_place_deletes_neither_the_open_records_nor_other_papers(
    ready_vault: ReadyVault, clock: FakeClock, tmp_path: Path
) -> None:
    """Headers are no secret: whoever can write that note can also lay one into any folder."""
    papers, link = tmp_path / "papers", tmp_path / "link"
    papers.mkdir()
    (papers / "thesis.txt").write_text("years of work")
    (papers / "vault.hdr").write_bytes((ready_vault.folder / "vault.hdr").read_bytes())
    link.symlink_to(ready_vault.folder.parent, target_is_directory=True)
    workspace = opened(ready_vault, clock)
    notes = ready_vault.paths.old_places
    notes.write_text(json.dumps({str(ready_vault.folder): str(papers)}))
    workspace.place.remove_old_place()
    assert (papers / "thesis.txt").exists()
    notes.write_text(json.dumps({str(ready_vault.folder): str(link / ready_vault.folder.name)}))
    with pytest.raises(VaultInUse):
        workspace.place.remove_old_place()
    workspace.close()
    opened(ready_vault, clock).close()


def test_a_planted_request_does_not_move_the_records_into_a_synced_folder(
    ready_vault: ReadyVault, moving: Moving, tmp_path: Path
) -> None:
    moving.request(ready_vault.folder, tmp_path / "Dropbox" / "mine.vshift")
    assert moving.requested(ready_vault.folder) is None
