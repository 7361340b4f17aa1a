from collections.abc import Iterator

import pytest

from tests.services.world import World
from tests.support.clock import FakeClock
from tests.support.ready_vault import (  # noqa: F401 -- fixtures
    ReadyVault,
    master_vault,
    open_vault,
    ready_vault,
)
from vitalshift_desktop.services.events import Events
from vitalshift_desktop.services.workspace import Workspace


@pytest.fixture
def world(ready_vault: ReadyVault, clock: FakeClock) -> Iterator[World]:  # noqa: F811 -- the fixture above
    """An empty practice, Monday 2 March 2026, 10:00 in New York, with an ear on every change."""
    workspace = Workspace(ready_vault.open(now=clock.now), clock, Events())
    yield World(workspace, clock)
    workspace.close()
