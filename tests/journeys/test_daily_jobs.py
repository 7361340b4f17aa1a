"""The jobs of a counselor's day within their budgets, by mouse and by keyboard alone, from the unlocked home page."""

from collections.abc import Callable
from datetime import date, time

import pytest
from PySide6.QtWidgets import QPushButton

from tests.journeys.budgets import Budget
from tests.journeys.counselor import Counselor
from tests.journeys.hands import await_part, await_words, find, press, type_text, until
from tests.journeys.ready import SAMPLE_PASSPHRASE
from vitalshift_desktop.domain.fees import ChargeState
from vitalshift_desktop.domain.sessions import Attendance, Session
from vitalshift_desktop.ui.home.mark_strip import MarkStrip

MAREN = "0147"
TODAY, NEXT_WEEK, YESTERDAY = date(2026, 3, 12), date(2026, 3, 19), date(2026, 3, 11)
WORDS = "Stayed in the shop until the fear had halved."
BUDGETS = {"J12": 1, "J14": 1, "J11": 2, "J13": 3, "J13, signed": 3, "J1": 2, "J11 from the note": 2}


class Jobs:
    """Each job once, from today's page and back to it; gives how many actions it took."""

    def __init__(self, counselor: Counselor, *, by_mouse: bool) -> None:
        self._counselor = counselor
        self._workspace = counselor.computer.workspace
        self._by_mouse = by_mouse

    def see_the_week(self) -> int:
        """What is booked this week, and what is free."""
        budget = Budget()
        if self._by_mouse:
            parts = await_part("today.segments").findChildren(QPushButton)
            budget.click(next(part for part in parts if part.text() == "Week"))
        else:
            budget.press("Ctrl+1")
        await_words("Free 11:50 to 13:30")
        press("Ctrl+1")
        return budget.spent

    def take_the_fee(self) -> int:
        """The session that just ended was paid; the fee is due again afterwards."""
        budget, session = self._began(), self._marens(TODAY)
        assert session is not None
        if self._by_mouse:
            budget.click(await_part(f"today.fee.{session.id}"))
        else:
            budget.press("P")
        self._done_and_undone(lambda: self._is_paid(session))
        return budget.spent

    def book_the_next(self) -> int:
        """The same time in a week."""
        budget = self._began()
        if self._by_mouse:
            budget.click(await_part("today.next.more"))
            budget.pick("Book next: Thu 19 March")
        else:
            budget.press("B")
        self._done_and_undone(self._is_booked)
        return budget.spent

    def correct_yesterday(self) -> int:
        """The one session of yesterday began late."""
        budget = self._began()
        (line,) = self._workspace.sessions.day(YESTERDAY)
        if self._by_mouse:
            budget.click(await_part("today.back"))
            strip = await_part(f"today.marks.{line.session.id}", MarkStrip)
            (late,) = strip.findChildren(QPushButton, "today.mark.late")
            budget.click(late)
        else:
            budget.press("Left")
            budget.press("L")
        self._done_and_undone(
            lambda: self._workspace.sessions.get(line.session.id).session.attendance is Attendance.LATE
        )
        press("Right")
        return budget.spent

    def correct_yesterday_once_signed(self) -> int:
        """The same once the note is signed: with a reason, which is kept; the note stays signed."""
        (line,) = self._workspace.sessions.day(YESTERDAY)
        assert line.note_id is not None
        self._workspace.notes.sign(line.note_id)
        budget = self._began()
        if self._by_mouse:
            budget.click(await_part("today.back"))
            strip = await_part(f"today.marks.{line.session.id}", MarkStrip)
            (late,) = strip.findChildren(QPushButton, "today.mark.late")
            budget.click(late)
        else:
            budget.press("Left")
            budget.press("L")
        await_part("correct_form")
        type_text("Came ten minutes late")
        if self._by_mouse:
            budget.click(await_part("correct.save"))
        else:
            budget.press("Return")
        until(lambda: find("correct_form") is None, "the form to close")
        assert self._workspace.sessions.get(line.session.id).session.attendance is Attendance.LATE
        (change,) = self._workspace.sessions.attendance_changes(line.session.id)
        assert change.reason == "Came ten minutes late"
        press("Right")
        return budget.spent

    def write_the_note(self) -> int:
        """The note of the session that just ended is begun, typed and saved."""
        budget, note = self._began(), self._counselor.note
        if self._by_mouse:
            budget.click(await_part("today.start"))
        else:
            budget.press("Return")
        note.await_open()
        until(lambda: await_part("note.section.data").hasFocus(), "the caret in the note")
        type_text(WORDS)
        note.await_saved()
        assert WORDS in note.texts()["data"]
        return budget.spent

    def book_from_the_note(self) -> int:
        """The same time in a week, without leaving the note."""
        budget = Budget()
        if self._by_mouse:
            budget.click(await_part("note.book"))
        else:
            budget.press("Ctrl+Shift+T")
        assert self._is_booked()
        return budget.spent

    def _began(self) -> Budget:
        until(lambda: await_part("today.next").hasFocus(), "the session that just ended")
        return Budget()

    def _done_and_undone(self, is_so: Callable[[], bool]) -> None:
        assert is_so()
        press("Ctrl+Z")
        until(lambda: not is_so(), "the day as it was")

    def _marens(self, day: date) -> Session | None:
        lines = self._workspace.sessions.of_client(self._workspace.clients.by_code(MAREN).id)
        return next((line.session for line in lines if line.session.day == day), None)

    def _is_booked(self) -> bool:
        session = self._marens(NEXT_WEEK)
        return session is not None and session.local_start.time() == time(13, 30)

    def _is_paid(self, session: Session) -> bool:
        fee = self._workspace.fees.of_session(session.id)
        return fee is not None and fee.state is ChargeState.PAID


@pytest.mark.parametrize("by_mouse", [True, False])
def test_the_jobs_of_the_day_stay_within_their_budgets(at_sample: Counselor, *, by_mouse: bool) -> None:
    """J1, J11, J12, J13 (also once the note is signed) and the first half of J14."""
    at_sample.computer.clock.advance(minutes=67)
    at_sample.door.unlock(SAMPLE_PASSPHRASE)
    jobs = Jobs(at_sample, by_mouse=by_mouse)
    spent = {
        "J12": jobs.see_the_week(),
        "J14": jobs.take_the_fee(),
        "J11": jobs.book_the_next(),
        "J13": jobs.correct_yesterday(),
        "J13, signed": jobs.correct_yesterday_once_signed(),
        "J1": jobs.write_the_note(),
        "J11 from the note": jobs.book_from_the_note(),
    }
    assert {job: actions for job, actions in spent.items() if actions > BUDGETS[job]} == {}
    assert sum(spent.values()) == (11 if by_mouse else 10)
