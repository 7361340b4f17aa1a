from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import text

from tests.services.world import World
from tests.support.dialogs import FakeDialogs
from tests.ui.vault.test_backups_tab import shown
from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.audit_view import AuditKind
from vitalshift_desktop.domain.changes import Changed, Subject
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.vault.audit_model import PAGE, AuditModel
from vitalshift_desktop.ui.vault.audit_tab import AuditTab
from vitalshift_desktop.ui.widgets.labels import TextLabel

NAME = "Perpetua Nightingale"


@pytest.fixture
def tab(qtbot: QtBot, desk: Desk) -> AuditTab:
    tab = AuditTab(desk)
    qtbot.addWidget(tab)
    tab.resize(760, 1000)
    return tab


def words(tab: AuditTab) -> str:
    return "\n".join(label.text() for label in tab.findChildren(TextLabel) if label.isVisibleTo(tab))


def answered(qtbot: QtBot, desk: Desk) -> None:
    qtbot.waitUntil(lambda: not desk.background.is_busy)
    QApplication.processEvents()


def row(tab: AuditTab, place: int) -> list[str]:
    return [str(tab.rows.index(place, column).data()) for column in range(4)]


def test_the_newest_entry_stands_first_with_its_words(qtbot: QtBot, tab: AuditTab, world: World) -> None:
    note = world.signed(world.held(world.client(NAME), -7))
    shown(tab, qtbot)
    number = str(world.rows())
    about = f"{NAME} · Note of 23 February 2026"
    assert row(tab, 0) == [number, "2 Mar 2026, 10:00", "Note signed", about]
    assert f"note:{note.id}" == world.workspace.audit.rows(limit=1)[0].object
    index = tab.rows.index(0, 2)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "What was done Note signed"
    assert [tab.rows.headerData(place, Qt.Orientation.Horizontal) for place in range(4)] == [
        "No.",
        "When",
        "What was done",
        "About",
    ]
    assert tab.table.accessibleName() == "Audit trail"


def test_clients_are_called_what_the_screen_calls_them(qtbot: QtBot, tab: AuditTab, world: World, desk: Desk) -> None:
    client = world.client(NAME)
    shown(tab, qtbot)
    assert row(tab, 0)[3] == NAME
    desk.privacy.set_on(True)
    assert row(tab, 0)[3] == "P. N."
    desk.privacy.set_use_codes(True)
    assert row(tab, 0)[3] == client.code
    assert NAME not in [tab.filters.client._combo.itemText(place) for place in range(2)]


def test_the_list_is_filtered_by_kind_client_and_day(qtbot: QtBot, tab: AuditTab, world: World) -> None:
    client = world.client(NAME)
    world.client("Idris K.")
    world.clock.advance(days=1)
    world.signed(world.held(client))
    shown(tab, qtbot)
    tab.filters.kind.choose(AuditKind.SIGNATURES)
    tab.filters.changed.emit()
    assert ([row(tab, 0)[2]], tab.rows.rowCount()) == (["Note signed"], 1)
    tab.clear.click()
    assert tab.rows.rowCount() == world.rows()
    assert not tab.clear.isVisible()
    tab.filters.client.choose(client.id)
    tab.filters.first.show_day(world.today)
    tab.filters.changed.emit()
    assert {row(tab, place)[3].split(" · ")[0] for place in range(tab.rows.rowCount())} == {NAME}
    assert "Client added" not in [row(tab, place)[2] for place in range(tab.rows.rowCount())]
    assert tab.clear.isVisible()


def test_a_filter_that_leaves_nothing_says_so(qtbot: QtBot, tab: AuditTab, world: World) -> None:
    shown(tab, qtbot)
    tab.filters.last.show_day(world.today - timedelta(days=9))
    tab.filters.changed.emit()
    assert "No entry of this kind." in words(tab)
    assert (tab.table.isVisible(), tab.print.isEnabled()) == (False, False)


def test_verifying_answers_in_words(qtbot: QtBot, tab: AuditTab, world: World, desk: Desk) -> None:
    shown(tab, qtbot)
    assert "Not verified since the vault was opened." in words(tab)
    tab.verify.setFocus()
    QTest.keyClick(tab.verify, Qt.Key.Key_Space)
    answered(qtbot, desk)
    assert f"{world.rows()} entries, complete, in order and unchanged." in words(tab)
    with world.workspace.vault.write() as work:
        work.meta._session.execute(text("DROP TRIGGER audit_no_update"))
        work.meta._session.execute(text("UPDATE audit SET obj='x' WHERE id=1"))
    tab.verify.click()
    answered(qtbot, desk)
    assert "Entry 1 of the audit trail was changed." in words(tab)


def test_a_head_from_paper_is_recognized(qtbot: QtBot, tab: AuditTab, world: World, desk: Desk) -> None:
    head = world.workspace.audit.head()
    world.client()
    shown(tab, qtbot)
    assert world.workspace.audit.head() in words(tab)
    tab.proof.typed.show_text(head)
    QTest.keyClick(tab.proof.typed.edit, Qt.Key.Key_Return)
    answered(qtbot, desk)
    assert "Yes. It is entry" in words(tab)
    tab.proof.typed.show_text(head[:-1] + ("0" if head[-1] != "0" else "1"))
    tab.proof.look.click()
    answered(qtbot, desk)
    assert "No. This trail never had this code" in words(tab)
    tab.proof.typed.show_text("1204")
    tab.proof.look.click()
    answered(qtbot, desk)
    assert tab.proof.typed.error == "This is not such a code: it needs a number and eight groups of four."


def test_printing_leaves_an_entry_and_names_nobody(
    qtbot: QtBot, tab: AuditTab, world: World, desk: Desk, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    client = world.client(NAME)
    shown(tab, qtbot)
    tab.filters.client.choose(client.id)
    tab.filters.changed.emit()
    _found, page = tab._page(tab.filters.wanted(), tab.rows.ids)
    assert [(printed.what, printed.about) for printed in page.rows] == [("Client added", client.code)]
    assert page.wanted == f"Everything, about client {client.code}"
    assert NAME not in str(page)
    dialogs.next_answer(tmp_path / "trail.pdf")
    tab.print.click()
    answered(qtbot, desk)
    newest = world.workspace.audit.rows(limit=1)[0]
    assert (newest.act, newest.object) == (AuditAct.PAGE_PRINTED, f"client:{client.id}")
    assert "Sent to the printer, serial 26-0001." in words(tab)
    assert row(tab, 0)[2] == "Page saved as PDF, serial 26-0001"


def test_what_is_done_meanwhile_appears(qtbot: QtBot, tab: AuditTab, world: World) -> None:
    shown(tab, qtbot)
    before = tab.rows.rowCount()
    world.client(NAME)
    tab.hear(Changed(Subject.CLIENTS))
    assert tab.rows.rowCount() == before + 1


def test_only_the_pages_that_are_looked_at_are_asked_for() -> None:
    asked: list[int] = []

    def fetch(ids: object) -> list[tuple[str, ...]]:
        assert isinstance(ids, tuple)
        asked.append(len(ids))
        return [(str(number), "", "", "") for number in ids]

    model = AuditModel(fetch)
    model.show_ids(range(100_000, 0, -1))
    assert asked == []
    assert model.index(0, 0).data() == "100000"
    assert model.index(99_999, 0).data() == "1"
    assert model.index(99_998, 3).data() == ""
    assert asked == [PAGE, PAGE]
