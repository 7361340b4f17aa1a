"""The tab about the vault's place: what lies where, moving it, keeping it, another computer."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.services.world import World
from tests.support.dialogs import FakeDialogs
from tests.ui.printing.paper_at_hand import PaperDialogs
from vitalshift_desktop.domain.problems import PlaceIsSynced
from vitalshift_desktop.services.events import Events
from vitalshift_desktop.services.workspace import Workspace
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.vault.place_tab import PlaceTab


@pytest.fixture
def shared(world: World) -> World:
    """The vault lies in a folder that Syncthing copies about."""
    (world.workspace.folder.parent / ".stfolder").mkdir()
    world.workspace = Workspace(world.workspace.vault, world.clock, Events())
    return world


def tab_on(desk: Desk, qtbot: QtBot) -> PlaceTab:
    tab = PlaceTab(desk)
    qtbot.addWidget(tab)
    tab.show()
    return tab


def test_an_ordinary_place_is_told_with_its_drive(desk: Desk, qtbot: QtBot) -> None:
    tab = tab_on(desk, qtbot)
    assert tab.folder.text() == str(desk.workspace.folder)
    assert tab.drive.text().startswith("Drive ")
    assert tab.sync.accessibleName() == "No service that we know copies this folder about."
    assert tab.keep.isHidden()
    assert tab.old.isHidden()
    assert tab.header.accessibleName().startswith("This computer keeps a copy")


def test_a_shared_folder_is_warned_of_and_can_be_kept_knowingly(shared: World, desk: Desk, qtbot: QtBot) -> None:
    desk = Desk(shared.workspace, desk.wishes, desk.privacy, desk.dialogs, desk.background, desk.settings)
    tab = tab_on(desk, qtbot)
    assert tab.sync.accessibleName().startswith("This folder is copied about by Syncthing.")
    tab.keep.click()
    assert tab.keep.isHidden()
    assert "you chose to keep the records here" in tab.sync.accessibleName()
    assert shared.workspace.place.warning() is None


def test_moving_asks_first_and_then_locks(desk: Desk, qtbot: QtBot, dialogs: FakeDialogs, tmp_path: Path) -> None:
    tab = tab_on(desk, qtbot)
    dialogs.next_answer(tmp_path / "elsewhere")
    dialogs.next_answer("Cancel")
    with qtbot.assertNotEmitted(desk.wishes.lock):
        tab.move_away.click()
    dialogs.next_answer(tmp_path / "elsewhere")
    dialogs.next_answer("Lock and move")
    with qtbot.waitSignal(desk.wishes.lock):
        tab.move_away.click()
    assert desk.workspace.vault.device.move_request.exists()


def test_a_shared_folder_is_not_taken_as_the_new_place(
    desk: Desk, qtbot: QtBot, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    tab = tab_on(desk, qtbot)
    dialogs.next_answer(tmp_path / "Dropbox")
    dialogs.next_answer("Lock and move")
    with qtbot.waitSignal(desk.wishes.trouble) as told:
        tab.move_away.click()
    assert told.args is not None
    assert isinstance(told.args[0], PlaceIsSynced)


def test_second_versions_are_named(desk: Desk, qtbot: QtBot) -> None:
    (desk.workspace.folder / "vault (conflicted copy).db").touch()
    tab = tab_on(desk, qtbot)
    assert "vault (conflicted copy).db" in tab.conflicts.accessibleName()


def test_the_page_for_another_computer_can_be_printed(
    desk: Desk, qtbot: QtBot, dialogs: PaperDialogs, tmp_path: Path
) -> None:
    tab = tab_on(desk, qtbot)
    dialogs.next_answer(tmp_path / "page.pdf")
    tab.print.click()
    assert (tmp_path / "page.pdf").stat().st_size > 1000
