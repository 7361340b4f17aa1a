"""The client's sessions, newest first."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from vitalshift_desktop.domain.changes import Subject
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.services.clock import today
from vitalshift_desktop.services.session_lines import SessionLine
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.page import ClientPage
from vitalshift_desktop.ui.session_commands import SessionCommands
from vitalshift_desktop.ui.sessions.fee_line import FeeLine
from vitalshift_desktop.ui.sessions.sessions_model import SessionRow, session_row
from vitalshift_desktop.ui.sessions.sessions_table import SessionsTable
from vitalshift_desktop.ui.sessions.standing_list import StandingList
from vitalshift_desktop.ui.widgets.buttons import Button, IconButton
from vitalshift_desktop.ui.widgets.empty_state import EmptyState
from vitalshift_desktop.ui.widgets.section_heading import SectionHeading
from vitalshift_desktop.ui.widgets.side_by_side import beside
from vitalshift_desktop.words import _, ngettext


class SessionsTab(ClientPage):
    """Enter opens the note; A, L, C and D mark attendance, P says it was paid."""

    concerns = frozenset({Subject.SESSIONS, Subject.FEES, Subject.NOTES, Subject.MEASURES, Subject.CLIENTS})

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("sessions")
        self._desk = desk
        self._sessions = desk.workspace.sessions
        self._shown_client: ClientId | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        self.plan = Button(_("Plan a session…"))
        self.plan.setObjectName("sessions.plan")
        self.standing = Button(_("Standing appointment…"))
        self.standing.setObjectName("sessions.standing")
        self.standing_list = StandingList(self._desk)
        self.more = IconButton("dots-three-bold", _("More for the selected session"), framed=True)
        self.more.setObjectName("sessions.more")
        self._heading = SectionHeading(_("Sessions"), action=beside(self.more, self.standing, self.plan), line=False)
        self.fee = FeeLine(self._desk)
        self.table = SessionsTable()
        listed = QWidget()
        column = QVBoxLayout(listed)
        column.setContentsMargins(28, 18, 28, 12)
        column.setSpacing(10)
        column.addWidget(self._heading)
        column.addWidget(self.standing_list)
        column.addWidget(self.fee)
        column.addWidget(self.table, 1)
        self.nothing = EmptyState(
            _("No sessions yet"),
            _("Each session stands here with its number, attendance, note and check-in."),
            _("Plan a session…"),
            variant="",
        )
        self._views = QStackedWidget()
        self._views.addWidget(listed)
        self._views.addWidget(self.nothing)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._views)

    def _connect(self) -> None:
        self._commands = SessionCommands(self._desk, self)
        self.table.asked.connect(self._commands.carry_out)
        self.table.menu_wanted.connect(self._on_menu)
        self.plan.clicked.connect(self._on_plan)
        self.standing.clicked.connect(self._on_standing)
        self.more.clicked.connect(self._on_more)
        self.nothing.acted.connect(self._on_plan)
        self._desk.privacy.changed.connect(self.look_again_soon)

    def look_again(self) -> None:
        """Show the sessions of this client as they stand now."""
        if self.client_id is None:
            return
        if self.client_id != self._shown_client:
            self.table.show_rows([])
            self._shown_client = self.client_id
        lines = self._sessions.of_client(self.client_id)
        self.standing_list.show_client(self.client_id)
        self.table.show_rows(self._rows(self.client_id, lines))
        self.fee.show_client(self.client_id)
        held = sum(1 for line in lines if line.session.was_held)
        self._heading.show_count(ngettext("{n} held", "{n} held", held).format(n=held))
        self._views.setCurrentIndex(0 if lines else 1)

    def focus_first(self) -> None:
        """Go to the newest session, or to planning the first one."""
        is_empty = self._views.currentWidget() is self.nothing
        (self.nothing.button if is_empty else self.table).setFocus(Qt.FocusReason.OtherFocusReason)

    def _rows(self, client_id: ClientId, lines: tuple[SessionLine, ...]) -> list[SessionRow]:
        clock = self._desk.workspace.clock
        points = self._desk.workspace.alliance.course(client_id).points
        scores = {point.session_id: point.client.score for point in points if point.client is not None}
        return [
            session_row(
                line,
                has_begun=line.session.starts <= clock.now(),
                score=scores.get(line.session.id),
                today=today(clock),
                covered=self._desk.privacy.initials_on,
            )
            for line in lines
        ]

    def _on_plan(self) -> None:
        self._desk.wishes.plan_session.emit(self.client_id)

    def _on_standing(self) -> None:
        self._desk.wishes.standing_form.emit(self.client_id, None, None)

    def _on_more(self) -> None:
        if self.table.line() is None:
            self.table.select_first()
        line = self.table.line()
        if line is not None:
            self._on_menu(line, self.more.mapToGlobal(QPoint(0, self.more.height())))

    def _on_menu(self, line: SessionLine, place: QPoint) -> None:
        self._commands.open_menu(line, place, self)
