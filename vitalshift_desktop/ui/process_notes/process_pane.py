"""The process note of a session, beside its session note."""

from collections.abc import Mapping

from PySide6.QtWidgets import QFrame

from vitalshift_desktop.domain.changes import Subject
from vitalshift_desktop.domain.drafts import HalfFilled
from vitalshift_desktop.domain.problems import NotFound
from vitalshift_desktop.domain.sessions import SessionId
from vitalshift_desktop.ui.dates_in_words import day_words
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.page import SessionPanel
from vitalshift_desktop.ui.process_notes.private_ground import on_private_ground
from vitalshift_desktop.ui.process_notes.private_notice import PrivateNotice
from vitalshift_desktop.ui.process_notes.process_editor import ProcessEditor
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.flow_column import FlowColumn

PLACE = "process_note"
_PAPER_WIDTH = 820


class ProcessPane(SessionPanel):
    """The notice above, the text below."""

    concerns = frozenset({Subject.PROCESS_NOTES, Subject.PRACTICE, Subject.SESSIONS})

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("process_note")
        self._desk = desk
        self._facts: dict[str, str] = {}
        self.notice = PrivateNotice()
        self.editor = ProcessEditor(desk, self)
        self._line = QFrame()
        self._line.setProperty("role", "hairline")
        self._line.setProperty("tone", "priv")
        self._flow = FlowColumn(surface="private")
        for part, gap in ((self.notice, 0), (self._line, 14), (self.editor, 18)):
            self._flow.add(part, gap)
        on_private_ground(self, self._flow)
        self._fit()
        theme().changed.connect(self._fit)
        desk.privacy.changed.connect(self.look_again_soon)

    def show_session(self, session_id: SessionId) -> None:
        """Show the note about this session; another one is never shown as if it belonged here."""
        if session_id != self.session_id:
            self.save_now()
            self._desk.workspace.drafts.keep(self.half_filled())  # only where it could not be saved
            self.editor.show_note(None, None)
        super().show_session(session_id)

    def look_again(self) -> None:
        """Show the note as it is in the vault; what is not saved yet stays."""
        if self.session_id is None:
            return
        notes = self._desk.workspace.process_notes
        self.notice.show_rules(notes.rules())
        try:
            session, note = notes.of_session(self.session_id)
        except NotFound:
            self.editor.show_note(None, None)
            return
        self._facts = {"date": day_words(session.day)}
        self.editor.show_note(note, session.client_id, session.id)

    def save_now(self) -> None:
        """Save what is being typed."""
        self.editor.save_now()

    def half_filled(self) -> tuple[HalfFilled, ...]:
        """The text, where it could not be saved."""
        return self.editor.half_filled(f"{PLACE}:{self.session_id}")

    def take_back(self, form: HalfFilled) -> None:
        """Put back what was kept of this session's note."""
        if form.place == f"{PLACE}:{self.session_id}":
            self.look_again()
            self.editor.take_back(form)

    def prose_facts(self) -> Mapping[str, str]:
        """What snippets may fill in."""
        return self._facts

    def focus_first(self) -> None:
        """Put the caret into the text."""
        self.editor.text.setFocus()

    def _fit(self) -> None:
        for part in (self.notice, self._line, self.editor):
            part.setMaximumWidth(theme().scale(_PAPER_WIDTH))
