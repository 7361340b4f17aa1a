import errno
import os
import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFrame
from pytestqt.qtbot import QtBot

from tests.services.world import World
from tests.support.dialogs import FakeDialogs
from tests.support.drives import another_drive, too_deep
from tests.ui.frame.conftest import press_in
from vitalshift_desktop.domain.backup_rules import Reason
from vitalshift_desktop.domain.practice import Practice
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.main_window import MainWindow

__all__ = ["another_drive"]


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
    window.backup.run.start()
    assert _state(window) == "Not backed up yet. Choose a folder"
    dialogs.next_answer(stick)
    _press_row(window)
    assert _state(window).startswith("Backing up…")
    window.backup.run.start()  # one at a time
    _await_end(window, qtbot)
    assert _state(window).startswith("Backed up today")
    assert [place.folder for place in world.workspace.backups.places()] == [stick]
    world.client()
    window.menus.actions["back_up"].trigger()
    _await_end(window, qtbot)
    assert len(list(stick.glob("*.vsbackup"))) == 2


def test_a_copy_on_the_same_drive_is_not_called_good_and_the_row_leads_to_the_backups(
    window: MainWindow, dialogs: FakeDialogs, stick: Path, qtbot: QtBot
) -> None:
    dialogs.next_answer(stick)
    window.backup.run.start()
    _await_end(window, qtbot)
    assert _state(window) == "Backed up today. On this drive only"
    _press_row(window)
    assert window.pages.key == "vault"
    assert window.pages.vault.tab("backups").isVisible()


def test_with_a_backup_on_another_drive_all_is_well_and_the_row_makes_the_next(
    window: MainWindow, world: World, another_drive: Path, qtbot: QtBot
) -> None:
    world.workspace.backups.add_place(another_drive)
    window.backup.run.start()
    _await_end(window, qtbot)
    assert _state(window) == "Backed up today. 10:00"
    _press_row(window)
    assert _state(window).startswith("Backing up…")
    _await_end(window, qtbot)
    assert window.pages.key == "home"


def test_a_place_that_takes_no_backup_is_told_at_once_and_stays_told_until_it_works(
    window: MainWindow, world: World, stick: Path, qtbot: QtBot
) -> None:
    blocked = too_deep(stick)
    place = world.workspace.backups.add_place(blocked)
    window.backup.run.start()
    _await_end(window, qtbot)
    assert window.banner.isVisible()
    assert _state(window) == "Backup failed. See what to do"
    world.workspace.backups.remove_place(place.id)
    world.workspace.backups.add_place(stick)
    window.backup.run.start()
    _await_end(window, qtbot)
    assert _state(window).startswith("Backed up today")


def test_a_drive_that_is_away_is_told_to_whoever_asked(
    window: MainWindow, world: World, stick: Path, qtbot: QtBot
) -> None:
    world.workspace.backups.add_place(stick)
    shutil.rmtree(stick)
    window.backup.run.start()
    _await_end(window, qtbot)
    assert window.banner.sentence().startswith("The place for backups cannot be reached now.")
    assert _state(window) == "Not backed up yet. Back up now"


def test_a_run_that_nobody_asked_for_fails_without_a_word_over_the_page(
    window: MainWindow, world: World, stick: Path, qtbot: QtBot
) -> None:
    world.workspace.backups.add_place(too_deep(stick))
    window.backup.run.start_quietly(Reason.IDLE)
    _await_end(window, qtbot)
    assert not window.banner.isVisible()
    assert _state(window) == "Backup failed. See what to do"
    assert window.backup.run.last_trouble == world.clock.now()


def test_a_full_drive_is_told_and_leaves_nothing_half_written(
    window: MainWindow, world: World, stick: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    world.workspace.backups.add_place(stick)
    monkeypatch.setattr(os, "fsync", full)
    window.backup.run.start()
    _await_end(window, qtbot)
    monkeypatch.undo()
    assert window.banner.sentence().startswith("The drive is full")
    assert list(stick.iterdir()) == []


def test_a_run_that_was_stopped_leaves_nothing_and_says_nothing(
    window: MainWindow, world: World, desk: Desk, stick: Path, qtbot: QtBot
) -> None:
    world.workspace.backups.add_place(stick)
    window.backup.run.start()
    desk.backup_news.stop_wanted.emit()
    _await_end(window, qtbot)
    assert not window.banner.isVisible()
    assert list(stick.iterdir()) == []
    assert _state(window) == "Not backed up yet. Back up now"
    assert world.workspace.backups.state().pending


def test_a_folder_that_a_service_copies_about_opens_by_the_sheet_alone(
    window: MainWindow, world: World, dialogs: FakeDialogs, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "Dropbox" / "Backups").mkdir(parents=True)
    dialogs.next_answer(tmp_path / "Dropbox" / "Backups")
    window.backup.run.start()
    _await_end(window, qtbot)
    (place,) = world.workspace.backups.places()
    assert place.recovery_only


def test_the_sample_practice_needs_none(window: MainWindow, world: World) -> None:
    world.workspace.practice.change(Practice(is_sample=True))
    assert _state(window) == "Sample practice. No backup needed"


def _await_end(window: MainWindow, qtbot: QtBot) -> None:
    news = window._desk.backup_news
    qtbot.waitUntil(lambda: not news.is_running, timeout=20_000)


def _press_row(window: MainWindow) -> None:
    _row(window).setFocus()
    press_in(window, "Return")


def _row(window: MainWindow) -> QFrame:
    row = window.navigation.findChild(QFrame, "nav.backup")
    assert isinstance(row, QFrame)
    return row


def _state(window: MainWindow) -> str:
    return _row(window).accessibleName()
