"""A client with one agreement, and the part and the page that show what was written about it."""

from datetime import date

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.services.world import World
from vitalshift_desktop.domain.agreements import AgreedHow, ClauseVersion, DraftClause, Topic
from vitalshift_desktop.domain.boundary_events import BoundaryEvent, Conduct, EventDetails
from vitalshift_desktop.domain.clients import Client
from vitalshift_desktop.domain.contacts import StartedBy
from vitalshift_desktop.ui.boundary_events.clause_notes import ClauseNotes
from vitalshift_desktop.ui.boundary_events.notes_page import AgreementNotesPage
from vitalshift_desktop.ui.boundary_forms import BoundaryForms
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.event_bridge import EventBridge

WORDS = "Quince jam at the door."


@pytest.fixture
def client(world: World) -> Client:
    return world.client()


@pytest.fixture
def clause(world: World, client: Client) -> ClauseVersion:
    draft = DraftClause(Topic.GIFTS, "No gifts beyond a card.")
    return world.workspace.agreements.agree(client.id, (draft,), date(2026, 2, 1), None, AgreedHow.VERBAL).clauses[0]


@pytest.fixture
def forms(desk: Desk, window: QWidget) -> BoundaryForms:
    return BoundaryForms(desk, window)


def noted(world: World, clause: ClauseVersion, *, own: bool = False) -> BoundaryEvent:
    conduct, by = (Conduct.COUNSELOR, StartedBy.COUNSELOR) if own else (Conduct.CLIENT, StartedBy.CLIENT)
    details = EventDetails(world.today, WORDS, conduct, by, thinking="I was touched.")
    return world.workspace.boundary_events.note(clause.client_id, clause.clause_id, details)


def shown(qtbot: QtBot, world: World, page: ClauseNotes | AgreementNotesPage) -> EventBridge:
    qtbot.addWidget(page)
    bridge = EventBridge(world.workspace.events)
    bridge.changed.connect(page.hear)
    page.resize(800, 600)
    with qtbot.waitExposed(page):
        page.show()
    return bridge
