"""How much is to be done by the end of today: reminders, and reviews that fell due on their own."""

from vitalshift_desktop.domain.due_dates import DueGroup
from vitalshift_desktop.services.clock import Clock, today
from vitalshift_desktop.services.reminder_lines import Most
from vitalshift_desktop.services.reminders import Reminders
from vitalshift_desktop.services.review_list import Reviews

_NO_LINES = Most(0, later=False)


class DueCounting:
    """The number that stands beside the page of reminders."""

    def __init__(self, reminders: Reminders, reviews: Reviews, clock: Clock) -> None:
        self._reminders = reminders
        self._reviews = reviews
        self._clock = clock

    def by_today(self) -> int:
        """How many lines stand under “Overdue” and “Today” on that page now; a time later today counts."""
        day = today(self._clock)
        reminders = self._reminders.list(day, most=_NO_LINES)
        reviews = sum(line.due_on <= day for line in self._reviews.list())
        return reminders.count(DueGroup.OVERDUE) + reminders.count(DueGroup.TODAY) + reviews
