from collections.abc import Callable
from datetime import time
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.services.world import World
from tests.ui.home.on_screen import button, press, shown, texts
from vitalshift_desktop.domain.practice import Practice
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.home.care_item import CareItem
from vitalshift_desktop.ui.home.home_page import HomePage

OpenPage = Callable[[], HomePage]


def cares(page: HomePage) -> list[str]:
    return [item.care.kind.value for item in page.findChildren(CareItem) if item.isVisible()]


def test_a_vault_without_a_backup_says_so_in_a_group_of_its_own_with_one_act(
    world: World, open_page: OpenPage, desk: Desk, qtbot: QtBot
) -> None:
    world.planned(world.client())
    page = open_page()
    assert cares(page) == ["no_backup"]
    assert "Without one your records are lost with this computer." in texts(page)
    with qtbot.waitSignal(desk.wishes.back_up):
        button(page, "today.care.follow").click()
    assert not page.banner.isVisible()


def test_a_copy_on_the_same_drive_leads_to_the_backups_and_stays_told(
    world: World, open_page: OpenPage, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    world.planned(world.client())
    world.workspace.backups.back_up(tmp_path / "beside", lambda _part: None, lambda: False)
    page = open_page()
    assert cares(page) == ["no_backup_elsewhere"]
    assert "The one of 2 Mar lies on the same drive as your records and is lost with it." in texts(page)
    with qtbot.waitSignal(desk.wishes.vault) as wished:
        button(page, "today.care.follow").click()
    assert wished.args == ["backups"]


def test_what_needs_a_look_stands_above_the_vault(world: World, open_page: OpenPage) -> None:
    world.rated(world.client(), [8, 8, 8, 8, 8, 8, 2])
    page = open_page()
    (flag,) = shown(page, QLabel, "today.flag.words")
    (care,) = shown(page, QLabel, "today.care.words")
    assert flag.mapTo(page, flag.rect().bottomLeft()).y() < care.mapTo(page, care.rect().topLeft()).y()


def test_a_quiet_line_says_when_a_restore_was_proven_last(world: World, open_page: OpenPage) -> None:
    world.planned(world.client())
    page = open_page()
    (line,) = shown(page, QLabel, "today.proven")
    assert isinstance(line, QLabel)
    assert line.text() == "No restore proven yet"


def test_the_sample_practice_is_left_in_peace(world: World, open_page: OpenPage) -> None:
    world.planned(world.client())
    page = open_page()
    world.workspace.practice.change(Practice(is_sample=True))
    assert cares(page) == []
    assert "The vault" not in texts(page)
    assert shown(page, QLabel, "today.proven") == []


def test_without_a_side_column_the_gravest_stands_across_the_page(
    world: World, open_page: OpenPage, desk: Desk, qtbot: QtBot
) -> None:
    page = open_page()
    assert page.banner.sentence() == "No backup yet. Without one your records are lost with this computer."
    with qtbot.waitSignal(desk.wishes.back_up):
        page.banner.button.click()
    world.workspace.practice.change(Practice(is_sample=True))
    assert not page.banner.isVisible()


def test_the_group_is_reached_and_followed_by_keys(world: World, open_page: OpenPage, desk: Desk, qtbot: QtBot) -> None:
    world.planned(world.client(), at=time(11, 0))
    page = open_page()
    follow = button(page, "today.care.follow")
    for _step in range(30):
        if page.focusWidget() is follow:
            break
        press(page, Qt.Key.Key_Tab)
    with qtbot.waitSignal(desk.wishes.back_up):
        press(page, Qt.Key.Key_Return)


def test_every_part_of_the_group_is_read_out(world: World, open_page: OpenPage) -> None:
    world.planned(world.client())
    page = open_page()
    (item,) = (one for one in page.findChildren(CareItem) if one.isVisible())
    assert item.accessibleName() == "No backup yet. Without one your records are lost with this computer."
    assert button(page, "today.care.follow").accessibleName() == "Back up now, No backup yet"
