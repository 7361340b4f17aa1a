"""The whole consultation log of the practice, those entries about no client among them."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout

from vitalshift_desktop.domain.changes import Subject
from vitalshift_desktop.domain.consultations import Consultation
from vitalshift_desktop.services.clock import today
from vitalshift_desktop.services.consultations import ConsultationLog
from vitalshift_desktop.ui.boundary_events.consultation_form import ConsultationForm
from vitalshift_desktop.ui.boundary_events.note_rows import NoteRow, NoteRows, focus_on
from vitalshift_desktop.ui.boundary_events.note_words import more_words
from vitalshift_desktop.ui.dates_in_words import near
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.page import Page
from vitalshift_desktop.ui.session_words import cut
from vitalshift_desktop.ui.widgets.buttons import Button, LinkButton
from vitalshift_desktop.ui.widgets.field import SearchField
from vitalshift_desktop.ui.widgets.flow_column import FlowColumn
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.side_by_side import left
from vitalshift_desktop.words import _, ngettext

MOST_ROWS = 60
"""At once; more would keep the page from answering. The newest come first."""


class ConsultationsPage(Page):
    """Newest first; words typed above leave the entries that hold them all. What was typed is kept nowhere."""

    concerns = frozenset({Subject.BOUNDARY_EVENTS, Subject.CLIENTS})

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("consultations")
        self._desk = desk
        self._first = 0
        self.words = SearchField(_("Only entries with these words"))
        self.words.setObjectName("consultations.words")
        self.log = Button(_("Log a consultation…"), icon="plus")
        self.log.setObjectName("consultations.log")
        self.told = TextLabel(tone="2", size="m")
        self.told.setObjectName("consultations.told")
        self.rows = NoteRows(desk.privacy)
        self.more = LinkButton("")
        self.more.setObjectName("consultations.more")
        self._lay_out()
        self.words.textChanged.connect(self._on_words)
        self.log.clicked.connect(self._on_log)
        self.more.clicked.connect(self._on_more)
        desk.privacy.changed.connect(self.look_again_soon)

    def _lay_out(self) -> None:
        words = _("Whom you asked about what, what was advised and what you decided; with a client or about none.")
        line = QHBoxLayout()
        line.setSpacing(16)
        line.addWidget(self.words, 1)
        line.addWidget(self.log)
        flow = FlowColumn()
        flow.add(TextLabel(_("Consultations"), role="h1"))
        flow.add(TextLabel(words, tone="2"), gap=6)
        flow.add_layout(line, gap=14)
        flow.add(self.told, gap=12)
        flow.add(self.rows, gap=12)
        flow.add_layout(left(self.more), gap=8)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(flow)

    def look_again(self) -> None:
        """Show the log as it is now, or what of it holds the words."""
        log = self._desk.workspace.consultations.page(self.words.text())
        self._first = self._first if self._first < len(log.entries) else 0
        shown = log.entries[self._first : self._first + MOST_ROWS]
        self.rows.show_rows([self._row(log, one) for one in shown])
        self.told.setText(self._told(log))
        self.more.setText(more_words(len(log.entries) - self._first - MOST_ROWS))
        self.more.setVisible(len(log.entries) > MOST_ROWS)
        self.log.setVisible(self._desk.workspace.read_only is None)

    def focus_first(self) -> None:
        """Go to the words."""
        self.words.setFocus()

    def _told(self, log: ConsultationLog) -> str:
        if not log.known:
            return _("Nothing is logged yet. Ask somebody you trust when you are unsure, and log it here.")
        if not self.words.text().strip():
            return ngettext("{n} entry", "{n} entries", log.known).format(n=log.known)
        if not log.entries:
            return _("None of the {n} entries has all these words.").format(n=log.known)
        return _("{n} of {all} entries").format(n=len(log.entries), all=log.known)

    def _row(self, log: ConsultationLog, entry: Consultation) -> NoteRow:
        client = log.clients.get(entry.client_id) if entry.client_id is not None else None
        whose = cut(self._desk.privacy.name(client)) if client is not None else _("about no client")
        when = near(entry.details.on, today(self._desk.workspace.clock))
        spoken = _("Read the consultation of {day}, {whose}").format(day=when, whose=whose)
        opens = partial(self._desk.wishes.about_agreement.emit, "consultation", entry.id)
        return NoteRow(when, spoken, entry.details.question, (whose,), opens)

    def _on_words(self) -> None:
        self._first = 0
        self.look_again()

    def _on_more(self) -> None:
        self._first += MOST_ROWS
        self.look_again()
        focus_on(self.rows.links[0])

    def _on_log(self) -> None:
        ConsultationForm(self._desk, None, self.window()).open_from(self.log)
