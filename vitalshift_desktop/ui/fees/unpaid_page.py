"""What is still to be paid: client by client, the oldest session first."""

from collections.abc import Iterable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vitalshift_desktop.domain.changes import Subject
from vitalshift_desktop.domain.clients import Client
from vitalshift_desktop.services.fee_lines import FeeLine, UnpaidPage
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.fees.fee_row import FeeRow
from vitalshift_desktop.ui.money_words import sums_words
from vitalshift_desktop.ui.page import Page
from vitalshift_desktop.ui.session_command import SessionCommand
from vitalshift_desktop.ui.session_commands import SessionCommands
from vitalshift_desktop.ui.session_words import cut
from vitalshift_desktop.ui.widgets.flow_column import FlowColumn
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.section_heading import SectionHeading
from vitalshift_desktop.words import _, ngettext

MOST_ROWS = 120
"""More rows would keep the page from opening; the oldest come first, and the others move up."""


class UnpaidFees(Page):
    """Arrows lead through the sessions; P, W and N say what became of the fee."""

    concerns = frozenset({Subject.FEES, Subject.SESSIONS, Subject.CLIENTS, Subject.NOTES})  # a note marks its session

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("fees")
        self._desk = desk
        self._commands = SessionCommands(desk, self)
        self.rows: list[FeeRow] = []
        self.title = TextLabel(_("Unpaid fees"), role="h1", wrap=False)
        self.total = TextLabel(tone="2", size="m")
        self.total.setObjectName("fees.total")
        self._flow = FlowColumn()
        head = QHBoxLayout()
        head.setContentsMargins(32, 20, 32, 0)
        head.setSpacing(12)
        head.addWidget(self.title, 0, Qt.AlignmentFlag.AlignBaseline)
        head.addWidget(self.total, 1, Qt.AlignmentFlag.AlignBaseline)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._flow, 1)
        desk.privacy.changed.connect(self.look_again_soon)

    def look_again(self) -> None:
        """Show what is unpaid now; the focus stays at its place."""
        page = self._desk.workspace.fees.unpaid()
        place = next((place for place, row in enumerate(self.rows) if row is self.window().focusWidget()), None)
        self._flow.clear()
        self.rows = []
        self.total.setText(_total_words(page))
        for one in page.clients:
            self._show_client(one.client, one.lines, sums_words(one.sums))
        if page.to_decide:
            heading = SectionHeading(_("Charge as agreed?"), len(page.to_decide))
            self._flow.add(heading, gap=26 if self.rows else 0)
            self._flow.add(TextLabel(_("Missed, or canceled late. Nothing is charged by itself."), tone="2", size="m"))
            for client, line in page.to_decide:
                self._flow.add(TextLabel(cut(self._desk.privacy.name(client)), role="name", size="m"), gap=8)
                self._add_rows(client, (line,))
        self._show_rest(page)
        if place is not None and self.rows:
            self.rows[min(place, len(self.rows) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_first(self) -> None:
        """Go to the oldest session, if there is one."""
        (self.rows[0] if self.rows else self).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_client(self, client: Client, lines: Iterable[FeeLine], sum_words: str) -> None:
        heading = SectionHeading(cut(self._desk.privacy.name(client)), sum_words)
        heading.setObjectName(f"fees.client.{client.id}")
        self._flow.add(heading, gap=14 if self.rows else 0)
        self._add_rows(client, lines)

    def _add_rows(self, client: Client, lines: Iterable[FeeLine]) -> None:
        for line in lines:
            if len(self.rows) >= MOST_ROWS:
                return
            row = FeeRow(line, self._desk.privacy.name(client))
            row.asked.connect(self._on_asked)
            row.menu_wanted.connect(self._on_menu)
            row.step_wanted.connect(self._on_step)
            self.rows.append(row)
            self._flow.add(row)
            row.show()  # a layout would show it later, and until then it could not take the focus

    def _show_rest(self, page: UnpaidPage) -> None:
        if not self.rows:
            self._flow.add(TextLabel(_("Nothing is unpaid."), tone="2", size="m"))
        left = sum(len(one.lines) for one in page.clients) + len(page.to_decide) - len(self.rows)
        if left > 0:
            words = ngettext("and {n} newer one", "and {n} newer ones", left).format(n=left)
            self._flow.add(TextLabel(words, tone="2", size="m"), gap=10)
        if page.waived:
            waived = ngettext("{n} session", "{n} sessions", page.waived).format(n=page.waived)
            words = _("Waived so far: {sessions}, {sum}.").format(sessions=waived, sum=sums_words(page.waived_sums))
            told = TextLabel(words, tone="2", size="m")
            told.setObjectName("fees.waived")
            self._flow.add(told, gap=22)

    def _on_asked(self, command: SessionCommand, line: FeeLine) -> None:
        self._commands.carry_out(command, self._desk.workspace.sessions.get(line.session.id))

    def _on_menu(self, line: FeeLine, place: QPoint) -> None:
        self._commands.open_menu(self._desk.workspace.sessions.get(line.session.id), place, self)

    def _on_step(self, step: int) -> None:
        focus: QWidget | None = self.window().focusWidget()
        place = next((place for place, row in enumerate(self.rows) if row is focus), None)
        if place is not None and 0 <= place + step < len(self.rows):
            self.rows[place + step].setFocus(Qt.FocusReason.OtherFocusReason)
            self._flow.ensureWidgetVisible(self.rows[place + step], 0, 60)


def _total_words(page: UnpaidPage) -> str:
    sessions = sum(len(one.lines) for one in page.clients)
    if not sessions:
        return ""
    words = ngettext("{sum} for {n} session", "{sum} for {n} sessions", sessions)
    return words.format(sum=sums_words(page.sums), n=sessions)
