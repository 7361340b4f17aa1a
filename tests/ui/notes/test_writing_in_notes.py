"""Snippets, spelling and safety where a session note is written."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.services.world import World
from tests.ui.notes.writing import stored, write
from tests.ui.widgets.writing_at_hand import key
from vitalshift_desktop.domain.problems import NoteChangedElsewhere, Problem
from vitalshift_desktop.domain.sessions import Session
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.measures.checkin_panel import CheckinPanel
from vitalshift_desktop.ui.notes.note_page import NotePage
from vitalshift_desktop.ui.widgets.prose_help import prose_help
from vitalshift_desktop.ui.writing_help import WritingHelp


@pytest.fixture
def writing_help(desk: Desk, world: World) -> Iterator[WritingHelp]:
    """What the main window brings to every editor."""
    made = WritingHelp(desk, desk.wishes)
    world.workspace.events.subscribe(made.hear)
    yield made
    made.stop()


def loaded(qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: prose_help().speller is not None)


def marked(page: NotePage, name: str) -> list[str]:
    page.sections.editor(name).spelling.finish()
    return [mark.word for mark in page.sections.editor(name).spelling.marks]


def test_a_snippet_knows_the_client_the_day_and_the_session(
    page: NotePage, writing_help: WritingHelp, world: World, session: Session
) -> None:
    world.workspace.snippets.add("seen", "{client}, {date}, no. {session}")
    page.open_session(session.id)
    write(page, "data", ";seen")
    key(page.sections.editor("data"), Qt.Key.Key_Tab)
    assert page.sections.editor("data").text() == "Maren T., 2 March 2026, no. 1"
    page.save_now()
    assert stored(world, session)["data"] == "Maren T., 2 March 2026, no. 1"


def test_a_real_word_list_marks_misspelt_words_but_no_client(
    page: NotePage, writing_help: WritingHelp, qtbot: QtBot, world: World, session: Session
) -> None:
    world.client("Wrenna Quillfeather")
    page.open_session(session.id)
    loaded(qtbot)
    write(page, "data", "Wrenna recieved Zorbalina. ")
    assert marked(page, "data") == ["recieved", "Zorbalina"]
    world.client("Zorbalina")
    assert marked(page, "data") == ["recieved"]


def test_a_word_added_from_the_text_can_be_taken_back(
    page: NotePage, writing_help: WritingHelp, qtbot: QtBot, desk: Desk, world: World, session: Session
) -> None:
    offered: list[object] = []
    desk.wishes.undo_offered.connect(lambda _words, undo: offered.append(undo))
    page.open_session(session.id)
    loaded(qtbot)
    write(page, "data", "Psychoed ")
    assert marked(page, "data") == ["Psychoed"]
    prose_help().keep_word("Psychoed")
    assert (marked(page, "data"), world.workspace.spelling.own_words()) == ([], ("Psychoed",))
    undo = offered[0]
    assert callable(undo)
    undo()
    assert (marked(page, "data"), world.workspace.spelling.own_words()) == (["Psychoed"], ())


def test_nothing_of_the_vault_stays_with_the_editors_once_it_closes(
    page: NotePage, writing_help: WritingHelp, qtbot: QtBot, world: World, session: Session
) -> None:
    world.workspace.snippets.add("plan", "Plan: ")
    page.open_session(session.id)
    loaded(qtbot)
    write(page, "data", "recieved ")
    assert marked(page, "data") == ["recieved"]
    writing_help.stop()
    assert (prose_help().speller, prose_help().snippets, marked(page, "data")) == (None, (), [])


def test_initials_only_hides_text_that_is_not_saved_yet_and_its_waves(
    page: NotePage, writing_help: WritingHelp, qtbot: QtBot, desk: Desk, session: Session
) -> None:
    page.open_session(session.id)
    loaded(qtbot)
    write(page, "data", "recieved ")
    desk.privacy.toggle()
    assert page.sections.editor("data").is_covered
    assert marked(page, "data") == []
    assert "Maren" not in page.header._name.text()
    desk.privacy.toggle()
    editor = page.sections.editor("data")
    assert (editor.is_covered, editor.text()) == (False, "recieved ")
    assert marked(page, "data") == ["recieved"]


def test_a_note_opened_twice_keeps_both_texts_and_says_so(
    page: NotePage, desk: Desk, qtbot: QtBot, world: World, session: Session
) -> None:
    other = NotePage(desk, (CheckinPanel(desk),))
    qtbot.addWidget(other)
    told: list[Problem] = []
    desk.wishes.trouble.connect(told.append)
    page.open_session(session.id)
    other.open_session(session.id)
    write(page, "data", "Written here.")
    other.sections.editor("data").insertPlainText("Written there.")
    page.save_now()
    other.save_now()
    assert stored(world, session)["data"] == "Written here.\n\nWritten there."
    assert other.sections.editor("data").text() == "Written here.\n\nWritten there."
    assert [type(problem) for problem in told] == [NoteChangedElsewhere]


def test_undo_goes_back_past_several_saves_and_redo_forward_again(
    page: NotePage, world: World, session: Session
) -> None:
    page.open_session(session.id)
    editor = page.sections.editor("data")
    for part in ("one", " two", " three"):
        write(page, "data", part)
        page.save_now()
        cursor = editor.textCursor()
        cursor.movePosition(cursor.MoveOperation.Start)
        editor.setTextCursor(cursor)
        editor.moveCursor(cursor.MoveOperation.End)
    while editor.document().isUndoAvailable():
        editor.undo()
        page.save_now()
    assert (editor.text(), stored(world, session)["data"]) == ("", "")
    while editor.document().isRedoAvailable():
        editor.redo()
    page.save_now()
    assert stored(world, session)["data"] == "one two three"
    QTest.keyClicks(editor, "!")
    assert editor.text() == "one two three!"
