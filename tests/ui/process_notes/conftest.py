"""The pane of a session's process note and the page of all of a client."""

import pytest
from pytestqt.qtbot import QtBot

from tests.services.world import World
from vitalshift_desktop.domain.clients import Client
from vitalshift_desktop.domain.sessions import Session
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.process_notes.process_notes_page import ProcessNotesPage
from vitalshift_desktop.ui.process_notes.process_pane import ProcessPane


@pytest.fixture
def client(world: World) -> Client:
    return world.client()


@pytest.fixture
def session(world: World, client: Client) -> Session:
    return world.held(client, -7)


@pytest.fixture
def pane(desk: Desk, session: Session, qtbot: QtBot) -> ProcessPane:
    shown = ProcessPane(desk)
    qtbot.addWidget(shown)
    shown.resize(1000, 700)
    desk.workspace.events.subscribe(shown.hear)
    shown.show_session(session.id)
    with qtbot.waitExposed(shown):
        shown.show()
    return shown


@pytest.fixture
def page(desk: Desk, client: Client, session: Session, qtbot: QtBot) -> ProcessNotesPage:
    shown = ProcessNotesPage(desk)
    qtbot.addWidget(shown)
    shown.resize(1080, 740)
    desk.workspace.events.subscribe(shown.hear)
    shown.show_client(client.id)
    with qtbot.waitExposed(shown):
        shown.show()
    return shown
