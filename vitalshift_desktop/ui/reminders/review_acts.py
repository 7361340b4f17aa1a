"""What can be done to a review in the list: go there, or put it off; that can be undone."""

from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.domain.reviews import ReviewDue
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.reminders.later_form import LaterForm
from vitalshift_desktop.ui.reminders.review_row import ReviewRow
from vitalshift_desktop.ui.reminders.review_words import go_to
from vitalshift_desktop.words import _


class ReviewActs(QObject):
    """Carries out what the rows of reviews ask for; `settled` says that the list has to look again."""

    settled = Signal()

    def __init__(self, desk: Desk, page: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._page = page

    def take(self, row: ReviewRow) -> None:
        """Carry out what this row asks for."""
        row.wanted.connect(self._on_wanted)
        row.put_off.connect(self._on_put_off)
        row.pick_wanted.connect(self._on_pick)

    def _on_wanted(self, review: ReviewDue) -> None:
        go_to(review, self._desk.wishes)

    def _on_put_off(self, review: ReviewDue, until: date) -> None:
        reviews = self._desk.workspace.reviews
        try:
            reviews.later(review.key, until, by=self._page)
        except Problem as problem:
            self._desk.wishes.trouble.emit(problem)
            return
        self.settled.emit()
        self._desk.wishes.undo_offered.emit(_("Review put off."), partial(reviews.later, review.key, None))

    def _on_pick(self, review: ReviewDue) -> None:
        form = LaterForm(self._desk, review, self._page.window())
        form.picked.connect(self._on_put_off)
        form.open()
