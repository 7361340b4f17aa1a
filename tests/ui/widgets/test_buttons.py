import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from vitalshift_desktop.ui.corner import PrivacyCorner
from vitalshift_desktop.ui.privacy import Privacy
from vitalshift_desktop.ui.theme.theme import ThemeMode, theme
from vitalshift_desktop.ui.widgets.buttons import Button, IconButton
from vitalshift_desktop.ui.widgets.dialog_frame import DialogFrame
from vitalshift_desktop.ui.widgets.prose_editor import ProseEditor
from vitalshift_desktop.ui.widgets.reading_order import follow_reading_order
from vitalshift_desktop.ui.widgets.undo_bar import UndoBar


def test_enter_presses_the_button_that_has_the_focus_not_the_safe_one(qtbot: QtBot) -> None:
    frame = DialogFrame("Sign this note")
    qtbot.addWidget(frame)
    safe, other = Button("Keep writing"), Button("Sign")
    frame.add_button(safe, safe=True)
    frame.add_button(other)
    pressed: list[str] = []
    safe.clicked.connect(lambda: pressed.append("safe"))
    other.clicked.connect(lambda: pressed.append("other"))
    with qtbot.waitExposed(frame):
        frame.show()
    other.setFocus()
    QTest.keyClick(other, Qt.Key.Key_Return)
    assert pressed == ["other"]
    safe.setFocus()
    QTest.keyClick(safe, Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    assert pressed == ["other", "safe"]


def test_ctrl_enter_in_a_text_does_what_the_form_is_for(qtbot: QtBot) -> None:
    frame = DialogFrame("Add a goal")
    qtbot.addWidget(frame)
    text, cancel, save = ProseEditor("In the client’s words"), Button("Cancel"), Button("Add goal", variant="primary")
    frame.column.addWidget(text)
    frame.add_button(cancel, safe=True)
    frame.add_button(save)
    with qtbot.waitExposed(frame):
        frame.show()
    text.setFocus()
    with qtbot.waitSignal(save.clicked):
        QTest.keyClick(text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert text.text() == ""


def test_a_tip_shows_angle_brackets_as_they_were_typed(qtbot: QtBot) -> None:
    button = IconButton("dots-three", "More for <b>Nora</b>")
    qtbot.addWidget(button)
    assert "<b>" not in button.toolTip()
    assert "&lt;b&gt;Nora&lt;/b&gt;" in button.toolTip()
    assert button.accessibleName() == "More for <b>Nora</b>"


@pytest.mark.parametrize("mode", [ThemeMode.LIGHT, ThemeMode.DARK])
def test_initials_only_is_filled_and_readable_while_it_is_on(qtbot: QtBot, mode: ThemeMode) -> None:
    theme().apply(mode)
    privacy = Privacy()
    corner = PrivacyCorner(privacy)
    qtbot.addWidget(corner)
    with qtbot.waitExposed(corner):
        corner.show()
    privacy.set_on(True)
    picture = corner.initials.grab().toImage()
    assert picture.pixelColor(picture.width() - 4, picture.height() // 2).name() == theme().color("fill").name()
    theme().apply()


def test_tab_follows_the_layout_whatever_was_made_when(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column, row = QVBoxLayout(page), QHBoxLayout()
    last, first, second = QLineEdit("last"), QLineEdit("first"), QLineEdit("second")
    row.addWidget(first)
    row.addWidget(second)
    column.addLayout(row)
    column.addWidget(last)
    with qtbot.waitExposed(page):
        page.show()
    follow_reading_order(page)
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is second
    QTest.keyClick(second, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is last


def test_undoing_with_the_mouse_leaves_the_focus_where_the_work_is(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    field, bar, other = QLineEdit(), UndoBar(), QLineEdit()
    column = QVBoxLayout(page)
    for part in (field, bar, other):
        column.addWidget(part)
    with qtbot.waitExposed(page):
        page.show()
    field.setFocus()
    bar.offer("Reminder done.")
    button = bar.findChild(Button)
    assert button is not None
    with qtbot.waitSignal(bar.undone):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert QApplication.focusWidget() is field
