"""After unlocking the app says that its main window is there."""

from pathlib import Path

from PySide6.QtWidgets import QApplication

from tests.support.clock import FakeClock
from tests.support.ready_vault import PASSPHRASE, ReadyVault, master_vault, ready_vault
from tests.ui.running_app import Desktop
from vitalshift_desktop.services.unlocking import Unlocking
from vitalshift_desktop.startup import App, Places
from vitalshift_desktop.ui.dialogs import SystemDialogs
from vitalshift_desktop.vault.keys.key_slots import KdfCost

__all__ = ["master_vault", "ready_vault"]


def test_opened_is_told_once_and_with_the_window_there(
    qapp: QApplication,
    ready_vault: ReadyVault,
    clock: FakeClock,
) -> None:
    unlocking = Unlocking(clock, ready_vault.paths, KdfCost.floor())
    app = App(
        qapp,
        Places(ready_vault.paths.data, Path.home()),
        dialogs=SystemDialogs(),
        relaunch=lambda: None,
        load_unlocking=lambda: unlocking,
        desktop=Desktop,
    )
    heard: list[bool] = []
    app.opened.connect(lambda: heard.append(app.window is not None and app.window.isVisible()))
    app.start()
    qapp.processEvents()
    assert app.entry is not None
    assert heard == []
    app.entry.unlocked.emit(unlocking.unlock(ready_vault.folder, PASSPHRASE))
    assert heard == [True]
    app.quit()
