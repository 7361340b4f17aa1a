from datetime import time, timedelta

from pytestqt.qtbot import QtBot

from tests.services.world import World
from vitalshift_desktop.domain.goals import GoalDetails
from vitalshift_desktop.domain.reminders import ReminderDetails
from vitalshift_desktop.services.reminder_lines import Most
from vitalshift_desktop.ui.main_window import MainWindow
from vitalshift_desktop.ui.reminders.list_groups import groups_of
from vitalshift_desktop.ui.reminders.reminder_list import Group


def test_the_number_is_what_stands_under_overdue_and_today_reviews_too(
    window: MainWindow, world: World, qtbot: QtBot
) -> None:
    client, workspace, today = world.client(), world.workspace, world.today
    for days, at in ((-3, None), (0, time(23, 30)), (1, None), (9, None)):
        workspace.reminders.add(ReminderDetails("Letter", today + timedelta(days=days), at=at))
    for days in (-2, 0, 3):
        agreed = today - timedelta(days=60)
        workspace.goals.add(client.id, GoalDetails("Walk", "Walk", agreed_on=agreed, review_on=today + timedelta(days)))
    window.go("reminders")
    overdue, due_today, *_rest = [group.count for group in shown_groups(window)]
    assert (overdue, due_today) == (2, 2)
    qtbot.waitUntil(lambda: number(window) == 4)
    first = workspace.reviews.list()[0]
    workspace.reviews.later(first.review.key, today + timedelta(days=1))
    qtbot.waitUntil(lambda: number(window) == 3)


def number(window: MainWindow) -> int:
    """The number beside the page of reminders."""
    digits = [part for part in window.navigation.buttons["reminders"].accessibleName().split() if part.isdigit()]
    return int(digits[0]) if digits else 0


def shown_groups(window: MainWindow) -> list[Group]:
    """The groups of the page as they stand now."""
    page = window.pages.reminders
    groups, _later = groups_of(
        page._reminders.list(page._today()), page._desk.workspace.reviews.list(), page._today(), Most()
    )
    return groups
