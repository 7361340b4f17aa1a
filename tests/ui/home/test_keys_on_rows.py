from collections.abc import Callable
from datetime import time

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.services.world import World
from tests.ui.home.on_screen import choose, items, press
from tests.ui.wished import Wished
from vitalshift_desktop.domain.sessions import Attendance
from vitalshift_desktop.services.session_lines import NoteState
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.home.home_page import HomePage
from vitalshift_desktop.ui.session_menu import SessionMenu

OpenPage = Callable[[], HomePage]


def _menu(page: HomePage, place: int) -> SessionMenu:
    items(page)[place].ask_for_menu(QPoint(10, 10))
    menu = page.findChildren(SessionMenu)[-1]
    assert isinstance(menu, SessionMenu)
    return menu


@pytest.mark.parametrize(
    ("key", "attendance"),
    [
        (Qt.Key.Key_A, Attendance.ATTENDED),
        (Qt.Key.Key_L, Attendance.LATE),
        (Qt.Key.Key_D, Attendance.DID_NOT_ATTEND),
    ],
)
def test_one_key_on_a_row_marks_attendance_and_can_be_undone(
    world: World, open_page: OpenPage, wished: Wished, key: Qt.Key, attendance: Attendance
) -> None:
    session = world.planned(world.client(), at=time(9, 0))
    page = open_page()
    press(page, key)
    assert world.workspace.sessions.get(session.id).session.attendance is attendance
    wished.undo()
    assert world.workspace.sessions.get(session.id).session.attendance is Attendance.PLANNED


def test_c_asks_who_canceled(world: World, open_page: OpenPage, wished: Wished) -> None:
    session = world.planned(world.client(), at=time(9, 0))
    page = open_page()
    press(page, Qt.Key.Key_C)
    assert wished.cancels == [session.id]


def test_the_arrows_go_from_row_to_row_and_stop_at_the_ends(world: World, open_page: OpenPage, wished: Wished) -> None:
    first = world.planned(world.client("Idris K."), at=time(11, 0))
    world.planned(world.client("Wren A."), at=time(12, 0))
    third = world.planned(world.client("Maren T."), at=time(13, 0))
    page = open_page()
    press(page, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return)
    press(page, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Return)
    assert wished.notes == [third.id, first.id]


def test_the_focus_stays_on_its_session_when_the_day_is_shown_anew(world: World, open_page: OpenPage) -> None:
    world.planned(world.client("Idris K."), at=time(11, 0))
    second = world.planned(world.client("Wren A."), at=time(12, 0))
    page = open_page()
    press(page, Qt.Key.Key_Down, Qt.Key.Key_A, Qt.Key.Key_L)
    assert world.workspace.sessions.get(second.id).session.attendance is Attendance.LATE


def test_yesterdays_attendance_is_corrected_with_three_keys(world: World, open_page: OpenPage) -> None:
    world.held(world.client("Idris K."), days=-1, at=time(9, 0))
    wrong = world.held(world.client("Wren A."), days=-1, at=time(11, 0))
    world.planned(world.client("Maren T."), at=time(11, 0))
    page = open_page()
    press(page, Qt.Key.Key_Left, Qt.Key.Key_Down, Qt.Key.Key_D)
    assert world.workspace.sessions.get(wrong.id).session.attendance is Attendance.DID_NOT_ATTEND


def test_a_signed_session_is_marked_as_missed_only_by_an_amendment_with_its_reason(
    qtbot: QtBot, world: World, open_page: OpenPage, wished: Wished, desk: Desk
) -> None:
    session = world.held(world.client())
    world.signed(session)
    page = open_page()
    with qtbot.waitSignal(desk.wishes.correct_attendance) as asked:
        press(page, Qt.Key.Key_D)
    assert asked.args == [session.id, Attendance.DID_NOT_ATTEND]
    assert wished.undos == []
    assert world.workspace.sessions.get(session.id).session.attendance is Attendance.ATTENDED


def test_a_key_with_ctrl_is_left_to_the_menus(world: World, open_page: OpenPage, wished: Wished) -> None:
    session = world.planned(world.client(), at=time(9, 0))
    page = open_page()
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert world.workspace.sessions.get(session.id).session.attendance is Attendance.PLANNED


def test_a_removed_session_comes_back_by_undo(world: World, open_page: OpenPage, wished: Wished) -> None:
    session = world.planned(world.client(), at=time(11, 0))
    world.planned(world.client("Wren A."), at=time(12, 0))
    page = open_page()
    press(page, Qt.Key.Key_Delete)
    assert [item.line.client.name for item in items(page)] == ["Wren A."]
    assert wished.undos[0][0].startswith("Removed: Maren T.")
    wished.undo()
    assert items(page)[0].line.session == session


def test_the_menu_puts_a_note_aside_and_the_next_session_gets_the_primary_button(
    world: World, open_page: OpenPage, wished: Wished
) -> None:
    ended = world.held(world.client("Maren T."))
    following = world.planned(world.client("Wren A."), at=time(11, 0))
    page = open_page()
    choose(_menu(page, 0), "Note another time")
    assert world.workspace.sessions.get(ended.id).note is NoteState.PUT_ASIDE
    assert [item.line.session.id for item in items(page) if item.objectName() == "today.next"] == [following.id]
    choose(_menu(page, 0), "Write the note after all")
    assert world.workspace.sessions.get(ended.id).note is NoteState.NONE


def test_the_menu_books_the_next_session_at_the_same_time(world: World, open_page: OpenPage, wished: Wished) -> None:
    maren = world.client()
    world.held(maren)
    page = open_page()
    menu = _menu(page, 0)
    (book,) = [action.text() for action in menu.actions() if action.text().startswith("Book next: Mon 9 March")]
    choose(menu, book.split("\t")[0])
    booked = world.workspace.sessions.of_client(maren.id)[0].session
    assert (booked.day.isoformat(), booked.local_start.time()) == ("2026-03-09", time(9, 0))
    wished.undo()
    assert len(world.workspace.sessions.of_client(maren.id)) == 1


def test_the_menu_says_when_the_next_session_is_booked_or_its_time_is_taken(world: World, open_page: OpenPage) -> None:
    maren = world.client()
    world.held(maren)
    taken = world.planned(world.client("Wren A."), days=7, at=time(9, 0))
    page = open_page()
    menu = _menu(page, 0)
    (words,) = [action for action in menu.actions() if action.text().startswith("Next: Mon 9 March")]
    assert words.text().endswith("is taken")
    assert not words.isEnabled()
    menu.close()
    world.workspace.sessions.remove(taken.id)
    world.planned(maren, days=8)
    menu = _menu(page, 0)
    assert [a.text() for a in menu.actions() if a.text().endswith("booked")] != []
    menu.close()


def test_the_menu_moves_opens_and_takes_marks_back(world: World, open_page: OpenPage, wished: Wished) -> None:
    session = world.held(world.client())
    page = open_page()
    choose(_menu(page, 0), "Move…")
    choose(_menu(page, 0), "Open client")
    choose(_menu(page, 0), "Not marked")
    assert wished.moves == [session.id]
    assert wished.clients == [(session.client_id, "overview")]
    assert world.workspace.sessions.get(session.id).session.attendance is Attendance.PLANNED
