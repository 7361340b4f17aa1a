"""What can be done with a session from a list: by key, from its menu, and with a way back."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QWidget

from vitalshift_desktop.domain.problems import NoteAlreadySigned, Problem
from vitalshift_desktop.domain.sessions import Attendance, Session
from vitalshift_desktop.services.clock import local
from vitalshift_desktop.services.session_lines import SessionLine, Suggestion
from vitalshift_desktop.ui.dates_in_words import day_words, span_words, time_words
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.session_command import CHARGED, MARKS, PAID_BY, SessionCommand
from vitalshift_desktop.ui.session_fees import SessionFees
from vitalshift_desktop.ui.session_menu import SessionMenu, suggested
from vitalshift_desktop.ui.session_words import cut
from vitalshift_desktop.vocabulary import in_sentence
from vitalshift_desktop.words import _


class SessionCommands(QObject):
    """Carries commands out through the services; whatever can be undone is offered to be undone."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._sessions = desk.workspace.sessions
        self._fees = SessionFees(desk)

    def carry_out(self, command: SessionCommand, line: SessionLine) -> None:
        """Do it, or say why it cannot be done."""
        session, wishes = line.session, self._desk.wishes
        acts: dict[SessionCommand, Callable[[], object]] = {
            SessionCommand.NOTE: partial(wishes.note.emit, session.id),
            SessionCommand.CLIENT: partial(wishes.client.emit, session.client_id, "overview"),
            SessionCommand.HAND_OVER: partial(wishes.hand_over.emit, session.id),
            SessionCommand.NEW_GOAL: partial(wishes.new_goal.emit, session.client_id),
            SessionCommand.CANCEL: partial(wishes.cancel_session.emit, session.id),
            SessionCommand.CORRECT: partial(wishes.correct_attendance.emit, session.id, None),
            SessionCommand.COURSE: partial(wishes.session_course.emit, session.id),
            SessionCommand.STANDING_FROM_HERE: partial(
                wishes.standing_form.emit, session.client_id, session.standing_id, session.occurrence
            ),
            SessionCommand.MOVE: partial(wishes.move_session.emit, session.id),
            SessionCommand.BOOK_NEXT: partial(self._book_next, line),
            SessionCommand.REMIND: partial(wishes.new_reminder.emit, session.client_id),
            SessionCommand.PUT_ASIDE: partial(self._put_aside, line, aside=True),
            SessionCommand.TAKE_UP: partial(self._put_aside, line, aside=False),
            SessionCommand.REMOVE: partial(self._remove, line),
        }
        act = acts.get(command) or self._fee_act(command, line) or partial(self._mark, line, MARKS[command])
        try:
            act()
        except Problem as problem:
            wishes.trouble.emit(problem)

    def open_menu(self, line: SessionLine, place: QPoint, owner: QWidget) -> SessionMenu:
        """Show the menu of a session at a place on the screen."""
        menu = SessionMenu(line, self._next_words(line.session), owner)
        menu.chosen.connect(self.carry_out)
        menu.popup(place)
        return menu

    def _fee_act(self, command: SessionCommand, line: SessionLine) -> Callable[[], object] | None:
        if command in PAID_BY:
            return partial(self._fees.pay, line, PAID_BY[command])
        if command in CHARGED:
            return partial(self._fees.record, line, CHARGED[command])
        acts = {
            SessionCommand.PAID: self._fees.pay,
            SessionCommand.FEE_FORGET: self._fees.forget,
            SessionCommand.FEE_FORM: self._fees.ask,
            SessionCommand.FEE_AGREE: self._fees.agree,
        }
        act = acts.get(command)
        return None if act is None else partial(act, line)

    def _mark(self, line: SessionLine, attendance: Attendance) -> None:
        before = line.session
        if attendance is before.attendance:
            return
        try:
            self._sessions.set_attendance(before.id, attendance)
        except NoteAlreadySigned:  # only with a reason, which is kept
            self._desk.wishes.correct_attendance.emit(before.id, attendance)
            return
        words = _("{name}, {day}: {attendance}.").format(
            name=self._name(line), day=day_words(before.day), attendance=in_sentence(attendance)
        )
        self._offer(words, self._undo_mark(before))

    def _undo_mark(self, before: Session) -> Callable[[], object]:
        return partial(
            self._sessions.set_attendance,
            before.id,
            before.attendance,
            before.cancelled_by,
            late_notice=before.late_notice,
        )

    def _put_aside(self, line: SessionLine, *, aside: bool) -> None:
        self._sessions.put_note_aside(line.session.id, aside=aside)
        if aside:
            words = _("The note for {name}, {day} is put aside.").format(
                name=self._name(line), day=day_words(line.session.day)
            )
            self._offer(words, partial(self._sessions.put_note_aside, line.session.id, aside=False))

    def _remove(self, line: SessionLine) -> None:
        removed = self._sessions.remove(line.session.id)
        words = _("Removed: {name}, {when}.").format(name=self._name(line), when=span_words(removed))
        self._offer(words, partial(self._sessions.restore, removed))

    def _book_next(self, line: SessionLine) -> None:
        suggestion = self._sessions.next_suggestion(line.session.id)
        if suggestion.already is not None or suggestion.clash is not None:
            # The form shows the time, and whom it clashes with.
            self._desk.wishes.plan_session.emit(line.client.id)
            return
        booked = self._sessions.book_next(line.session.id)
        words = _("Booked: {name}, {when}.").format(name=self._name(line), when=span_words(booked))
        self._offer(words, partial(self._sessions.remove, booked.id))

    def _next_words(self, session: Session) -> tuple[str, bool]:
        suggestion = self._sessions.next_suggestion(session.id)
        return suggested(suggestion, self._when(suggestion))

    def _when(self, suggestion: Suggestion) -> str:
        if suggestion.already is not None:
            start = suggestion.already.local_start
        else:
            start = local(self._desk.workspace.clock, suggestion.starts)
        return f"{day_words(start.date())} {time_words(start)}"

    def _offer(self, words: str, undo: Callable[[], object]) -> None:
        self._desk.wishes.undo_offered.emit(words, undo)

    def _name(self, line: SessionLine) -> str:
        return cut(self._desk.privacy.name(line.client))
