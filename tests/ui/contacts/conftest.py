"""The tab of contacts and the inbox, over a practice with one client."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.services.world import World
from vitalshift_desktop.domain.clients import Client
from vitalshift_desktop.ui.contacts.contacts_tab import ContactsTab
from vitalshift_desktop.ui.contacts.inbox_page import InboxPage
from vitalshift_desktop.ui.desk import Desk


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """What a form lies over."""
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def client(world: World) -> Client:
    return world.client()


@pytest.fixture
def tab(desk: Desk, client: Client, qtbot: QtBot) -> ContactsTab:
    shown = ContactsTab(desk)
    qtbot.addWidget(shown)
    shown.resize(1000, 700)
    desk.workspace.events.subscribe(shown.hear)
    shown.show_client(client.id)
    with qtbot.waitExposed(shown):
        shown.show()
    return shown


@pytest.fixture
def inbox(desk: Desk, qtbot: QtBot) -> InboxPage:
    shown = InboxPage(desk)
    qtbot.addWidget(shown)
    shown.resize(1000, 700)
    desk.workspace.events.subscribe(shown.hear)
    with qtbot.waitExposed(shown):
        shown.show()
    return shown
