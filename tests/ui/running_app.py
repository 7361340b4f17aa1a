"""The real app on an open vault, with its real dialogs, about to be locked."""

from collections.abc import Iterator
from pathlib import Path
from time import monotonic

import pytest
from PySide6.QtWidgets import QApplication

from tests.support.clock import FakeClock
from tests.support.ready_vault import PASSPHRASE, ReadyVault, master_vault, ready_vault
from vitalshift_desktop.domain.clients import ClientDetails
from vitalshift_desktop.domain.problems import VaultIsLocked
from vitalshift_desktop.services.unlocking import Unlocking
from vitalshift_desktop.services.workspace import Workspace
from vitalshift_desktop.startup import App, Places
from vitalshift_desktop.ui.desktop.signals import DesktopSignals
from vitalshift_desktop.ui.dialogs import SystemDialogs
from vitalshift_desktop.ui.main_window import MainWindow
from vitalshift_desktop.vault.keys.key_slots import KdfCost

__all__ = ["NAME", "Running", "master_vault", "ready_vault", "running"]

NAME = "Maren Tveit"


class Desktop(DesktopSignals):
    """A desktop of the test: it says what it is told to, and remembers what it heard."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[str] = []

    def may_sleep(self) -> None:
        self.heard.append("may sleep")

    def close(self) -> None:
        self.heard.append("closed")


class Running:
    """The app with an open vault, its real dialogs, and how often it began afresh."""

    def __init__(self, application: QApplication, ready: ReadyVault, clock: FakeClock) -> None:
        self.ready, self.desktop = ready, Desktop()
        self.starts: list[float] = []
        unlocking = Unlocking(clock, ready.paths, KdfCost.floor())
        self.app = App(
            application,
            Places(ready.paths.data, Path.home()),
            dialogs=SystemDialogs(),
            relaunch=lambda: self.starts.append(monotonic()),
            load_unlocking=lambda: unlocking,
            desktop=lambda: self.desktop,
        )
        self.app.start()
        QApplication.processEvents()  # it listens to the desktop after its first picture
        assert self.app.entry is not None
        self.workspace: Workspace = unlocking.unlock(ready.folder, PASSPHRASE)
        self.client = self.workspace.clients.add(ClientDetails(preferred_name=NAME))
        self.app.entry.unlocked.emit(self.workspace)

    @property
    def window(self) -> MainWindow:
        assert self.app.window is not None
        return self.app.window

    def assert_locked(self) -> None:
        """Begun afresh once, nothing on the screen, no file of the vault open, and the vault opens again."""
        assert len(self.starts) == 1
        assert not self.workspace.vault.is_open
        assert not [window for window in QApplication.topLevelWidgets() if window.isVisible()]
        assert QApplication.activeModalWidget() is None
        assert QApplication.activePopupWidget() is None
        with pytest.raises(VaultIsLocked):
            self.workspace.clients.lines()
        self.ready.open().close()


@pytest.fixture
def running(qapp: QApplication, ready_vault: ReadyVault, clock: FakeClock) -> Iterator[Running]:
    run = Running(qapp, ready_vault, clock)
    yield run
    if not run.starts:
        run.app.lock()
    QApplication.sendPostedEvents(None, 0)
