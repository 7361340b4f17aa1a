"""Files that somebody else laid where the app looks: none of them makes it wait, fill the memory or fall over."""

import os
import struct
import sys
import tracemalloc
from pathlib import Path

import pytest

from tests.support.ready_vault import ReadyVault
from tests.vault.vault_files import header_of
from vitalshift_desktop.domain.problems import BackupDamaged
from vitalshift_desktop.domain.vaults import WarningKind
from vitalshift_desktop.vault.backups.backup_file import opened_archive
from vitalshift_desktop.vault.backups.glance import glanced_at
from vitalshift_desktop.vault.backups.restore_places import settle
from vitalshift_desktop.vault.files.device_notes import read_notes

DEEP = b"[" * 20_000
has_pipes = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")


def test_a_planted_mark_of_a_restore_keeps_nobody_from_opening(ready_vault: ReadyVault) -> None:
    planted = ready_vault.folder.with_name(f"{ready_vault.folder.name}.restoring-12345678")
    planted.mkdir()
    (planted / "vault.restore").write_bytes(DEEP)
    ready_vault.open().close()
    assert planted.exists(), "no mark of ours, so it is left alone"


@pytest.mark.skipif(sys.platform == "win32", reason="making a link needs a right of its own there")
def test_a_circle_of_links_is_nothing_to_settle(tmp_path: Path) -> None:
    (tmp_path / "circle").symlink_to(tmp_path / "circle")
    settle(tmp_path / "circle" / "mine.vshift")


def test_a_planted_note_is_no_note(tmp_path: Path) -> None:
    (tmp_path / "notes.json").write_bytes(DEEP)
    assert read_notes(tmp_path / "notes.json") == {}


def test_a_backup_that_claims_a_list_of_entries_as_long_as_the_drive_is_not_read_into_memory(tmp_path: Path) -> None:
    size = 64 * 1024 * 1024
    planted = tmp_path / "planted.vsbackup"
    with planted.open("wb") as file:
        file.truncate(size)
        file.seek(size)
        file.write(struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 65535, 65535, size, 0, 0))
    tracemalloc.start()
    try:
        assert not glanced_at(planted).is_readable
        assert tracemalloc.get_traced_memory()[1] < size / 4
    finally:
        tracemalloc.stop()


@has_pipes
def test_a_pipe_in_place_of_a_backup_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "planted.vsbackup")
    with pytest.raises(BackupDamaged), opened_archive(tmp_path / "planted.vsbackup"):
        pass


@has_pipes
def test_pipes_in_place_of_this_computers_notes_are_not_waited_for(ready_vault: ReadyVault) -> None:
    ready_vault.open().close()
    anchor = ready_vault.paths.anchor(header_of(ready_vault).vault_id)
    for path in (anchor, ready_vault.paths.unlock_state):
        path.unlink(missing_ok=True)
        os.mkfifo(path)
    with ready_vault.open() as vault:
        assert [warning.kind for warning in vault.warnings] == [WarningKind.ANCHOR_FORGED]
