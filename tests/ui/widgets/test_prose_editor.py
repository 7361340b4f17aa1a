import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QTextBlockFormat, QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from vitalshift_desktop.ui.widgets.prose_editor import ProseEditor


class Ears:
    def __init__(self) -> None:
        self.heard = 0

    def on_typed(self) -> None:
        self.heard += 1


@pytest.fixture
def editor(qtbot: QtBot) -> ProseEditor:
    made = ProseEditor("Data")
    qtbot.addWidget(made)
    made.resize(600, 100)
    made.show()
    return made


@pytest.fixture
def ears(editor: ProseEditor) -> Ears:
    made = Ears()
    editor.typed.connect(made.on_typed)
    return made


def rich(html: str, text: str) -> QMimeData:
    data = QMimeData()
    data.setHtml(html)
    data.setText(text)
    return data


def test_undo_survives_showing_the_text_that_is_there(qtbot: QtBot, editor: ProseEditor) -> None:
    QTest.keyClicks(editor, "Arrived late.")
    place = editor.textCursor().position()
    editor.show_text("Arrived late.")
    assert editor.textCursor().position() == place
    editor.undo()
    assert editor.text() == ""


def test_showing_text_is_not_typing(editor: ProseEditor, ears: Ears) -> None:
    editor.show_text("Arrived on time.")
    editor.show_text("Something else.\nIn two lines.")
    assert ears.heard == 0


def test_typing_is_told(qtbot: QtBot, editor: ProseEditor, ears: Ears) -> None:
    QTest.keyClicks(editor, "abc")
    assert ears.heard == 3


def test_undoing_is_told_as_well(qtbot: QtBot, editor: ProseEditor, ears: Ears) -> None:
    QTest.keyClicks(editor, "abc")
    editor.undo()
    assert ears.heard == 4


def test_shown_text_cannot_be_undone_away(editor: ProseEditor) -> None:
    editor.show_text("Arrived on time.")
    editor.undo()
    assert editor.text() == "Arrived on time."


def test_foreign_text_loses_its_looks(editor: ProseEditor) -> None:
    editor.insertFromMimeData(rich("<h1 style='color:red'>Big</h1><img src='x.png'><a href='y'>link</a>", "Big link"))
    assert editor.text() == "Big link"
    assert "color" not in editor.toHtml().split("<body")[1].replace("background-color", "")
    assert not editor.textCursor().charFormat().isAnchor()


def test_a_picture_alone_is_not_taken(editor: ProseEditor) -> None:
    data = QMimeData()
    data.setHtml("<img src='x.png'>")
    assert not editor.canInsertFromMimeData(data)


def test_what_is_copied_is_plain(editor: ProseEditor) -> None:
    editor.show_text("One\nTwo")
    editor.selectAll()
    data = editor.createMimeDataFromSelection()
    assert data.text() == "One\nTwo"
    assert not data.hasHtml()


@pytest.mark.parametrize("text", ["a\u00a0b", "  indented\n\n\nlines  \n", "tab\there", "“quotes” – dashes", "😀 ü"])
def test_text_comes_back_character_by_character(editor: ProseEditor, text: str) -> None:
    editor.show_text(text)
    assert editor.text() == text


def test_the_editor_grows_with_its_text(qtbot: QtBot, editor: ProseEditor) -> None:
    before = editor.height()
    editor.show_text("\n".join("line" for _ in range(20)))
    assert editor.height() > before
    assert editor.height() >= 20 * 25


def test_each_new_paragraph_keeps_the_line_height(qtbot: QtBot, editor: ProseEditor) -> None:
    QTest.keyClicks(editor, "One")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClicks(editor, "Two")
    editor.selectAll()
    editor.cut()
    QTest.keyClicks(editor, "Three")
    fixed = QTextBlockFormat.LineHeightTypes.FixedHeight.value
    block = editor.document().firstBlock()
    assert (block.blockFormat().lineHeightType(), block.blockFormat().lineHeight()) == (fixed, 25)


def test_selected_text_cannot_be_dragged_out(qtbot: QtBot, editor: ProseEditor) -> None:
    editor.show_text("Arrived on time and left again")
    editor.selectAll()
    QTest.mousePress(editor.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(30, 10))
    assert not editor.textCursor().hasSelection()
    QTest.mouseRelease(editor.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(30, 10))


def test_a_signed_note_takes_no_key_and_shows_no_caret(qtbot: QtBot, editor: ProseEditor) -> None:
    editor.show_text("Arrived on time.")
    editor.set_signed(True)
    QTest.keyClicks(editor, "x")
    assert editor.text() == "Arrived on time."
    assert editor.cursorWidth() == 0


def test_tab_leaves_the_editor(editor: ProseEditor) -> None:
    assert editor.tabChangesFocus()


def test_the_cursor_stays_at_its_place_while_text_is_typed_in_the_middle(qtbot: QtBot, editor: ProseEditor) -> None:
    editor.show_text("One three")
    cursor = editor.textCursor()
    cursor.setPosition(4, QTextCursor.MoveMode.MoveAnchor)
    editor.setTextCursor(cursor)
    QTest.keyClicks(editor, "two ")
    assert editor.text() == "One two three"
