"""All process notes of one client, with a search of their own."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from vitalshift_desktop.domain.changes import Subject
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.drafts import HalfFilled
from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.domain.process_notes import ProcessNoteId
from vitalshift_desktop.services.clock import today
from vitalshift_desktop.services.process_notes import ProcessNoteLine
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.page import ClientPage
from vitalshift_desktop.ui.process_notes.private_ground import on_private_ground
from vitalshift_desktop.ui.process_notes.private_notice import PrivateNotice
from vitalshift_desktop.ui.process_notes.private_words import row_of
from vitalshift_desktop.ui.process_notes.process_editor import ProcessEditor
from vitalshift_desktop.ui.widgets.buttons import Button, IconButton
from vitalshift_desktop.ui.widgets.date_field import DateField
from vitalshift_desktop.ui.widgets.field import SearchField
from vitalshift_desktop.ui.widgets.labels import IconLabel, TextLabel
from vitalshift_desktop.ui.widgets.list_and_detail import ListAndDetail
from vitalshift_desktop.ui.widgets.tall_rows import TallRows
from vitalshift_desktop.words import _

PLACE = "process_notes"


class ProcessNotesPage(ClientPage):
    """The notes at the left, newest first; the chosen one, or a new one, at the right."""

    concerns = frozenset({Subject.PROCESS_NOTES, Subject.PRACTICE, Subject.SESSIONS, Subject.CLIENTS})

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("process_notes")
        self._desk = desk
        self._notes = desk.workspace.process_notes
        self._lines: tuple[ProcessNoteLine, ...] = ()
        self._chosen: ProcessNoteId | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        self.back = IconButton("arrow-left", _("Back"))
        self.back.setObjectName("process_notes.back")
        self._name = TextLabel(role="h1", wrap=False)
        self.search = SearchField(_("Search these process notes"))
        self.search.setObjectName("process_notes.search")
        self.new = Button(_("New process note"), icon="plus")
        self.new.setObjectName("process_notes.new")
        self.rows = TallRows(_("Process notes"))
        self.rows.setObjectName("process_notes.list")
        self.nothing = TextLabel(tone="2", size="m")
        self.nothing.setObjectName("process_notes.nothing")
        self.notice = PrivateNotice()
        self.day = DateField(_("About the day"), today=self._today)
        self.day.setObjectName("process_notes.day")
        self.editor = ProcessEditor(self._desk, self)
        self._lay_out()

    def _lay_out(self) -> None:
        ground = QWidget()
        on_private_ground(ground, ListAndDetail(self._side(), self._detail(), surface="private"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        column.addWidget(ground, 1)

    def _head(self) -> QWidget:
        head = QFrame()
        head.setProperty("surface", "head")
        top = QHBoxLayout(head)
        top.setContentsMargins(24, 14, 24, 14)
        top.setSpacing(12)
        named: tuple[QWidget, ...] = (self.back, self._name, IconLabel("lock-simple-fill", "priv", 18))
        for part in named:
            top.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        top.addWidget(TextLabel(_("Process notes"), tone="priv", wrap=False))
        top.addStretch(1)
        top.addWidget(self.new)
        return head

    def _side(self) -> QWidget:
        parts: tuple[QWidget, ...] = (self.search, self.nothing, self.rows)
        return _column(8, parts)

    def _detail(self) -> QWidget:
        parts: tuple[QWidget, ...] = (self.notice, self.day, self.editor)
        return _column(14, parts)

    def _connect(self) -> None:
        self.back.clicked.connect(self._desk.wishes.back)
        self.search.textChanged.connect(self._on_search)
        self.new.clicked.connect(self._on_new)
        self.rows.moved.connect(self._on_picked)
        self.rows.opened.connect(self._on_opened)
        self.day.changed.connect(self._on_day)
        self.editor.changed.connect(self._on_editor)
        self._desk.privacy.changed.connect(self.look_again_soon)

    # ------------------------------------------------------------ showing

    def show_client(self, client_id: ClientId) -> None:
        """Show the notes of this client, the newest one chosen."""
        if client_id != self.client_id:
            self.save_now()
            self._desk.workspace.drafts.keep(self.half_filled())  # only where it could not be saved
            self.editor.show_note(None, None)
            self._chosen = None
            self.search.clear()
        super().show_client(client_id)

    def look_again(self) -> None:
        """Show the notes that hold what is searched for."""
        if self.client_id is None:
            return
        self._name.setText(self._desk.privacy.name(self._desk.workspace.clients.get(self.client_id)))
        self.notice.show_rules(self._notes.rules())
        self._show_list()
        if self.editor.is_unsaved:
            return
        shown = next((line for line in self._lines if line.note.id == self._chosen), None)
        if shown is None and self._chosen is None and self._lines and not self.editor.text.hasFocus():
            shown = self._lines[0]
        self._show(shown)

    def save_now(self) -> None:
        """Save what is being typed."""
        self.editor.save_now()

    def half_filled(self) -> tuple[HalfFilled, ...]:
        """The text, where it could not be saved."""
        return self.editor.half_filled(f"{PLACE}:{self.client_id}:{self._chosen or 0}")

    def take_back(self, form: HalfFilled) -> None:
        """Put back what was kept, into its note if that is still here."""
        _kind, _client, number = form.place.split(":")
        self._chosen = ProcessNoteId(int(number)) if int(number) else None
        self.look_again()
        self._show(next((line for line in self._lines if line.note.id == self._chosen), None))
        self.editor.take_back(form)

    def focus_first(self) -> None:
        """Go to the notes, or to writing the first one."""
        if self._lines:
            self.rows.setFocus()
        else:
            self.editor.text.setFocus()

    def _show_list(self) -> None:
        words = self.search.text().strip()
        self._lines = self._notes.find(self.client_id, words) if self.client_id is not None else ()
        hidden = self._desk.privacy.initials_on
        self.rows.show_rows([row_of(line, words, self._today(), hidden=hidden) for line in self._lines])
        none_found = _("No process note holds these words.")
        self.nothing.setText(none_found if words else _("There are no process notes yet."))
        self.nothing.setVisible(not self._lines)

    def _show(self, line: ProcessNoteLine | None) -> None:
        """Show this note, or the place for a new one."""
        self._chosen = line.note.id if line else None
        self.rows.select(self._chosen)
        note = line.note if line else None
        self.editor.show_note(note, self.client_id, note.session_id if note else None)
        self.day.setVisible(note is not None and note.session_id is None)
        if note is not None:
            self.day.show_day(note.day)

    # ------------------------------------------------------------ acting

    def _on_search(self) -> None:
        if self.editor.save_now():
            self._show_list()
            shown = next((line for line in self._lines if line.note.id == self._chosen), None)
            self._show(shown or next(iter(self._lines), None))

    def _on_new(self) -> None:
        if self.editor.save_now():
            self._show(None)
            self.editor.text.setFocus()

    def _on_picked(self, note_id: ProcessNoteId) -> None:
        if self.editor.save_now():
            self._show(next((line for line in self._lines if line.note.id == note_id), None))

    def _on_opened(self, note_id: ProcessNoteId) -> None:
        self._on_picked(note_id)
        self.editor.text.setFocus()

    def _on_day(self) -> None:
        day, note = self.day.day(), self.editor.note
        if day is None or note is None or not self.editor.save_now():
            return
        try:
            self._notes.move(note.id, day, by=self)
        except Problem as problem:
            self._desk.wishes.trouble.emit(problem)
        self.look_again()

    def _on_editor(self) -> None:
        note = self.editor.note
        self._chosen = note.id if note else None
        self._show_list()
        self._show(next((line for line in self._lines if line.note.id == self._chosen), None))

    def _today(self) -> date:
        return today(self._desk.workspace.clock)


def _column(gap: int, parts: Sequence[QWidget]) -> QWidget:
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(gap)
    for part in parts:
        column.addWidget(part)
    column.addStretch(1)
    return whole
