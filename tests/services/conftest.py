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
from tests.support.zones import clock_zone, computer_set_to, morning_clock, process_zone
from vitalshift_desktop.services.events import Events
from vitalshift_desktop.services.workspace import Workspace


@pytest.fixture(autouse=True)
def zone_of_the_computer(request: pytest.FixtureRequest) -> Iterator[None]:
    """Each test of the services on a computer that is set to another zone."""
    with computer_set_to(process_zone(request.node.nodeid)):
        yield


@pytest.fixture
def clock(request: pytest.FixtureRequest) -> FakeClock:
    """Monday 2 March 2026, 10:00, in a zone that depends on the test, or in the one that it names."""
    named = request.node.get_closest_marker("zone")
    return morning_clock(named.args[0] if named else clock_zone(request.node.nodeid))


@pytest.fixture
def world(ready_vault: ReadyVault, clock: FakeClock) -> Iterator[World]:  # noqa: F811 -- the fixture above
    """An empty practice, Monday 2 March 2026, 10:00 where the clock is, with an ear on every change."""
    workspace = Workspace(ready_vault.open(now=clock.now), clock, Events())
    yield World(workspace, clock)
    workspace.close()
