from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from tests.services.test_backups import never, quietly
from tests.services.world import World
from tests.support.ready_vault import PASSPHRASE, ReadyVault
from vitalshift_desktop.services.restoring import PreparedRestore
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.vault.backups_tab import BackupsTab
from vitalshift_desktop.ui.vault.restore_form import RestoreForm


@pytest.fixture
def tab(qtbot: QtBot, world: World, desk: Desk, tmp_path: Path) -> BackupsTab:
    """The tab with one backup that holds one client; a second client came later."""
    folder = tmp_path / "stick"
    folder.mkdir()
    world.client("Maren T.")
    world.workspace.backups.add_place(folder)
    world.workspace.backups.back_up_everywhere(quietly, never)
    world.clock.advance(hours=3)
    world.client("Tobiah L.")
    tab = BackupsTab(desk)
    qtbot.addWidget(tab)
    with qtbot.waitActive(tab):
        tab.show()
        tab.activateWindow()
    return tab


@pytest.fixture
def form(tab: BackupsTab) -> Iterator[RestoreForm]:
    tab.list.rows[0].restore.click()
    form = tab.findChild(RestoreForm)
    assert form is not None
    yield form
    if isValid(form):
        form.reject()


def beside(world: World) -> list[str]:
    """What lies beside the vault that has to do with a restore."""
    return [path.name for path in world.workspace.folder.parent.iterdir() if "restor" in path.name]


def words(form: QWidget) -> str:
    QApplication.processEvents()
    return "\n".join(label.text() for label in form.findChildren(QLabel) if label.isVisible())


def prepared(form: RestoreForm, qtbot: QtBot, secret: str = PASSPHRASE) -> None:
    form.secret.passphrase.edit.setText(secret)
    form.prepare.click()
    assert form.work.isVisible()
    qtbot.waitUntil(lambda: form._job is None, timeout=20_000)


def test_it_says_what_happens_and_asks_for_the_passphrase_of_that_day(form: RestoreForm) -> None:
    assert form.accessibleName() == "Restore the backup of 2 March 2026, 10:00"
    assert "Nothing is replaced before you say so." in words(form)
    assert "The one in use on 2 March 2026, 10:00." in words(form)
    assert form.secret.passphrase.edit.hasFocus()
    assert not form.switch.isVisible()


def test_now_and_then_stand_side_by_side_with_what_goes_and_what_stays(
    form: RestoreForm, world: World, qtbot: QtBot
) -> None:
    prepared(form, qtbot)
    told = words(form)
    assert "Clients\n2\n1" in told
    assert "Everything written after 2 March 2026, 10:00. The last entry today is of 2 March 2026, 13:00." in told
    assert "Today's records, whole" in told
    assert [client.client.name for client in world.workspace.clients.lines()] == ["Maren T.", "Tobiah L."]
    assert len(beside(world)) == 1


def test_the_switch_needs_the_tick_and_cancel_has_the_focus(
    form: RestoreForm, desk: Desk, world: World, qtbot: QtBot
) -> None:
    prepared(form, qtbot)
    assert form.cancel.hasFocus()
    assert not form.switch.isEnabled()
    assert form.switch.toolTip()
    form.compared.tick.click()
    with qtbot.waitSignal(desk.wishes.restore) as wished:
        form.switch.click()
    (ready,) = wished.args
    assert isinstance(ready, PreparedRestore)
    assert len(beside(world)) == 1, "the form's end takes nothing away that is wanted"
    ready.discard()


def test_cancel_takes_the_new_vault_away_and_leaves_todays_alone(
    form: RestoreForm, tab: BackupsTab, world: World, qtbot: QtBot
) -> None:
    prepared(form, qtbot)
    QTest.keyClick(form, Qt.Key.Key_Escape)
    assert beside(world) == []
    assert len(world.workspace.clients.lines()) == 2
    assert tab.focusWidget() is tab.list.rows[0].restore


def test_a_wrong_passphrase_is_told_at_the_field_and_leaves_nothing(
    form: RestoreForm, world: World, qtbot: QtBot
) -> None:
    prepared(form, qtbot, "not the passphrase at all")
    assert form.secret.error.sentence().startswith("That did not match.")
    assert form.secret.passphrase.edit.hasFocus()
    assert beside(world) == []


def test_the_recovery_sheet_restores_too_and_a_slip_names_its_group(
    form: RestoreForm, ready_vault: ReadyVault, qtbot: QtBot
) -> None:
    form.secret.ways.chosen.emit("code")
    typed = ready_vault.code.text
    form.secret.code.edit.setText(typed[:-1] + ("A" if typed[-1] != "A" else "B"))
    form.prepare.click()
    assert "Check group" in form.secret.error.sentence()
    form.secret.code.edit.setText(typed)
    form.prepare.click()
    qtbot.waitUntil(form.switch.isVisible, timeout=20_000)


def test_what_was_typed_is_forgotten_once_it_was_used(form: RestoreForm, qtbot: QtBot) -> None:
    prepared(form, qtbot)
    assert form.secret.passphrase.text() == ""


def test_the_work_can_be_stopped(form: RestoreForm, world: World, qtbot: QtBot) -> None:
    form.secret.passphrase.edit.setText(PASSPHRASE)
    form.prepare.click()
    form.work.stop.click()
    qtbot.waitUntil(lambda: form._job is None, timeout=20_000)
    assert form.secret.isVisible()
    assert form.secret.error.sentence() == ""
    assert beside(world) == []


def test_closing_it_while_it_works_leaves_nothing(form: RestoreForm, world: World, desk: Desk, qtbot: QtBot) -> None:
    form.secret.passphrase.edit.setText(PASSPHRASE)
    form.prepare.click()
    form.hide()
    qtbot.waitUntil(lambda: not desk.background.is_busy, timeout=20_000)
    qtbot.waitUntil(lambda: beside(world) == [], timeout=5_000)


def test_a_backup_that_only_the_sheet_opens_asks_for_the_sheet_alone(
    qtbot: QtBot, tab: BackupsTab, world: World
) -> None:
    (place,) = world.workspace.backups.places()
    world.workspace.backups.change_place(place.id, recovery_only=True)
    world.workspace.backups.back_up_everywhere(quietly, never)
    tab.look_again()
    tab.list.rows[0].restore.click()
    form = tab.findChild(RestoreForm)
    assert form is not None
    assert form.secret.code.isVisible()
    assert not form.secret.passphrase.isVisible()
    assert not form.secret.ways.isVisible()
    form.reject()


def test_enter_makes_the_new_vault_and_later_means_the_safe_way_out(
    form: RestoreForm, world: World, desk: Desk, qtbot: QtBot
) -> None:
    asked: list[object] = []
    desk.wishes.restore.connect(asked.append)
    form.secret.passphrase.edit.setText(PASSPHRASE)
    QTest.keyClick(form.secret.passphrase.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(form.compared.isVisible, timeout=20_000)
    form.compared.tick.click()
    form.compared.tick.setFocus()
    QTest.keyClick(form.compared.tick, Qt.Key.Key_Return)
    assert not form.isVisible()
    assert asked == []
    assert beside(world) == []


def test_every_control_has_a_name(form: RestoreForm, qtbot: QtBot) -> None:
    prepared(form, qtbot)
    assert all(part.accessibleName() or part.text() for part in form.findChildren(QAbstractButton))
