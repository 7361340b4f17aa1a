from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.services.world import World
from tests.support.dialogs import FakeDialogs
from vitalshift_desktop.domain.practice import Practice
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.vault.backups_tab import BackupsTab
from vitalshift_desktop.ui.widgets.labels import TextLabel


@pytest.fixture
def tab(qtbot: QtBot, desk: Desk) -> BackupsTab:
    tab = BackupsTab(desk)
    qtbot.addWidget(tab)
    tab.resize(760, 600)
    return tab


def shown(page: QWidget, qtbot: QtBot) -> None:
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()


def test_a_vault_without_backup_says_so_and_a_folder_can_be_chosen(
    qtbot: QtBot, tab: BackupsTab, world: World, desk: Desk, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    shown(tab, qtbot)
    assert "There is no backup yet." in [label.text() for label in tab.findChildren(TextLabel)]
    dialogs.next_answer(tmp_path / "usb")
    tab.choose.click()
    assert [place.folder for place in world.workspace.backups.places()] == [tmp_path / "usb"]
    with qtbot.waitSignal(desk.wishes.back_up):
        tab.now.click()


def test_a_cancelled_choice_of_folder_changes_nothing(
    qtbot: QtBot, tab: BackupsTab, world: World, dialogs: FakeDialogs
) -> None:
    shown(tab, qtbot)
    dialogs.next_answer(None)
    tab.choose.click()
    assert world.workspace.practice.get() == Practice()


def test_a_good_backup_is_told_with_its_day(qtbot: QtBot, tab: BackupsTab, world: World, tmp_path: Path) -> None:
    folder = tmp_path / "usb"
    folder.mkdir()
    world.workspace.backups.back_up(folder, lambda _part: None, lambda: False)
    shown(tab, qtbot)
    words = [label.text() for label in tab.findChildren(TextLabel)]
    assert any(line.startswith("Last good backup: 2 March 2026, ") for line in words)
    assert any("same drive" in line for line in words)


def test_the_sample_practice_needs_no_backup(qtbot: QtBot, tab: BackupsTab, world: World) -> None:
    world.workspace.practice.change(Practice(is_sample=True))
    shown(tab, qtbot)
    words = [label.text() for label in tab.findChildren(TextLabel)]
    assert "The sample practice needs no backup." in words
