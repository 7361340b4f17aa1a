import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.support.clock import FakeClock
from tests.support.dialogs import FakeDialogs
from tests.support.ready_vault import ReadyVault
from vitalshift_desktop.domain.clients import ClientDetails
from vitalshift_desktop.domain.problems import VaultIsReadOnly
from vitalshift_desktop.services.events import Events
from vitalshift_desktop.services.workspace import Workspace
from vitalshift_desktop.ui.background import Background
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.device_settings import DeviceSettings
from vitalshift_desktop.ui.main_window import MainWindow
from vitalshift_desktop.ui.privacy import Privacy
from vitalshift_desktop.ui.wishes import Wishes

Opened = Callable[[], tuple[MainWindow, Workspace]]


@pytest.fixture
def opened(
    qtbot: QtBot,
    ready_vault: ReadyVault,
    clock: FakeClock,
    background: Background,
    dialogs: FakeDialogs,
    tmp_path: Path,
) -> Iterator[Opened]:
    """The main window over the vault as it lies there now."""
    left: list[Workspace] = []

    def window() -> tuple[MainWindow, Workspace]:
        workspace = Workspace(ready_vault.open(now=clock.now), clock, Events())
        left.append(workspace)
        settings = DeviceSettings(tmp_path / "device.ini")
        shown = MainWindow(Desk(workspace, Wishes(), Privacy(), dialogs, background, settings))
        qtbot.addWidget(shown, before_close_func=MainWindow.empty)
        shown.show()
        return shown, workspace

    yield window
    for workspace in left:
        workspace.close()


def test_older_records_are_told_and_stay_told_until_they_are_accepted(
    opened: Opened, ready_vault: ReadyVault, clock: FakeClock
) -> None:
    """E27: both dates stand there, one may go on reading, and accepting them lets one write."""
    ready_vault.open(now=clock.now).close()
    kept = ready_vault.folder.with_name("kept")
    shutil.copytree(ready_vault.folder, kept)
    clock.advance(days=3)
    newer = Workspace(ready_vault.open(now=clock.now), clock, Events())
    newer.clients.add(ClientDetails(preferred_name="Kim Sample"))
    newer.close()
    shutil.rmtree(ready_vault.folder)
    kept.rename(ready_vault.folder)

    window, workspace = opened()
    assert window.read_only_bar.isVisible()
    assert window.read_only_bar.sentence().startswith(
        "Read only. These records are from 2 March 2026, 10:00. "
        "The ones last open on this computer were from 5 March 2026, 10:00."
    )
    with pytest.raises(VaultIsReadOnly):
        workspace.clients.add(ClientDetails(preferred_name="Kim Sample"))
    assert window.read_only_bar.button.text() == "Use these records"
    window.read_only_bar.button.click()
    assert not window.read_only_bar.isVisible()
    workspace.clients.add(ClientDetails(preferred_name="Kim Sample"))
    workspace.close()

    window, _workspace = opened()
    assert not window.banner.isVisible()
    assert not window.read_only_bar.isVisible()
