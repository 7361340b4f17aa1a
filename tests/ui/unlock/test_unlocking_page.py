from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit

from tests.ui.unlock.door import PASSPHRASE, Door


def test_the_right_passphrase_opens_the_records(door: Door) -> None:
    door.make_records()
    door.open()
    door.try_passphrase(PASSPHRASE)
    assert door.workspace.name == "My Practice"
    assert door.window.unlock.field.text() == ""


def test_a_wrong_passphrase_is_told_at_the_field_which_is_emptied(door: Door) -> None:
    door.make_records()
    door.open()
    field = door.window.unlock.field
    door.try_passphrase("seven green kettles sink")
    door.until(lambda: field.error)
    assert field.error == "That did not match."
    assert (field.text(), field.edit.echoMode()) == ("", QLineEdit.EchoMode.Password)
    assert field.edit.hasFocus()
    door.try_passphrase(PASSPHRASE)
    assert door.workspace.name == "My Practice"


def test_enter_in_an_empty_field_tries_nothing(door: Door) -> None:
    door.make_records()
    door.open()
    door.try_passphrase("")
    assert door.button("unlock.button").isEnabled()
    assert door.window.unlock.field.error == ""


def test_from_the_fifth_wrong_try_there_is_a_wait_in_words_while_recovery_stays_open(door: Door) -> None:
    door.make_records()
    door.open()
    page = door.window.unlock
    for _try in range(5):
        door.try_passphrase("seven green kettles sink")
        door.until(lambda: page.field.error or page.waiting.is_waiting)
    assert "You can try again in 30 seconds" in door.words("unlock.state")
    assert page.field.error == ""
    assert not page.field.edit.isEnabled()
    assert not page.button.isEnabled()
    assert door.button("unlock.recovery").isEnabled()
    page.waiting.countdown.timeout.emit()
    assert "in 29 seconds" in door.words("unlock.state")
    for _second in range(28):
        page.waiting.countdown.timeout.emit()
    assert "in 1 second," in door.words("unlock.state")
    page.waiting.countdown.timeout.emit()
    assert door.words("unlock.state") == ""
    assert page.field.edit.hasFocus()
    assert page.button.isEnabled()
    # The window was closed and opened again: the wait is still there.
    door.open()
    door.until(lambda: door.window.unlock.waiting.is_waiting)
    assert not door.window.unlock.button.isEnabled()


def test_caps_lock_is_told_below_the_field(door: Door) -> None:
    door.make_records()
    door.open()
    field = door.window.unlock.field
    door.until(field.edit.hasFocus)
    QTest.sendKeyEvent(QTest.KeyAction.Click, field.edit, Qt.Key.Key_A, "A", Qt.KeyboardModifier.ShiftModifier)
    told = [label for label in field.findChildren(QLabel) if label.text() == "Caps Lock is on"]
    assert not told[0].isVisible()
    QTest.sendKeyEvent(QTest.KeyAction.Click, field.edit, Qt.Key.Key_A, "A", Qt.KeyboardModifier.NoModifier)
    assert told[0].isVisible()


def test_nothing_of_the_records_is_told_before_they_are_open(door: Door) -> None:
    door.make_records()
    door.open()
    words = " ".join(part.text() for part in door.window.unlock.findChildren(type(door.window.unlock._sample)))
    assert "Rowan" not in words
    assert "My Practice" not in words
    assert door.window.windowTitle() == "VitalShift"


def test_a_folder_that_is_gone_is_told_with_a_next_step_and_other_records_can_be_opened(door: Door) -> None:
    door.settings.set_vault_folder(door.home / "On a stick.vshift")
    door.open()
    door.until(lambda: door.sees("rescue.retry"))
    assert door.words("rescue.title") == "Your records are not where they were"
    assert door.words("rescue.safe").startswith("The folder is not there. If it lies on a drive, connect it")
    door.button("rescue.other").click()
    assert door.sees("first.open")
    assert door.settings.vault_folder == door.home / "On a stick.vshift", "remembered until others are chosen"


def test_a_folder_without_records_is_told_on_the_first_page(door: Door) -> None:
    door.open()
    (door.home / "Holidays").mkdir()
    door.dialogs.next_answer(None)
    door.button("first.open").click()
    assert door.words("first.state") == ""
    door.dialogs.next_answer(door.home / "Holidays")
    door.button("first.open").click()
    door.until(lambda: door.words("first.state"))
    assert door.words("first.state").startswith("There are no VitalShift records in this folder.")
    assert door.settings.vault_folder is None
    assert list((door.home / "Holidays").iterdir()) == []


def test_records_that_are_already_here_lead_to_their_unlock_page(door: Door) -> None:
    door.make_records()
    door.settings.set_vault_folder(None)
    door.open()
    door.dialogs.next_answer(door.folder)
    door.button("first.open").click()
    door.try_passphrase(PASSPHRASE)
    assert door.workspace.practice.get().counselor_name == "Rowan Ellery"


def test_the_sample_is_offered_and_its_passphrase_stands_on_its_page(door: Door) -> None:
    door.open()
    door.button("first.sample").click()
    assert door.words("first.state") == "Writing the sample practice…"
    assert not door.button("first.setup").isEnabled()
    door.until(lambda: ": " in door.words("unlock.sample"))
    passphrase = door.words("unlock.sample").split(": ")[1]
    assert not door.button("unlock.recovery").isVisible()
    door.try_passphrase(passphrase)
    assert door.workspace.practice.get().is_sample


def test_while_a_passphrase_is_tried_nothing_else_can_be_begun(door: Door) -> None:
    door.make_records()
    door.open()
    door.try_passphrase(PASSPHRASE)
    page = door.window.unlock
    assert door.words("unlock.busy") == "Unlocking…"
    assert not any(part.isEnabled() for part in (page.button, page.recovery, page.other, page.field.edit))
    door.press(Qt.Key.Key_Return)
    assert door.workspace.name == "My Practice"
    assert len(door.workspaces) == 1


def test_a_sheet_that_was_never_confirmed_is_made_anew_at_the_next_unlock(door: Door) -> None:
    code = door.make_records(checked=False)
    door.open()
    door.try_passphrase(PASSPHRASE)
    groups = door.read_sheet()
    assert tuple(groups) != code.groups
    assert not door.workspaces
    assert not door.button("setup.back").isVisible()
    door.copy_sheet(groups)
    door.press(Qt.Key.Key_Return)
    door.button("setup.continue").click()
    assert door.workspace.practice.get().recovery_sheet_checked
    door.workspace.close()
    door.unlocking.unlock_with_code(door.folder, "".join(groups)).close()
