from collections.abc import Callable
from datetime import time

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.services.world import World
from tests.ui.home.on_screen import press, shown
from tests.ui.wished import Wished
from vitalshift_desktop.domain.sessions import Attendance
from vitalshift_desktop.ui.home.home_page import HomePage
from vitalshift_desktop.ui.home.mark_strip import MarkStrip
from vitalshift_desktop.ui.widgets.painted_button import PaintedButton

OpenPage = Callable[[], HomePage]


def mark(page: HomePage, session_id: int, attendance: Attendance) -> PaintedButton:
    (strip,) = shown(page, MarkStrip, f"today.marks.{session_id}")
    (button,) = strip.findChildren(PaintedButton, f"today.mark.{attendance.value}")
    return button


def test_yesterdays_attendance_is_put_right_with_two_clicks_and_undone(
    world: World, open_page: OpenPage, wished: Wished
) -> None:
    world.held(world.client("Idris K."), days=-1, at=time(9, 0))
    wrong = world.held(world.client("Wren A."), days=-1, at=time(11, 0))
    page = open_page()
    QTest.mouseClick(page.header.back, Qt.MouseButton.LeftButton)
    assert mark(page, wrong.id, Attendance.ATTENDED).isChecked()
    QTest.mouseClick(mark(page, wrong.id, Attendance.DID_NOT_ATTEND), Qt.MouseButton.LeftButton)
    assert world.workspace.sessions.get(wrong.id).session.attendance is Attendance.DID_NOT_ATTEND
    assert mark(page, wrong.id, Attendance.DID_NOT_ATTEND).isChecked()
    wished.undo()
    assert mark(page, wrong.id, Attendance.ATTENDED).isChecked()


def test_the_strip_asks_who_canceled_and_stays_as_it_is_until_somebody_says(
    world: World, open_page: OpenPage, wished: Wished
) -> None:
    held = world.held(world.client(), days=-1, at=time(9, 0))
    page = open_page()
    press(page, Qt.Key.Key_Left)
    QTest.mouseClick(mark(page, held.id, Attendance.CANCELLED), Qt.MouseButton.LeftButton)
    assert wished.cancels == [held.id]
    assert mark(page, held.id, Attendance.ATTENDED).isChecked()
    assert not mark(page, held.id, Attendance.CANCELLED).isChecked()


def test_today_has_no_strip(world: World, open_page: OpenPage) -> None:
    world.held(world.client(), at=time(8, 0))
    assert shown(open_page(), MarkStrip, "today.marks.1") == []
