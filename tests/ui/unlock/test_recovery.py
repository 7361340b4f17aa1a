import pytest
from PySide6.QtCore import Qt

from tests.ui.unlock.door import PASSPHRASE, Door
from vitalshift_desktop.domain.problems import WrongSecret

NEW = "nine lanterns over the harbor"


def test_the_recovery_code_leads_over_a_new_passphrase_and_a_new_sheet_to_the_records(door: Door) -> None:
    code = door.make_records()
    door.open()
    door.button("unlock.recovery").click()
    door.type(" ".join(code.groups).lower())
    door.press(Qt.Key.Key_Return)
    door.choose_passphrase(NEW)
    groups = door.read_sheet()
    assert tuple(groups) != code.groups
    assert not door.workspaces
    door.copy_sheet(groups)
    door.press(Qt.Key.Key_Return)
    door.button("setup.continue").click()
    door.workspace.close()
    with pytest.raises(WrongSecret):
        door.unlocking.unlock(door.folder, PASSPHRASE)
    door.unlocking.unlock(door.folder, NEW).close()
    door.unlocking.unlock_with_code(door.folder, "-".join(groups)).close()


def test_a_slip_in_one_group_is_named_and_the_rest_stays(door: Door) -> None:
    code = door.make_records()
    groups = list(code.groups)
    groups[2] = ("Z" if groups[2][0] != "Z" else "Y") + groups[2][1:]
    typed = "-".join(groups)
    door.open()
    door.button("unlock.recovery").click()
    door.type(typed)
    door.press(Qt.Key.Key_Return)
    field = door.window.recovery.field
    door.until(lambda: field.error)
    assert field.error.startswith("This is not quite a recovery code. Check group")
    assert "3" in field.error
    assert field.text() == typed
    assert field.edit.hasFocus()


def test_esc_leads_back_to_the_passphrase_and_forgets_the_code(door: Door) -> None:
    door.make_records()
    door.open()
    door.button("unlock.recovery").click()
    door.type("06FX-GVDB")
    door.press(Qt.Key.Key_Escape)
    assert door.sees("unlock.passphrase")
    assert door.window.unlock.field.edit.hasFocus()
    assert door.window.recovery.field.text() == ""


def test_a_recovery_that_was_broken_off_asks_for_a_new_sheet_at_the_next_unlock(door: Door) -> None:
    code = door.make_records()
    door.open()
    door.button("unlock.recovery").click()
    door.type(code.text)
    door.press(Qt.Key.Key_Return)
    door.choose_passphrase(NEW)
    shown = door.read_sheet()
    door.window.abandon()
    for sheet in (code.text, "-".join(shown)):  # neither paper in the house is useless before a new one was asked back
        door.unlocking.unlock_with_code(door.folder, sheet).close()
    door.open()
    door.try_passphrase(NEW)
    groups = door.read_sheet()
    assert groups != shown
    door.copy_sheet(groups)
    door.press(Qt.Key.Key_Return)
    door.button("setup.continue").click()
    door.workspace.close()
    for sheet in (code.text, "-".join(shown)):
        with pytest.raises(WrongSecret):
            door.unlocking.unlock_with_code(door.folder, sheet)
    door.unlocking.unlock_with_code(door.folder, "-".join(groups)).close()


def test_a_recovery_that_was_left_before_a_new_passphrase_changes_nothing(door: Door) -> None:
    code = door.make_records()
    door.open()
    door.button("unlock.recovery").click()
    door.type(code.text)
    door.press(Qt.Key.Key_Return)
    door.until(lambda: door.sees("setup.passphrase"))
    door.window.abandon()
    door.unlocking.unlock(door.folder, PASSPHRASE).close()
    door.unlocking.unlock_with_code(door.folder, code.text).close()
