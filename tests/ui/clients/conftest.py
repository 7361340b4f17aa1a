from collections.abc import Callable, Iterator
from datetime import date, time, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.support.clock import FakeClock
from tests.support.dialogs import FakeDialogs
from tests.support.ready_vault import ReadyVault, master_vault, ready_vault
from vitalshift_desktop.domain.clients import ClientDetails, ClientId
from vitalshift_desktop.domain.measures.administration import Rater
from vitalshift_desktop.domain.sessions import Attendance, Modality, SessionId
from vitalshift_desktop.services.events import Events
from vitalshift_desktop.services.workspace import Workspace
from vitalshift_desktop.ui.background import Background
from vitalshift_desktop.ui.clients.clients_page import ClientsPage
from vitalshift_desktop.ui.clients.details_tab import DetailsTab
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.device_settings import DeviceSettings
from vitalshift_desktop.ui.event_bridge import EventBridge
from vitalshift_desktop.ui.page import ClientPage, ClientTab
from vitalshift_desktop.ui.privacy import Privacy
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.wishes import Wishes

__all__ = ["master_vault", "ready_vault"]

TODAY = date(2026, 3, 2)


class CountedTab(ClientPage):
    """A tab of another room, which only says how many things lie under it."""

    def __init__(self, number: int | None) -> None:
        super().__init__()
        self._number = number
        self.looked: list[ClientId | None] = []

    def look_again(self) -> None:
        self.looked.append(self.client_id)

    def count(self) -> int | None:
        return self._number


@pytest.fixture
def workspace(ready_vault: ReadyVault, clock: FakeClock) -> Iterator[Workspace]:
    made = Workspace(ready_vault.open(now=clock.now), clock, Events())
    yield made
    made.close()


@pytest.fixture
def desk(qapp: object, workspace: Workspace, dialogs: FakeDialogs, tmp_path: Path) -> Iterator[Desk]:
    theme().apply()
    background = Background()
    settings = DeviceSettings(tmp_path / "device" / "settings.ini")
    yield Desk(workspace, Wishes(), Privacy(), dialogs, background, settings)
    background.close()


@pytest.fixture
def tabs() -> tuple[ClientTab, ...]:
    return (
        ClientTab("sessions", "Sessions", CountedTab(3)),
        ClientTab("alliance", "Alliance", CountedTab(None)),
    )


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, tabs: tuple[ClientTab, ...]) -> ClientsPage:
    made = ClientsPage(desk, tabs)
    qtbot.addWidget(made)
    made.resize(1280, 742)
    bridge = EventBridge(desk.workspace.events, made)
    bridge.changed.connect(made.hear)
    return made


Added = Callable[..., ClientId]


@pytest.fixture
def added(workspace: Workspace) -> Added:
    """Adds a client by their preferred name."""

    def add(name: str, *, code: str = "", legal_name: str = "", pronouns: str = "", email: str = "") -> ClientId:
        details = ClientDetails(name, legal_name, code, pronouns, email=email)
        return workspace.clients.add(details).id

    return add


Held = Callable[..., SessionId]


@pytest.fixture
def held(workspace: Workspace) -> Held:
    """Adds a held session so many days ago, with the client's check-in."""

    def hold(client_id: ClientId, days_ago: int, score: int | None = None) -> SessionId:
        day = TODAY - timedelta(days=days_ago)
        planned = workspace.sessions.plan(client_id, day, time(9, 0), 50, Modality.IN_PERSON, allow_clash=True)
        workspace.sessions.set_attendance(planned.id, Attendance.ATTENDED)
        if score is not None:
            workspace.measures.record_checkin(planned.id, Rater.COUNSELOR, (8, 8, 8, 8))
            workspace.measures.record_checkin(planned.id, Rater.CLIENT, (score, score, score, score))
        return planned.id

    return hold


@pytest.fixture
def tab(qtbot: QtBot, desk: Desk) -> DetailsTab:
    made = DetailsTab(desk)
    qtbot.addWidget(made)
    made.resize(900, 700)
    bridge = EventBridge(desk.workspace.events, made)
    bridge.changed.connect(made.hear)
    return made


@pytest.fixture
def opened(tab: DetailsTab, added: Added) -> ClientId:
    client_id = added("Maren Tveit")
    tab.show_client(client_id)
    tab.show()
    return client_id


Offered = list[tuple[str, Callable[[], object]]]


@pytest.fixture
def offered(desk: Desk) -> Offered:
    """What was offered to be undone."""
    offers: Offered = []
    desk.wishes.undo_offered.connect(lambda sentence, undo: offers.append((sentence, undo)))
    return offers
