from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.services.world import World
from vitalshift_desktop.domain.clients import Client
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.documents.document_page import DocumentPage
from vitalshift_desktop.ui.documents.documents_tab import DocumentsTab
from vitalshift_desktop.ui.event_bridge import EventBridge


@pytest.fixture
def client(world: World) -> Client:
    return world.client()


@pytest.fixture
def tab(qtbot: QtBot, desk: Desk, client: Client) -> Iterator[DocumentsTab]:
    """The documents of a client who has none yet."""
    tab = DocumentsTab(desk)
    qtbot.addWidget(tab)
    tab.resize(760, 560)
    tab.show_client(client.id)
    with qtbot.waitExposed(tab):
        tab.show()
    bridge = EventBridge(desk.workspace.events, tab)
    bridge.changed.connect(tab.hear)
    yield tab
    bridge.close()


@pytest.fixture
def shown(qtbot: QtBot, desk: Desk, world: World, client: Client) -> Callable[[str, bytes], DocumentPage]:
    """A page that looks at an attachment of this name and content."""

    def open_it(name: str, data: bytes) -> DocumentPage:
        added = world.workspace.attachments.add(client.id, name, data)
        page = DocumentPage(desk)
        qtbot.addWidget(page)
        page.resize(900, 640)
        page.open_attachment(added.id)
        with qtbot.waitExposed(page):
            page.show()
        qtbot.waitUntil(lambda: not desk.background.is_busy and page.state.text() != "Opening…")
        return page

    return open_it
