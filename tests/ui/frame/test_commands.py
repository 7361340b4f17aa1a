from collections import Counter

from PySide6.QtCore import SIGNAL
from PySide6.QtGui import QKeySequence

from tests.services.world import World
from tests.ui.frame.conftest import Press
from vitalshift_desktop.ui.actions import Command, Where, commands, menus
from vitalshift_desktop.ui.main_window import MainWindow

COMMANDS = [command for command in commands() if isinstance(command, Command)]
AGREED = {
    "Ctrl+K": "go_to",
    "Ctrl+1": "home",
    "Ctrl+2": "clients",
    "Ctrl+3": "reminders",
    "Ctrl+,": "settings",
    "Ctrl+N": "new_note",
    "Ctrl+Shift+N": "new_client",
    "Ctrl+Shift+R": "new_reminder",
    "Alt+Up": "previous_client",
    "Alt+Down": "next_client",
    "Ctrl+Tab": "next_tab",
    "Ctrl+Shift+Tab": "previous_tab",
    "Ctrl+B": "client_list",
    "Alt+Left": "back",
    "Ctrl+Return": "sign",
    "Ctrl+S": "save",
    "Ctrl+Shift+C": "checkin",
    "Ctrl+Shift+G": "goals",
    "Ctrl+Shift+B": "agreements",
    "Ctrl+Shift+E": "boundary_event",
    "Ctrl+P": "print",
    "F6": "next_pane",
    "Shift+F6": "previous_pane",
    "Ctrl+L": "lock",
    "F8": "cover",
    "Ctrl+Shift+I": "initials",
    "Ctrl++": "larger",
    "Ctrl+-": "smaller",
    "Ctrl+0": "normal",
    "F1": "keys",
}


def test_every_command_has_an_action_in_its_menu_and_something_that_it_does(window: MainWindow) -> None:
    actions = window.menus.actions
    assert set(actions) == {command.name for command in COMMANDS}
    idle = [name for name, action in actions.items() if not action.receivers(SIGNAL("triggered(bool)"))]
    assert idle == []
    in_menus = [action for menu in window.menuBar().actions() for action in menu.menu().actions()]  # type: ignore[attr-defined]  # a menu bar holds menus
    assert all(action in in_menus for action in actions.values())


def test_no_two_commands_share_a_key_or_a_name() -> None:
    keys = Counter(QKeySequence(key).toString() for command in COMMANDS for key in command.keys)
    assert [key for key, count in keys.items() if count > 1] == []
    names = Counter(command.name for command in COMMANDS)
    assert [name for name, count in names.items() if count > 1] == []


def test_every_key_is_one_that_qt_knows() -> None:
    unknown = [key for command in COMMANDS for key in command.keys if not QKeySequence(key).toString()]
    assert unknown == []


def test_the_keys_are_the_agreed_ones() -> None:
    by_key = {key: command.name for command in COMMANDS for key in command.keys}
    assert {key: by_key.get(key) for key in AGREED} == AGREED


def test_alt_with_a_letter_opens_menus_and_nothing_else() -> None:
    mnemonics = [title[title.index("&") + 1].upper() for _name, title in menus()]
    assert mnemonics == ["F", "E", "V", "G", "C", "S", "H"]
    keys = [key for command in COMMANDS for key in command.keys if key.startswith("Alt+")]
    assert [key for key in keys if len(key.split("+")[-1]) == 1] == []


def test_menus_offer_what_makes_sense_on_each_page(window: MainWindow, world: World) -> None:
    client = world.client()
    session = world.held(client)
    enabled = _enabled(window)
    assert not {"sign", "client_list", "print", "next_client"} & enabled
    assert {"new_note", "new_client", "lock", "cover", "home"} <= enabled
    window.open_client(client.id, "overview")
    assert {"client_list", "print", "next_client"} <= _enabled(window)
    assert "sign" not in _enabled(window)
    window.client_pages.open_note(session.id)
    assert window.place is Where.NOTE
    assert {"sign", "save", "checkin", "print"} <= _enabled(window)
    assert "client_list" not in _enabled(window)
    window.go_back()
    assert window.pages.key == "clients"
    window.go("home")
    assert _enabled(window) == enabled


def test_the_number_keys_and_back_lead_from_page_to_page(window: MainWindow, press: Press) -> None:
    pages = []
    for keys in ("Ctrl+2", "Ctrl+3", "Ctrl+,", "Alt+Left", "Alt+Left", "Ctrl+1"):
        press(keys)
        pages.append(window.pages.key)
    assert pages == ["clients", "reminders", "settings", "reminders", "clients", "home"]


def test_lock_and_quit_are_asked_of_the_app(window: MainWindow, press: Press) -> None:
    asked: list[str] = []
    window.lock_wanted.connect(lambda: asked.append("lock"))
    window.quit_wanted.connect(lambda: asked.append("quit"))
    press("Ctrl+L")
    press("Ctrl+Q")
    window.close()
    assert asked == ["lock", "quit", "quit"]
    assert window.isVisible()
    window.lock_wanted.disconnect()
    window.quit_wanted.disconnect()


def _enabled(window: MainWindow) -> set[str]:
    return {name for name, action in window.menus.actions.items() if action.isEnabled()}
