from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from sqlalchemy import text

from tests.services.world import World
from tests.support.dialogs import FakeDialogs
from tests.ui.vault.test_backups_tab import shown
from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.vault.check_tab import CheckTab
from vitalshift_desktop.ui.widgets.labels import TextLabel

NAME = "Perpetua Nightingale"


@pytest.fixture
def tab(qtbot: QtBot, desk: Desk) -> CheckTab:
    tab = CheckTab(desk)
    qtbot.addWidget(tab)
    tab.resize(760, 900)
    return tab


def words(tab: CheckTab) -> str:
    labels = tab.findChildren(TextLabel)
    return "\n".join(label.text() for label in labels if label.isVisibleTo(tab))


def checked(tab: CheckTab, desk: Desk, qtbot: QtBot) -> None:
    tab.now.click()
    qtbot.waitUntil(lambda: not desk.background.is_busy and "Seal and this computer" in words(tab))


def test_before_the_first_check_there_is_one_button_and_no_result(qtbot: QtBot, tab: CheckTab) -> None:
    shown(tab, qtbot)
    assert "Not checked yet." in words(tab)
    assert (tab.now.isVisible(), tab.stop.isVisible(), tab.print.isVisible()) == (True, False, False)


def test_each_line_says_what_was_looked_at_how_and_what_was_found(
    qtbot: QtBot, tab: CheckTab, world: World, desk: Desk
) -> None:
    world.signed(world.held(world.client(NAME)))
    shown(tab, qtbot)
    checked(tab, desk, qtbot)
    said = words(tab)
    assert "The vault is whole and encrypted. Checked 2 March 2026, 10:00." in said
    assert "1 signed note\nFingerprint computed again" in said
    assert "None found." in said
    assert "No backup was in reach." in said
    assert "Nightingale" not in said
    assert "Fault" not in said


def test_the_newest_result_is_shown_when_the_page_is_opened_again(qtbot: QtBot, tab: CheckTab, world: World) -> None:
    world.workspace.vault_check.run()
    world.clock.advance(days=2)
    shown(tab, qtbot)
    assert "Checked 2 March 2026, 10:00." in words(tab)


def test_an_altered_note_is_named_by_its_day_and_code_on_screen_alone(
    qtbot: QtBot, tab: CheckTab, world: World, desk: Desk, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    client = world.client(NAME)
    note = world.signed(world.held(client, -7))
    with world.workspace.vault.write() as work:
        work.meta._session.execute(text("DROP TRIGGER note_text_no_update"))
        work.meta._session.execute(text(f"UPDATE note_text SET text='Nothing.' WHERE note_id={note.id}"))
    shown(tab, qtbot)
    checked(tab, desk, qtbot)
    assert "1 fault was found. Checked" in words(tab)
    assert "The signed note of 23 February 2026, client 0001, is not as it was signed." in words(tab)
    dialogs.next_answer(tmp_path / "check.pdf")
    tab.print.click()
    assert "Sent to the printer, serial 26-0001." in words(tab)
    newest = world.workspace.audit.rows(limit=1)[0]
    assert (newest.act, newest.detail["serial"], newest.detail["what"]) == (
        AuditAct.PAGE_PRINTED,
        "26-0001",
        "vault_check",
    )


def test_a_cancelled_printer_leaves_no_entry(qtbot: QtBot, tab: CheckTab, world: World, dialogs: FakeDialogs) -> None:
    world.workspace.vault_check.run()
    shown(tab, qtbot)
    entries = world.rows()
    dialogs.next_answer(None)
    tab.print.click()
    assert world.rows() == entries


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_takes_nothing_leaves_no_entry_and_the_serial_free(
    qtbot: QtBot, tab: CheckTab, world: World, desk: Desk, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    world.workspace.vault_check.run()
    shown(tab, qtbot)
    entries = world.rows()
    dialogs.next_answer(tmp_path / "nowhere" / "check.pdf")
    with qtbot.waitSignal(desk.wishes.trouble):
        tab.print.click()
    assert world.rows() == entries
    assert world.workspace.disclosures.next_serial() == "26-0001"


def test_a_running_check_can_be_stopped_with_the_keyboard(
    qtbot: QtBot, tab: CheckTab, world: World, desk: Desk
) -> None:
    shown(tab, qtbot)
    tab.now.setFocus()
    QTest.keyClick(tab.now, Qt.Key.Key_Space)
    assert tab.stop.hasFocus()
    QTest.keyClick(tab.stop, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: tab.now.isVisible() and not desk.background.is_busy)
    assert "Stopped. Nothing was changed." in words(tab)
    assert tab.now.hasFocus()
    assert world.workspace.vault_check.last() is None


def test_a_vault_that_is_locked_meanwhile_ends_the_check_quietly(
    qtbot: QtBot, tab: CheckTab, world: World, desk: Desk
) -> None:
    shown(tab, qtbot)
    tab.now.click()
    desk.background.close()
    world.workspace.close()
    assert not desk.background.is_busy
