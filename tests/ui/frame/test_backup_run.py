import errno
import os
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFrame
from pytestqt.qtbot import QtBot

from tests.services.world import World
from tests.support.dialogs import FakeDialogs
from tests.ui.frame.conftest import press_in
from vitalshift_desktop.ui.main_window import MainWindow


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def test_the_first_backup_asks_for_a_folder_and_the_next_goes_there_unasked(
    window: MainWindow, world: World, dialogs: FakeDialogs, stick: Path, qtbot: QtBot
) -> None:
    assert _state(window) == "Not backed up yet. Choose a folder"
    dialogs.next_answer(None)
    window.backup.start()
    assert _state(window) == "Not backed up yet. Choose a folder"
    dialogs.next_answer(stick)
    _row(window).setFocus()
    press_in(window, "Return")
    assert _state(window).startswith("Backing up…")
    window.backup.start()  # one at a time
    qtbot.waitUntil(lambda: _state(window).startswith("Backed up today"), timeout=20_000)
    assert [place.folder for place in world.workspace.backups.places()] == [stick]
    world.client()
    window.menus.actions["back_up"].trigger()
    qtbot.waitUntil(lambda: _state(window).startswith("Backed up today"), timeout=20_000)
    assert len(list(stick.glob("*.vsbackup"))) >= 1


def test_a_folder_that_cannot_be_written_to_is_told_and_the_next_try_asks_again(
    window: MainWindow, dialogs: FakeDialogs, stick: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("a file, not a folder")
    dialogs.next_answer(blocked)
    window.backup.start()
    qtbot.waitUntil(window.banner.isVisible, timeout=20_000)
    assert window.banner.sentence()
    assert _state(window) == "Backup failed. Choose another folder"
    dialogs.next_answer(stick)
    window.backup.start()
    qtbot.waitUntil(lambda: _state(window).startswith("Backed up today"), timeout=20_000)


def test_a_full_drive_is_told_and_leaves_nothing_half_written(
    window: MainWindow, dialogs: FakeDialogs, stick: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    dialogs.next_answer(stick)
    window.backup.start()
    qtbot.waitUntil(window.banner.isVisible, timeout=20_000)
    monkeypatch.undo()
    assert window.banner.sentence().startswith("The drive is full")
    assert list(stick.iterdir()) == []


def _row(window: MainWindow) -> QFrame:
    row = window.navigation.findChild(QFrame, "nav.backup")
    assert isinstance(row, QFrame)
    return row


def _state(window: MainWindow) -> str:
    return _row(window).accessibleName()
