"""Reminders: new ones, what is due, done."""

from PySide6.QtWidgets import QPushButton

from tests.journeys.hands import await_part, choose, click, fill, find, press, type_text, until, windows
from vitalshift_desktop.ui.reminders.reminder_row import ReminderRow


class Reminders:
    """The page of reminders."""

    def go(self) -> None:
        """Go to the page by key."""
        press("Ctrl+3")
        await_part("reminders")

    def add(self, title: str, *, client: str = "", day: str = "", repeat: str = "") -> None:
        """Add a reminder by key."""
        press("Ctrl+Shift+R")
        form = await_part("reminder_form")
        until(lambda: await_part("reminder.title").focusWidget() is not None, "the focus in the title")
        press("Ctrl+A")
        type_text(title)
        if client:
            choose(await_part("reminder.client"), client)
        if day:
            fill(await_part("reminder.day"), day)
        if repeat:
            choose(await_part("reminder.repeat"), repeat)
        click(await_part("reminder.save", QPushButton))
        until(lambda: find("reminder_form") is not form, "the form to close")

    def titles(self) -> list[str]:
        """What is listed, from top to bottom."""
        return [row.line.reminder.details.title for row in self._rows()]

    def tick(self, title: str) -> None:
        """Tick one as done."""
        row = until(lambda: next((row for row in self._rows() if _title(row) == title), None), title)
        click(row.tick)
        until(lambda: title not in [_title(row) for row in self._rows()], f"{title} to go")

    def _rows(self) -> list[ReminderRow]:
        rows = [row for window in windows() for row in window.findChildren(ReminderRow) if row.isVisible()]
        return sorted(rows, key=lambda row: row.mapToGlobal(row.rect().topLeft()).y())


def _title(row: ReminderRow) -> str:
    return row.line.reminder.details.title
