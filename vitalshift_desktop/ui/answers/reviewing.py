"""Opens the review of answers, one after the other, over the main window."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from vitalshift_desktop.domain.measures.administration import AdministrationId
from vitalshift_desktop.domain.problems import NotFound, Problem
from vitalshift_desktop.services.answers import AnswerToReview
from vitalshift_desktop.ui.answers.review_form import ReviewForm
from vitalshift_desktop.ui.desk import Desk


class Reviewing(QObject):
    """The queue of a wish: the answers of one client, or all that wait; Esc leaves the rest where they stand."""

    def __init__(self, desk: Desk, save_now: Callable[[], None], window: QWidget) -> None:
        super().__init__(window)
        self._save_now = save_now
        self._desk = desk
        self._window = window
        self._queue: list[AnswerToReview] = []
        self._total = 0
        self._form: ReviewForm | None = None
        self._hidden: dict[AdministrationId, ReviewForm] = {}
        desk.wishes.review_answer.connect(self.begin)

    def begin(self, administration_id: AdministrationId | None) -> None:
        """Review this answer and then the others of its client; with None all that wait, the oldest first."""
        if self._form is not None and isValid(self._form) and self._form.isVisible():
            return  # one review at a time; what came since waits on Today
        waiting = list(self._desk.workspace.answers.waiting())
        first = next((one for one in waiting if one.administration.id == administration_id), None)
        if administration_id is not None:
            if first is None:
                return  # it was reviewed or corrected meanwhile
            waiting = [first, *(one for one in waiting if one.client.id == first.client.id and one is not first)]
        self._queue, self._total = waiting, len(waiting)
        self._open_next()

    def _open_next(self) -> None:
        if not self._queue:
            return
        answer = self._queue.pop(0)
        form = self._hidden.pop(answer.administration.id, None)
        if form is None or not isValid(form):
            form = self._made(answer)
        self._form = form
        form.open()

    def _made(self, answer: AnswerToReview) -> ReviewForm:
        form = ReviewForm(self._desk, answer, self._total - len(self._queue), self._total, self._window)
        form.reviewed.connect(self._open_next)
        form.next_wanted.connect(self._on_next)
        form.safety_plan_wanted.connect(self._on_safety_plan)
        form.risk_note_wanted.connect(self._on_risk_note)
        return form

    def _put_down(self) -> AnswerToReview | None:
        """Take the form from the screen; one with words in it is kept for when the review goes on."""
        form, self._form = self._form, None
        if form is None or not isValid(form):
            return None
        if form.note.text().strip():
            self._hidden[form.answer.administration.id] = form
            form.hide()
        else:
            form.reject()
        return form.answer

    def _on_next(self) -> None:
        self._put_down()
        self._open_next()

    def _on_safety_plan(self) -> None:
        answer = self._put_down()
        if answer is not None:
            self._desk.wishes.safety_plan.emit(answer.client.id)

    def _on_risk_note(self) -> None:
        answer = self._put_down()
        if answer is None:
            return
        try:
            self._save_now()
            place = self._desk.workspace.risk_notes.begin(answer.administration.id)
        except Problem as problem:
            self._desk.wishes.trouble.emit(problem)
            return
        if place.session_id is None:
            self._desk.wishes.new_contact.emit(answer.client.id)
        else:
            self._desk.wishes.note.emit(place.session_id)


def review_form(desk: Desk, administration_id: AdministrationId, window: QWidget) -> ReviewForm | None:
    """The form of one answer again, after a lock; None when it waits no more."""
    try:
        answer = desk.workspace.answers.get(administration_id)
    except NotFound:
        return None
    return None if answer.administration.reviewed_at is not None else ReviewForm(desk, answer, 1, 1, window)
