from collections.abc import Callable
from datetime import time

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from tests.services.world import World
from tests.ui.home.on_screen import items, press, shown, texts
from tests.ui.home.wished import Wished
from vitalshift_desktop.domain.sessions import Attendance
from vitalshift_desktop.ui.dates_in_words import time_words
from vitalshift_desktop.ui.home.home_page import HomePage

OpenPage = Callable[[], HomePage]


def test_one_action_shows_the_week_with_its_free_times(world: World, open_page: OpenPage) -> None:
    world.planned(world.client("Idris K."), at=time(9, 0))
    world.planned(world.client("Wren A."), at=time(12, 0))
    world.planned(world.client("Maren T."), days=3)
    page = open_page()
    page.next_segment()
    assert [item.line.client.name for item in items(page)] == ["Idris K.", "Wren A.", "Maren T."]
    (gap,) = shown(page, QLabel, "week.gap")
    assert isinstance(gap, QLabel)
    assert gap.text() == f"Free {time_words(time(9, 50))} to {time_words(time(12, 0))}"
    assert page.header.hint.text() == "This week"
    assert texts(page).count("No sessions") == 5


def test_the_same_action_again_leads_back_to_today(world: World, open_page: OpenPage) -> None:
    world.planned(world.client(), days=2)
    page = open_page()
    page.next_segment()
    page.next_segment()
    assert page.day.isVisible()
    assert items(page) == []


def test_left_and_right_go_by_week(world: World, open_page: OpenPage) -> None:
    world.planned(world.client("Idris K."))
    world.planned(world.client("Wren A."), days=7)
    page = open_page()
    page.next_segment()
    press(page, Qt.Key.Key_Right)
    assert page.header.hint.text() == "Next week"
    assert [item.line.client.name for item in items(page)] == ["Wren A."]
    press(page, Qt.Key.Key_Left, Qt.Key.Key_Left)
    assert page.header.hint.text() == "Last week"
    assert items(page) == []
    press(page, Qt.Key.Key_Right)
    assert [item.line.client.name for item in items(page)] == ["Idris K."]


def test_the_keys_of_a_row_work_in_the_week_too(world: World, open_page: OpenPage) -> None:
    world.planned(world.client("Idris K."), at=time(9, 0))
    later = world.planned(world.client("Wren A."), days=1)
    page = open_page()
    page.next_segment()
    press(page, Qt.Key.Key_Down, Qt.Key.Key_D)
    assert world.workspace.sessions.get(later.id).session.attendance is Attendance.DID_NOT_ATTEND


def test_the_focus_begins_at_today(world: World, open_page: OpenPage, wished: Wished) -> None:
    world.clock.advance(days=2)
    world.planned(world.client("Idris K."), days=-1)
    today = world.planned(world.client("Wren A."))
    page = open_page()
    page.next_segment()
    press(page, Qt.Key.Key_Return)
    assert wished.notes == [today.id]


def test_a_session_can_be_planned_from_the_week(world: World, open_page: OpenPage, wished: Wished) -> None:
    world.planned(world.client())
    page = open_page()
    assert not page.header.plan.isVisible()
    page.next_segment()
    page.header.plan.click()
    assert wished.plans == [None]
