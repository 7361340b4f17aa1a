"""The page of a note, over a practice with one planned session."""

import pytest
from pytestqt.qtbot import QtBot

from tests.services.world import World
from vitalshift_desktop.domain.sessions import Session
from vitalshift_desktop.ui.agreements.agreements_panel import AgreementsPanel
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.goals.goals_panel import GoalsPanel
from vitalshift_desktop.ui.measures.checkin_panel import CheckinPanel
from vitalshift_desktop.ui.notes.note_page import NotePage


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> NotePage:
    shown = NotePage(desk, (CheckinPanel(desk), GoalsPanel(desk), AgreementsPanel(desk)))
    qtbot.addWidget(shown)
    shown.resize(1080, 740)
    desk.workspace.events.subscribe(shown.hear)
    with qtbot.waitExposed(shown):
        shown.show()
    return shown


@pytest.fixture
def session(world: World) -> Session:
    return world.planned(world.client(), 0)
