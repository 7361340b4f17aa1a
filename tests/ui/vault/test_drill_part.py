from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.services.test_backups import never, quietly
from tests.services.world import World
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.event_bridge import EventBridge
from vitalshift_desktop.ui.vault.backups_tab import BackupsTab


@pytest.fixture
def stick(tmp_path: Path, world: World) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    world.written(world.held(world.client()))
    world.workspace.backups.add_place(folder)
    world.workspace.backups.back_up_everywhere(quietly, never)
    return folder


@pytest.fixture
def tab(stick: Path, qtbot: QtBot, world: World, desk: Desk) -> BackupsTab:
    """The tab over one good backup."""
    return opened(qtbot, world, desk)


def opened(qtbot: QtBot, world: World, desk: Desk) -> BackupsTab:
    tab = BackupsTab(desk)
    qtbot.addWidget(tab)
    EventBridge(world.workspace.events, tab).changed.connect(tab.hear)
    with qtbot.waitActive(tab):
        tab.show()
        tab.activateWindow()
    return tab


def result(tab: BackupsTab) -> str:
    return "\n".join(label.text() for label in tab.drill.findChildren(QLabel) if label.isVisible())


def over(tab: BackupsTab, qtbot: QtBot) -> None:
    qtbot.waitUntil(tab.drill.run.isVisible, timeout=20_000)


def test_one_click_restores_the_newest_backup_for_a_try_and_tells_the_result(
    tab: BackupsTab, world: World, qtbot: QtBot
) -> None:
    assert "No restore proven yet." in result(tab)
    before = sorted(path.name for path in world.workspace.folder.parent.iterdir())
    tab.drill.run.setFocus()
    tab.drill.run.click()
    assert tab.drill.work.isVisible()
    assert tab.drill.work.stop.hasFocus()
    over(tab, qtbot)
    told = "Last proven restore: 2 March 2026, 10:00, the backup of 2 March 2026, 10:00 with 1 client, 1 note."
    assert told in result(tab)
    assert tab.drill.run.hasFocus()
    assert sorted(path.name for path in world.workspace.folder.parent.iterdir()) == before
    assert "Restore tried today, 10:00" in tab.list.rows[0].accessibleName()


def test_it_can_be_stopped_and_then_proves_nothing(tab: BackupsTab, world: World, qtbot: QtBot) -> None:
    tab.drill.run.click()
    tab.drill.work.stop.click()
    over(tab, qtbot)
    assert "No restore proven yet." in result(tab)
    assert world.workspace.backups.last_proven_restore is None


def test_a_backup_that_does_not_open_is_told_with_what_to_do_and_stays_told(
    tab: BackupsTab, stick: Path, qtbot: QtBot
) -> None:
    file = next(stick.glob("*.vsbackup"))
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)
    tab.drill.run.click()
    over(tab, qtbot)
    assert "This backup is damaged and cannot be trusted." in result(tab)
    tab.look_again()
    assert "This backup is damaged and cannot be trusted." in result(tab)
    assert tab.list.rows[0].accessibleName().startswith("2 March 2026, 10:00. Damaged")
    assert not tab.list.rows[0].restore.isEnabled()


def test_without_a_backup_there_is_nothing_to_try_and_the_button_says_why(
    qtbot: QtBot, world: World, desk: Desk
) -> None:
    tab = opened(qtbot, world, desk)
    assert not tab.drill.run.isEnabled()
    assert tab.drill.run.toolTip()


def test_the_wish_for_a_drill_begins_it_where_it_can_be_seen(tab: BackupsTab, desk: Desk, qtbot: QtBot) -> None:
    desk.wishes.drill.emit()
    assert tab.drill.work.isVisible()
    over(tab, qtbot)
