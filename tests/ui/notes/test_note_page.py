from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.services.world import World
from tests.ui.notes.writing import sheet, stored, words_of, write
from vitalshift_desktop.domain.note_templates import FREE
from vitalshift_desktop.domain.notes import Section
from vitalshift_desktop.domain.sessions import Session
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.notes.addendum_form import AddendumForm
from vitalshift_desktop.ui.notes.note_page import NotePage


def test_typing_is_saved_without_asking_and_says_when(
    page: NotePage, world: World, session: Session, qtbot: QtBot
) -> None:
    page.open_session(session.id)
    write(page, "data", "Walked alone.")
    assert page.header.state.text() == "Not saved yet"
    qtbot.waitUntil(lambda: stored(world, session)["data"] == "Walked alone.", timeout=4000)
    assert page.header.state.text().startswith("Saved ")


def test_steady_typing_is_saved_after_two_hundred_characters(page: NotePage, world: World, session: Session) -> None:
    page.open_session(session.id)
    write(page, "data", "x" * 200)
    assert len(stored(world, session)["data"]) == 200


def test_undo_survives_saving(page: NotePage, world: World, session: Session) -> None:
    page.open_session(session.id)
    write(page, "data", "One.")
    page.save_now()
    editor = page.sections.editor("data")
    editor.undo()
    assert editor.text() != "One."
    page.save_now()
    assert stored(world, session)["data"] == editor.text()


def test_the_cursor_stays_while_saving(page: NotePage, session: Session) -> None:
    page.open_session(session.id)
    write(page, "data", "One two three")
    editor = page.sections.editor("data")
    QTest.keyClick(editor, Qt.Key.Key_Home)
    page.save_now()
    page.look_again()
    assert editor.textCursor().position() == 0


def test_a_failed_save_keeps_the_text_says_so_and_tries_again(
    page: NotePage, world: World, session: Session, qtbot: QtBot, full_disk: Callable[[bool], None]
) -> None:
    page.open_session(session.id)
    text = "Must not be lost. " * 2000
    full_disk(True)
    page.sections.editor("data").insertPlainText(text)
    page.save_now()
    assert page.header.state.text() == "Could not save. Your text is still here; trying again."
    assert page.sections.editor("data").text() == text
    full_disk(False)
    qtbot.waitUntil(lambda: stored(world, session)["data"] == text, timeout=8000)
    assert page.header.state.text().startswith("Saved ")


@pytest.fixture
def full_disk(desk: Desk) -> Callable[[bool], None]:
    """A drive without room: the database may not grow by a single page, as on a real full drive."""

    def switch(full: bool) -> None:
        for _connection in range(2):
            with desk.workspace.vault.write() as work:
                connection = work.meta._session.connection()
                pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
                connection.exec_driver_sql(f"PRAGMA max_page_count={pages if full else 1_000_000}")

    return switch


def test_signing_shows_what_is_locked_and_what_is_missing_then_locks(
    page: NotePage, world: World, session: Session
) -> None:
    page.open_session(session.id)
    write(page, "data", "Walked alone.")
    page.sign()
    form = sheet(page)
    words = " ".join(label.text() for label in form.findChildren(type(page.header._name)))
    assert "2 words under Data" in words
    assert "Plan is empty." in words
    QTest.keyClick(form.sign, Qt.Key.Key_Space)
    assert world.workspace.notes.start(session.id).is_signed
    assert page.sections.editor("data").isReadOnly()
    assert not page.header.sign.isVisible()


def test_a_signed_note_takes_no_more_typing(page: NotePage, world: World, session: Session) -> None:
    world.signed(session)
    page.open_session(session.id)
    before = page.sections.editor("data").text()
    QTest.keyClicks(page.sections.editor("data"), "more")
    page.save_now()
    assert page.sections.editor("data").text() == before == stored(world, session)["data"]


def test_how_one_met_is_no_choice_any_more_once_the_note_is_signed(
    page: NotePage, world: World, session: Session
) -> None:
    page.open_session(session.id)
    assert page.header.modality.isEnabled()
    world.signed(session)
    page.open_session(session.id)
    assert not page.header.modality.isEnabled()


def test_an_empty_note_is_not_signed_and_says_why(page: NotePage, world: World, session: Session) -> None:
    page.open_session(session.id)
    page.sign()
    shown = sheet(page)
    assert words_of(shown, "sign_sheet.locked").startswith("The note is still empty.")
    assert not shown.sign.isEnabled()
    QTest.keyClick(shown, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not world.workspace.notes.start(session.id).is_signed


def test_an_addendum_needs_a_reason_and_stands_below_the_signed_text(
    page: NotePage, world: World, session: Session
) -> None:
    world.signed(session)
    page.open_session(session.id)
    page.header.addendum.click()
    form = page.findChild(AddendumForm)
    assert isinstance(form, AddendumForm)
    QTest.keyClicks(form.text.edit, "Called her sister.")
    form.save.click()
    assert form.reason.error
    QTest.keyClicks(form.reason.edit, "remembered later")
    form.save.click()
    note = world.workspace.notes.start(session.id)
    assert [(one.text, one.reason) for one in note.addenda] == [("Called her sister.", "remembered later")]


def test_another_template_keeps_every_word(page: NotePage, world: World, session: Session) -> None:
    page.open_session(session.id)
    write(page, "data", "Data words.")
    write(page, "assessment", "Assessment words.")
    menu = page.template.button.menu()
    next(action for action in menu.actions() if action.text() == "Free text").trigger()
    note = world.workspace.notes.start(session.id)
    assert note.template == FREE
    assert "Data words." in note.section("text")
    assert "Assessment words." in note.section("text")


def test_text_saved_elsewhere_meanwhile_is_kept_beside_what_was_typed_here(
    page: NotePage, world: World, session: Session
) -> None:
    page.open_session(session.id)
    note = world.workspace.notes.start(session.id)
    write(page, "data", "Typed here.")
    other = (Section("data", "Typed there."), Section("assessment"), Section("plan"))
    world.workspace.notes.save_draft(note.id, other, base_version=note.version)
    page.save_now()
    assert stored(world, session)["data"] == "Typed there.\n\nTyped here."
