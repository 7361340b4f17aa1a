"""The way in: an entry window over an empty computer, with a key derivation that costs little."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.support.clock import FakeClock
from tests.support.dialogs import FakeDialogs
from tests.support.ready_vault import ReadyVault
from tests.ui.unlock.door import Door
from vitalshift_desktop.services.unlocking import Unlocking
from vitalshift_desktop.ui.background import Background
from vitalshift_desktop.vault.keys.key_slots import KdfCost


@pytest.fixture
def unlocking(ready_vault: ReadyVault, clock: FakeClock) -> Unlocking:
    """The real service, with the cheapest key derivation."""
    return Unlocking(clock, ready_vault.paths, KdfCost.floor())


@pytest.fixture
def door(
    qtbot: QtBot, background: Background, dialogs: FakeDialogs, unlocking: Unlocking, ready_vault: ReadyVault
) -> Iterator[Door]:
    """Somebody before the entry window of a computer on which nothing was set up yet."""
    door = Door(qtbot, background, dialogs, unlocking, ready_vault)
    yield door
    door.shut()
