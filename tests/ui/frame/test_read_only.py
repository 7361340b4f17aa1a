"""The main window over damaged records: read only is said plainly, and nothing pretends to save."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.services.world import World
from tests.support.clock import FakeClock
from tests.support.dialogs import FakeDialogs
from tests.support.ready_vault import ReadyVault
from tests.ui.frame.conftest import shown_words
from tests.vault.vault_files import PAGE, contents, database, flip, root_page
from vitalshift_desktop.domain.goals import GoalDetails
from vitalshift_desktop.domain.problems import VaultIsDamaged
from vitalshift_desktop.domain.sessions import Session
from vitalshift_desktop.services.events import Events
from vitalshift_desktop.services.workspace import Workspace
from vitalshift_desktop.ui.background import Background
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.device_settings import DeviceSettings
from vitalshift_desktop.ui.main_window import MainWindow
from vitalshift_desktop.ui.privacy import Privacy
from vitalshift_desktop.ui.wishes import Wishes
from vitalshift_desktop.vault.vault import Vault

PAGES = ("home", "clients", "reminders", "settings", "vault")


@pytest.fixture
def session(ready_vault: ReadyVault, clock: FakeClock) -> Session:
    """A written note, in a vault whose table of goals is damaged."""
    workspace = Workspace(ready_vault.open(now=clock.now), clock, Events())
    world = World(workspace, clock)
    session = world.held(world.client())
    world.written(session)
    workspace.goals.add(session.client_id, GoalDetails("Ride the bus to my sister"))
    workspace.close()
    flip(database(ready_vault), (root_page(ready_vault, "goal") - 1) * PAGE + 100)
    return session


@pytest.fixture
def window(
    qtbot: QtBot,
    session: Session,
    ready_vault: ReadyVault,
    clock: FakeClock,
    background: Background,
    dialogs: FakeDialogs,
    tmp_path: Path,
) -> Iterator[MainWindow]:
    with pytest.raises(VaultIsDamaged):
        ready_vault.open(now=clock.now)
    vault = Vault.open(ready_vault.folder, ready_vault.key, paths=ready_vault.paths, now=clock.now, read_only=True)
    workspace = Workspace(vault, clock, Events())
    settings = DeviceSettings(tmp_path / "device.ini")
    window = MainWindow(Desk(workspace, Wishes(), Privacy(), dialogs, background, settings))
    qtbot.addWidget(window, before_close_func=MainWindow.empty)
    window.show()
    yield window
    workspace.close()


def test_read_only_is_said_above_the_page_and_in_the_corner(window: MainWindow) -> None:
    assert window.read_only_bar.sentence().startswith("Read only. The file of these records is damaged")
    tag = window.privacy_corner.findChild(QLabel, "corner.read_only")
    assert tag is not None
    assert tag.isVisible()
    assert window.windowTitle() == "VitalShift"


def test_the_note_is_shown_and_takes_no_typing(window: MainWindow, session: Session) -> None:
    window.client_pages.open_note(session.id)
    editor = window.pages.note.sections.editor("data")
    assert editor.text() == "Walked to the shop alone."
    assert editor.isReadOnly()


def test_every_page_can_be_visited_and_the_damaged_part_says_so(
    window: MainWindow, session: Session, ready_vault: ReadyVault
) -> None:
    before = contents(ready_vault)
    for key in PAGES:
        window.go(key)
    window.open_client(session.client_id, "goals")
    assert "This part of the records cannot be read" in shown_words(window)
    window.open_client(session.client_id, "sessions")
    assert "This part of the records cannot be read" not in shown_words(window)
    window.go("home")
    assert contents(ready_vault) == before


def test_closing_from_the_line_locks(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.lock_wanted):
        window.read_only_bar.button.click()
