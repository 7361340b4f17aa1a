"""From a backup to open records: on this computer, on a new one, with the passphrase or the sheet."""

from pathlib import Path

import pytest

from tests.support.dialogs import FakeDialogs
from tests.ui.unlock.door import PASSPHRASE, Door
from vitalshift_desktop.domain.clients import ClientDetails
from vitalshift_desktop.services.unlocking import Unlocking


@pytest.fixture
def stick(door: Door, unlocking: Unlocking) -> Path:
    """A stick with one backup; the records that it was made of are there too."""
    door.make_records()
    workspace = unlocking.unlock(door.folder, PASSPHRASE)
    workspace.clients.add(ClientDetails(preferred_name="In the backup"))
    workspace.vault.back_up(door.home / "stick")
    workspace.clients.add(ClientDetails(preferred_name="After the backup"))
    workspace.close()
    return door.home / "stick"


def on_a_new_computer(door: Door, unlocking: Unlocking) -> None:
    door.settings.set_vault_folder(None)
    door.folder.rename(door.home / "on the other computer")
    for path in unlocking.rescuing._device.data.glob("*-*.*"):
        path.unlink()


def names(door: Door) -> set[str]:
    return {line.client.details.preferred_name for line in door.workspace.clients.lines()}


def choose(door: Door, dialogs: FakeDialogs, folder: Path) -> None:
    dialogs.next_answer(folder)
    door.button("restore.folder").click()
    door.until(lambda: door.sees("restore.start"))


def restore(door: Door, secret: str) -> None:
    door.window.back.restore.secret.edit.setText(secret)
    door.button("restore.start").click()
    door.until(lambda: door.sees("restore.accept"))


@pytest.mark.parametrize("by_code", [False, True])
def test_a_new_computer_gets_the_records_from_a_backup(
    door: Door, stick: Path, dialogs: FakeDialogs, unlocking: Unlocking, by_code: bool
) -> None:
    on_a_new_computer(door, unlocking)
    door.open()
    door.button("first.restore").click()
    choose(door, dialogs, stick)
    restore(door, door._ready.code.text if by_code else PASSPHRASE)
    words = door.window.back.restore.table.words()
    assert words[:6] == ["What", "There now", "In the backup", "Clients", "–", "1"]
    door.button("restore.accept").click()
    if by_code:
        door.until(lambda: door.sees("setup.continue"))
        assert door.folder.exists()
    else:
        assert names(door) == {"In the backup"}
    assert door.settings.vault_folder == door.folder


def test_over_present_records_both_are_counted_and_the_present_ones_step_aside(
    door: Door, stick: Path, dialogs: FakeDialogs
) -> None:
    """E40: never over the only copy."""
    door.open()
    door.button("unlock.restore").click()
    choose(door, dialogs, stick)
    restore(door, PASSPHRASE)
    assert door.window.back.restore.table.words()[3:6] == ["Clients", "2", "1"]
    door.button("restore.accept").click()
    assert names(door) == {"In the backup"}
    (aside,) = [path for path in door.home.iterdir() if ".before-restore-" in path.name]
    assert (aside / "vault.db").exists()


def test_a_restore_that_is_left_changes_nothing(door: Door, stick: Path, dialogs: FakeDialogs) -> None:
    before = {path.name: path.read_bytes() for path in door.folder.iterdir() if path.name != "vault.lock"}
    door.open()
    door.button("unlock.restore").click()
    choose(door, dialogs, stick)
    restore(door, PASSPHRASE)
    door.button("restore.decline").click()
    assert {path.name: path.read_bytes() for path in door.folder.iterdir() if path.name != "vault.lock"} == before
    door.button("restore.back").click()
    door.try_passphrase(PASSPHRASE)
    assert names(door) == {"In the backup", "After the backup"}


def test_leaving_the_app_before_accepting_leaves_no_half_vault(door: Door, stick: Path, dialogs: FakeDialogs) -> None:
    door.open()
    door.button("unlock.restore").click()
    choose(door, dialogs, stick)
    restore(door, PASSPHRASE)
    door.leave()
    assert not [path for path in door.home.iterdir() if ".restoring-" in path.name]


def test_a_wrong_secret_and_a_slip_in_the_code_are_told_at_the_field(
    door: Door, stick: Path, dialogs: FakeDialogs
) -> None:
    door.open()
    door.button("unlock.restore").click()
    choose(door, dialogs, stick)
    page = door.window.back.restore
    page.secret.edit.setText("not the right one")
    door.button("restore.start").click()
    door.until(lambda: page.secret.error)
    code = door._ready.code.text
    page.secret.edit.setText(("Z" if code[0] != "Z" else "Y") + code[1:])
    door.button("restore.start").click()
    door.until(lambda: "group" in page.secret.error)


def test_a_single_file_can_be_chosen_and_a_damaged_one_is_told(door: Door, stick: Path, dialogs: FakeDialogs) -> None:
    (file,) = stick.glob("*.vsbackup")
    door.open()
    door.button("unlock.restore").click()
    dialogs.next_answer(file)
    door.button("restore.file").click()
    door.until(lambda: door.sees("restore.start"))
    file.write_bytes(file.read_bytes()[:5000])
    dialogs.next_answer(stick)
    door.button("restore.folder").click()
    door.until(lambda: door.words("restore.state").startswith("What lies there is damaged"))
    assert not door.sees("restore.start")


def test_a_folder_without_backups_says_so(door: Door, stick: Path, dialogs: FakeDialogs) -> None:
    door.open()
    door.button("unlock.restore").click()
    dialogs.next_answer(door.folder)
    door.button("restore.folder").click()
    door.until(lambda: door.words("restore.state").startswith("There are no backups there"))


def test_a_move_asked_for_before_the_lock_is_done_before_the_passphrase(
    door: Door, stick: Path, unlocking: Unlocking
) -> None:
    target = door.home / "moved" / door.folder.name
    workspace = unlocking.unlock(door.folder, PASSPHRASE)
    assert workspace.place.ask_to_move(target.parent) == target
    workspace.close()
    door.open()
    door.try_passphrase(PASSPHRASE)
    assert names(door) == {"In the backup", "After the backup"}
    assert door.workspace.vault.folder == target
    assert door.settings.vault_folder == target
    assert not door.folder.exists()


def test_a_move_that_cannot_be_done_is_told_and_the_records_open_where_they_were(
    door: Door, stick: Path, unlocking: Unlocking
) -> None:
    target = door.home / "moved" / door.folder.name
    workspace = unlocking.unlock(door.folder, PASSPHRASE)
    workspace.place.ask_to_move(target.parent)
    workspace.close()
    target.mkdir(parents=True)
    (target / "something").touch()
    door.open()
    door.until(lambda: door.sees("moving.stay"))
    assert "already something at this place" in door.words("moving.words")
    door.button("moving.stay").click()
    door.try_passphrase(PASSPHRASE)
    assert door.workspace.vault.folder == door.folder
