"""The page where a session's note is written, signed, read and added to."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout

from vitalshift_desktop.domain.changes import Changed, Subject
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.drafts import HalfFilled
from vitalshift_desktop.domain.note_templates import PLAN
from vitalshift_desktop.domain.notes import NoteId, Section
from vitalshift_desktop.domain.problems import NoteChangedElsewhere, Problem
from vitalshift_desktop.domain.sessions import SessionId
from vitalshift_desktop.domain.snippets import CLIENT, DATE, SESSION
from vitalshift_desktop.sentences import sentence
from vitalshift_desktop.services.clock import local
from vitalshift_desktop.services.note_views import OpenNote
from vitalshift_desktop.ui.autosaver import Autosaver
from vitalshift_desktop.ui.dates_in_words import full_day
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.notes.addenda import Addenda
from vitalshift_desktop.ui.notes.both_texts import both_texts, put_back
from vitalshift_desktop.ui.notes.note_body import NoteBody
from vitalshift_desktop.ui.notes.note_foot import NoteFoot
from vitalshift_desktop.ui.notes.note_header import AT_HAND, NOTE, NoteHeader
from vitalshift_desktop.ui.notes.note_signing import NoteSigning
from vitalshift_desktop.ui.notes.rail import Rail
from vitalshift_desktop.ui.notes.sections_editor import SectionsEditor
from vitalshift_desktop.ui.notes.session_acts import SessionActs
from vitalshift_desktop.ui.notes.shape_acts import ShapeActs
from vitalshift_desktop.ui.notes.template_row import TemplateRow
from vitalshift_desktop.ui.page import NotePane, Page, SessionPanel

NOTE_PLACE = "note"


class NotePage(Page):
    """One note at a time. What is typed is saved as it is typed; signing is final."""

    concerns = frozenset({Subject.NOTES, Subject.SESSIONS, Subject.CLIENTS, Subject.PRACTICE})

    def __init__(self, desk: Desk, panels: Sequence[SessionPanel], panes: Sequence[NotePane] = ()) -> None:
        super().__init__()
        self._desk = desk
        self._notes = desk.workspace.notes
        self._panels = tuple(panels)
        self._panes = tuple(panes)
        self._opened: OpenNote | None = None
        self._build()
        self._connect()

    @property
    def client_id(self) -> ClientId | None:
        """Whose note is open."""
        return self._opened.client.id if self._opened else None

    @property
    def session_id(self) -> SessionId | None:
        """The session whose note is open."""
        return self._opened.session.id if self._opened else None

    def _build(self) -> None:
        self.setObjectName("note")
        self.header = NoteHeader(self._panes)
        self.template = TemplateRow()
        self.sections = SectionsEditor()
        self.sections.setProperty("pane", True)
        self.addenda = Addenda(self._desk.workspace.clock, self._desk.privacy)
        self.foot = NoteFoot()
        self.rail = Rail(self._panels, self._desk.privacy)
        texts = (self.template, self.sections, self.addenda)
        self._body = NoteBody(self.header, texts, self.foot, self.rail, self._panes)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._body)

    def _connect(self) -> None:
        self._autosaver = Autosaver(self._save_draft, self)
        self._autosaver.waiting.connect(self.header.state.show_unsaved)
        self._autosaver.saved.connect(self._on_saved)
        self._autosaver.failed.connect(self._on_save_failed)
        self.sections.typed.connect(self._autosaver.note_typing)
        self.sections.bring_wanted.connect(self._on_bring)
        self.template.last_plan_wanted.connect(self._on_last_plan)
        self._acts = SessionActs(self._desk, self.header, self.foot, self)
        self._acts.leaving.connect(self.save_now)
        self._acts.next_settled.connect(self.focus_first)
        self._desk.privacy.changed.connect(self._on_privacy)
        self._shape = ShapeActs(self._desk, self.template, lambda: self._opened, self)
        self._shape.leaving.connect(self.save_now)
        self._shape.changed.connect(self._on_shape_changed)
        self._signing = NoteSigning(self._desk, self)
        self._signing.signed.connect(self._on_signed)
        self.header.back_wanted.connect(self._desk.wishes.back)
        self.header.sign_wanted.connect(self.sign)
        self.header.addendum_wanted.connect(self._signing.ask_to_add)
        self._signing.plan_wanted.connect(self._on_plan_wanted)
        self._body.tab_shown.connect(self._on_tab_shown)

    # ------------------------------------------------------------ showing

    def open_session(self, session_id: SessionId) -> None:
        """Start or open the note of a session; raises a Problem when it cannot be."""
        self.save_now()
        note = self._notes.start(session_id, by=self)
        if self._opened is None or self._opened.note.id != note.id:
            self.sections.forget()
        self._autosaver.forget()
        self.header.state.clear()
        self._show(note.id)
        self._body.show_tab(NOTE)
        for page in self._pages:
            page.show_session(session_id)

    def look_again(self) -> None:
        """Show what changed elsewhere; text that is not saved yet stays."""
        if self._opened is not None and not self._autosaver.is_unsaved:
            self._show(self._opened.note.id)

    def hear(self, change: Changed) -> None:
        """Only this client's changes matter here."""
        if change.client_id in (None, self.client_id):
            super().hear(change)
            for pane in self._panes:
                pane.page.hear(change)

    def focus_first(self) -> None:
        """Put the caret where writing goes on."""
        pane = self._pane
        if pane is not None:
            pane.focus_first()
        elif self._opened is not None and self._opened.note.is_signed:
            self.header.addendum.setFocus()
        else:
            self.sections.focus_first()

    def prose_facts(self) -> Mapping[str, str]:
        """What the placeholders of a snippet stand for here."""
        if self._opened is None:
            return {}
        session, number = self._opened.session, self._opened.number
        facts = {CLIENT: self._opened.client.name, DATE: full_day(session.day)}
        return facts if number is None else {**facts, SESSION: str(number)}

    def focus_panel(self, index: int) -> None:
        """Go to a part of the rail by its place; in the window 1 check-in, 2 measures, 3 goals, 4 agreements."""
        self._body.show_tab(AT_HAND)
        self.rail.bring(self._panels[index])
        self._panels[index].focus_first()

    def show_tab(self, key: str) -> None:
        """Bring a tab to the front, by its key, and put the caret there: "note", or the key of a pane."""
        self._body.show_tab(key)
        self.focus_first()

    @property
    def tab(self) -> str:
        """The key of the tab that is shown."""
        return self._body.key

    @property
    def _pages(self) -> tuple[SessionPanel, ...]:
        return (*self._panels, *(pane.page for pane in self._panes))

    @property
    def _pane(self) -> SessionPanel | None:
        return next((pane.page for pane in self._panes if pane.key == self._body.key), None)

    def _on_privacy(self) -> None:
        # At once, also over what is not saved yet; then everything around the text.
        self.sections.set_covered(self._desk.privacy.initials_on)
        if self._opened is not None:
            self.header.show_note(self._opened, self._desk.privacy.name(self._opened.client))
        self._autosaver.save_now()
        self.look_again_soon()

    def _on_tab_shown(self) -> None:
        self.save_now()
        if self._pane is not None:
            self._pane.focus_first()

    def _show(self, note_id: NoteId) -> None:
        opened = self._notes.get(note_id)
        self._opened = opened
        self.header.show_note(opened, self._desk.privacy.name(opened.client))
        self.template.show_note(opened, self._desk.workspace.note_templates.usable())
        self.sections.show_note(opened, read_only=self._desk.workspace.read_only is not None)
        self.sections.set_covered(self._desk.privacy.initials_on)
        self.addenda.show_note(opened)
        self.rail.show_last(opened.last)
        self._acts.show_session(opened.session)
        self._signing.show_note(opened)

    # ------------------------------------------------------------ writing

    def save_now(self) -> None:
        """Save the text and whatever is being entered in the rail or on another tab."""
        self._autosaver.save_now()
        for page in self._pages:
            page.save_now()

    def half_filled(self) -> tuple[HalfFilled, ...]:
        """What the rail and the other tabs hold, and the text where it could not be saved."""
        forms = [form for page in self._pages for form in page.half_filled()]
        if self._opened is not None and self._autosaver.is_unsaved:
            written = {section.key: section.text for section in self.sections.sections()}
            base = {section.key: section.text for section in self._opened.note.sections}
            forms.append(HalfFilled(f"{NOTE_PLACE}:{self._opened.session.id}", written, base))
        return tuple(forms)

    def take_back(self, form: HalfFilled) -> None:
        """Put back text or numbers; text that changed meanwhile stays, and what was written goes below it."""
        for page in self._pages:
            page.take_back(form)
        if self._opened is None or not form.place.startswith(NOTE_PLACE):
            return
        self.sections.show_texts(put_back(self._opened.note.sections, form))
        self._autosaver.note_typing()
        self._autosaver.save_now()
        self._show(self._opened.note.id)

    def _save_draft(self) -> None:
        if self._opened is None:
            return
        note = self._opened.note
        try:
            saved = self._notes.save_draft(note.id, self.sections.sections(), base_version=note.version, by=self)
        except NoteChangedElsewhere:
            self._keep_both(note.id)
            return
        self._opened = replace(self._opened, note=saved)

    def _keep_both(self, note_id: NoteId) -> None:
        # Saved from elsewhere since it was opened here: what was typed here goes below what stands there.
        theirs = self._notes.get(note_id).note
        both = both_texts(theirs.sections, self._mine())
        self._notes.save_draft(note_id, both, base_version=theirs.version, by=self)
        self._show(note_id)
        self._desk.wishes.trouble.emit(NoteChangedElsewhere())

    def _mine(self) -> tuple[Section, ...]:
        """What stands here, with its headings, which may not be those of the vault any more."""
        known = {section.key: section.heading for section in self._opened.note.sections} if self._opened else {}
        return tuple(replace(one, heading=known.get(one.key, "")) for one in self.sections.sections())

    def _on_saved(self) -> None:
        clock = self._desk.workspace.clock
        self.header.state.show_saved(local(clock, clock.now()))

    def _on_save_failed(self, problem: Problem) -> None:
        advice = sentence(problem)
        self.header.state.show_failed()
        self.header.state.setToolTip(f"{advice.what} {advice.next_step}")

    def _on_shape_changed(self, key: str) -> None:
        if self._opened is not None:
            self._show(self._opened.note.id)
            self.sections.focus(key)

    def _on_bring(self, key: str) -> None:
        if self._opened is not None and key in self._opened.earlier:
            self.sections.bring(key, self._opened.earlier[key].text)

    def _on_plan_wanted(self) -> None:
        self.sections.editor(PLAN).setFocus()

    def _on_last_plan(self) -> None:
        if self._opened is not None and self._opened.last is not None:
            editor = self.sections.editor(self._opened.note.sections[0].key)
            editor.setFocus()
            before = editor.textCursor()
            before.setPosition(before.selectionStart())
            begins_line = "" if before.atBlockStart() else "\n"
            editor.insertPlainText(begins_line + self._opened.last.plan)

    # ------------------------------------------------------------ signing

    def sign(self) -> None:
        """Open the signing sheet."""
        if self._opened is None or self._opened.note.is_signed:
            return
        if not self._autosaver.save_now():
            return
        self.save_now()
        self._body.show_tab(NOTE)  # what is signed is what is seen
        self._signing.ask_to_sign()

    def _on_signed(self) -> None:
        if self._opened is None:
            return
        self._show(self._opened.note.id)
        self.header.state.clear()
        self.header.addendum.setFocus()
        for panel in self._panels:
            panel.look_again_soon()
