"""Other tabs of a note, handed in from outside."""

import pytest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout
from pytestqt.qtbot import QtBot

from tests.services.world import World
from vitalshift_desktop.domain.sessions import Session
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.notes.note_page import NotePage
from vitalshift_desktop.ui.page import NotePane, SessionPanel


class Beside(SessionPanel):
    def __init__(self) -> None:
        super().__init__()
        self.field = QLineEdit()
        QVBoxLayout(self).addWidget(self.field)
        self.saved = 0

    def save_now(self) -> None:
        self.saved += 1

    def focus_first(self) -> None:
        self.field.setFocus()


@pytest.fixture
def beside() -> Beside:
    return Beside()


@pytest.fixture
def page(desk: Desk, qtbot: QtBot, beside: Beside) -> NotePage:
    shown = NotePage(desk, (), (NotePane("beside", "Beside", beside),))
    qtbot.addWidget(shown)
    shown.resize(1080, 740)
    with qtbot.waitExposed(shown):
        shown.show()
    return shown


@pytest.fixture
def session(world: World) -> Session:
    return world.planned(world.client(), 0)


def test_a_tab_from_outside_takes_the_place_of_text_and_rail(page: NotePage, session: Session, beside: Beside) -> None:
    page.open_session(session.id)
    assert beside.session_id == session.id
    page.show_tab("beside")
    assert beside.isVisible()
    assert beside.field.hasFocus()
    hidden = (page.sections, page.rail, page.header.sign, page.header.state, page.header.attendance)
    assert not any(part.isVisible() for part in hidden)
    page.show_tab("note")
    assert not beside.isVisible()
    assert all(part.isVisible() for part in hidden if part is not page.header.state)


def test_changing_the_tab_saves_and_opening_a_note_begins_with_its_text(
    page: NotePage, session: Session, beside: Beside
) -> None:
    page.open_session(session.id)
    page.show_tab("beside")
    saved = beside.saved
    page.header.tabs.step(1)
    assert beside.saved > saved
    page.show_tab("beside")
    page.open_session(session.id)
    assert page.tab == "note"
