"""A new vault key, from the tab on the vault page, by keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.services.world import World
from tests.support.ready_vault import PASSPHRASE, ReadyVault
from tests.ui.vault.hands import Hands, button, gone, hands_on
from vitalshift_desktop.domain.problems import WrongSecret
from vitalshift_desktop.services.events import Events
from vitalshift_desktop.services.workspace import Workspace
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.vault.key_form import KeyForm
from vitalshift_desktop.ui.vault.ways_in_tab import WaysInTab

_PATIENCE_MS = 20_000


@pytest.fixture
def hands(qtbot: QtBot, desk: Desk) -> Hands:
    return hands_on(WaysInTab(desk), qtbot)


def test_a_new_key_needs_the_passphrase_and_a_sheet_asked_back_and_ends_in_a_lock(
    hands: Hands, world: World, desk: Desk, ready_vault: ReadyVault, qtbot: QtBot
) -> None:
    form = hands.opened("vault.change_key", KeyForm)
    hands.write(PASSPHRASE)
    hands.press(Qt.Key.Key_Return)
    hands.until(form.sheet.isVisible)
    groups = hands.copied(form.sheet)
    with qtbot.waitSignal(desk.wishes.lock, timeout=_PATIENCE_MS):
        hands.press(Qt.Key.Key_Return)
    assert not world.workspace.secrets.is_open
    code = type(ready_vault.code).parse("".join(groups))
    again = Workspace(ready_vault.open(code, now=world.clock.now), world.clock, Events())
    try:
        tab = WaysInTab(Desk(again, desk.wishes, desk.privacy, desk.dialogs, desk.background, desk.settings))
        qtbot.addWidget(tab)
        tab.look_again()
        assert "Changed on 2 March 2026." in hands.words("vault.key_state", tab)
    finally:
        again.close()
    with pytest.raises(WrongSecret):
        ready_vault.open(ready_vault.code)


def test_a_wrong_passphrase_changes_no_key(hands: Hands, world: World) -> None:
    form = hands.opened("vault.change_key", KeyForm)
    hands.write("seven green kettles sang")
    hands.press(Qt.Key.Key_Return)
    hands.until(lambda: form.reasons.passphrase.error)
    assert form.reasons.isVisible()
    hands.press(Qt.Key.Key_Escape)
    hands.until(lambda: gone(form))
    assert world.workspace.secrets.state().key_changed_at is None


def test_the_change_of_the_key_can_be_stopped_and_the_older_sheet_stays_good(
    hands: Hands, world: World, ready_vault: ReadyVault
) -> None:
    form = hands.opened("vault.change_key", KeyForm)
    hands.write(PASSPHRASE)
    hands.press(Qt.Key.Key_Return)
    hands.until(form.sheet.isVisible)
    hands.copied(form.sheet)
    form.go_on.click()
    hands.press(Qt.Key.Key_Escape)
    hands.until(lambda: button(form, "key_form.cancel").text() == "Close")
    assert "put on paper opens nothing" in "".join(
        label.text() for label in form.progress.findChildren(QLabel) if label.isVisible()
    )
    hands.press(Qt.Key.Key_Escape)
    hands.until(lambda: gone(form))
    world.workspace.secrets.test_sheet(ready_vault.code.text)
