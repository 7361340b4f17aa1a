"""What can be done with a session from a list: by key, from its menu, and with a way back."""

from collections.abc import Callable
from enum import StrEnum
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.domain.sessions import Attendance, Session
from vitalshift_desktop.services.clock import local
from vitalshift_desktop.services.session_lines import NoteState, SessionLine, Suggestion
from vitalshift_desktop.ui.dates_in_words import day_words, span_words, time_words
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.session_words import cut
from vitalshift_desktop.vocabulary import in_sentence, label
from vitalshift_desktop.words import _


class SessionCommand(StrEnum):
    """One thing to do with a session."""

    NOTE = "note"
    CLIENT = "client"
    ATTENDED = "attended"
    LATE = "late"
    CANCEL = "cancel"
    DID_NOT_ATTEND = "did_not_attend"
    NOT_MARKED = "not_marked"
    BOOK_NEXT = "book_next"
    MOVE = "move"
    PUT_ASIDE = "put_aside"
    TAKE_UP = "take_up"
    REMOVE = "remove"


KEYS = {
    Qt.Key.Key_Return: SessionCommand.NOTE,
    Qt.Key.Key_Enter: SessionCommand.NOTE,
    Qt.Key.Key_A: SessionCommand.ATTENDED,
    Qt.Key.Key_L: SessionCommand.LATE,
    Qt.Key.Key_C: SessionCommand.CANCEL,
    Qt.Key.Key_D: SessionCommand.DID_NOT_ATTEND,
    Qt.Key.Key_Delete: SessionCommand.REMOVE,
}
"""The keys that work on a row, without Ctrl, Alt or Shift."""

_MARKS = {
    SessionCommand.ATTENDED: Attendance.ATTENDED,
    SessionCommand.LATE: Attendance.LATE,
    SessionCommand.DID_NOT_ATTEND: Attendance.DID_NOT_ATTEND,
    SessionCommand.NOT_MARKED: Attendance.PLANNED,
}


class SessionCommands(QObject):
    """Carries commands out through the services; whatever can be undone is offered to be undone."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._sessions = desk.workspace.sessions

    def carry_out(self, command: SessionCommand, line: SessionLine) -> None:
        """Do it, or say why it cannot be done."""
        session, wishes = line.session, self._desk.wishes
        acts: dict[SessionCommand, Callable[[], object]] = {
            SessionCommand.NOTE: partial(wishes.note.emit, session.id),
            SessionCommand.CLIENT: partial(wishes.client.emit, session.client_id, "overview"),
            SessionCommand.CANCEL: partial(wishes.cancel_session.emit, session.id),
            SessionCommand.MOVE: partial(wishes.move_session.emit, session.id),
            SessionCommand.BOOK_NEXT: partial(self._book_next, line),
            SessionCommand.PUT_ASIDE: partial(self._put_aside, line, aside=True),
            SessionCommand.TAKE_UP: partial(self._put_aside, line, aside=False),
            SessionCommand.REMOVE: partial(self._remove, line),
        }
        act = acts.get(command) or partial(self._mark, line, _MARKS[command])
        try:
            act()
        except Problem as problem:
            wishes.trouble.emit(problem)

    def open_menu(self, line: SessionLine, place: QPoint, owner: QWidget) -> "SessionMenu":
        """Show the menu of a session at a place on the screen."""
        menu = SessionMenu(line, self._next_words(line.session), owner)
        menu.chosen.connect(self.carry_out)
        menu.popup(place)
        return menu

    def _mark(self, line: SessionLine, attendance: Attendance) -> None:
        before = line.session
        if attendance is before.attendance:
            return
        self._sessions.set_attendance(before.id, attendance)
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
        booked = self._sessions.book_next(line.session.id)
        words = _("Booked: {name}, {when}.").format(name=self._name(line), when=span_words(booked))
        self._offer(words, partial(self._sessions.remove, booked.id))

    def _next_words(self, session: Session) -> tuple[str, bool]:
        suggestion = self._sessions.next_suggestion(session.id)
        return _suggested(suggestion, self._when(suggestion))

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


class SessionMenu(QMenu):
    """Everything that can be done with one session, with its keys."""

    chosen = Signal(object, object)

    def __init__(self, line: SessionLine, following: tuple[str, bool], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("session.menu")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._line = line
        self._add_opening()
        self._add_marks()
        words, can_be_booked = following
        self._add(SessionCommand.BOOK_NEXT, words).setEnabled(can_be_booked)
        self._add(SessionCommand.MOVE, _("Move…"))
        self._add_rarer()
        self.triggered.connect(self._on_triggered)

    def _add_opening(self) -> None:
        words = _("Open note") if self._line.note in (NoteState.DRAFT, NoteState.SIGNED) else _("Start note")
        self._add(SessionCommand.NOTE, words, _("Enter"))
        self._add(SessionCommand.CLIENT, _("Open client"))
        self.addSeparator()

    def _add_marks(self) -> None:
        for command, attendance, key in (
            (SessionCommand.ATTENDED, Attendance.ATTENDED, "A"),
            (SessionCommand.LATE, Attendance.LATE, "L"),
            (SessionCommand.CANCEL, Attendance.CANCELLED, "C"),
            (SessionCommand.DID_NOT_ATTEND, Attendance.DID_NOT_ATTEND, "D"),
        ):
            words = label(attendance) if command is not SessionCommand.CANCEL else _("Canceled…")
            action = self._add(command, words, key)
            action.setCheckable(True)
            action.setChecked(self._line.session.attendance is attendance)
        if self._line.session.attendance is not Attendance.PLANNED:
            self._add(SessionCommand.NOT_MARKED, _("Not marked"))
        self.addSeparator()

    def _add_rarer(self) -> None:
        self.addSeparator()
        if self._line.note is NoteState.NONE and self._line.session.stands:
            self._add(SessionCommand.PUT_ASIDE, _("Note another time"))
        elif self._line.note is NoteState.PUT_ASIDE:
            self._add(SessionCommand.TAKE_UP, _("Write the note after all"))
        if self._line.session.attendance is Attendance.PLANNED:
            self._add(SessionCommand.REMOVE, _("Remove from the calendar"), _("Del"))

    def _add(self, command: SessionCommand, words: str, key: str = "") -> QAction:
        action = self.addAction(f"{words}\t{key}" if key else words)
        action.setData(command.value)
        return action

    def _on_triggered(self, action: QAction) -> None:
        self.chosen.emit(SessionCommand(action.data()), self._line)


def _suggested(suggestion: Suggestion, when: str) -> tuple[str, bool]:
    if suggestion.already is not None:
        return _("Next: {when}, booked").format(when=when), False
    if suggestion.clash is not None:
        return _("Next: {when} is taken").format(when=when), False
    return _("Book next: {when}").format(when=when), True
