"""Reminders of a test and the rows they are shown in."""

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.services.world import World
from vitalshift_desktop.domain.reminders import Reminder, ReminderDetails
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.reminders.reminder_row import ReminderRow
from vitalshift_desktop.ui.reminders.reminders_page import RemindersPage
from vitalshift_desktop.ui.reminders.reminders_tab import RemindersTab
from vitalshift_desktop.ui.widgets.labels import TextLabel


class Undo:
    """Hears what is offered to be undone."""

    def __init__(self, desk: Desk) -> None:
        self.words = ""
        self._act: Callable[[], object] | None = None
        desk.wishes.undo_offered.connect(self.on_offered)

    def on_offered(self, words: str, act: Callable[[], object]) -> None:
        self.words, self._act = words, act

    def take(self) -> None:
        assert self._act is not None, "nothing was offered"
        self._act()


def added(world: World, title: str, days: int = 0, **more: object) -> Reminder:
    details = ReminderDetails(title, world.today + timedelta(days=days), **more)  # type: ignore[arg-type]  # short for tests
    return world.workspace.reminders.add(details)


def shown(page: QWidget, qtbot: QtBot) -> None:
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()


def titles(page: RemindersPage | RemindersTab) -> list[str]:
    return [row.line.reminder.details.title for row in page.list.rows]


def words_on(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(TextLabel) if label.isVisibleTo(widget)]


def row_of(page: RemindersPage, reminder: Reminder) -> ReminderRow:
    row = page.list.row(reminder.id)
    assert row is not None
    return row


def in_focus(page: QWidget) -> QWidget:
    return page.window().focusWidget()
