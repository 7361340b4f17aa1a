"""What can be done with the session itself from its note: attendance, modality, the next one."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.domain.sessions import Attendance, Modality, Session
from vitalshift_desktop.services.clock import local
from vitalshift_desktop.ui.dates_in_words import day_words, span_words, time_words
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.notes.note_foot import NoteFoot
from vitalshift_desktop.ui.notes.note_header import NoteHeader
from vitalshift_desktop.ui.session_words import cut
from vitalshift_desktop.words import _


class SessionActs(QObject):
    """Connects the head and the foot of the note to the session they speak of."""

    leaving = Signal()
    """Save first: something is about to open over the note or take its place."""
    next_settled = Signal()
    """The next session is booked or left for now: its buttons are gone, and the focus with them."""

    def __init__(self, desk: Desk, header: NoteHeader, foot: NoteFoot, page: QObject) -> None:
        super().__init__(page)
        self._desk = desk
        self._sessions = desk.workspace.sessions
        self._header = header
        self._foot = foot
        self._session: Session | None = None
        header.attendance_chosen.connect(self._on_attendance)
        header.modality_chosen.connect(self._on_modality)
        header.move_wanted.connect(self._on_move)
        header.aside_wanted.connect(self._on_aside)
        header.client_wanted.connect(self._on_client)
        header.safety_plan_wanted.connect(self._on_safety_plan)
        header.fee_wanted.connect(self._on_fee)
        header.hand_over_wanted.connect(self._on_hand_over)
        foot.booked.connect(self._on_book)
        foot.other_wanted.connect(self._on_other)
        foot.none_yet.connect(self._on_none_yet)

    def show_session(self, session: Session) -> None:
        """From now on it is about this session."""
        self._session = session
        self._header.show_session(session)
        suggestion = self._sessions.next_suggestion(session.id)
        start = local(self._desk.workspace.clock, suggestion.starts)
        name = ""
        if suggestion.clash is not None:
            name = self._desk.privacy.name(self._desk.workspace.clients.get(suggestion.clash.client_id))
        self._foot.show_suggestion(suggestion, f"{day_words(start.date())} {time_words(start)}", name)

    def _on_hand_over(self) -> None:
        if self._session is not None:
            self.leaving.emit()
            self._desk.wishes.hand_over.emit(self._session.id)

    def _on_attendance(self, attendance: Attendance) -> None:
        if self._session is not None and self._sessions.is_signed(self._session.id):
            self._header.show_session(self._session)
            self._desk.wishes.correct_attendance.emit(self._session.id, attendance)
            return
        self._do(lambda session: self._sessions.set_attendance(session.id, attendance))

    def _on_modality(self, modality: Modality) -> None:
        self._do(lambda session: self._sessions.set_modality(session.id, modality))

    def _on_book(self) -> None:
        if self._do(self._book):
            self.next_settled.emit()

    def _book(self, session: Session) -> None:
        booked = self._sessions.book_next(session.id)
        client = self._desk.workspace.clients.get(booked.client_id)
        name = cut(self._desk.privacy.name(client))
        words = _("Booked: {name}, {when}.").format(name=name, when=span_words(booked))
        self._desk.wishes.undo_offered.emit(words, partial(self._sessions.remove, booked.id))

    def _on_none_yet(self) -> None:
        self._foot.show_none_yet()
        self.next_settled.emit()

    def _on_other(self) -> None:
        if self._session is not None:
            self._desk.wishes.plan_session.emit(self._session.client_id)

    def _on_move(self) -> None:
        self.leaving.emit()
        if self._session is not None:
            self._desk.wishes.move_session.emit(self._session.id)

    def _on_aside(self) -> None:
        self.leaving.emit()
        if self._do(lambda session: self._sessions.put_note_aside(session.id)):
            self._desk.wishes.back.emit()

    def _on_client(self) -> None:
        if self._session is not None:
            self._desk.wishes.client.emit(self._session.client_id, "overview")

    def _on_safety_plan(self) -> None:
        self.leaving.emit()
        if self._session is not None:
            self._desk.wishes.safety_plan.emit(self._session.client_id)

    def _on_fee(self) -> None:
        self.leaving.emit()
        if self._session is not None:
            self._desk.wishes.charge_session.emit(self._session.id)

    def _do(self, act: Callable[[Session], object]) -> bool:
        if self._session is None:
            return False
        try:
            act(self._session)
        except Problem as problem:
            self._header.show_session(self._session)
            self._desk.wishes.trouble.emit(problem)
            return False
        return True
