"""Locking goes on to its end whatever fails on the way."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.support.clock import FakeClock
from tests.support.dialogs import FakeDialogs
from tests.support.ready_vault import PASSPHRASE, ReadyVault, master_vault, ready_vault
from vitalshift_desktop.services.unlocking import Unlocking
from vitalshift_desktop.startup import App, Places
from vitalshift_desktop.ui.main_window import MainWindow
from vitalshift_desktop.vault.keys.key_slots import KdfCost

__all__ = ["master_vault", "ready_vault"]


def test_a_fault_while_saving_keeps_neither_window_nor_records_open(
    qapp: QApplication, clock: FakeClock, dialogs: FakeDialogs, ready_vault: ReadyVault, monkeypatch: pytest.MonkeyPatch
) -> None:
    unlocking = Unlocking(clock, ready_vault.paths, KdfCost.floor())
    started: list[bool] = []
    places = Places(ready_vault.paths.data, Path.home())
    app = App(qapp, places, dialogs=dialogs, relaunch=lambda: started.append(True), load_unlocking=lambda: unlocking)
    app.start()
    assert app.entry is not None
    workspace = unlocking.unlock(ready_vault.folder, PASSPHRASE)
    app.entry.unlocked.emit(workspace)

    def fail(_window: MainWindow) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as fault:
        fault.setattr(MainWindow, "save_now", fail)
        with pytest.raises(ZeroDivisionError):
            app.lock()
    assert started == [True]
    assert not workspace.vault.is_open
    assert app.window is None
    assert not [window for window in QApplication.topLevelWidgets() if window.isVisible()]
    ready_vault.open().close()
