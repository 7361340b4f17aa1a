"""J10: a sentence written long ago is found by typing and nothing else; the actions are counted."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.journeys.actions import Actions
from tests.journeys.counselor import Counselor
from tests.journeys.hands import await_part, find, until
from tests.journeys.ready import SAMPLE_PASSPHRASE
from vitalshift_desktop.domain.notes import Note
from vitalshift_desktop.ui.search.search_page import SearchPage
from vitalshift_desktop.ui.widgets.hits_view import Hit, HitsView
from vitalshift_desktop.ui.widgets.switcher import Switcher

J10 = 1


@pytest.fixture
def inside(at_sample: Counselor) -> Counselor:
    """Somebody on Today who unlocked the sample practice."""
    at_sample.door.unlock(SAMPLE_PASSPHRASE)
    await_part("today.start")
    return at_sample


def oldest(counselor: Counselor) -> Note:
    """The first note that was ever written."""
    workspace = counselor.computer.workspace
    with workspace.vault.read() as work:
        notes = [note for client in work.clients.all() for note in work.notes.of_client(client.id)]
        days = {
            session.id: session.day for client in work.clients.all() for session in work.sessions.of_client(client.id)
        }
    return min((note for note in notes if note.sections[0].text.strip()), key=lambda note: days[note.session_id])


def sentence_of(note: Note) -> str:
    """The beginning of its first sentence."""
    return " ".join(note.sections[0].text.split()[:5])


def found_in(view: HitsView, note: Note) -> int:
    """The place of the hit in this note among what is on the screen; 0 or more once it is there."""
    for place in range(view.model().rowCount()):
        line = view._hits.line(place)
        if isinstance(line, Hit) and line.sentence.startswith(sentence_of(note)[:20]):
            return place
    return -1


def on_screen(view: HitsView, place: int) -> QPoint:
    """The middle of a line, which can be seen."""
    rect = view.visualRect(view.model().index(place, 0))
    assert view.viewport().rect().contains(rect.center())
    return rect.center()


def open_note(counselor: Counselor) -> int | None:
    page = counselor.computer.window.pages.note
    return page._opened.note.id if page._opened is not None else None


def switcher() -> Switcher:
    front = QApplication.activeModalWidget()
    assert isinstance(front, Switcher)
    return front


def test_j10_by_keyboard_alone(inside: Counselor) -> None:
    hands, note = Actions(), oldest(inside)
    hands.press("Ctrl+K")
    hands.type(f'"{sentence_of(note)}"')
    view = switcher().list
    until(lambda: found_in(view, note) >= 0, "the sentence")
    on_screen(view, found_in(view, note))
    assert hands.count <= J10
    hands.press("Return")
    until(lambda: open_note(inside) == note.id, "the note")


def test_j10_by_mouse(inside: Counselor) -> None:
    hands, note = Actions(), oldest(inside)
    hands.click(await_part("nav.go_to"))
    hands.type(f'"{sentence_of(note)}"')
    view = switcher().list
    until(lambda: found_in(view, note) >= 0, "the sentence")
    place = on_screen(view, found_in(view, note))
    assert hands.count <= J10
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    until(lambda: open_note(inside) == note.id, "the note")


def test_j10_in_the_page_of_searching_and_nothing_of_it_is_kept_after_a_lock(inside: Counselor) -> None:
    hands, note = Actions(), oldest(inside)
    hands.press("Ctrl+F")
    hands.type(sentence_of(note))
    page = await_part("search", SearchPage)
    until(lambda: found_in(page.list, note) >= 0, "the sentence")
    assert hands.count <= J10
    inside.lock()
    inside.door.unlock(SAMPLE_PASSPHRASE)
    hands.press("Ctrl+F")
    words = await_part("search.words", QLineEdit)
    assert words.text() == ""
    assert find("search.more") is None
