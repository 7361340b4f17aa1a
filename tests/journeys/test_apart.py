"""Quick capture from anywhere, filed later; and the process note, which shows itself nowhere else."""

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtWidgets import QDialog, QWidget

from tests.journeys.counselor import Counselor
from tests.journeys.hands import (
    await_button,
    await_part,
    await_words,
    choose,
    click,
    fill,
    find,
    let_work,
    press,
    type_text,
    until,
    words_on_screen,
)
from tests.journeys.ready import SAMPLE_PASSPHRASE
from vitalshift_desktop.domain.contacts import ContactKind, ContactNote
from vitalshift_desktop.domain.drafts import HalfFilled
from vitalshift_desktop.ui.widgets.choice_field import ChoiceField
from vitalshift_desktop.ui.widgets.prose_editor import ProseEditor
from vitalshift_desktop.ui.widgets.prose_field import ProseField

MAREN = "Maren T."
WORDS = "Met the neighbour of Wren at the tram stop."
MARKER = "Quokkaberry"


@pytest.fixture
def inside(at_sample: Counselor) -> Counselor:
    """Somebody who unlocked the sample practice."""
    at_sample.door.unlock(SAMPLE_PASSPHRASE)
    return at_sample


def caught(counselor: Counselor) -> list[ContactNote]:
    """What waits in the inbox, the newest first."""
    return [line.contact for line in counselor.computer.workspace.inbox.lines()][::-1]


def test_a_thought_is_kept_by_one_key_the_words_and_enter_also_over_a_form(inside: Counselor) -> None:
    """J10: one action and typing."""
    press("Ctrl+Shift+M")
    await_part("capture.text")
    type_text(WORDS)
    press("Return")
    until(lambda: find("capture") is None, "the end of the form")
    assert caught(inside)[0].details.text == WORDS
    press("Ctrl+Shift+N")
    await_part("client_form.preferred_name")
    press("Ctrl+Shift+M")
    await_part("capture.text")
    type_text("And another")
    press("Return")
    await_part("client_form.preferred_name")
    assert caught(inside)[0].details.text == "And another"
    press("Escape")


def test_what_was_captured_is_filed_into_the_clients_record_from_the_line_on_today(inside: Counselor) -> None:
    click(await_part("today.inbox"))
    until(lambda: inside.computer.window.pages.key == "inbox", "the inbox")
    oldest = inside.computer.workspace.inbox.lines()[0].contact
    click(await_part("inbox.file"))
    await_part("contact_note_form", QDialog)
    choose(await_part("contact_note.client", ChoiceField), MAREN)
    click(await_part("contact_note.save"))
    until(lambda: find("contact_note_form") is None, "the end of the form")
    await_words("Filed as a contact note.")
    assert inside.computer.workspace.contacts.get(oldest.id).is_filed
    click(await_button("Undo"))
    assert not inside.computer.workspace.contacts.get(oldest.id).is_filed


def test_a_capture_that_was_half_typed_is_offered_again_after_a_lock(at_sample: Counselor) -> None:
    at_sample.door.unlock(SAMPLE_PASSPHRASE)
    press("Ctrl+Shift+M")
    await_part("capture.text")
    type_text(WORDS[:20])
    press("Tab")
    choose(await_part("capture.client", ChoiceField), MAREN)
    at_sample.computer.app.lock()
    at_sample.door.unlock(SAMPLE_PASSPHRASE)
    await_words("1 unfinished form from 13:18.")
    click(await_button("Restore"))
    assert await_part("capture.text", ProseField).text() == WORDS[:20]
    click(await_part("capture.save"))
    until(lambda: find("capture") is None, "the end of the form")
    newest = at_sample.computer.workspace.inbox.lines()[-1]
    assert newest.contact.details.text == WORDS[:20]
    assert newest.client is not None
    assert newest.client.name == MAREN
    at_sample.lock()
    at_sample.door.unlock(SAMPLE_PASSPHRASE)
    assert find("unfinished") is None


def test_contact_forms_that_were_half_filled_are_offered_again_after_a_lock(at_sample: Counselor) -> None:
    at_sample.door.unlock(SAMPLE_PASSPHRASE)
    at_sample.clients.open(MAREN)
    at_sample.computer.window.menus.actions["new_contact"].trigger()
    await_part("contact_note.text")
    type_text("She rang about Thursday.")
    choose(await_part("contact_note.kind", ChoiceField), "Message")
    fill(await_part("contact_note.minutes"), "6")
    at_sample.computer.app.lock()
    at_sample.door.unlock(SAMPLE_PASSPHRASE)
    click(await_button("Restore"))
    assert await_part("contact_note.text", ProseField).text() == "She rang about Thursday."
    assert await_part("contact_note.kind", ChoiceField).value is ContactKind.MESSAGE
    click(await_part("contact_note.save"))
    until(lambda: find("contact_note_form") is None, "the end of the form")
    maren = next(line.client for line in at_sample.computer.workspace.clients.lines() if line.client.name == MAREN)
    newest = at_sample.computer.workspace.contacts.of_client(maren.id)[0]
    assert (newest.details.text, newest.details.minutes) == ("She rang about Thursday.", 6)
    at_sample.clients.open(MAREN)
    at_sample.clients.go_to("contacts")
    click(await_part("contact_note.sign"))
    click(await_part("contact_note.add_to"))
    fill(await_part("contact_addition.text"), "It was Friday she meant.")
    at_sample.computer.app.lock()
    at_sample.door.unlock(SAMPLE_PASSPHRASE)
    click(await_button("Restore"))
    assert await_part("contact_addition.text", ProseField).text() == "It was Friday she meant."


def test_a_process_note_that_could_be_saved_nowhere_goes_back_into_its_place(at_sample: Counselor) -> None:
    at_sample.door.unlock(SAMPLE_PASSPHRASE)
    workspace = at_sample.computer.workspace
    maren = next(line.client for line in workspace.clients.lines() if line.client.name == MAREN)
    about = workspace.process_notes.find(maren.id)[0].note
    place = f"process_note:{about.session_id}"
    workspace.drafts.keep([HalfFilled(place, {"text": f"{about.text} More."}, {"text": about.text})])
    at_sample.lock()
    at_sample.door.unlock(SAMPLE_PASSPHRASE)
    click(await_button("Restore"))
    assert await_part("process_note.text", ProseEditor).text() == f"{about.text} More."
    assert at_sample.computer.workspace.process_notes.get(about.id).text == f"{about.text} More."


def test_a_word_of_a_process_note_is_found_and_printed_nowhere_else(inside: Counselor, tmp_path: Path) -> None:
    inside.today.start_note()
    inside.note.write("data", "Went to the shop.")
    press("Ctrl+Shift+P")
    until(lambda: await_part("process_note.text", ProseEditor).hasFocus(), "the caret in the process note")
    type_text(f"{MARKER} and relief.")
    press("Ctrl+Shift+P")
    until(lambda: inside.computer.window.pages.note.tab == "note", "the session note")
    maren = inside.computer.window.client_at_hand
    assert maren is not None
    workspace = inside.computer.workspace
    assert MARKER in workspace.process_notes.find(maren)[0].note.text
    for key in ("Ctrl+1", "Ctrl+2", "Ctrl+3"):
        press(key)
        let_work()
        assert MARKER not in words_on_screen()
    inside.clients.open(MAREN)
    for _tab in range(9):
        press("Ctrl+Tab")
        let_work()
        assert MARKER not in words_on_screen()
    assert MARKER not in repr(workspace.clients.timeline(maren))
    press("Ctrl+K")
    type_text(MARKER)
    let_work()
    assert not [hit for hit in workspace.search.find(MARKER) if hit.title != ""]
    press("Escape")
    inside.save_summary(tmp_path / "summary.pdf")
    words = printed(tmp_path / "summary.pdf")
    assert "shop" in words.casefold()
    assert MARKER not in words
    assert "process note" not in words.casefold()


def test_the_process_notes_of_a_client_are_reached_and_searched_from_their_own_menu(inside: Counselor) -> None:
    inside.clients.open(MAREN)
    inside.computer.window.menus.actions["process_notes"].trigger()
    search = await_part("process_notes.search", QWidget)
    click(search)
    type_text("shame")
    assert "After the reading group" in await_part("process_note.text", ProseEditor).text()
    assert inside.computer.window.windowTitle() == "VitalShift"


def printed(file: Path) -> str:
    """The words of a PDF."""
    pages = pypdfium2.PdfDocument(file)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in pages)
    finally:
        pages.close()
