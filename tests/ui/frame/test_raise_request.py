"""E42: a second start is told who holds the vault, and the first one comes to the front."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.support.clock import FakeClock
from tests.support.ready_vault import ReadyVault
from vitalshift_desktop.domain.problems import VaultInUse
from vitalshift_desktop.services.unlocking import Unlocking
from vitalshift_desktop.ui.raise_request import RaiseRequest


@pytest.fixture
def first(qtbot: QtBot) -> QWidget:
    window = QWidget()
    window.setObjectName("main")
    qtbot.addWidget(window)
    window.showMinimized()
    return window


def test_a_second_start_brings_the_first_window_to_the_front_once(
    first: QWidget, ready_vault: ReadyVault, clock: FakeClock
) -> None:
    request = RaiseRequest(ready_vault.paths.raise_request)
    unlocking = Unlocking(clock, ready_vault.paths)
    with ready_vault.open() as held:
        with pytest.raises(VaultInUse) as caught:
            unlocking.unlock(ready_vault.folder, ready_vault.passphrase)
        assert caught.value.pid is not None
        unlocking.ask_first_window()
        request.look()
        assert not first.windowState() & Qt.WindowState.WindowMinimized
        assert not ready_vault.paths.raise_request.exists()
        with held.write() as work:
            work.meta.set("still", "fine")
    first.showMinimized()
    request.look()
    assert first.windowState() & Qt.WindowState.WindowMinimized


def test_a_request_from_before_the_start_raises_nothing(first: QWidget, tmp_path: Path) -> None:
    (tmp_path / "raise-request").touch()
    request = RaiseRequest(tmp_path / "raise-request")
    request.start()
    request.look()
    request.stop()
    assert first.windowState() & Qt.WindowState.WindowMinimized
