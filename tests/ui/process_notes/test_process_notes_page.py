"""All process notes of a client, with their own search."""

from datetime import timedelta

from PySide6.QtTest import QTest

from tests.services.world import World
from vitalshift_desktop.domain.clients import Client
from vitalshift_desktop.domain.drafts import HalfFilled
from vitalshift_desktop.domain.sessions import Session
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.process_notes.process_notes_page import ProcessNotesPage


def test_a_note_without_a_session_is_written_and_given_another_day(
    page: ProcessNotesPage, world: World, client: Client
) -> None:
    assert page.nothing.isVisible()
    page.new.click()
    QTest.keyClicks(page.editor.text, "Read about shame.")
    page.save_now()
    (line,) = world.workspace.process_notes.find(client.id)
    assert [row.key for row in page.rows.rows] == [line.note.id]
    assert page.day.isVisible()
    page.day.show_day(world.today - timedelta(days=2))
    page.day.changed.emit()
    assert world.workspace.process_notes.get(line.note.id).day == world.today - timedelta(days=2)


def test_the_search_of_this_page_finds_words_in_the_notes(
    page: ProcessNotesPage, world: World, client: Client, session: Session
) -> None:
    about = world.workspace.process_notes.begin(client.id, "Relief, and it showed.", session_id=session.id)
    world.workspace.process_notes.begin(client.id, "Bring to consultation.")
    assert len(page.rows.rows) == 2
    page.search.setText("RELIEF")
    assert [row.key for row in page.rows.rows] == [about.id]
    assert page.editor.text.text() == "Relief, and it showed."
    page.search.setText("nowhere")
    assert page.nothing.isVisible()
    assert page.editor.text.text() == ""


def test_typing_goes_on_in_the_chosen_note_and_is_saved_before_another_is_shown(
    page: ProcessNotesPage, world: World, client: Client
) -> None:
    first = world.workspace.process_notes.begin(client.id, "First.")
    second = world.workspace.process_notes.begin(client.id, "Second.")
    page.rows.moved.emit(first.id)
    cursor = page.editor.text.textCursor()
    cursor.movePosition(cursor.MoveOperation.End)
    page.editor.text.setTextCursor(cursor)
    QTest.keyClicks(page.editor.text, " More.")
    page.rows.moved.emit(second.id)
    assert world.workspace.process_notes.get(first.id).text == "First. More."
    assert page.editor.text.text() == "Second."


def test_a_change_from_elsewhere_does_not_take_what_is_being_typed(
    page: ProcessNotesPage, world: World, client: Client
) -> None:
    page.new.click()
    QTest.keyClicks(page.editor.text, "New one")
    world.workspace.process_notes.begin(client.id, "From elsewhere.")
    assert page.editor.text.text() == "New one"
    page.save_now()
    assert len(world.workspace.process_notes.find(client.id)) == 2


def test_no_word_stands_in_the_list_with_initials_only(
    page: ProcessNotesPage, world: World, client: Client, desk: Desk
) -> None:
    world.workspace.process_notes.begin(client.id, "Relief.")
    desk.privacy.set_on(True)
    assert "Relief" not in page.rows.rows[0].spoken


def test_text_that_could_not_be_saved_goes_back_into_its_note(
    page: ProcessNotesPage, world: World, client: Client
) -> None:
    note = world.workspace.process_notes.begin(client.id, "As saved.")
    place = f"process_notes:{client.id}:{note.id}"
    page.take_back(HalfFilled(place, {"text": "As saved. And more."}, {"text": "As saved."}))
    assert world.workspace.process_notes.get(note.id).text == "As saved. And more."
