"""What becomes of a capture; every act can be taken back."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.contacts import ContactNote
from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.domain.sessions import SessionId
from vitalshift_desktop.services.inbox import InboxLine
from vitalshift_desktop.ui.contacts.contact_note_form import ContactNoteForm
from vitalshift_desktop.ui.contacts.inbox_detail import InboxDetail
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.words import _


class InboxActs(QObject):
    """Carries out what the detail of a capture asks for."""

    settled = Signal()
    """The capture that was shown does not wait any more."""

    def __init__(self, desk: Desk, detail: InboxDetail, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._inbox = desk.workspace.inbox
        self._detail = detail
        self._line: InboxLine | None = None
        detail.client_picked.connect(self._on_client)
        detail.file_wanted.connect(self._on_file)
        detail.note_wanted.connect(self._on_note)
        detail.away_wanted.connect(self._on_away)

    def show_line(self, line: InboxLine) -> None:
        """Show this capture, with the notes it could go into."""
        self._line = line
        client_id = line.contact.client_id
        sessions = self._inbox.sessions_for(client_id) if client_id is not None else ()
        self._detail.show_line(line, sessions, read_only=self._desk.workspace.read_only is not None)

    def _on_client(self, client_id: ClientId | None) -> None:
        if self._line is not None:
            try:
                self._inbox.assign(self._line.contact.id, client_id)
            except Problem as problem:
                self._desk.wishes.trouble.emit(problem)

    def _on_file(self) -> None:
        if self._line is None:
            return
        caught = self._line.contact
        form = ContactNoteForm(self._desk, self._detail.window(), caught.client_id, caught.id)
        form.saved.connect(partial(self._on_filed, caught))
        form.open_from(self._detail.file)

    def _on_filed(self, caught: ContactNote, filed: ContactNote) -> None:
        if filed.is_signed:
            self.settled.emit()
            return
        self._offer(_("Filed as a contact note."), partial(self._inbox.take_back, caught))

    def _on_note(self, session_id: SessionId) -> None:
        if self._line is None:
            return
        try:
            filed = self._inbox.file_into_note(self._line.contact.id, session_id)
        except Problem as problem:
            self._desk.wishes.trouble.emit(problem)
            return
        self._offer(_("Put into the note of today."), partial(self._inbox.take_out_of_note, filed))

    def _on_away(self) -> None:
        if self._line is None:
            return
        try:
            thrown = self._inbox.throw_away(self._line.contact.id)
        except Problem as problem:
            self._desk.wishes.trouble.emit(problem)
            return
        self._offer(_("Thrown away."), partial(self._inbox.take_back, thrown))

    def _offer(self, words: str, back: object) -> None:
        self.settled.emit()
        self._desk.wishes.undo_offered.emit(words, back)
