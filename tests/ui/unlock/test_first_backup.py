from pathlib import Path

from PySide6.QtCore import Qt

from tests.support.drives import another_drive
from tests.ui.unlock.door import Door
from vitalshift_desktop.domain.vault_care import CareKind

__all__ = ["another_drive"]


def test_a_first_backup_says_where_it_stands_and_that_it_lies_on_the_same_drive(door: Door, tmp_path: Path) -> None:
    door.open()
    door.go_to_passphrase()
    door.choose_passphrase()
    door.copy_sheet(door.read_sheet())
    door.press(Qt.Key.Key_Return)
    blocked = tmp_path / "blocked"
    blocked.write_text("")
    for folder in (blocked / "inside", None):
        door.dialogs.next_answer(folder)
        door.button("setup.backup").click()
        door.until(door.button("setup.backup").isEnabled)
    assert "Backed up" not in door.words("setup.backup_state")
    assert door.words("setup.backup_state")
    (tmp_path / "stick").mkdir()
    door.dialogs.next_answer(tmp_path / "stick")
    door.button("setup.backup").click()
    door.until(lambda: door.words("setup.backup_state").startswith("Backed up, opened and checked."))
    assert "does not count as the first backup yet" in door.words("setup.backup_state")
    assert list((tmp_path / "stick").glob("*.vsbackup"))
    door.button("setup.continue").click()
    assert [place.folder for place in door.workspace.backups.places()] == [tmp_path / "stick"]
    assert [care.kind for care in door.workspace.care.look().items] == [CareKind.NO_BACKUP_ELSEWHERE]


def test_a_first_backup_on_another_drive_is_all_that_is_asked_for(door: Door, another_drive: Path) -> None:
    _at_the_last_step(door)
    door.dialogs.next_answer(another_drive)
    door.button("setup.backup").click()
    assert door.sees("setup.backup_cancel")
    door.until(lambda: door.words("setup.backup_state") == "Backed up, opened and checked.")
    door.button("setup.continue").click()
    assert door.workspace.care.look().items == ()


def test_a_first_backup_in_a_copied_folder_opens_by_the_sheet_alone(door: Door, tmp_path: Path) -> None:
    folder = tmp_path / "Nextcloud"
    folder.mkdir()
    _at_the_last_step(door)
    door.dialogs.next_answer(folder)
    door.button("setup.backup").click()
    door.until(lambda: door.words("setup.backup_state") == "Backed up, opened and checked.")
    door.button("setup.continue").click()
    (backup,) = door.workspace.backups.listed()
    assert backup.recovery_only


def test_the_first_backup_can_be_stopped_and_asked_for_again(door: Door, tmp_path: Path) -> None:
    _at_the_last_step(door)
    door.dialogs.next_answer(tmp_path / "stick")
    (tmp_path / "stick").mkdir()
    door.button("setup.backup").click()
    door.button("setup.backup_cancel").click()
    door.until(door.button("setup.backup").isEnabled)
    assert door.words("setup.backup_state").startswith("This was stopped before it was finished.")
    assert list((tmp_path / "stick").iterdir()) == []
    door.button("setup.continue").click()
    assert door.workspace.backups.places() == ()


def _at_the_last_step(door: Door) -> None:
    door.open()
    door.go_to_passphrase()
    door.choose_passphrase()
    door.copy_sheet(door.read_sheet())
    door.press(Qt.Key.Key_Return)
