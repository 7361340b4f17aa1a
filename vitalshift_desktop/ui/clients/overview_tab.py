"""The first tab of a client: what happened, and where the work stands now."""

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from vitalshift_desktop.domain.attachments import Attachment
from vitalshift_desktop.domain.boundary_events import BoundaryEvent
from vitalshift_desktop.domain.changes import Subject
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.consultations import Consultation
from vitalshift_desktop.domain.flags import Flag
from vitalshift_desktop.domain.measures.administration import Administration
from vitalshift_desktop.domain.worksheets import Worksheet
from vitalshift_desktop.services.client_header import ClientHeader
from vitalshift_desktop.services.clock import today
from vitalshift_desktop.services.timeline_entries import TimelineEntry, TimelineKind
from vitalshift_desktop.ui.clients.snapshot import Snapshot
from vitalshift_desktop.ui.clients.timeline_view import TimelineView
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.page import ClientPage
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.buttons import Button
from vitalshift_desktop.ui.widgets.flow_column import FlowColumn
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.words import _

SNAPSHOT = 300
HEADING = 38
TWO_COLUMNS_FROM = 640
_TABS = {
    TimelineKind.AGREEMENT: "agreements",
    TimelineKind.COMMITMENT: "agreements",
    TimelineKind.BREAK: "agreements",
    TimelineKind.GOAL: "goals",
    TimelineKind.CONTACT: "contacts",
}
_ABOUT_AGREEMENTS = {
    TimelineKind.BOUNDARY_EVENT: "event",
    TimelineKind.WORKSHEET: "worksheet",
    TimelineKind.CONSULTATION: "consultation",
}
_NO_LIMIT = 16_777_215  # the largest width Qt knows


class OverviewTab(ClientPage):
    """The timeline at the left, the snapshot at the right, or below it where there is no room."""

    concerns: ClassVar[frozenset[Subject]] = frozenset(
        {
            Subject.CLIENTS,
            Subject.SESSIONS,
            Subject.NOTES,
            Subject.GOALS,
            Subject.AGREEMENTS,
            Subject.CONSENTS,
            Subject.BOUNDARY_EVENTS,
            Subject.MEASURES,
            Subject.REMINDERS,
            Subject.ATTACHMENTS,
            Subject.CONTACTS,
            Subject.SAFETY_PLANS,
        }
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._flags: tuple[Flag, ...] = ()
        self._build()
        self._connect()

    def _build(self) -> None:
        self.timeline = TimelineView(self._desk.privacy)
        self.snapshot = Snapshot(self._desk.privacy)
        self.first = _FirstSession()
        left = QVBoxLayout()
        left.setSpacing(20)
        left.addWidget(self.first)
        left.addWidget(self.timeline, 1)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(40)
        self._columns.addLayout(left, 1)
        self._columns.addWidget(self.snapshot)
        self._page = FlowColumn(padded=False)
        self._page.add_layout(self._columns)
        self.show_side(28)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._page)
        self._level()

    def _connect(self) -> None:
        self.timeline.sessions_wanted.connect(self._on_sessions)
        self.timeline.opened.connect(self._on_opened)
        self.first.plan.clicked.connect(self._on_plan)
        self.snapshot.review_wanted.connect(self._desk.wishes.review_answer)
        self.snapshot.consents_wanted.connect(self._on_consents)
        self._page.verticalScrollBar().rangeChanged.connect(self._pad)
        self._desk.privacy.changed.connect(self.look_again_soon)
        theme().changed.connect(self._on_theme)

    def show_side(self, side: int) -> None:
        """Keep this distance from both sides."""
        self._side = side
        self._pad()

    def show_client(self, client_id: ClientId) -> None:
        """Show this client from the top, with only the latest entries."""
        if client_id != self.client_id:
            self.timeline.fold()
            self._page.verticalScrollBar().setValue(0)
        super().show_client(client_id)

    def show_flags(self, flags: Sequence[Flag]) -> None:
        """Show these marks of the client."""
        self._flags = tuple(flags)
        self.snapshot.show_marks(self._flags)

    def look_again(self) -> None:
        """Ask for everything that is shown."""
        if self.client_id is None:
            return
        workspace, day = self._desk.workspace, today(self._desk.workspace.clock)
        header = workspace.clients.header(self.client_id)
        self.first.setVisible(header.held == 0 and header.next_session is None)
        self.timeline.show_entries(workspace.clients.timeline(self.client_id), day.year)
        self.snapshot.show_marks(self._flags)
        self.snapshot.alliance.show_course(workspace.alliance.course(self.client_id), self._line_name(header))
        self.snapshot.show_goals(workspace.goals.of_client(self.client_id))
        self.snapshot.show_agreements(workspace.agreements.in_force(self.client_id), day)
        self.snapshot.show_consent(is_missing=workspace.consents.lacks_therapy(self.client_id))
        reminders = [line.reminder for line in workspace.reminders.of_client(self.client_id)]
        self.snapshot.show_checkins(header.next_session, reminders, day)

    def _on_consents(self) -> None:
        self._desk.wishes.consents.emit(self.client_id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        beside = self.width() >= theme().scale(TWO_COLUMNS_FROM)
        directions = QBoxLayout.Direction
        self._columns.setDirection(directions.LeftToRight if beside else directions.TopToBottom)
        self.snapshot.setMinimumWidth(theme().scale(SNAPSHOT) if beside else 0)
        self.snapshot.setMaximumWidth(theme().scale(SNAPSHOT) if beside else _NO_LIMIT)

    def _level(self) -> None:
        # The timeline's heading holds a button; those at the right keep level with it.
        for heading in (self.timeline.heading, self.snapshot.marks.heading, self.snapshot.alliance.heading):
            heading.setMinimumHeight(theme().scale(HEADING))

    def _pad(self) -> None:
        # The bar stands in the margin, so that rows end where the head above them ends.
        bar = self._page.verticalScrollBar()
        taken = bar.sizeHint().width() if bar.maximum() > 0 else 0
        self._page.column.setContentsMargins(self._side, 18, max(0, self._side - taken), 20)

    def _on_theme(self) -> None:
        self._level()
        self._fit()
        self.look_again_soon()

    def _line_name(self, header: ClientHeader) -> str:
        client = header.client
        return self._desk.privacy.name(client) if self._desk.privacy.initials_on else client.short_name

    def _on_opened(self, entry: TimelineEntry) -> None:
        wishes = self._desk.wishes
        if entry.kind in (TimelineKind.SESSION, TimelineKind.NOT_GIVEN):
            wishes.note.emit(entry.session_id)
        elif isinstance(entry.thing, Attachment):
            wishes.document.emit(entry.thing.id)
        elif entry.kind is TimelineKind.SAFETY_PLAN:
            wishes.safety_plan.emit(self.client_id)
        elif isinstance(entry.thing, BoundaryEvent | Worksheet | Consultation):
            wishes.about_agreement.emit(_ABOUT_AGREEMENTS[entry.kind], entry.thing.id)
        elif isinstance(entry.thing, Administration):
            wishes.entry.emit(self.client_id, "outcomes", entry.thing.id, 0)
        elif entry.kind in _TABS:
            wishes.client.emit(self.client_id, _TABS[entry.kind])

    def _on_sessions(self) -> None:
        self._desk.wishes.client.emit(self.client_id, "sessions")

    def _on_plan(self) -> None:
        self._desk.wishes.plan_session.emit(self.client_id)


class _FirstSession(QWidget):
    """What is said of a client who has had no session and has none planned."""

    def __init__(self) -> None:
        super().__init__()
        self.plan = Button(_("Plan a session…"))
        self.plan.setObjectName("overview.plan")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        words = _("No session yet. Once one is planned it stands here and on Today.")
        column.addWidget(TextLabel(words, tone="2"))
        column.addWidget(self.plan, 0, Qt.AlignmentFlag.AlignLeft)
