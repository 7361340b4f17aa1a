"""The text of one process note, saved while it is written."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.drafts import HalfFilled
from vitalshift_desktop.domain.problems import AlreadyRecorded, NoteChangedElsewhere, NotFound, Problem
from vitalshift_desktop.domain.process_notes import ProcessNote
from vitalshift_desktop.domain.sessions import SessionId
from vitalshift_desktop.sentences import sentence
from vitalshift_desktop.services.clock import local
from vitalshift_desktop.ui.autosaver import Autosaver
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.buttons import LinkButton
from vitalshift_desktop.ui.widgets.prose_editor import ProseEditor
from vitalshift_desktop.ui.widgets.save_state import SaveState
from vitalshift_desktop.words import _

_TEXT_WIDTH = 660


class ProcessEditor(QWidget):
    """A note is begun with its first words; deleting it can be undone."""

    changed = Signal()
    """A note was begun or deleted here."""

    def __init__(self, desk: Desk, by: object) -> None:
        super().__init__()
        self._desk = desk
        self._by = by
        self._notes = desk.workspace.process_notes
        self._client_id: ClientId | None = None
        self._session_id: SessionId | None = None
        self.note: ProcessNote | None = None
        self._autosaver = Autosaver(self._save, self)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.text = ProseEditor(
            _("Process note"), placeholder=_("what it did with you, what you wonder about"), minimum_lines=8
        )
        self.text.setObjectName("process_note.text")
        self.text.setMaximumWidth(theme().scale(_TEXT_WIDTH))
        self.state = SaveState()
        self.state.setObjectName("process_note.state")
        self.delete = LinkButton(_("Delete this process note"))
        self.delete.setObjectName("process_note.delete")
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self.state)
        foot.addStretch(1)
        foot.addWidget(self.delete)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.text)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.text.typed.connect(self._autosaver.note_typing)
        self._autosaver.waiting.connect(self.state.show_unsaved)
        self._autosaver.saved.connect(self._on_saved)
        self._autosaver.failed.connect(self._on_failed)
        self.delete.clicked.connect(self._on_delete)
        self._desk.privacy.changed.connect(self._show_covered)
        theme().changed.connect(self._on_theme)

    # ------------------------------------------------------------ showing

    def show_note(
        self, note: ProcessNote | None, client_id: ClientId | None, session_id: SessionId | None = None
    ) -> None:
        """Show a note, or the empty place of one; what is not saved yet of the same one stays."""
        is_same = (client_id, session_id) == (self._client_id, self._session_id)
        if session_id is None:  # a session has one note at most, whoever began it
            is_same = is_same and _id(note) == _id(self.note)
        if is_same and self._autosaver.is_unsaved:
            return
        if not is_same:
            self._autosaver.forget()
            self.state.clear()
        self.note, self._client_id, self._session_id = note, client_id, session_id
        self.text.show_text(note.text if note else "")
        self.text.set_signed(self._desk.workspace.read_only is not None)
        self._show_covered()

    @property
    def is_unsaved(self) -> bool:
        """Whether something was typed that the vault does not hold yet."""
        return self._autosaver.is_unsaved

    def save_now(self) -> bool:
        """Save what is being typed; False when that failed."""
        return self._autosaver.save_now()

    def half_filled(self, place: str) -> tuple[HalfFilled, ...]:
        """The text, where it could not be saved."""
        if not self._autosaver.is_unsaved:
            return ()
        base = self.note.text if self.note else ""
        return (HalfFilled(place, {"text": self.text.text()}, {"text": base}),)

    def take_back(self, form: HalfFilled) -> None:
        """Put back text that was kept; below what stands here where that changed meanwhile."""
        stands, kept = self.text.text(), form.fields.get("text", "")
        self.text.show_text(kept if stands in ("", form.base.get("text", "")) else both(stands, kept))
        self._autosaver.note_typing()
        self._autosaver.save_now()

    # ------------------------------------------------------------ writing

    def _save(self) -> None:
        words = self.text.text()
        if self.note is None:
            self._begin(words)
            return
        try:
            self.note = self._notes.save(self.note.id, words, base_version=self.note.version, by=self._by)
        except NoteChangedElsewhere:
            self._keep_both(self._notes.get(self.note.id), words)
        except NotFound:  # deleted in another place while it was written in here
            self._begin(words)

    def _begin(self, words: str) -> None:
        if self._client_id is None or not words.strip():
            return
        try:
            self.note = self._notes.begin(self._client_id, words, session_id=self._session_id, by=self._by)
        except AlreadyRecorded:
            theirs = self._notes.of_session(self._session_id)[1] if self._session_id is not None else None
            if theirs is None:
                raise
            self._keep_both(theirs, words)
        self._show_covered()
        self.changed.emit()

    def _keep_both(self, theirs: ProcessNote, words: str) -> None:
        self.note = self._notes.save(theirs.id, both(theirs.text, words), base_version=theirs.version, by=self._by)
        self.text.show_text(self.note.text)

    def _on_saved(self) -> None:
        clock = self._desk.workspace.clock
        if self.note is None:
            self.state.clear()
        else:
            self.state.show_saved(local(clock, clock.now()))

    def _on_failed(self, problem: Problem) -> None:
        advice = sentence(problem)
        self.state.show_failed()
        self.state.setToolTip(f"{advice.what} {advice.next_step}")

    def _on_delete(self) -> None:
        if self.note is None or not self._autosaver.save_now():
            return
        try:
            removed = self._notes.remove(self.note.id, by=self._by)
        except Problem as problem:
            self._desk.wishes.trouble.emit(problem)
            return
        self.show_note(None, self._client_id, self._session_id)
        self.text.setFocus()
        self._desk.wishes.undo_offered.emit(_("The process note is deleted."), partial(self._notes.restore, removed))
        self.changed.emit()

    def _show_covered(self) -> None:
        self.text.set_covered(self._desk.privacy.initials_on)
        self.delete.setVisible(self.note is not None and self._desk.workspace.read_only is None)

    def _on_theme(self) -> None:
        self.text.setMaximumWidth(theme().scale(_TEXT_WIDTH))


def both(theirs: str, mine: str) -> str:
    """Two texts of one note: neither is lost, the one typed here goes below the one that stands."""
    if not theirs.strip() or theirs in mine:
        return mine
    return theirs if mine in theirs else f"{theirs}\n\n{mine}"


def _id(note: ProcessNote | None) -> int | None:
    return None if note is None else note.id
