"""A practice and a desk for one page at a time."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.services.world import World
from tests.support.clock import FakeClock
from tests.support.dialogs import FakeDialogs
from tests.support.ready_vault import (  # noqa: F401 -- fixtures
    ReadyVault,
    master_vault,
    open_vault,
    ready_vault,
)
from tests.ui.wished import Wished
from vitalshift_desktop.services.events import Events
from vitalshift_desktop.services.workspace import Workspace
from vitalshift_desktop.ui.background import Background
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.device_settings import DeviceSettings
from vitalshift_desktop.ui.privacy import Privacy
from vitalshift_desktop.ui.wishes import Wishes


@pytest.fixture
def world(ready_vault: ReadyVault, clock: FakeClock) -> Iterator[World]:  # noqa: F811 -- the fixture above
    """An empty practice, Monday 2 March 2026, 10:00 in New York, with an ear on every change."""
    workspace = Workspace(ready_vault.open(now=clock.now), clock, Events())
    yield World(workspace, clock)
    workspace.close()


@pytest.fixture
def background(qapp: object) -> Iterator[Background]:
    """The worker beside the window."""
    worker = Background()
    yield worker
    worker.close()


@pytest.fixture
def desk(world: World, background: Background, dialogs: FakeDialogs, tmp_path: Path) -> Desk:
    """What a page works with."""
    settings = DeviceSettings(tmp_path / "device.ini")
    return Desk(world.workspace, Wishes(), Privacy(), dialogs, background, settings)


@pytest.fixture
def wished(desk: Desk) -> Wished:
    """What was asked of the main window."""
    return Wished(desk.wishes)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """The window that forms open over."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 600)
    with qtbot.waitExposed(window):
        window.show()
    return window
