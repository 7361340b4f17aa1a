from pytestqt.qtbot import QtBot

from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.main_window import MainWindow
from vitalshift_desktop.ui.vault.passphrase_form import PassphraseForm
from vitalshift_desktop.ui.vault.sheet_test_form import SheetTestForm


def test_the_passphrase_and_the_sheet_are_a_command_away_from_any_page(window: MainWindow, qtbot: QtBot) -> None:
    for command, kind in (("change_passphrase", PassphraseForm), ("test_sheet", SheetTestForm)):
        window.go("clients")
        window.menus.actions[command].trigger()
        (dialog,) = window.findChildren(kind)
        qtbot.waitUntil(dialog.isActiveWindow)
        assert window.pages.key == "vault"
        assert window.pages.ways_in.isVisible()
        dialog.reject()


def test_what_changed_the_vault_key_locks_the_window(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.lock_wanted):
        desk.wishes.lock.emit()
