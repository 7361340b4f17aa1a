import pytest
from pytestqt.qtbot import QtBot

from tests.services.world import World
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.event_bridge import EventBridge
from vitalshift_desktop.ui.safety.safety_plan_page import SafetyPlanPage
from vitalshift_desktop.ui.theme.theme import theme


@pytest.fixture
def page(qtbot: QtBot, world: World, desk: Desk) -> SafetyPlanPage:
    """The page as it stands in the window."""
    theme().apply()
    made = SafetyPlanPage(desk)
    qtbot.addWidget(made)
    made.resize(1080, 742)
    bridge = EventBridge(world.workspace.events, made)
    bridge.changed.connect(made.hear)
    return made
