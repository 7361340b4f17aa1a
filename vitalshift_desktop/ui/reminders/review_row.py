"""One review that fell due on its own: it is done by doing it, so it has no tick."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from vitalshift_desktop.services.reminders import WaysOff
from vitalshift_desktop.services.review_list import ReviewLine, review_ways_off
from vitalshift_desktop.ui.dates_in_words import day_words, relative_day
from vitalshift_desktop.ui.reminders.later_menu import LaterMenu
from vitalshift_desktop.ui.reminders.list_row import ListRow, Seen
from vitalshift_desktop.ui.reminders.review_words import icon_of, review_words
from vitalshift_desktop.ui.widgets.labels import IconLabel
from vitalshift_desktop.words import _


class ReviewRow(ListRow):
    """Enter, Space or a click: go to where it is done. L: put off. T: tomorrow."""

    wanted = Signal(object)
    put_off = Signal(object, object)
    pick_wanted = Signal(object)

    def __init__(self, line: ReviewLine, seen: Seen) -> None:
        super().__init__(seen)
        self.line = line
        review = line.review
        self.setObjectName(f"reminders.review.{review.kind.value}.{review.client_id or 0}.{review.object_id or 0}")
        words = review_words(review, is_covered=seen.is_covered)
        due = _due_words(line.due_on, seen.today)
        self._lay_out(IconLabel(icon_of(review.kind), size=16), words, QWidget(), due, line.due_on)
        self.setAccessibleName(", ".join(part for part in (words, seen.name, due) if part))
        self.setAccessibleDescription(_("Enter: go there. L: put off."))

    def ways_off(self) -> WaysOff:
        """Tomorrow, next week, or any day."""
        return review_ways_off(self._seen.today)

    def take_menu(self, menu: LaterMenu) -> None:
        """Answer to what is chosen in the menu."""
        menu.day_picked.connect(self._on_put_off)
        menu.pick_wanted.connect(self._on_pick)

    def open_it(self) -> None:
        """Go to where it is done."""
        self.wanted.emit(self.line.review)

    def keys(self) -> Mapping[int, Callable[[], object]]:
        """Space goes there as well; T puts it off to tomorrow."""
        return {Qt.Key.Key_Space: self.open_it, Qt.Key.Key_T: self.to_tomorrow}

    def _on_put_off(self, day: date) -> None:
        self.put_off.emit(self.line.review, day)

    def to_tomorrow(self) -> None:
        """Put it off to tomorrow."""
        self.put_off.emit(self.line.review, self._seen.today + timedelta(days=1))

    def _on_pick(self) -> None:
        self.pick_wanted.emit(self.line.review)


def _due_words(day: date, today: date) -> str:
    if day == today:
        return _("Today")
    return day_words(day) if day.year == today.year else relative_day(day, today)
