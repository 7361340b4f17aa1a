from collections.abc import Callable
from datetime import time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.services.world import World
from tests.ui.wished import Wished
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.closures import Closure, ClosureId
from vitalshift_desktop.domain.sessions import Attendance, CancelledBy
from vitalshift_desktop.domain.standing import StandingDetails
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.event_bridge import EventBridge
from vitalshift_desktop.ui.session_menu import SessionMenu
from vitalshift_desktop.ui.sessions.sessions_tab import SessionsTab

OpenTab = Callable[[ClientId], SessionsTab]


@pytest.fixture
def open_tab(qtbot: QtBot, world: World, desk: Desk) -> OpenTab:
    """Opens the tab of a client and puts the focus into it; it hears of every change."""

    def opened(client_id: ClientId) -> SessionsTab:
        tab = SessionsTab(desk)
        qtbot.addWidget(tab)
        tab.resize(832, 560)
        bridge = EventBridge(world.workspace.events, tab)
        bridge.changed.connect(tab.hear)
        tab.show_client(client_id)
        with qtbot.waitExposed(tab):
            tab.show()
        tab.focus_first()
        return tab

    return opened


def _cells(tab: SessionsTab) -> list[list[str]]:
    model = tab.table.model()
    return [[str(model.index(row, column).data()) for column in range(7)] for row in range(model.rowCount())]


def test_sessions_stand_newest_first_with_number_attendance_note_and_check_in(world: World, open_tab: OpenTab) -> None:
    maren = world.client()
    first, second = world.rated(maren, [7, 8])
    world.signed(first)
    missed = world.planned(maren, days=-1)
    world.workspace.sessions.set_attendance(missed.id, Attendance.CANCELLED, CancelledBy.CLIENT, late_notice=True)
    world.planned(maren, days=3)
    rows = _cells(open_tab(maren.id))
    assert [[row[0], row[3], row[5], row[6]] for row in rows] == [
        ["3", "Planned", "", ""],
        ["", "Canceled by client, short notice", "", ""],
        ["2", "Attended", "Note not started", "8.0"],
        ["1", "Attended", "Signed late, after 14 days", "7.0"],
    ]
    assert second.id


def test_enter_opens_the_note_and_keys_mark_attendance(world: World, open_tab: OpenTab, wished: Wished) -> None:
    maren = world.client()
    older = world.held(maren, days=-7)
    newer = world.planned(maren)
    tab = open_tab(maren.id)
    QTest.keyClick(tab.table, Qt.Key.Key_Return)
    QTest.keyClick(tab.table, Qt.Key.Key_Down)
    QTest.keyClick(tab.table, Qt.Key.Key_L)
    QTest.keyClick(tab.table, Qt.Key.Key_C)
    assert wished.notes == [newer.id]
    assert wished.cancels == [older.id]
    assert world.workspace.sessions.get(older.id).session.attendance is Attendance.LATE
    wished.undo()
    assert _cells(tab)[1][3] == "Attended"


def test_the_selected_session_stays_selected_when_another_one_comes_or_goes(world: World, open_tab: OpenTab) -> None:
    maren = world.client()
    older = world.held(maren, days=-7)
    tab = open_tab(maren.id)
    planned = world.planned(maren, days=2)
    line = tab.table.line()
    assert line is not None
    assert line.session.id == older.id
    tab.table.select(planned.id)
    QTest.keyClick(tab.table, Qt.Key.Key_Delete)
    line = tab.table.line()
    assert line is not None
    assert line.session.id == older.id


def test_a_session_that_moves_past_another_changes_places(world: World, open_tab: OpenTab) -> None:
    maren = world.client()
    first = world.planned(maren, days=1)
    world.planned(maren, days=2)
    tab = open_tab(maren.id)
    tab.table.select(first.id)
    world.workspace.sessions.move(first.id, world.today, time(15, 0), 50)
    world.workspace.sessions.move(first.id, world.today.replace(day=20), time(15, 0), 50)
    line = tab.table.line()
    assert line is not None
    assert line.session.id == first.id
    assert tab.table.currentIndex().row() == 0


def test_the_menu_of_the_selected_session_opens_from_its_button(world: World, open_tab: OpenTab) -> None:
    maren = world.client()
    world.planned(maren)
    tab = open_tab(maren.id)
    tab.more.click()
    (menu,) = tab.findChildren(SessionMenu)
    texts = [action.text().split("\t")[0] for action in menu.actions()]
    assert "Remove from the calendar" in texts
    menu.close()


def test_a_client_without_sessions_is_offered_the_first_one(world: World, open_tab: OpenTab, wished: Wished) -> None:
    maren = world.client()
    tab = open_tab(maren.id)
    assert tab.nothing.isVisible()
    QTest.keyClick(tab.nothing.button, Qt.Key.Key_Space)
    assert wished.plans == [maren.id]
    world.planned(maren)
    assert tab.table.isVisible()


def test_another_client_shows_only_their_own_sessions(world: World, open_tab: OpenTab) -> None:
    maren, wren = world.client("Maren T."), world.client("Wren A.")
    world.planned(maren, days=1)
    world.planned(wren, days=2)
    tab = open_tab(maren.id)
    tab.show_client(wren.id)
    tab.table.select_first()
    line = tab.table.line()
    assert line is not None
    assert [line.client.name, len(_cells(tab))] == ["Wren A.", 1]


def test_the_table_reads_out_what_each_cell_is(world: World, open_tab: OpenTab) -> None:
    maren = world.client()
    world.held(maren)
    tab = open_tab(maren.id)
    model = tab.table.model()
    spoken = [model.index(0, column).data(Qt.ItemDataRole.AccessibleTextRole) for column in (0, 3, 5)]
    assert spoken == ["No. 1", "Attendance Attended", "Note Note not started"]
    assert tab.table.accessibleName() == "Sessions"


def test_what_a_closed_practice_leaves_out_is_not_shown_any_more(world: World, open_tab: OpenTab) -> None:
    client = world.client()
    world.workspace.standing.make(client.id, StandingDetails(world.today + timedelta(days=1), time(13, 30)))
    tab = open_tab(client.id)
    before = tab.table.model().rowCount()
    day = world.today + timedelta(days=7)
    done = world.workspace.closures.add(Closure(ClosureId(0), day, day + timedelta(days=5)))
    assert tab.table.model().rowCount() == before - 1
    world.workspace.closures.put_back(done)
    assert tab.table.model().rowCount() == before
