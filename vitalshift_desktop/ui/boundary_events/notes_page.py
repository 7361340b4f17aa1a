"""All that was written about the agreements with one client: notes, worksheets, consultations."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout

from vitalshift_desktop.domain.agreements import ClauseState
from vitalshift_desktop.domain.boundary_events import BoundaryEvent
from vitalshift_desktop.domain.changes import Subject
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.consultations import Consultation
from vitalshift_desktop.domain.worksheets import Worksheet
from vitalshift_desktop.services.clock import today
from vitalshift_desktop.ui.boundary_events.consultation_form import ConsultationForm
from vitalshift_desktop.ui.boundary_events.note_rows import NoteRow, NoteRows, focus_on
from vitalshift_desktop.ui.boundary_events.note_words import class_words, more_words, when_words, worksheet_words
from vitalshift_desktop.ui.boundary_events.worksheet_form import WorksheetForm
from vitalshift_desktop.ui.dates_in_words import near
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.page import ClientPage
from vitalshift_desktop.ui.widgets.buttons import LinkButton
from vitalshift_desktop.ui.widgets.flow_column import FlowColumn
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.section_heading import SectionHeading
from vitalshift_desktop.ui.widgets.side_by_side import left
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _

_BETWEEN = 26
MOST_ROWS = 40
"""Of each list at once; many hundreds would keep the page from answering."""


class AgreementNotesPage(ClientPage):
    """Three lists, each with a way to write the next one; a row opens what it is about."""

    concerns = frozenset({Subject.BOUNDARY_EVENTS, Subject.AGREEMENTS})

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("client.agreement_notes")
        self._desk = desk
        self.flow = FlowColumn()
        self._what = _(
            "What happened that touches an agreement, in facts. What to call it can be said later, or never."
        )
        self.events, self.write = self._section(
            _("Notes on agreements"),
            _("Write a note…"),
            "write",
            self._what,
        )
        self.agree = LinkButton(_("Agree on boundaries…"), icon="plus")
        self.agree.setObjectName("agreement_notes.agree")
        self.agree.clicked.connect(self._on_agree)
        self.flow.add_layout(left(self.agree), gap=8)
        self.worksheets, self.begin = self._section(
            _("Before and after"),
            _("New worksheet…"),
            "begin",
            _("Before you do something outside an agreement: what, why, whose need. Afterwards: what happened."),
        )
        self.consultations, self.log = self._section(
            _("Consultations"),
            _("Log a consultation…"),
            "log",
            _("Whom you asked about what, what was advised, what you decided."),
        )
        self.drift = LinkButton(_("Drift watch with this client"))
        self.drift.setObjectName("agreement_notes.drift")
        self.flow.add_layout(left(self.drift), gap=_BETWEEN)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.flow)
        self.write.clicked.connect(self._on_write)
        self.begin.clicked.connect(self._on_begin)
        self.log.clicked.connect(self._on_log)
        self.drift.clicked.connect(self._on_drift)

    def _section(self, title: str, act: str, name: str, sentence: str) -> tuple["_List", LinkButton]:
        link = LinkButton(act, icon="plus")
        link.setObjectName(f"agreement_notes.{name}")
        part = _List(SectionHeading(title, action=link), NoteRows(self._desk.privacy), TextLabel(sentence, tone="2"))
        part.more.setObjectName(f"agreement_notes.{name}.more")
        for place, one in enumerate((part.heading, part.sentence, part.rows, part.more)):
            self.flow.add(one, gap=8 if place else _BETWEEN * bool(name != "write"))
        return part, link

    def show_client(self, client_id: ClientId) -> None:
        """Show the lists of a client, the newest rows of each."""
        if client_id != self.client_id:
            for part in (self.events, self.worksheets, self.consultations):
                part.first = 0
        super().show_client(client_id)

    def look_again(self) -> None:
        """Show the three lists as they are now."""
        if self.client_id is None:
            return
        workspace = self._desk.workspace
        self.events.show([self._event(one) for one in workspace.boundary_events.page(self.client_id).events])
        self.worksheets.show([self._worksheet(one) for one in workspace.worksheets.of_client(self.client_id)])
        self.consultations.show([self._consultation(one) for one in workspace.consultations.of_client(self.client_id)])
        for link in (self.write, self.begin, self.log):
            link.setVisible(workspace.read_only is None)
        self._show_whether_agreed()

    def _show_whether_agreed(self) -> None:
        """A note is about something agreed; where nothing ever was, agreeing comes first."""
        workspace = self._desk.workspace
        versions = workspace.agreements.versions(self.client_id) if self.client_id is not None else ()
        is_agreed = any(version.state is not ClauseState.PROPOSED for version in versions)
        writes = workspace.read_only is None
        self.write.setVisible(writes and is_agreed)
        self.agree.setVisible(writes and not is_agreed)
        first = _("A note is about something that was agreed. Nothing is agreed with this client yet.")
        self.events.sentence.setText(self._what if is_agreed else first)

    def focus_first(self) -> None:
        """Go to the first row, or to writing a note."""
        rows = [link for part in (self.events, self.worksheets, self.consultations) for link in part.rows.links]
        ways = [link for link in (self.write, self.agree, self.begin) if link.isVisibleTo(self)]
        next(iter([*rows, *ways, self.drift])).setFocus()

    def _event(self, event: BoundaryEvent) -> NoteRow:
        when = when_words(event, today(self._desk.workspace.clock))
        spoken = _("Read the note of {day}").format(day=when)
        clause = label(event.topic)
        return NoteRow(when, spoken, event.details.facts, (clause, class_words(event)), self._open("event", event.id))

    def _worksheet(self, worksheet: Worksheet) -> NoteRow:
        clock = self._desk.workspace.clock
        when = near(worksheet.written_on, today(clock))
        spoken = _("Read the worksheet of {day}").format(day=when)
        beside = (worksheet_words(worksheet, clock),)
        return NoteRow(when, spoken, worksheet.before.what, beside, self._open("worksheet", worksheet.id))

    def _consultation(self, entry: Consultation) -> NoteRow:
        when = near(entry.details.on, today(self._desk.workspace.clock))
        spoken = _("Read the consultation of {day}").format(day=when)
        return NoteRow(when, spoken, entry.details.question, (), self._open("consultation", entry.id))

    def _open(self, kind: str, number: int) -> partial[None]:
        return partial(self._desk.wishes.about_agreement.emit, kind, number)

    def _on_write(self) -> None:
        self._desk.wishes.boundary_event.emit(self.client_id, None, None)

    def _on_agree(self) -> None:
        self._desk.wishes.agree.emit(self.client_id)

    def _on_begin(self) -> None:
        if self.client_id is not None:
            WorksheetForm(self._desk, self.client_id, self.window()).open_from(self.begin)

    def _on_drift(self) -> None:
        self._desk.wishes.drift.emit(self.client_id)

    def _on_log(self) -> None:
        if self.client_id is not None:
            ConsultationForm(self._desk, self.client_id, self.window()).open_from(self.log)


class _List:
    """A heading, a sentence where there is nothing, and rows where there is something."""

    def __init__(self, heading: SectionHeading, rows: NoteRows, sentence: TextLabel) -> None:
        self.heading, self.rows, self.sentence = heading, rows, sentence
        self.more = LinkButton("")
        self.more.clicked.connect(self._on_more)
        self.first = 0
        self._known: list[NoteRow] = []

    def show(self, rows: list[NoteRow]) -> None:
        """Show these rows, or the sentence; of many a part, the newest first."""
        self._known = rows
        self.first = self.first if self.first < len(rows) else 0
        self.heading.show_count(len(rows) or None)
        self.rows.show_rows(rows[self.first : self.first + MOST_ROWS])
        self.rows.setVisible(bool(rows))
        self.sentence.setVisible(not rows)
        self.more.setText(more_words(len(rows) - self.first - MOST_ROWS))
        self.more.setVisible(len(rows) > MOST_ROWS)

    def _on_more(self) -> None:
        self.first += MOST_ROWS
        self.show(self._known)
        focus_on(self.rows.links[0])
