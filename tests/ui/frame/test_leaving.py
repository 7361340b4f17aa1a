from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.services.test_backups import never, quietly
from tests.services.world import World
from tests.support.drives import too_deep
from tests.ui.frame.conftest import Press, press_in, shown_words
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.main_window import MainWindow


@pytest.fixture
def stick(tmp_path: Path, world: World) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    world.workspace.backups.add_place(folder)
    return folder


def test_closing_backs_up_what_changed_and_then_closes(
    stick: Path, window: MainWindow, world: World, qtbot: QtBot
) -> None:
    world.client("Maren Tveit")
    with qtbot.waitSignal(window.quit_wanted, timeout=20_000):
        window.close()
        assert window.backup.leaving.page.isVisible()
        assert "Backing up before closing…" in shown_words(window)
        assert "Maren" not in shown_words(window)
    assert len(list(stick.glob("*.vsbackup"))) == 1


def test_closing_with_nothing_new_closes_at_once(stick: Path, window: MainWindow, world: World, qtbot: QtBot) -> None:
    world.workspace.backups.back_up_everywhere(quietly, never)
    with qtbot.waitSignal(window.quit_wanted, timeout=10):
        window.close()


def test_without_a_place_in_reach_closing_is_not_held_up(window: MainWindow, world: World, qtbot: QtBot) -> None:
    world.client()
    with qtbot.waitSignal(window.quit_wanted, timeout=10):
        window.close()


@pytest.mark.parametrize("keys", ["Return", "Esc", "Ctrl+Q"])
def test_the_last_backup_can_be_skipped_by_key(
    stick: Path, window: MainWindow, world: World, desk: Desk, qtbot: QtBot, keys: str
) -> None:
    world.client()
    window.menus.actions["quit"].trigger()
    assert window.backup.leaving.page.isVisible()
    skip = window.findChild(QPushButton, "leaving.skip")
    assert skip is not None
    assert skip.text() == "Skip"
    qtbot.waitUntil(skip.hasFocus)
    with qtbot.waitSignal(window.quit_wanted, timeout=10):
        press_in(window, keys)
    desk.backup_news.stop_wanted.emit()
    qtbot.waitUntil(lambda: not desk.backup_news.is_running, timeout=20_000)


def test_a_failing_backup_does_not_keep_the_app_open(
    window: MainWindow, world: World, tmp_path: Path, qtbot: QtBot
) -> None:
    world.workspace.backups.add_place(too_deep(tmp_path / "deep"))
    with qtbot.waitSignal(window.quit_wanted, timeout=20_000):
        window.close()
    assert not window.banner.isVisible()


def test_while_closing_only_lock_and_quit_are_left_of_the_commands(
    stick: Path, window: MainWindow, world: World, press: Press, qtbot: QtBot
) -> None:
    world.client()
    with qtbot.waitSignal(window.quit_wanted, timeout=20_000):
        window.close()
        enabled = {name for name, action in window.menus.actions.items() if action.isEnabled()}
        assert enabled == {"lock", "quit"}
        with qtbot.waitSignal(window.lock_wanted, timeout=1000):
            press("Ctrl+L")
