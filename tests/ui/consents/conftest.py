import pytest
from pytestqt.qtbot import QtBot

from tests.services.world import World
from tests.ui.consents.consents_on_page import Consented
from vitalshift_desktop.ui.desk import Desk


@pytest.fixture
def consented(world: World, desk: Desk, qtbot: QtBot) -> Consented:
    """The page of a child's consents, with nothing recorded."""
    return Consented(world, desk, qtbot).shown(qtbot)
