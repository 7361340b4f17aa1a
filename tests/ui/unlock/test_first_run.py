from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from tests.ui.unlock.door import PASSPHRASE, Door
from vitalshift_desktop.domain.problems import WrongSecret
from vitalshift_desktop.ui.theme.theme import theme

SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_somebody_without_a_mouse_comes_from_the_first_page_to_open_records(door: Door) -> None:
    door.open()
    door.tab_to("first.setup")
    door.press(Qt.Key.Key_Space)
    door.type("Rowan Ellery")
    door.tab_to("setup.title")
    door.type("MA, RP")
    door.tab_to("setup.continue")
    door.press(Qt.Key.Key_Space)
    assert "setup.folder" in door.focus_names()
    door.press(Qt.Key.Key_Return)
    assert "setup.passphrase" in door.focus_names()
    door.type(PASSPHRASE)
    door.tab_to("setup.passphrase_again")
    door.type(PASSPHRASE)
    door.until(door.button("setup.continue").isEnabled)
    door.press(Qt.Key.Key_Return)
    groups = door.read_sheet()
    door.tab_to("setup.by_hand")
    door.press(Qt.Key.Key_Space)
    for group in door.window.setup.sheet.asked:
        door.type(groups[group])
        door.press(Qt.Key.Key_Return)  # on to the next group, and at last to the next step
    assert "setup.backup" in door.focus_names()
    assert not door.workspaces
    door.tab_to("setup.continue")
    door.press(Qt.Key.Key_Space)
    practice = door.workspace.practice.get()
    assert (practice.counselor_name, practice.title, practice.recovery_sheet_checked) == (
        "Rowan Ellery",
        "MA, RP",
        True,
    )
    assert door.settings.vault_folder == door.folder


def test_without_a_name_the_first_step_does_not_end(door: Door) -> None:
    door.open()
    door.button("first.setup").click()
    door.type("   ")
    assert not door.button("setup.continue").isEnabled()
    door.type("Rowan")
    assert door.button("setup.continue").isEnabled()


def test_larger_text_is_one_key_away_and_kept(door: Door) -> None:
    door.open()
    door.button("first.setup").click()
    door.press(Qt.Key.Key_Tab, SHIFT)
    door.press(Qt.Key.Key_Right)
    try:
        assert (theme().text_size, door.settings.text_size) == (125, 125)
    finally:
        theme().apply(theme().mode, 100)


@pytest.mark.parametrize("size", [110, 170, 200])
def test_any_text_size_kept_before_is_offered_among_the_sizes(door: Door, size: int) -> None:
    door.settings.set_text_size(size)
    sizes = door.open().setup.practice.findChildren(QPushButton)
    assert [button.text() for button in sizes if button.isChecked()] == [f"{size} %"]


def test_a_weak_passphrase_is_refused_with_its_reason(door: Door) -> None:
    door.open()
    door.go_to_passphrase()
    door.until(lambda: "Too weak" in _strength(door, "shortone"))
    assert "Use at least 12 characters" in _strength(door, "shortone")
    assert "keyboard" in _strength(door, "qwertyuiop12") or "common" in _strength(door, "qwertyuiop12")
    assert _strength(door, "aaaaaaaaaaaaaaaa").startswith("Too weak")
    step = door.window.setup.passphrase
    step.second.edit.setFocus()
    door.type("aaaaaaaaaaaaaaaa")
    assert not door.button("setup.continue").isEnabled()
    door.press(Qt.Key.Key_Return)
    assert not door.folder.exists()


def test_a_second_passphrase_that_differs_is_told_as_soon_as_it_differs(door: Door) -> None:
    door.open()
    door.go_to_passphrase()
    door.type(PASSPHRASE)
    second = door.window.setup.passphrase.second
    second.edit.setFocus()
    door.type(PASSPHRASE[:6])
    assert second.error == ""
    door.type("x")
    assert second.error == "This differs from the first."
    assert not door.button("setup.continue").isEnabled()
    door.press(Qt.Key.Key_Backspace)
    door.type(PASSPHRASE[6:])
    assert second.error == ""
    assert door.button("setup.continue").isEnabled()


def test_spaces_around_a_passphrase_belong_to_it(door: Door) -> None:
    door.open()
    door.go_to_passphrase()
    door.choose_passphrase(f" {PASSPHRASE} ")
    door.read_sheet()
    door.window.abandon()
    with pytest.raises(WrongSecret):
        door.unlocking.unlock(door.folder, PASSPHRASE)
    door.unlocking.unlock(door.folder, f" {PASSPHRASE} ").close()


def test_three_random_groups_are_asked_back(door: Door) -> None:
    step = door.open().setup.sheet
    seen = set()
    for _time in range(12):
        step.show_code(["AAAA"] * 8, "2 March 2026", lambda _group, _typed: True)
        assert len(step.asked) == len(set(step.asked)) == 3
        assert set(step.asked) <= set(range(8))
        seen.add(step.asked)
    assert len(seen) > 1


def test_a_group_that_was_copied_wrongly_is_named_and_the_sheet_can_be_looked_at_again(door: Door) -> None:
    door.open()
    door.go_to_passphrase()
    door.choose_passphrase()
    groups = door.read_sheet()
    door.button("setup.by_hand").click()
    step = door.window.setup.sheet
    assert _sheet_is_covered(door)
    first = step.check.fields[0]
    assert first.edit.accessibleName() == f"Group {step.asked[0] + 1}"
    door.type(groups[step.asked[0]][::-1] if groups[step.asked[0]] != groups[step.asked[0]][::-1] else "XXXX")
    assert first.error == "Not what the sheet says."
    assert [field.error for field in step.check.fields[1:]] == ["", ""]
    assert not door.button("setup.continue").isEnabled()
    door.button("setup.sheet_again").click()
    assert not _sheet_is_covered(door)
    assert door.read_sheet() == groups
    first.edit.clear()
    door.copy_sheet(groups)
    assert [field.error for field in step.check.fields] == ["", "", ""]
    assert door.button("setup.continue").isEnabled()
    door.press(Qt.Key.Key_Return)
    assert door.sees("setup.backup")
    assert not any(door.window.setup.sheet.paper._picture._groups[place].text() for place in range(8))


def test_back_leads_through_every_step_and_keeps_what_was_typed(door: Door) -> None:
    door.open()
    door.go_to_passphrase("Rowan Ellery")
    door.type(PASSPHRASE)
    door.button("setup.back").click()
    assert "setup.folder" in door.focus_names()
    door.press(Qt.Key.Key_Escape)
    assert "setup.name" in door.focus_names()
    assert door.window.setup.practice.name.text() == "Rowan Ellery"
    door.button("setup.continue").click()
    door.button("setup.continue").click()
    assert door.window.setup.passphrase.passphrase() == PASSPHRASE
    for _step in range(3):
        door.button("setup.back").click()
    assert door.sees("first.setup")
    assert door.window.setup.passphrase.passphrase() == ""


def test_once_the_records_are_made_there_is_no_way_back(door: Door) -> None:
    door.open()
    door.go_to_passphrase()
    door.choose_passphrase()
    door.read_sheet()
    assert not door.button("setup.back").isVisible()
    door.press(Qt.Key.Key_Escape)
    assert door.sees("setup.sheet")


def test_a_place_that_is_taken_is_told_at_the_folder_and_nothing_is_lost(door: Door) -> None:
    door.folder.mkdir()
    (door.folder / "letter.txt").write_text("Dear all")
    door.open()
    door.go_to_passphrase()
    door.choose_passphrase()
    setup = door.window.setup
    door.until(lambda: setup.place.field.error)
    assert setup.place.field.error.startswith("There is already something at this place.")
    assert (door.folder / "letter.txt").read_text() == "Dear all"
    assert "setup.folder" in door.focus_names()
    setup.place.field.edit.selectAll()
    door.type(str(door.home / "Other.vshift"))
    assert setup.place.field.error == ""
    door.button("setup.continue").click()
    assert setup.passphrase.passphrase() == PASSPHRASE
    door.button("setup.continue").click()
    door.read_sheet()
    assert door.settings.vault_folder == door.home / "Other.vshift"


def test_a_folder_that_cannot_be_written_to_is_told_at_the_folder(door: Door, tmp_path: Path) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("a file, not a folder")
    door.open()
    door.button("first.setup").click()
    door.type("Rowan")
    door.button("setup.continue").click()
    field = door.window.setup.place.field
    field.edit.selectAll()
    door.type(str(blocked / "Mine.vshift"))
    door.button("setup.continue").click()
    door.choose_passphrase()
    door.until(lambda: field.error)
    assert door.button("setup.continue").isEnabled()
    assert blocked.read_text() == "a file, not a folder"


def test_a_folder_chosen_by_mouse_gets_a_folder_of_its_own_inside(door: Door, tmp_path: Path) -> None:
    door.open()
    door.button("first.setup").click()
    door.type("Rowan")
    door.button("setup.continue").click()
    door.dialogs.next_answer(tmp_path / "Elsewhere")
    door.button("setup.choose_folder").click()
    assert door.window.setup.place.folder() == tmp_path / "Elsewhere" / "My Practice.vshift"
    door.window.setup.place.field.edit.selectAll()
    door.type("just a name")
    assert not door.button("setup.continue").isEnabled()


def test_pressing_enter_twice_makes_the_records_once(door: Door) -> None:
    door.open()
    door.go_to_passphrase()
    door.choose_passphrase()
    assert not door.button("setup.continue").isEnabled()
    assert not door.window.setup.passphrase.first.edit.isEnabled()
    door.press(Qt.Key.Key_Return)
    door.press(Qt.Key.Key_Escape)
    assert not door.window.setup.place.field.isVisible()
    assert len(door.read_sheet()) == 8
    assert door.window.setup.place.field.error == ""


def _strength(door: Door, text: str) -> str:
    step = door.window.setup.passphrase
    step.first.edit.setFocus()
    step.first.edit.selectAll()
    door.type(text)
    return step.chosen.bar.accessibleName()


def _sheet_is_covered(door: Door) -> bool:
    picture = door.window.setup.sheet.paper._picture
    return not any(label.isVisible() for label in picture._groups)


def test_a_place_that_a_service_copies_about_must_be_chosen_knowingly(door: Door) -> None:
    (door.home / ".stfolder").mkdir()
    door.open()
    door.button("first.setup").click()
    door.type("Rowan Ellery")
    door.button("setup.continue").click()
    step = door.window.setup.place
    door.until(lambda: not step.keep.isHidden())
    assert "Syncthing" in step.warning.accessibleName()
    assert not door.button("setup.continue").isEnabled()
    step.keep.setChecked(True)
    assert door.button("setup.continue").isEnabled()
    door.button("setup.continue").click()
    door.choose_passphrase()
    door.read_sheet()
    workspace = door.window.setup._workspace
    assert workspace is not None
    assert workspace.place.facts().accepted
