"""Backups in the whole app: cut short by a lock and taken up again, at quit, and restored by hand."""

from pathlib import Path
from time import monotonic

import pytest
from PySide6.QtWidgets import QAbstractButton, QPushButton

from tests.journeys.counselor import Counselor
from tests.journeys.hands import await_part, click, find, let_work, press, type_text, until, words_on_screen
from tests.journeys.ready import PASSPHRASE, Records
from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.clients import ClientDetails
from vitalshift_desktop.services.workspace import Workspace
from vitalshift_desktop.ui.widgets.passphrase_field import PassphraseField


@pytest.fixture
def stick(practice: Records) -> Path:
    folder = practice.home / "stick"
    folder.mkdir()
    return folder


def test_a_lock_waits_for_no_backup_leaves_nothing_half_and_the_next_unlock_takes_it_up(
    at_practice: Counselor, practice: Records, stick: Path
) -> None:
    """E43 while a backup runs: locks within a second with no dialog; what was begun is taken up afterwards."""
    at_practice.door.unlock(PASSPHRASE)
    computer = at_practice.computer
    computer.workspace.backups.add_place(stick)
    computer.workspace.clients.add(ClientDetails(preferred_name="Maren T."))
    before = {path.name for path in practice.folder.iterdir()}
    computer.window.backup.run.start()
    until(lambda: computer.workspace.backups.state().pending, "a backup that has begun")
    starts, began = computer.starts, monotonic()
    computer.app.lock()
    assert monotonic() - began < 1.0
    assert computer.starts == starts + 1
    assert list(stick.iterdir()) == []
    assert {path.name for path in practice.folder.iterdir()} <= before | {"vault.seal"}
    at_practice.door.unlock(PASSPHRASE)
    assert [line.client.name for line in computer.workspace.clients.lines()] == ["Maren T."]
    assert computer.workspace.backups.state().pending
    window = computer.window
    window.backup.schedule.look()
    until(lambda: not computer.workspace.backups.state().pending, "the backup that was cut short")
    assert len(list(stick.glob("*.vsbackup"))) == 1


def test_the_schedule_knows_how_long_the_computer_was_left_alone(at_practice: Counselor) -> None:
    at_practice.door.unlock(PASSPHRASE)
    idle = at_practice.computer.window._desk.idle_seconds()
    assert idle is not None
    assert 0 <= idle < 60


def test_closing_the_window_backs_up_first(at_practice: Counselor, practice: Records, stick: Path) -> None:
    at_practice.door.unlock(PASSPHRASE)
    workspace = at_practice.computer.workspace
    workspace.backups.add_place(stick)
    workspace.clients.add(ClientDetails(preferred_name="Maren T."))
    at_practice.computer.window.close()
    assert "Backing up before closing…" in words_on_screen()
    until(lambda: at_practice.computer.app.workspace is None, "the app to close")
    assert len(list(stick.glob("*.vsbackup"))) == 1


def test_a_backup_is_restored_by_hand_and_todays_records_stay_beside(
    at_practice: Counselor, practice: Records, stick: Path
) -> None:
    at_practice.door.unlock(PASSPHRASE)
    workspace = at_practice.computer.workspace
    _prepare(workspace, stick)
    click(await_part("nav.vault", QPushButton))
    click(await_part("vault.backup.restore", QAbstractButton))
    field = await_part("restore.passphrase", PassphraseField)
    until(field.edit.hasFocus, "the focus in the passphrase")
    type_text(PASSPHRASE)
    press("Return")
    tick = await_part("restore.tick", QAbstractButton)
    assert "Left behind" in words_on_screen()
    assert "Kept" in words_on_screen()
    click(tick)
    starts = at_practice.computer.starts
    click(await_part("restore.switch", QPushButton))
    until(lambda: at_practice.computer.starts > starts, "the app to begin again")
    at_practice.door.unlock(PASSPHRASE)
    restored = at_practice.computer.workspace
    assert [line.client.name for line in restored.clients.lines()] == ["Maren T."]
    assert any(row.act == AuditAct.DATA_RESTORED.value for row in restored.audit.rows())
    restored.audit.verify()
    (aside,) = practice.folder.parent.glob("*.before-restore*")
    assert (aside / "vault.db").stat().st_size > 0
    assert not [path for path in practice.folder.parent.iterdir() if ".restoring" in path.name]


def test_locking_over_a_restore_that_was_prepared_changes_nothing(
    at_practice: Counselor, practice: Records, stick: Path
) -> None:
    at_practice.door.unlock(PASSPHRASE)
    _prepare(at_practice.computer.workspace, stick)
    click(await_part("nav.vault", QPushButton))
    click(await_part("vault.backup.restore", QAbstractButton))
    until(await_part("restore.passphrase", PassphraseField).edit.hasFocus, "the focus in the passphrase")
    type_text(PASSPHRASE)
    press("Return")
    await_part("restore.tick", QAbstractButton)
    at_practice.computer.app.lock()
    let_work()
    assert find("restore_form") is None
    at_practice.door.unlock(PASSPHRASE)
    assert len(at_practice.computer.workspace.clients.lines()) == 2
    assert not [path for path in practice.folder.parent.iterdir() if "restor" in path.name]


def _prepare(workspace: Workspace, stick: Path) -> None:
    """One client in the backup, a second one since."""
    workspace.backups.add_place(stick)
    workspace.clients.add(ClientDetails(preferred_name="Maren T."))
    workspace.backups.back_up_everywhere(lambda _part: None, lambda: False)
    workspace.clients.add(ClientDetails(preferred_name="Tobiah L."))
