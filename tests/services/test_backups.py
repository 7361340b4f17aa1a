from dataclasses import replace
from pathlib import Path

import pytest

from tests.services.world import World
from vitalshift_desktop.domain.changes import Subject
from vitalshift_desktop.domain.problems import BackupCancelled, Problem
from vitalshift_desktop.services.backups import BackupTrouble


def quietly(_share: float) -> None:
    """Progress that nobody watches."""


def never() -> bool:
    return False


def test_before_the_first_backup_the_state_says_so(world: World) -> None:
    state = world.workspace.backups.state()
    assert (state.last_good_at, state.folder, state.problem) == (None, None, BackupTrouble.NEVER)


def test_the_sample_practice_is_not_asked_for_backups(world: World) -> None:
    practice = world.workspace.practice
    practice.change(replace(practice.get(), is_sample=True))
    assert world.workspace.backups.state().problem is None


def test_a_backup_is_opened_and_compared_and_then_remembered(world: World, tmp_path: Path) -> None:
    folder = tmp_path / "drive"
    folder.mkdir()
    world.client()
    world.heard.clear()
    backup = world.workspace.backups.back_up(folder, quietly, never)
    state = world.workspace.backups.state()
    assert backup.path.exists()
    assert backup.path.parent == folder
    assert (state.problem, state.folder) == (None, folder)
    assert [changed.subject for changed in world.heard] == [Subject.BACKUPS]
    world.clock.advance(days=8)
    assert world.workspace.backups.state().problem is BackupTrouble.OVERDUE


def test_a_backup_that_fails_is_told_until_one_succeeds(world: World, tmp_path: Path) -> None:
    target = tmp_path / "file"
    target.write_text("not a folder")
    with pytest.raises(Problem):
        world.workspace.backups.back_up(target, quietly, never)
    assert world.workspace.backups.state().problem is BackupTrouble.FAILED
    world.workspace.backups.back_up(tmp_path, quietly, never)
    assert world.workspace.backups.state().problem is None


def test_a_backup_that_was_stopped_is_no_failure(world: World, tmp_path: Path) -> None:
    with pytest.raises(BackupCancelled):
        world.workspace.backups.back_up(tmp_path, quietly, lambda: True)
    assert world.workspace.backups.state().problem is BackupTrouble.NEVER


def test_the_audit_trail_is_read_from_the_newest_entry_on_by_pages(world: World) -> None:
    for place in range(5):
        world.client(f"Client {place}")
    newest = world.workspace.audit.rows(limit=2)
    older = world.workspace.audit.rows(before=newest[-1].id, limit=2)
    assert [row.id for row in (*newest, *older)] == list(range(world.rows(), world.rows() - 4, -1))
    assert {row.act for row in newest} == {"client.added"}
    assert "Client" not in str([row.detail for row in world.workspace.audit.rows()])
