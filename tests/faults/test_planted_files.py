"""Somebody who can write to the vault's folder, but has no key, plants files in it."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.faults.journals import journal_of
from tests.support.ready_vault import ReadyVault
from tests.vault.vault_files import kinds
from vitalshift_desktop.domain.practice import Practice
from vitalshift_desktop.domain.problems import DriveFailed, RecordsMissing
from vitalshift_desktop.domain.vaults import WarningKind

Plant = Callable[[Path], None]


def pipe(path: Path) -> None:
    path.unlink(missing_ok=True)
    os.mkfifo(path)


def endless(path: Path) -> None:
    path.unlink(missing_ok=True)
    path.symlink_to("/dev/zero")


def named(vault: ReadyVault, practice_name: str) -> bytes:
    """The records as they lie on the drive after this name was written and the vault was closed."""
    with vault.open() as opened, opened.write() as work:
        work.practice.save(Practice(practice_name=practice_name))
    return (vault.folder / "vault.db").read_bytes()


def test_a_planted_rollback_journal_cannot_put_old_pages_back_behind_the_seal(ready_vault: ReadyVault) -> None:
    older = named(ready_vault, "older")
    newer = named(ready_vault, "newer")
    # Only the page of the practice: the pages of the audit trail would give the act away.
    kept = bytearray(newer)
    last = max(at for at in range(0, len(older), 4096) if older[at : at + 4096] != newer[at : at + 4096])
    kept[last : last + 4096] = older[last : last + 4096]
    journal = journal_of(bytes(kept), newer)
    (ready_vault.folder / "vault.db-journal").write_bytes(journal)
    with ready_vault.open() as opened:
        assert kinds(opened) == [WarningKind.CHANGED_OUTSIDE]
        with opened.read() as work:
            assert work.practice.get().practice_name == "newer"
    (aside,) = ready_vault.folder.glob("foreign-journal-*")
    assert aside.read_bytes() == journal
    with ready_vault.open() as opened:
        assert kinds(opened) == []


def test_a_link_in_place_of_the_lock_file_empties_no_other_file(ready_vault: ReadyVault, tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("not yours")
    lock = ready_vault.folder / "vault.lock"
    lock.unlink(missing_ok=True)
    lock.symlink_to(letter)
    with pytest.raises(DriveFailed):
        ready_vault.open()
    assert letter.read_text() == "not yours"


@pytest.mark.parametrize("plant", [pipe, endless])
@pytest.mark.parametrize(
    ("name", "noticed"), [("vault.hdr", WarningKind.HEADER_REPAIRED), ("vault.seal", WarningKind.SEAL_FORGED)]
)
def test_a_pipe_or_a_device_is_never_waited_for(
    ready_vault: ReadyVault, name: str, noticed: WarningKind, plant: Plant
) -> None:
    plant(ready_vault.folder / name)
    with ready_vault.open() as opened:
        assert kinds(opened) == [noticed]


@pytest.mark.parametrize("plant", [pipe, endless])
def test_a_pipe_or_a_device_in_place_of_the_records_counts_as_missing(ready_vault: ReadyVault, plant: Plant) -> None:
    plant(ready_vault.folder / "vault.db")
    with pytest.raises(RecordsMissing):
        ready_vault.open()


def test_a_folder_with_the_name_of_an_unfinished_file_does_not_keep_the_vault_shut(ready_vault: ReadyVault) -> None:
    (ready_vault.folder / "x.part-1").mkdir()
    with ready_vault.open() as vault:
        assert vault.is_open
    shutil.rmtree(ready_vault.folder / "x.part-1")
