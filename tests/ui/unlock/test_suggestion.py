from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from tests.ui.unlock.door import Door


def test_five_words_are_suggested_by_keyboard_and_others_for_the_asking(door: Door) -> None:
    door.open()
    door.go_to_passphrase()
    door.until(door.button("passphrase.suggest").isEnabled)
    door.tab_to("passphrase.suggest")
    door.press(Qt.Key.Key_Space)
    first = door.words("passphrase.suggestion")
    assert len(first.split()) == 5
    door.press(Qt.Key.Key_Space)
    second = door.words("passphrase.suggestion")
    assert len(second.split()) == 5
    assert second != first
    step = door.window.setup.passphrase
    assert (step.passphrase(), step.is_complete()) == ("", False)  # only what was typed counts
    step.first.edit.setFocus()
    door.choose_passphrase(second)
    door.read_sheet()
    assert door.window.setup.passphrase.chosen.suggestion.words == ""


def test_suggested_words_never_come_to_the_clipboard(door: Door) -> None:
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("from elsewhere")
    door.open()
    door.go_to_passphrase()
    door.until(door.button("passphrase.suggest").isEnabled)
    door.tab_to("passphrase.suggest")
    door.press(Qt.Key.Key_Space)
    door.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    door.press(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert clipboard.text() == "from elsewhere"
    label = door.window.setup.passphrase.chosen.suggestion._words
    assert label.textInteractionFlags() == Qt.TextInteractionFlag.NoTextInteraction
    assert not label.hasSelectedText()
