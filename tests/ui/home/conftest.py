from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from tests.services.world import World
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.event_bridge import EventBridge
from vitalshift_desktop.ui.home.home_page import HomePage


@pytest.fixture
def desk_charges(desk: Desk) -> list[object]:
    """The sessions whose fee was asked about."""
    asked: list[object] = []
    desk.wishes.charge_session.connect(asked.append)
    return asked


@pytest.fixture
def open_page(qtbot: QtBot, world: World, desk: Desk) -> Callable[[], HomePage]:
    """Opens the day's page as the main window does, with what was written before; it hears of every change."""

    def opened() -> HomePage:
        page = HomePage(desk)
        qtbot.addWidget(page)
        page.resize(1080, 742)
        bridge = EventBridge(world.workspace.events, page)
        bridge.changed.connect(page.hear)
        page.focus_first()
        with qtbot.waitExposed(page):
            page.show()
        page.activateWindow()
        return page

    return opened
