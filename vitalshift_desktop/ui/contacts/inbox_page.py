"""The inbox: what was captured, until it is filed or thrown away."""

from datetime import date

from PySide6.QtWidgets import QVBoxLayout

from vitalshift_desktop.domain.changes import Subject
from vitalshift_desktop.domain.contacts import ContactId
from vitalshift_desktop.services.clock import today
from vitalshift_desktop.services.inbox import InboxLine
from vitalshift_desktop.ui.contacts.contact_words import inbox_row
from vitalshift_desktop.ui.contacts.inbox_acts import InboxActs
from vitalshift_desktop.ui.contacts.inbox_detail import InboxDetail
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.page import Page
from vitalshift_desktop.ui.widgets.buttons import LinkButton
from vitalshift_desktop.ui.widgets.empty_state import EmptyState
from vitalshift_desktop.ui.widgets.list_and_detail import ListOrNothing
from vitalshift_desktop.ui.widgets.rows_model import Row
from vitalshift_desktop.ui.widgets.section_heading import SectionHeading
from vitalshift_desktop.ui.widgets.tall_rows import TallRows
from vitalshift_desktop.words import _


class InboxPage(Page):
    """What waits at the left, the oldest first, the chosen one at the right."""

    concerns = frozenset({Subject.CONTACTS, Subject.CLIENTS, Subject.SESSIONS, Subject.NOTES})

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("inbox")
        self._desk = desk
        self._lines: tuple[InboxLine, ...] = ()
        self._chosen: ContactId | None = None
        self._build()
        self._acts = InboxActs(desk, self.detail, self)
        self._acts.settled.connect(self._on_settled)
        self._connect()

    def _build(self) -> None:
        self.capture = LinkButton(_("Quick capture…"), icon="plus")
        self.capture.setObjectName("inbox.capture")
        heading = SectionHeading(_("Inbox"), action=self.capture, line=False)
        self.rows = TallRows(_("Inbox"))
        self.rows.setObjectName("inbox.list")
        self.detail = InboxDetail(self._desk)
        sentence = _(
            "A thought, a message, somebody you met: keep it with Ctrl+Shift+M and file it when there is time."
        )
        self.nothing = EmptyState(_("The inbox is empty"), sentence, _("Quick capture…"), variant="")
        self.flow = ListOrNothing(heading, self.rows, self.detail, self.nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.flow)

    def _connect(self) -> None:
        self.capture.clicked.connect(self._desk.wishes.capture)
        self.nothing.acted.connect(self._desk.wishes.capture)
        self.rows.moved.connect(self._on_picked)
        self.rows.opened.connect(self._on_picked)
        self._desk.privacy.changed.connect(self.look_again_soon)

    def look_again(self) -> None:
        """Show what waits now; the chosen one stays chosen, or its neighbor is."""
        place = next((n for n, line in enumerate(self._lines) if line.contact.id == self._chosen), 0)
        self._lines = self._desk.workspace.inbox.lines()
        self.rows.show_rows([self._row(line) for line in self._lines])
        self.flow.show_any(bool(self._lines))
        if self._lines:
            self.detail.show_clients()
        same = next((line for line in self._lines if line.contact.id == self._chosen), None)
        neighbor = self._lines[min(place, len(self._lines) - 1)] if self._lines else None
        self._show(same or neighbor)

    def focus_first(self) -> None:
        """Go to what waits, or to capturing something."""
        if self._lines:
            self.rows.setFocus()
        else:
            self.nothing.button.setFocus()

    def _row(self, line: InboxLine) -> Row:
        name = self._desk.privacy.name(line.client) if line.client else ""
        clock = self._desk.workspace.clock
        return inbox_row(line, name, self._today(), clock, hidden=self._desk.privacy.initials_on)

    def _show(self, line: InboxLine | None) -> None:
        self._chosen = line.contact.id if line else None
        self.rows.select(self._chosen)
        if line is not None:
            self._acts.show_line(line)

    def _on_picked(self, contact_id: ContactId) -> None:
        self._show(next((line for line in self._lines if line.contact.id == contact_id), None))

    def _on_settled(self) -> None:
        self.look_again()
        self.focus_first()

    def _today(self) -> date:
        return today(self._desk.workspace.clock)
