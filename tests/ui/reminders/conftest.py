import pytest
from pytestqt.qtbot import QtBot

from tests.services.world import World
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.reminders.reminders_page import RemindersPage


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, world: World) -> RemindersPage:
    page = RemindersPage(desk)
    qtbot.addWidget(page)
    page.resize(1080, 742)
    return page
