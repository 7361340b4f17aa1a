from collections.abc import Callable
from datetime import time, timedelta

from PySide6.QtCore import Qt

from tests.services.world import World
from tests.ui.home.on_screen import items, press, shown, texts
from tests.ui.wished import Wished
from vitalshift_desktop.domain.closures import Closure, ClosureId
from vitalshift_desktop.domain.sessions import Attendance
from vitalshift_desktop.ui.dates_in_words import time_words
from vitalshift_desktop.ui.home.gap_row import GapRow
from vitalshift_desktop.ui.home.home_page import HomePage

OpenPage = Callable[[], HomePage]


def test_one_action_shows_the_week_with_its_free_times(world: World, open_page: OpenPage) -> None:
    world.planned(world.client("Idris K."), at=time(9, 0))
    world.planned(world.client("Wren A."), at=time(12, 0))
    world.planned(world.client("Maren T."), days=3)
    page = open_page()
    page.next_segment()
    assert [item.line.client.name for item in items(page)] == ["Idris K.", "Wren A.", "Maren T."]
    free = [part.accessibleName() for part in shown(page, GapRow, "week.gap")]
    nine, ten, noon, end = (time_words(time(*at)) for at in ((9, 0), (10, 0), (12, 0), (12, 50)))
    assert free == [
        f"Mon 2 March, Free {ten} to {noon}, plan a session",
        f"Tue 3 March, Free {nine} to {end}, plan a session",
        f"Wed 4 March, Free {nine} to {end}, plan a session",
        f"Thu 5 March, Free {nine} to {noon}, plan a session",
        f"Fri 6 March, Free {nine} to {end}, plan a session",
    ]
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
    world.planned(world.client("Idris K."), at=time(8, 0))
    later = world.planned(world.client("Wren A."), at=time(9, 0))
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


def test_a_free_time_is_reached_by_arrow_and_planned_with_enter(
    world: World, open_page: OpenPage, wished: Wished
) -> None:
    world.planned(world.client("Idris K."), at=time(9, 0))
    world.planned(world.client("Wren A."), at=time(12, 0))
    page = open_page()
    page.next_segment()
    press(page, Qt.Key.Key_Down, Qt.Key.Key_Return)
    (wanted,) = wished.at
    assert (wanted.date(), wanted.time()) == (world.today, time(10, 0))


def test_the_focus_stays_on_a_free_time_when_the_week_is_shown_anew(world: World, open_page: OpenPage) -> None:
    world.planned(world.client("Idris K."), at=time(9, 0))
    page = open_page()
    page.next_segment()
    press(page, Qt.Key.Key_Down, Qt.Key.Key_Down)
    held = page.focusWidget()
    assert isinstance(held, GapRow)
    start = held.start
    world.client("Somebody new")
    again = page.focusWidget()
    assert isinstance(again, GapRow)
    assert again is not held
    assert again.start == start


def test_an_empty_week_offers_its_days(world: World, open_page: OpenPage, wished: Wished) -> None:
    world.client()
    page = open_page()
    page.next_segment()
    press(page, Qt.Key.Key_Return)
    assert len(wished.at) == 1


def test_a_closed_day_says_so_and_has_nothing_to_offer(world: World, open_page: OpenPage) -> None:
    world.planned(world.client("Idris K."), at=time(9, 0))
    first, last = world.today + timedelta(days=1), world.today + timedelta(days=3)
    world.workspace.closures.add(Closure(ClosureId(0), first, last, cover="Dr. Osei, 555 0100"))
    page = open_page()
    page.next_segment()
    assert texts(page).count("No sessions; Practice closed until Thu 5 March") == 3
    offered = {part.start.date() for part in shown(page, GapRow, "week.gap") if isinstance(part, GapRow)}
    assert offered == {world.today + timedelta(days=4)}
    page.next_segment()
    press(page, Qt.Key.Key_Right)
    assert "Practice closed until Thu 5 March. In place of you: Dr. Osei, 555 0100." in texts(page)
