"""Passphrase and recovery sheet, from the tab on the vault page, by keyboard."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.services.world import World
from tests.support.ready_vault import PASSPHRASE, ReadyVault
from tests.ui.vault.hands import Hands, button, gone, hands_on
from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.problems import WrongSecret
from vitalshift_desktop.services.events import Events
from vitalshift_desktop.services.workspace import Workspace
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.vault.new_sheet_form import NewSheetForm
from vitalshift_desktop.ui.vault.passphrase_form import PassphraseForm
from vitalshift_desktop.ui.vault.sheet_ask_form import SheetAskForm
from vitalshift_desktop.ui.vault.sheet_test_form import SheetTestForm
from vitalshift_desktop.ui.vault.ways_in_tab import WaysInTab

NEW = "nine lanterns over the harbor"


@pytest.fixture
def hands(qtbot: QtBot, desk: Desk) -> Hands:
    return hands_on(WaysInTab(desk), qtbot)


def newest_act(world: World) -> str:
    return world.workspace.audit.rows(limit=1)[0].act


# ------------------------------------------------------------ the passphrase


def test_the_passphrase_is_changed_by_somebody_without_a_mouse(
    hands: Hands, world: World, ready_vault: ReadyVault
) -> None:
    form = hands.opened("vault.change_passphrase", PassphraseForm)
    hands.write(PASSPHRASE)
    hands.tab_to("passphrase_form.new")
    hands.write(NEW)
    hands.tab_to("passphrase_form.again")
    assert not form.save.isEnabled()
    hands.write(NEW)
    assert form.save.isEnabled()
    hands.press(Qt.Key.Key_Return)
    hands.until(lambda: gone(form))
    assert newest_act(world) == AuditAct.PASSPHRASE_CHANGED
    hands.tab.look_again()
    assert "2 March 2026" in hands.words("vault.passphrase_state")
    world.workspace.close()
    with pytest.raises(WrongSecret):
        ready_vault.open(PASSPHRASE)
    ready_vault.open(NEW).close()


def test_a_wrong_current_passphrase_is_told_beside_it_and_what_is_new_stays(hands: Hands) -> None:
    form = hands.opened("vault.change_passphrase", PassphraseForm)
    hands.write("seven green kettles sang")
    for field in (form.new.first, form.new.second):
        field.edit.setFocus()
        hands.write(NEW)
    hands.press(Qt.Key.Key_Return)
    hands.until(lambda: form.current.error)
    assert form.current.error.startswith("That did not match.")
    assert (form.current.text(), form.new.text()) == ("", NEW)
    assert form.current.edit.hasFocus()
    hands.press(Qt.Key.Key_Escape)
    hands.until(lambda: gone(form))


def test_after_five_wrong_tries_the_pause_is_counted_down_in_words(hands: Hands, world: World) -> None:
    for _ in range(4):
        with pytest.raises(WrongSecret):
            world.workspace.secrets.confirm_passphrase("seven green kettles sang")
    form = hands.opened("vault.change_passphrase", PassphraseForm)
    hands.write("seven green kettles sang")
    for field in (form.new.first, form.new.second):
        field.edit.setFocus()
        hands.write(NEW)
    hands.press(Qt.Key.Key_Return)
    hands.until(form.waiting.isVisible)
    assert "You can try again in 30 seconds. Nothing was changed." in hands.words("unlock.state", form)
    assert not form.current.isEnabled()
    assert not form.save.isEnabled()
    form.waiting.countdown.timeout.emit()
    assert "29 seconds" in hands.words("unlock.state", form)
    form.waiting.start(1)
    form.waiting.countdown.timeout.emit()
    assert form.current.isEnabled()
    assert form.current.edit.hasFocus()
    form.reject()


def test_older_backups_are_counted_before_the_passphrase_changes(hands: Hands, world: World, tmp_path: Path) -> None:
    (tmp_path / "usb").mkdir()
    world.workspace.backups.add_place(tmp_path / "usb")
    world.workspace.backups.back_up_everywhere(lambda _part: None, lambda: False)
    form = hands.opened("vault.change_passphrase", PassphraseForm)
    told = hands.words("passphrase_form.told", form)
    assert "1 backup made before still opens with the current passphrase." in told
    form.reject()


# ------------------------------------------------------------ the sheet


def test_the_sheet_is_tested_and_the_day_is_kept(hands: Hands, world: World, ready_vault: ReadyVault) -> None:
    form = hands.opened("vault.test_sheet", SheetTestForm)
    hands.write(ready_vault.code.text.lower().replace("-", " "))
    hands.press(Qt.Key.Key_Return)
    hands.until(lambda: gone(form))
    assert newest_act(world) == AuditAct.RECOVERY_SHEET_TESTED
    hands.tab.look_again()
    assert hands.words("vault.sheet_state") == "Last made or tested on 2 March 2026."
    assert hands.tab.focusWidget() is hands.tab.test
    world.clock.advance(days=90)
    hands.tab.look_again()
    assert "more than 90 days ago" in hands.words("vault.sheet_state")


def test_a_slip_on_the_sheet_names_its_group_and_stays_to_be_mended(hands: Hands, ready_vault: ReadyVault) -> None:
    """E9, from inside the app."""
    groups = list(ready_vault.code.groups)
    groups[2] = ("Z" if groups[2][0] != "Z" else "Y") + groups[2][1:]
    form = hands.opened("vault.test_sheet", SheetTestForm)
    hands.write("-".join(groups))
    hands.press(Qt.Key.Key_Return)
    assert "Check group" in form.code.error
    assert "3" in form.code.error
    assert form.code.text() == "-".join(groups)
    hands.press(Qt.Key.Key_Escape)
    hands.until(lambda: gone(form))


def new_sheet(hands: Hands) -> NewSheetForm:
    ask = hands.opened("vault.new_sheet", SheetAskForm)
    hands.write(PASSPHRASE)
    hands.press(Qt.Key.Key_Return)
    hands.until(lambda: gone(ask) and isinstance(QApplication.activeWindow(), NewSheetForm))
    form = QApplication.activeWindow()
    assert isinstance(form, NewSheetForm)
    return form


def test_somebody_at_unlocked_records_gets_no_sheet_without_the_passphrase(
    hands: Hands, world: World, ready_vault: ReadyVault
) -> None:
    form = hands.opened("vault.new_sheet", SheetAskForm)
    assert not form.go_on.isEnabled()
    hands.write("seven green kettles sang")
    hands.press(Qt.Key.Key_Return)
    hands.until(lambda: form.passphrase.error)
    assert form.passphrase.error.startswith("That did not match.")
    assert (form.passphrase.text(), form.passphrase.edit.hasFocus()) == ("", True)
    assert world.workspace.secrets.state().unchecked_sheets == 0
    hands.press(Qt.Key.Key_Escape)
    hands.until(lambda: gone(form))
    world.workspace.secrets.test_sheet(ready_vault.code.text)


def test_a_new_sheet_is_asked_back_before_the_older_one_goes(
    hands: Hands, world: World, ready_vault: ReadyVault
) -> None:
    form = new_sheet(hands)
    assert world.workspace.secrets.state().unchecked_sheets == 1
    groups = hands.copied(form.sheet)
    assert button(form, "new_sheet.use").isEnabled()
    hands.press(Qt.Key.Key_Return)
    hands.until(lambda: gone(form))
    world.workspace.close()
    with pytest.raises(WrongSecret):
        ready_vault.open(ready_vault.code)
    Workspace(ready_vault.open(type(ready_vault.code).parse("".join(groups))), world.clock, Events()).close()


def test_leaving_the_new_sheet_keeps_the_older_one_alone(hands: Hands, world: World, ready_vault: ReadyVault) -> None:
    form = new_sheet(hands)
    assert not button(form, "new_sheet.use").isEnabled()
    hands.press(Qt.Key.Key_Escape)
    hands.until(lambda: gone(form))
    assert world.workspace.secrets.state().unchecked_sheets == 0
    assert newest_act(world) == AuditAct.RECOVERY_CODE_WITHDRAWN
    world.workspace.secrets.test_sheet(ready_vault.code.text)


def test_a_sheet_never_checked_is_told_on_the_tab(hands: Hands, world: World) -> None:
    world.workspace.secrets.new_sheet(PASSPHRASE)
    hands.tab.look_again()
    assert hands.words("vault.unchecked_sheets").startswith("1 more sheet was made and never checked")
