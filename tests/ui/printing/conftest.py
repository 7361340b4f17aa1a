import pytest
from pytestqt.qtbot import QtBot

from tests.services.world import World
from tests.ui.printing.paper_at_hand import PaperDialogs
from vitalshift_desktop.domain.clients import Client
from vitalshift_desktop.domain.goals import GoalDetails
from vitalshift_desktop.domain.practice import Paper, Practice
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.printing.summary_page import SummaryPage


@pytest.fixture
def dialogs() -> PaperDialogs:
    return PaperDialogs()


@pytest.fixture
def client(world: World) -> Client:
    world.workspace.practice.change(Practice(practice_name="Ellery Counseling", paper=Paper.A4))
    client = world.client("Maren Tveit")
    world.rated(client, [7, 7, 6, 7, 8, 7, 5, 7])
    world.workspace.goals.add(client.id, GoalDetails("Shop on my own", target=8))
    return client


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, client: Client) -> SummaryPage:
    page = SummaryPage(desk)
    qtbot.addWidget(page)
    page.resize(1080, 742)
    page.show_client(client.id)
    return page
