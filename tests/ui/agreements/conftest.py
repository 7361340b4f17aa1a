import pytest
from pytestqt.qtbot import QtBot

from tests.services.world import World
from tests.ui.agreements.boundaries_on_page import Tab
from vitalshift_desktop.ui.desk import Desk


@pytest.fixture
def tab(world: World, desk: Desk, qtbot: QtBot) -> Tab:
    """An empty page of boundaries, not shown yet."""
    return Tab(world, desk, qtbot)
