"""What was noted on the clause that is shown: under its versions on the page of boundaries."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vitalshift_desktop.domain.agreements import ClauseState, ClauseVersion
from vitalshift_desktop.domain.boundary_events import BoundaryEvent
from vitalshift_desktop.domain.changes import Subject
from vitalshift_desktop.domain.contact_rules import KINDS_OF
from vitalshift_desktop.services.clock import today
from vitalshift_desktop.ui.boundary_events.look_form import LookForm
from vitalshift_desktop.ui.boundary_events.note_rows import NoteRow, NoteRows
from vitalshift_desktop.ui.boundary_events.note_words import class_words, permit_words, suggestion_words, when_words
from vitalshift_desktop.ui.boundary_events.rule_form import RuleForm
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.page import ClausePart
from vitalshift_desktop.ui.widgets.buttons import LinkButton
from vitalshift_desktop.ui.widgets.labels import MarkLabel, TextLabel
from vitalshift_desktop.ui.widgets.section_heading import SectionHeading
from vitalshift_desktop.words import _


class ClauseNotes(ClausePart):
    """The notes on all versions of the clause, and whether they suggest looking at it again."""

    concerns = frozenset({Subject.BOUNDARY_EVENTS, Subject.AGREEMENTS})

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("clause_notes")
        self._desk = desk
        self.write = LinkButton(_("Write a note…"))
        self.write.setObjectName("clause_notes.write")
        self.heading = SectionHeading(_("Notes on this agreement"), action=self.write)
        self.rows = NoteRows(desk.privacy)
        self.permits = TextLabel(tone="2", size="m")
        self.permit = LinkButton(_("Change…"))
        self.permit.setObjectName("clause_notes.permit")
        self.permit.setAccessibleName(_("Change what this version permits"))
        self._permitted = QWidget()
        what = QHBoxLayout(self._permitted)
        what.setContentsMargins(0, 0, 0, 0)
        what.setSpacing(12)
        what.addWidget(self.permits, 1)
        what.addWidget(self.permit)
        self._none = TextLabel(tone="2", size="m")
        self.suggestion = MarkLabel("info", "", "text2")
        self.looked = LinkButton(_("Looked at again…"))
        self.looked.setObjectName("clause_notes.looked")
        self._suggested = QWidget()
        line = QHBoxLayout(self._suggested)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        line.addWidget(self.suggestion, 1)
        line.addWidget(self.looked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 14, 0, 0)
        column.setSpacing(8)
        for part in (self._permitted, self.heading, self._suggested, self.rows, self._none):
            column.addWidget(part)
        self.permit.clicked.connect(self._on_permit)
        self.write.clicked.connect(self._on_write)
        self.looked.clicked.connect(self._on_looked)

    def look_again(self) -> None:
        """Show the notes on the clause; a draft that was never in force has none."""
        clause = self.clause
        if clause is None or self.client_id is None:
            return
        page = self._desk.workspace.boundary_events.page(self.client_id)
        events = [event for event in page.events if event.clause_id == clause.clause_id]
        self.heading.show_count(len(events) or None)
        self._show_permitted(clause)
        self.write.setVisible(clause.is_in_force and self._desk.workspace.read_only is None)
        self.rows.show_rows([self._row(event) for event in events])
        self.rows.setVisible(bool(events))
        self._none.setText(_none_words(clause, events))
        self._none.setVisible(bool(self._none.text()))
        found = next((one for one in page.suggestions if one.clause_id == clause.clause_id), None)
        self._suggested.setVisible(found is not None)
        if found is not None:
            self.suggestion.show_mark("info", suggestion_words(found), "text2")

    def _row(self, event: BoundaryEvent) -> NoteRow:
        when = when_words(event, today(self._desk.workspace.clock))
        spoken = _("Read the note of {day}").format(day=when)
        beside = (class_words(event), _("Version {n}").format(n=event.number))
        opens = partial(self._desk.wishes.about_agreement.emit, "event", event.id)
        return NoteRow(when, spoken, event.details.facts, beside, opens)

    def _show_permitted(self, clause: ClauseVersion) -> None:
        is_shown = clause.topic in KINDS_OF and clause.state is not ClauseState.PROPOSED
        self._permitted.setVisible(is_shown)
        if is_shown:
            self.permits.setText(permit_words(self._desk.workspace.contact_rules.of_version(clause)))
            self.permit.setVisible(clause.is_in_force and self._desk.workspace.read_only is None)

    def _on_permit(self) -> None:
        if self.clause is not None:
            RuleForm(self._desk, self.window(), self.clause).open_from(self.permit)

    def _on_write(self) -> None:
        if self.clause is not None:
            self._desk.wishes.boundary_event.emit(self.client_id, self.clause.clause_id, None)

    def _on_looked(self) -> None:
        if self.clause is not None and self.client_id is not None:
            form = LookForm(self._desk, self.client_id, self.clause.clause_id, self.window())
            form.open_from(self.looked)


def _none_words(clause: ClauseVersion, events: list[BoundaryEvent]) -> str:
    """That nothing was noted, ever or on this version."""
    if not events:
        return _("None.")
    if clause.is_in_force and all(event.number != clause.number for event in events):
        return _("None since version {n} was agreed.").format(n=clause.number)
    return ""
