from collections.abc import Callable
from datetime import time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.services.world import World
from tests.ui.home.on_screen import press
from tests.ui.reminders.rows_on_screen import added
from tests.ui.wished import Wished
from vitalshift_desktop.domain.reminders import Reminder, Repeat, RepeatUnit
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.home.checkin_row import CheckinRow
from vitalshift_desktop.ui.home.home_page import HomePage
from vitalshift_desktop.ui.widgets.checks import RoundCheck

OpenPage = Callable[[], HomePage]


def test_r_on_a_session_asks_for_a_reminder_about_its_client(world: World, open_page: OpenPage, desk: Desk) -> None:
    client = world.client()
    world.planned(client, at=time(11, 0))
    heard: list[object] = []
    page = open_page()
    desk.wishes.new_reminder.connect(heard.append)
    press(page, Qt.Key.Key_R)
    assert heard == [client.id]


@pytest.mark.parametrize("by_mouse", [True, False])
def test_a_reminder_to_check_in_is_marked_done_on_the_day_and_comes_back_by_undo(
    world: World, open_page: OpenPage, wished: Wished, *, by_mouse: bool
) -> None:
    reminder = _due(world)
    page = open_page()
    (row,) = page.findChildren(CheckinRow)
    if by_mouse:
        tick = row.findChild(RoundCheck)
        assert isinstance(tick, RoundCheck)
        tick.click()
    else:
        QTest.keyClick(row, Qt.Key.Key_D)
    assert world.workspace.reminders.get(reminder.id).details.due_on == world.today + timedelta(weeks=1)
    wished.undo()
    assert world.workspace.reminders.get(reminder.id) == reminder


@pytest.mark.parametrize("by_mouse", [True, False])
def test_a_reminder_is_put_off_to_tomorrow_on_the_day_in_one_act_and_comes_back_by_undo(
    world: World, open_page: OpenPage, wished: Wished, *, by_mouse: bool
) -> None:
    reminder = _due(world)
    page = open_page()
    (row,) = page.findChildren(CheckinRow)
    if by_mouse:
        row.later.click()
    else:
        QTest.keyClick(row, Qt.Key.Key_T)
    assert world.workspace.reminders.get(reminder.id).details.due_on == world.today + timedelta(days=1)
    wished.undo()
    assert world.workspace.reminders.get(reminder.id) == reminder


def _due(world: World) -> Reminder:
    return added(world, "PHQ-9", client_id=world.client().id, repeat=Repeat(1, RepeatUnit.WEEKS))
