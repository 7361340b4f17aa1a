"""Agreements in force in the note's rail."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout

from vitalshift_desktop.domain.agreements import ClauseVersion
from vitalshift_desktop.domain.changes import Subject
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.services.clock import today
from vitalshift_desktop.ui.agreements.clause_words import review_words
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.page import SessionPanel
from vitalshift_desktop.ui.together_words import together_words
from vitalshift_desktop.ui.widgets.buttons import LinkButton
from vitalshift_desktop.ui.widgets.flow_column import empty
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.record_label import RecordLabel
from vitalshift_desktop.ui.widgets.section_heading import SectionHeading
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _


class AgreementsPanel(SessionPanel):
    """Whether all is to be looked at, the wording of the newest clause, the names of the others, a way to the page."""

    concerns = frozenset({Subject.AGREEMENTS, Subject.SESSIONS})

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("agreements_panel")
        self._desk = desk
        keys = TextLabel(_("Ctrl Shift B"), tone="3", size="c", wrap=False)
        self._heading = SectionHeading(_("Agreements in force"), action=keys, line=False)
        self._clauses = QVBoxLayout()
        self._clauses.setSpacing(4)
        self.open = LinkButton(_("Open boundaries"))
        self.open.setObjectName("agreements_panel.open")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._heading)
        column.addLayout(self._clauses)
        column.addWidget(self.open)
        self.open.clicked.connect(self._on_open)

    def look_again(self) -> None:
        """Show the clauses in force with the session's client."""
        if self.session_id is None:
            return
        client_id = self._desk.workspace.sessions.client_of(self.session_id)
        clauses = self._desk.workspace.agreements.in_force(client_id)
        empty(self._clauses)
        self._heading.show_count(len(clauses) or None)
        self._show_together(client_id)
        if not clauses:
            self._clauses.addWidget(TextLabel(_("None yet."), tone="2", size="m"))
            return
        first = _newest(clauses)
        self._show_headline(first)
        self._clauses.addWidget(RecordLabel(first.wording, privacy=self._desk.privacy, role="rail"))
        others = ", ".join(label(clause.topic) for clause in clauses if clause is not first)
        if others:
            self._clauses.addWidget(TextLabel(others, tone="2", size="m"))

    def focus_first(self) -> None:
        """Go to the way to the client's page."""
        self.open.setFocus()

    def _show_together(self, client_id: ClientId) -> None:
        """That it is time to look at all of it together, where it is."""
        state = self._desk.workspace.clause_reviews.state(client_id)
        if state is not None and state.is_due:
            words = together_words(state.causes, state.next_session, state.age)
            self._clauses.addWidget(TextLabel(words, tone="attn", size="m"))

    def _show_headline(self, clause: ClauseVersion) -> None:
        topic = TextLabel(label(clause.topic), role="name", size="m")
        topic.setProperty("weight", "600")
        review, is_due = review_words(clause, today(self._desk.workspace.clock))
        version = _("v{n}").format(n=clause.number)
        words = f"{version}, {review[:1].lower()}{review[1:]}" if review else version
        self._clauses.addWidget(topic)
        self._clauses.addWidget(TextLabel(words, tone="attn" if is_due else "2", size="m"))

    def _on_open(self) -> None:
        if self.session_id is not None:
            client_id = self._desk.workspace.sessions.client_of(self.session_id)
            self._desk.wishes.client.emit(client_id, "agreements")


def _newest(clauses: Sequence[ClauseVersion]) -> ClauseVersion:
    """The clause whose wording changed last; of several the first by topic."""
    return max(clauses, key=lambda clause: clause.effective_on)
