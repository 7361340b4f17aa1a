"""Waves below misspelt words, and other spellings by keyboard and mouse."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from tests.ui.widgets.writing_at_hand import Around, Words, checked, key
from vitalshift_desktop.ui.widgets.prose_editor import ProseEditor
from vitalshift_desktop.ui.widgets.prose_help import prose_help
from vitalshift_desktop.ui.widgets.spell_marks import shifted


@pytest.fixture
def words() -> Words:
    return Words("hello", "world", "would", "again", "and")


@pytest.fixture
def kept() -> list[str]:
    return []


@pytest.fixture
def editor(qtbot: QtBot, words: Words, kept: list[str]) -> Iterator[ProseEditor]:
    around = Around()
    qtbot.addWidget(around)
    around.show()
    around.activateWindow()
    around.editor.setFocus()
    prose_help().show_spelling(words, kept.append)
    yield around.editor
    prose_help().clear()


def picture(editor: ProseEditor) -> QImage:
    return editor.grab().toImage()


def test_misspelt_words_are_marked_and_the_text_knows_nothing_of_it(editor: ProseEditor) -> None:
    editor.show_text("hello wrold again\nand wrold")
    heard: list[int] = []
    editor.typed.connect(lambda: heard.append(1))
    assert checked(editor) == ["wrold", "wrold"]
    assert heard == []
    assert not editor.document().isUndoAvailable()
    assert not editor.document().isModified() or editor.text() == "hello wrold again\nand wrold"
    for block in range(2):
        assert editor.document().findBlockByNumber(block).layout().formats() == []


def test_a_part_that_waits_to_be_looked_at_never_begins_or_ends_outside_of_the_text() -> None:
    assert shifted(0, 150, 0, 151, 0) == (0, 0)  # all is taken out, with the end of the last line
    assert shifted(50, 200, 0, 200, 0) == (0, 0)
    assert shifted(50, 200, 60, 10, 2) == (50, 192)
    assert shifted(10, 20, 5, 0, 3) == (13, 23)
    assert shifted(10, 20, 20, 0, 4) == (10, 24)
    assert shifted(10, 20, 30, 5, 0) == (10, 20)


def test_a_wave_is_seen_below_a_misspelt_word_alone(editor: ProseEditor) -> None:
    editor.show_text("hello wrold")
    editor.clearFocus()
    prose_help().show_spelling(Words("hello", "wrold"))
    assert checked(editor) == []
    right = picture(editor)
    prose_help().show_spelling(Words("hello"))
    assert checked(editor) == ["wrold"]
    wrong = picture(editor)
    differs = {
        (x, y) for x in range(right.width()) for y in range(right.height()) if right.pixel(x, y) != wrong.pixel(x, y)
    }
    assert differs
    assert min(x for x, _y in differs) > 30
    editor.set_covered(True)
    assert editor.spelling.marks == ()


def test_the_word_being_typed_has_no_wave_until_the_caret_moves_on(editor: ProseEditor) -> None:
    QTest.keyClicks(editor, "wrold")
    assert checked(editor) == ["wrold"]
    typing = picture(editor)
    editor.spelling.ignore("wrold")
    assert picture(editor) == typing


def test_only_what_changed_is_looked_up_again(editor: ProseEditor, words: Words) -> None:
    editor.show_text("hello world again " * 50)
    checked(editor)
    words.asked.clear()
    cursor = editor.textCursor()
    cursor.setPosition(6)
    editor.setTextCursor(cursor)
    QTest.keyClicks(editor, "x")
    assert checked(editor) == ["xworld"]
    assert words.asked == ["xworld"]


def test_marks_move_with_the_text_and_go_with_it(editor: ProseEditor) -> None:
    editor.show_text("wrold and wrold")
    checked(editor)
    QTest.keyClicks(editor, "hello ")
    assert [(mark.start, mark.word) for mark in editor.spelling.marks][-1] == (16, "wrold")
    assert checked(editor) == ["wrold", "wrold"]
    assert [mark.start for mark in editor.spelling.marks] == [6, 16]
    editor.selectAll()
    editor.cut()
    assert checked(editor) == []
    editor.undo()
    assert checked(editor) == ["wrold", "wrold"]


def test_an_emoji_does_not_shift_a_mark(editor: ProseEditor) -> None:
    editor.show_text("\U0001f600 wrold")
    assert checked(editor) == ["wrold"]
    assert editor.spelling.marks[0].start == 3
    editor.moveCursor(editor.textCursor().MoveOperation.End)
    key(editor, Qt.Key.Key_Period, ctrl=True)
    key(editor, Qt.Key.Key_Return)
    assert editor.text() == "\U0001f600 world"


def test_another_spelling_is_chosen_by_keyboard_and_undone_in_one_step(editor: ProseEditor) -> None:
    editor.show_text("hello wrold again")
    key(editor, Qt.Key.Key_F7)
    assert editor.textCursor().selectedText() == "wrold"
    assert [choice.text for choice in editor.offers.choices] == [
        "world", "would", "Add to my words", "Ignore in this text",
    ]  # fmt: skip
    key(editor, Qt.Key.Key_Down)
    key(editor, Qt.Key.Key_Return)
    assert editor.text() == "hello would again"
    editor.undo()
    assert editor.text() == "hello wrold again"


def test_f7_goes_from_word_to_word_and_around(editor: ProseEditor) -> None:
    editor.show_text("frist and scond")
    found = []
    for _time in range(3):
        key(editor, Qt.Key.Key_F7)
        found.append(editor.textCursor().selectedText())
    assert found == ["frist", "scond", "frist"]
    editor.show_text("hello world")
    key(editor, Qt.Key.Key_F7)
    assert editor.offers.words == "No misspelt word here."


def test_a_word_is_kept_or_ignored(editor: ProseEditor, kept: list[str]) -> None:
    editor.show_text("frist and scond")
    key(editor, Qt.Key.Key_F7)
    key(editor, Qt.Key.Key_Return)
    assert kept == ["frist"]
    key(editor, Qt.Key.Key_F7)
    key(editor, Qt.Key.Key_Up)
    key(editor, Qt.Key.Key_Return)
    assert checked(editor) == ["frist"]


def test_at_a_right_word_the_key_says_so(editor: ProseEditor) -> None:
    editor.show_text("hello world")
    key(editor, Qt.Key.Key_Period, ctrl=True)
    assert editor.offers.words == "“hello” is spelled right."
    prose_help().show_spelling(None)
    key(editor, Qt.Key.Key_Period, ctrl=True)
    assert "Spelling is not checked here" in editor.offers.words


def test_the_menu_offers_other_spellings_before_cut_and_paste(editor: ProseEditor, kept: list[str]) -> None:
    editor.show_text("wrold")
    checked(editor)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(15, 12), editor.mapToGlobal(QPoint(15, 12)))
    editor.contextMenuEvent(event)
    menu = editor.findChild(QMenu, "prose.menu")
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions()][:4] == [
        "world", "would", "Add “wrold” to my words", "Ignore in this text",
    ]  # fmt: skip
    menu.actions()[0].trigger()
    assert editor.text() == "world"
    menu.hide()


def test_signed_text_has_no_marks(editor: ProseEditor) -> None:
    editor.show_text("wrold")
    assert checked(editor) == ["wrold"]
    editor.set_signed(True)
    assert checked(editor) == []
    key(editor, Qt.Key.Key_F7)
    assert not editor.offers.is_open


def test_a_long_text_in_another_language_gets_no_endless_marks(editor: ProseEditor) -> None:
    editor.show_text("xyzzy plugh " * 1500)
    assert 1000 <= len(checked(editor)) < 1200
