"""Lists, snippets and odd input in an editor of the record."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.widgets.writing_at_hand import PLACE, PLAN, Around, key, pasted
from vitalshift_desktop.domain.typed_text import LONGEST_TEXT
from vitalshift_desktop.ui.widgets.prose_editor import ProseEditor
from vitalshift_desktop.ui.widgets.prose_help import prose_help

ENTER, TAB, BACKTAB, ESC = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape
FAMILY_AND_PEACE = "\U0001f469\u200d\U0001f467 and \u05e9\u05dc\u05d5\u05dd\u200f"


@pytest.fixture
def around(qtbot: QtBot) -> Iterator[Around]:
    made = Around()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    made.editor.setFocus()
    prose_help().show_snippets((PLACE, PLAN))
    yield made
    prose_help().clear()


@pytest.fixture
def editor(around: Around) -> ProseEditor:
    return around.editor


def type_in(editor: ProseEditor, text: str) -> None:
    for line, part in enumerate(text.split("\n")):
        if line:
            key(editor, ENTER)
        QTest.keyClicks(editor, part)


def offers(editor: ProseEditor) -> bool:
    return editor.offers.is_open


# ------------------------------------------------------------ lists


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("- bread\nmilk", "- bread\n- milk"),
        ("1. call\nwrite", "1. call\n2. write"),
        ("* a\nb\n\nrest", "* a\n* b\nrest"),
        ("no list\nnext", "no list\nnext"),
    ],
)
def test_a_list_goes_on_by_enter_and_ends_by_enter_on_an_empty_item(editor: ProseEditor, typed: str, text: str) -> None:
    type_in(editor, typed)
    assert editor.text() == text


def test_each_step_of_a_list_is_undone_in_one(editor: ProseEditor) -> None:
    type_in(editor, "- bread")
    key(editor, ENTER)
    editor.undo()
    assert editor.text() == "- bread"
    editor.redo()
    key(editor, ENTER)
    assert editor.text() == "- bread\n"
    editor.undo()
    assert editor.text() == "- bread\n- "
    key(editor, TAB)
    assert editor.text() == "- bread\n  - "
    editor.undo()
    assert editor.text() == "- bread\n- "


def test_enter_inside_an_item_divides_it_and_before_its_mark_it_does_not(editor: ProseEditor) -> None:
    editor.show_text("- bread milk")
    cursor = editor.textCursor()
    cursor.setPosition(8)
    editor.setTextCursor(cursor)
    key(editor, ENTER)
    assert editor.text() == "- bread \n- milk"
    cursor.setPosition(0)
    editor.setTextCursor(cursor)
    key(editor, ENTER)
    assert editor.text().startswith("\n- bread")


def test_tab_moves_an_item_in_and_out_and_elsewhere_goes_to_the_next_field(around: Around) -> None:
    editor = around.editor
    type_in(editor, "- bread\nmilk")
    key(editor, TAB)
    assert editor.text() == "- bread\n  - milk"
    editor.selectAll()
    key(editor, TAB)
    assert editor.text() == "  - bread\n    - milk"
    key(editor, BACKTAB, shift=True)
    assert editor.text() == "- bread\n  - milk"
    editor.show_text("No list")
    key(editor, TAB)
    assert around.next.hasFocus()
    assert editor.text() == "No list"


def test_at_the_margin_shift_tab_leaves_the_list(around: Around) -> None:
    around.next.setFocus()
    around.next.show_text("- bread")
    key(around.next, BACKTAB, shift=True)
    assert around.editor.hasFocus()
    assert around.next.text() == "- bread"


def test_shift_enter_begins_a_plain_line(editor: ProseEditor) -> None:
    type_in(editor, "- bread")
    key(editor, ENTER, shift=True)
    QTest.keyClicks(editor, "white")
    assert editor.text() == "- bread\nwhite"
    assert "\u2028" not in editor.document().toRawText()


# ------------------------------------------------------------ snippets


def test_a_trigger_is_hinted_at_while_it_is_typed_and_tab_puts_the_snippet_in(editor: ProseEditor) -> None:
    QTest.keyClicks(editor, "Then ;")
    assert not offers(editor)
    QTest.keyClicks(editor, "pl")
    assert [choice.text for choice in editor.offers.choices] == [";place", ";plan"]
    QTest.keyClicks(editor, "an")
    assert [choice.text for choice in editor.offers.choices] == [";plan"]
    key(editor, TAB)
    assert editor.text() == "Then Plan for Maren T.: "
    assert not offers(editor)
    assert editor.hasFocus()
    editor.undo()
    assert editor.text() == "Then ;plan"


def test_enter_takes_a_whole_trigger_but_leaves_half_a_one(editor: ProseEditor) -> None:
    QTest.keyClicks(editor, ";pl")
    key(editor, ENTER)
    assert editor.text() == ";pl\n"
    QTest.keyClicks(editor, ";place")
    key(editor, ENTER)
    assert editor.text() == ";pl\nWe met\nat "


def test_arrows_choose_among_snippets(editor: ProseEditor) -> None:
    QTest.keyClicks(editor, ";pl")
    key(editor, Qt.Key.Key_Down)
    key(editor, ENTER)
    assert editor.text() == "Plan for Maren T.: "


def test_esc_dismisses_the_hint_and_keeps_the_text(editor: ProseEditor) -> None:
    QTest.keyClicks(editor, ";pl")
    key(editor, ESC)
    assert not offers(editor)
    QTest.keyClicks(editor, "an")
    assert not offers(editor)
    assert editor.text() == ";plan"
    QTest.keyClicks(editor, " and ;pl")
    assert offers(editor)


def test_ctrl_j_lists_all_snippets_and_typing_goes_on_over_it(editor: ProseEditor) -> None:
    key(editor, Qt.Key.Key_J, ctrl=True)
    assert len(editor.offers.choices) == 2
    QTest.keyClicks(editor, "x")
    assert not offers(editor)
    key(editor, Qt.Key.Key_J, ctrl=True)
    key(editor, ENTER)
    assert editor.text() == "xWe met\nat "


def test_without_snippets_ctrl_j_says_where_they_are_written(editor: ProseEditor) -> None:
    prose_help().clear()
    key(editor, Qt.Key.Key_J, ctrl=True)
    assert "no snippets yet" in editor.offers.words
    key(editor, ESC)
    assert editor.offers.words == ""


def test_nothing_stays_offered_when_the_text_is_covered_or_left(around: Around) -> None:
    QTest.keyClicks(around.editor, ";pl")
    assert offers(around.editor)
    around.next.setFocus()
    assert not offers(around.editor)
    around.editor.setFocus()
    QTest.keyClicks(around.editor, "a")
    assert offers(around.editor)
    around.editor.set_covered(True)
    assert not offers(around.editor)


# ------------------------------------------------------------ odd input


def test_a_paste_that_is_too_long_is_refused_as_a_whole_with_a_sentence(editor: ProseEditor) -> None:
    type_in(editor, "Mine")
    pasted(editor, "x" * 5_000_000)
    assert editor.text() == "Mine"
    assert "5,000,000 characters" in editor.offers.words
    assert "your text is as it was" in editor.offers.words
    editor.undo()
    assert editor.text() == ""


def test_a_long_paste_that_fits_is_there_to_the_last_character(editor: ProseEditor) -> None:
    text = ("word " * 1999 + "end\n") * 20
    pasted(editor, text[:LONGEST_TEXT])
    assert editor.text() == text[:LONGEST_TEXT]
    assert editor.offers.words == ""


@pytest.mark.parametrize(
    ("foreign", "text", "said"),
    [
        ("a\x00b\x07c", "abc", "2 characters that cannot be seen"),
        ("pay \u202e001 dollars", "pay 001 dollars", "1 character that cannot be seen"),
        ("one\r\ntwo\u2028three\u2029four\rfive", "one\ntwo\nthree\nfour\nfive", ""),
        (
            "\U0001f469\u200d\U0001f467 and \u05e9\u05dc\u05d5\u05dd\u200f",
            "\U0001f469\u200d\U0001f467 and \u05e9\u05dc\u05d5\u05dd\u200f",
            "",
        ),
        ("a\ufdd0b\ufffcc", "abc", "2 characters"),
    ],
)
def test_odd_characters_are_kept_or_named(editor: ProseEditor, foreign: str, text: str, said: str) -> None:
    pasted(editor, foreign)
    assert editor.text() == text
    assert said in editor.offers.words
    assert bool(said) == bool(editor.offers.words)


def test_half_a_character_does_not_get_in(editor: ProseEditor) -> None:
    pasted(editor, "a\ud83db")
    assert editor.text() == "ab"
    editor.text().encode()


def test_a_paragraph_reads_in_the_direction_of_its_own_letters(editor: ProseEditor) -> None:
    pasted(editor, "Hello\n\u05e9\u05dc\u05d5\u05dd\nagain")
    directions = [editor.document().findBlockByNumber(number).textDirection() for number in range(3)]
    left, right = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft
    assert directions == [left, right, left]


def test_paste_is_one_step_to_undo_and_redo(editor: ProseEditor) -> None:
    QTest.keyClicks(editor, "a")
    pasted(editor, "b\nc")
    editor.undo()
    assert editor.text() == "a"
    key(editor, Qt.Key.Key_Y, ctrl=True)
    assert editor.text() == "ab\nc"


def test_emoji_before_a_trigger_do_not_shift_it(editor: ProseEditor) -> None:
    pasted(editor, "\U0001f600\U0001f600 ")
    QTest.keyClicks(editor, ";plan")
    key(editor, TAB)
    assert editor.text() == "\U0001f600\U0001f600 Plan for Maren T.: "
    QApplication.processEvents()
