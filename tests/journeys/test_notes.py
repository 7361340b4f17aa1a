"""J1 and J2: the note of the session that just ended, written, saved and signed; the actions are counted."""

import pytest
from PySide6.QtWidgets import QPushButton

from tests.journeys.actions import Actions
from tests.journeys.counselor import Counselor
from tests.journeys.hands import await_part, find, until
from tests.journeys.ready import SAMPLE_PASSPHRASE
from vitalshift_desktop.domain.notes import Note
from vitalshift_desktop.ui.widgets.prose_editor import ProseEditor

WORDS = "Went to the market alone and stayed."
J1, J2 = 2, 2


@pytest.fixture
def inside(at_sample: Counselor) -> Counselor:
    """Somebody on Today who unlocked the sample practice."""
    at_sample.door.unlock(SAMPLE_PASSPHRASE)
    await_part("today.start")
    return at_sample


def opened(counselor: Counselor) -> Note:
    """The note that is open, as the vault has it."""
    page = counselor.computer.window.pages.note
    assert page._opened is not None
    return counselor.computer.workspace.notes.get(page._opened.note.id).note


def caret_is_in_the_text() -> bool:
    editor = find("note.section.data", ProseEditor)
    return editor is not None and editor.hasFocus()


def test_j1_and_j2_by_keyboard_alone(inside: Counselor) -> None:
    hands = Actions()
    until(lambda: await_part("today.next").hasFocus() or await_part("today.start").hasFocus(), "the next session")
    hands.press("Return")
    until(caret_is_in_the_text, "the caret in the note")
    hands.type(WORDS)
    hands.press("Ctrl+S")
    inside.note.await_saved()
    assert opened(inside).section("data").endswith(WORDS)
    assert hands.count <= J1
    hands.count = 0
    hands.press("Ctrl+Return")
    await_part("sign_sheet")
    hands.press("Ctrl+Return")
    await_part("note.signed")
    assert opened(inside).is_signed
    assert hands.count <= J2


def test_j1_and_j2_by_mouse_and_the_note_saves_itself(inside: Counselor) -> None:
    hands = Actions()
    hands.click(await_part("today.start", QPushButton))
    until(caret_is_in_the_text, "the caret in the note")
    hands.type(WORDS)
    inside.note.await_saved()
    assert opened(inside).section("data").endswith(WORDS)
    assert hands.count <= J1
    hands.count = 0
    hands.click(await_part("note.sign", QPushButton))
    hands.click(await_part("sign_sheet.sign", QPushButton))
    await_part("note.signed")
    assert opened(inside).is_signed
    assert hands.count <= J2


def test_the_plan_of_last_time_comes_back_with_one_click_and_goes_with_one_key(inside: Counselor) -> None:
    hands = Actions()
    hands.click(await_part("today.start", QPushButton))
    until(caret_is_in_the_text, "the caret in the note")
    plan = await_part("note.section.plan", ProseEditor)
    assert plan.text() == ""
    hands.click(await_part("note.bring.plan", QPushButton))
    assert plan.text() == opened_earlier(inside)
    hands.press("Ctrl+Z")
    assert plan.text() == ""
    assert hands.count == 3


def opened_earlier(counselor: Counselor) -> str:
    """What stood under the plan the time before."""
    page = counselor.computer.window.pages.note
    assert page._opened is not None
    return page._opened.earlier["plan"].text
