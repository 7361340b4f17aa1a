"""A vault that does not open: one page says what is wrong, and one button brings the records back."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.support.clock import FakeClock
from tests.ui.unlock.door import PASSPHRASE, Door
from vitalshift_desktop.domain.clients import ClientDetails
from vitalshift_desktop.services.backup_folders import BackupFolders
from vitalshift_desktop.services.unlocking import Unlocking
from vitalshift_desktop.ui.widgets.labels import MarkLabel
from vitalshift_desktop.vault.files.device_paths import DevicePaths

PAGE = 4096


@pytest.fixture
def backups(door: Door, unlocking: Unlocking) -> Path:
    """Records with one client in a backup, one after it; the folder of the backup is known to this computer."""
    door.make_records()
    workspace = unlocking.unlock(door.folder, PASSPHRASE)
    workspace.clients.add(ClientDetails(preferred_name="In the backup"))
    folder = door.home / "stick"
    workspace.vault.back_up(folder)
    workspace.backups.add_place(folder)
    workspace.clients.add(ClientDetails(preferred_name="After the backup"))
    workspace.close()
    return folder


def spoil(path: Path, place: int = 100) -> None:
    data = bytearray(path.read_bytes())
    data[place] ^= 1
    path.write_bytes(bytes(data))


def torn(folder: Path) -> None:
    # A page of rows; where the last migration wrote, the tables are listed, without which nothing can be read.
    spoil(folder / "vault.db", (folder / "vault.db").stat().st_size - 60 * PAGE + 50)


def headers_gone(folder: Path) -> None:
    for name in ("vault.hdr", "vault.hdr2"):
        (folder / name).unlink()


def names(door: Door) -> set[str]:
    return {line.client.details.preferred_name for line in door.workspace.clients.lines()}


def shown(door: Door) -> bool:
    return door.sees("rescue.start") and door.button("rescue.retry").isEnabled()


def bring_back(door: Door) -> None:
    door.button("rescue.start").click()
    door.until(lambda: door.sees("rescue.accept"))
    door.button("rescue.accept").click()


def test_a_damaged_vault_leads_to_the_page_and_one_button_brings_it_back(door: Door, backups: Path) -> None:
    """E20: not "wrong passphrase"; E40: restored, and the damaged folder kept aside."""
    torn(door.folder)
    door.open()
    door.try_passphrase(PASSPHRASE)
    door.until(lambda: shown(door))
    assert door.words("rescue.title") == "Some of the records are damaged"
    assert "Newest backup" in door.window.back.rescue.backup.accessibleName()
    assert str(backups) in door.window.back.rescue.backup.accessibleName()
    marks = [mark.accessibleName() for mark in door.window.back.rescue.findChildren(MarkLabel)]
    assert any(mark.startswith("Records: damaged in places, ") for mark in marks), marks
    door.press(Qt.Key.Key_Escape)
    assert shown(door), "no key leads away from records that wait to be brought back"
    bring_back(door)
    assert "In the backup" in names(door)
    assert door.workspace.read_only is None
    assert [path for path in door.home.iterdir() if ".before-restore-" in path.name]


def test_the_result_is_compared_before_it_is_used_and_can_be_left(door: Door, backups: Path) -> None:
    torn(door.folder)
    before = {path.name: path.read_bytes() for path in door.folder.iterdir() if path.name != "vault.lock"}
    door.open()
    door.try_passphrase(PASSPHRASE)
    door.until(lambda: shown(door))
    door.button("rescue.start").click()
    door.until(lambda: door.sees("rescue.accept"))
    words = door.window.back.rescue.table.words()
    assert words[:4] == ["What", "In the backup", "Now", "Lost"]
    assert words[4:6] == ["Clients", "1"]
    door.button("rescue.decline").click()
    assert "as it was" in door.words("rescue.state")
    assert {path.name: path.read_bytes() for path in door.folder.iterdir() if path.name != "vault.lock"} == before
    assert not [path for path in door.home.iterdir() if ".restoring-" in path.name]


def test_what_can_be_read_can_be_looked_at_without_changing_anything(door: Door, backups: Path) -> None:
    torn(door.folder)
    before = (door.folder / "vault.db").read_bytes()
    door.open()
    door.try_passphrase(PASSPHRASE)
    door.until(lambda: shown(door))
    door.button("rescue.read").click()
    assert door.workspace.read_only is not None
    door.workspace.close()
    assert (door.folder / "vault.db").read_bytes() == before


def test_lost_headers_are_told_at_once_and_the_one_kept_here_opens(door: Door, backups: Path) -> None:
    """E14: both copies missing: told before any passphrase, and a new vault is not offered in its place."""
    headers_gone(door.folder)
    door.open()
    door.until(lambda: shown(door))
    assert door.words("rescue.title") == "The vault’s key file is missing"
    assert not door.sees("first.setup")
    door.until(door.window.back.rescue.secret.edit.hasFocus)
    door.type(PASSPHRASE)
    door.button("rescue.header").click()
    assert names(door) == {"In the backup", "After the backup"}
    assert (door.folder / "vault.hdr").exists()


def test_without_any_header_the_backup_brings_all_records_back(door: Door, backups: Path, unlocking: Unlocking) -> None:
    """E13, E14: the app-data copy is gone too; the backup's own header opens what the vault still holds."""
    headers_gone(door.folder)
    for path in unlocking.rescuing._device.data.glob("header-*.hdr"):
        path.unlink()
    door.open()
    door.until(lambda: shown(door))
    assert not door.sees("rescue.header")
    door.until(door.window.back.rescue.secret.edit.hasFocus)
    door.type(PASSPHRASE)
    bring_back(door)
    assert names(door) == {"In the backup", "After the backup"}


def test_a_wrong_passphrase_is_told_on_the_page_and_can_be_typed_again(door: Door, backups: Path) -> None:
    headers_gone(door.folder)
    door.open()
    door.until(lambda: shown(door))
    door.type("not the right one")
    door.button("rescue.start").click()
    door.until(lambda: door.window.back.rescue.secret.error.startswith("That did not match."))
    door.window.back.rescue.secret.wipe()
    door.window.back.rescue.secret.edit.setFocus()
    door.type(PASSPHRASE)
    bring_back(door)
    assert names(door) == {"In the backup", "After the backup"}


def test_records_that_went_away_with_their_drive_are_told_and_opened_once_they_are_back(
    door: Door, backups: Path
) -> None:
    away = door.folder.with_name("away")
    door.folder.rename(away)
    door.open()
    door.until(lambda: shown(door))
    assert door.words("rescue.title") == "Your records are not where they were"
    away.rename(door.folder)
    door.button("rescue.retry").click()
    door.try_passphrase(PASSPHRASE)
    assert names(door) == {"In the backup", "After the backup"}


def test_no_backup_is_said_and_one_can_be_looked_for_elsewhere(
    door: Door, backups: Path, unlocking: Unlocking, clock: FakeClock
) -> None:
    hidden = door.home / "another drive" / "deep"
    hidden.parent.mkdir()
    backups.rename(hidden)
    (door.folder / "vault.db").unlink()
    door.open()
    door.until(lambda: shown(door))
    assert door.words("rescue.title") == "The file of the records is missing"
    assert "No backup was found" in door.window.back.rescue.backup.accessibleName()
    assert not door.button("rescue.start").isEnabled()
    door.dialogs.next_answer(hidden)
    door.button("rescue.folder").click()
    door.until(lambda: door.button("rescue.start").isEnabled())
    door.window.back.rescue.secret.edit.setFocus()
    door.type(PASSPHRASE)
    bring_back(door)
    assert names(door) == {"In the backup"}


def test_a_diagnosis_can_be_saved_and_names_nobody(door: Door, backups: Path) -> None:
    headers_gone(door.folder)
    door.open()
    door.until(lambda: shown(door))
    file = door.home / "diagnosis.txt"
    door.dialogs.next_answer(file)
    door.button("rescue.save_diagnosis").click()
    text = file.read_text()
    assert "header copies: missing, missing" in text
    assert "backups found: 1" in text
    assert "backup" not in text.replace("backups found", "")
    assert str(door.home) not in text


@pytest.mark.parametrize("rubbish", [b"", b"\x00" * 5000, b"{}", b"VSHIFT" * 900])
def test_whatever_lies_in_the_folder_the_app_starts_into_a_page(door: Door, backups: Path, rubbish: bytes) -> None:
    for name in ("vault.hdr", "vault.hdr2", "vault.db", "vault.seal"):
        (door.folder / name).write_bytes(rubbish)
    door.open()
    door.until(lambda: shown(door))
    assert door.words("rescue.title")


def test_the_folders_of_backups_are_kept_without_names_of_people(
    door: Door, backups: Path, unlocking: Unlocking
) -> None:
    paths: DevicePaths = unlocking.rescuing._device
    assert BackupFolders(paths).of(door.folder) == (backups,)
    assert "In the backup" not in paths.backup_folders.read_text()
