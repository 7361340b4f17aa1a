"""A crash at each step of a restore, and what the next start makes of it."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.support.clock import FakeClock
from tests.support.ready_vault import ReadyVault
from tests.vault.restores import backup_of, folder_bytes, left_beside, prepared, word_in
from vitalshift_desktop.domain.problems import VaultNotFound
from vitalshift_desktop.services.restoring import PreparedRestore, Restoring
from vitalshift_desktop.vault.backups.restore_places import Phase, write_phase


@pytest.fixture
def backup(ready_vault: ReadyVault, tmp_path: Path, clock: FakeClock) -> Path:
    return backup_of(ready_vault, tmp_path / "backups", "before", clock)


@pytest.fixture
def restore(ready_vault: ReadyVault, backup: Path, clock: FakeClock) -> PreparedRestore:
    return prepared(ready_vault, backup, clock)


def beside_of(restore: PreparedRestore) -> Path:
    return restore._restored.place.vault.folder


def crash(restore: PreparedRestore) -> None:
    """The program is gone: nothing is written any more, and its locks are free."""
    restore._restored.let_go()


def crash_between_the_renames(restore: PreparedRestore, ready: ReadyVault) -> Path:
    write_phase(beside_of(restore), Phase.SWITCHING, ready.folder)
    ready.paths.anchor(restore._restored.header.vault_id).unlink()
    aside = ready.folder.with_name(f"{ready.folder.name}.before-restore-2026-03-02_150500")
    ready.folder.rename(aside)
    crash(restore)
    return aside


def test_a_crash_between_the_two_renames_is_finished_by_the_next_opening(
    ready_vault: ReadyVault, restore: PreparedRestore
) -> None:
    aside = crash_between_the_renames(restore, ready_vault)
    assert not ready_vault.folder.exists()
    assert word_in(ready_vault) == "before"
    assert left_beside(ready_vault.folder) == [aside.name]
    assert "vault.restore" not in folder_bytes(ready_vault.folder)


def test_a_crash_between_the_two_renames_is_finished_before_the_first_page_looks(
    ready_vault: ReadyVault, restore: PreparedRestore, clock: FakeClock
) -> None:
    crash_between_the_renames(restore, ready_vault)
    Restoring(clock, ready_vault.paths).settle(ready_vault.folder)
    assert (ready_vault.folder / "vault.db").exists()


@pytest.mark.parametrize("phase", [Phase.PREPARING, Phase.READY, Phase.SWITCHING])
def test_a_crash_before_the_renames_leaves_the_vault_as_it_was_and_the_rest_is_swept(
    ready_vault: ReadyVault, restore: PreparedRestore, phase: Phase
) -> None:
    write_phase(beside_of(restore), phase, ready_vault.folder)
    crash(restore)
    assert word_in(ready_vault) == "newer than before"
    assert left_beside(ready_vault.folder) == []


@pytest.mark.parametrize("files", [(), ("vault.lock",), ("vault.lock", "vault.restore.part-8fde6a93")])
def test_a_crash_before_the_first_mark_was_whole_leaves_nothing(
    ready_vault: ReadyVault, files: tuple[str, ...]
) -> None:
    begun = ready_vault.folder.with_name(f"{ready_vault.folder.name}.restoring-0123abcd")
    begun.mkdir()
    for name in files:
        (begun / name).write_bytes(b'{"phase": "prep')
    ready_vault.open().close()
    assert left_beside(ready_vault.folder) == []


class Crash(BaseException):
    """The program is gone in the middle of what it did."""


def test_a_crash_while_what_was_left_is_taken_away_leaves_nothing_that_is_not_found_again(
    ready_vault: ReadyVault, restore: PreparedRestore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At each file in turn."""
    crash(restore)
    left, kept = beside_of(restore), tmp_path / "kept"
    shutil.copytree(left, kept)
    for last in range(len(list(kept.iterdir())) + 1):
        shutil.rmtree(left, ignore_errors=True)
        shutil.copytree(kept, left)
        with monkeypatch.context() as patched:
            crashing_after(last, patched)
            with pytest.raises(Crash):
                ready_vault.open()
        assert left.exists(), last
        ready_vault.open().close()
        assert left_beside(ready_vault.folder) == [], last


def crashing_after(last: int, patched: pytest.MonkeyPatch) -> None:
    """Crash once so many files and folders were taken away."""
    done: list[object] = []

    def crashing(step: Callable[..., None]) -> Callable[..., None]:
        def crashes(path: object, **named: Any) -> None:  # noqa: ANN401 -- whatever the step takes
            if len(done) == last:
                raise Crash
            step(path, **named)
            done.append(path)

        return crashes

    for name in ("unlink", "rmdir"):
        patched.setattr(os, name, crashing(getattr(os, name)))


def test_a_crash_after_the_renames_leaves_the_restored_vault(ready_vault: ReadyVault, restore: PreparedRestore) -> None:
    aside = crash_between_the_renames(restore, ready_vault)
    beside_of(restore).rename(ready_vault.folder)
    assert word_in(ready_vault) == "before"
    assert "vault.restore" not in folder_bytes(ready_vault.folder)
    assert aside.exists()


def test_a_half_copied_vault_never_takes_the_name_of_one_that_is_missing(
    ready_vault: ReadyVault, restore: PreparedRestore
) -> None:
    write_phase(beside_of(restore), Phase.PREPARING, ready_vault.folder)
    shutil.rmtree(ready_vault.folder)
    crash(restore)
    with pytest.raises(VaultNotFound):
        ready_vault.open()
    assert left_beside(ready_vault.folder) == []


def test_a_restore_that_is_still_going_on_is_left_alone(
    ready_vault: ReadyVault, restore: PreparedRestore, backup: Path, clock: FakeClock
) -> None:
    assert word_in(ready_vault) == "newer than before"
    assert left_beside(ready_vault.folder) == [beside_of(restore).name]
    second = prepared(ready_vault, backup, clock)
    second.discard()
    restore.switch()
    assert word_in(ready_vault) == "before"


def test_folders_that_only_look_like_ours_are_left_alone(
    ready_vault: ReadyVault, restore: PreparedRestore, tmp_path: Path
) -> None:
    name = ready_vault.folder.name
    without_mark = ready_vault.folder.with_name(f"{name}.restoring-0123abcd")
    of_another = ready_vault.folder.with_name(f"{name}.restoring-0123abce")
    elsewhere = tmp_path / "elsewhere"
    for folder in (without_mark, of_another, elsewhere):
        folder.mkdir()
        (folder / "picture.png").write_bytes(b"sea")
    write_phase(of_another, Phase.PREPARING, Path("Other.vshift"))
    write_phase(elsewhere, Phase.PREPARING, ready_vault.folder)
    link = ready_vault.folder.with_name(f"{name}.restoring-0123abcf")
    link.symlink_to(elsewhere)
    crash(restore)
    assert word_in(ready_vault) == "newer than before"
    assert left_beside(ready_vault.folder) == sorted([without_mark.name, of_another.name, link.name])
    assert (elsewhere / "picture.png").exists()


def test_a_mark_that_makes_no_sense_is_nobodys(ready_vault: ReadyVault) -> None:
    for number, mark in enumerate((b"", b"[]", b'{"phase": "done"}', b'{"phase": 3, "target": 4}', b"\xff" * 100)):
        folder = ready_vault.folder.with_name(f"{ready_vault.folder.name}.restoring-0000000{number}")
        folder.mkdir()
        (folder / "vault.restore").write_bytes(mark)
    with ready_vault.open() as vault:
        assert vault.warnings == ()
    assert len(left_beside(ready_vault.folder)) == 5
