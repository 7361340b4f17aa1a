"""Insights: who is in the first five sessions, cell by cell, and how beginnings went, in counts."""

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from vitalshift_desktop.domain.changes import Subject
from vitalshift_desktop.domain.clients import Client, ClientId
from vitalshift_desktop.domain.first_five import CellState
from vitalshift_desktop.domain.measures.early import EARLY_SESSIONS
from vitalshift_desktop.services.first_five import WEEKS, BoardRow
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.insights.board_model import BoardModel
from vitalshift_desktop.ui.insights.board_table import BoardTable
from vitalshift_desktop.ui.insights.board_words import REVIEWS, Column
from vitalshift_desktop.ui.insights.ending_dots import EndingDots
from vitalshift_desktop.ui.insights.insights_words import (
    checkins_words,
    endings_count,
    endings_words,
    reading_words,
)
from vitalshift_desktop.ui.insights.overdue_list import OverdueList
from vitalshift_desktop.ui.page import Page
from vitalshift_desktop.ui.session_words import cut
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.buttons import LinkButton
from vitalshift_desktop.ui.widgets.flow_column import FlowColumn
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.section_heading import SectionHeading
from vitalshift_desktop.ui.widgets.side_by_side import left
from vitalshift_desktop.words import _

_BETWEEN = 44
_LEAST_BESIDE = 980
_TABS = {Column.AGREEMENT: "agreements", Column.GOALS: "goals", Column.TASKS: "goals"}


class InsightsPage(Page):
    """Your own caseload, on this computer only."""

    concerns: ClassVar[frozenset[Subject]] = frozenset(
        {Subject.CLIENTS, Subject.SESSIONS, Subject.MEASURES, Subject.GOALS, Subject.AGREEMENTS, Subject.PRACTICE}
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("insights")
        self._desk = desk
        self._build()
        self._connect()

    def _build(self) -> None:
        self.model = BoardModel(self._name, self)
        self.board = BoardTable(self.model)
        self.heading = SectionHeading(_("First five sessions"))
        self.readout = TextLabel(tone="2", size="m")
        self.readout.setObjectName("insights.readout")
        self.act = LinkButton("")
        self.act.setObjectName("insights.act")
        self.nobody = TextLabel(
            _("Nobody is in the first five sessions now. New clients stand here from their first date on."),
            tone="2",
            size="m",
        )
        self._reading = TextLabel(reading_words(), tone="2", size="m")
        self.endings_heading = SectionHeading(_("Ended within five sessions"))
        self.dots = EndingDots()
        self.endings = TextLabel(tone="2", size="m")
        self.endings.setObjectName("insights.endings")
        self.checkins_heading = SectionHeading(_("Check-ins asked for"), _("last {n} weeks").format(n=WEEKS))
        self.checkins = TextLabel(tone="2", size="m")
        self.checkins.setObjectName("insights.checkins")
        self.overdue_heading = SectionHeading(_("Measures overdue"))
        self.overdue = OverdueList(self._name)
        self._flow = FlowColumn()
        self._flow.add_layout(self._head())
        self._flow.add_layout(self._first_five(), gap=20)
        self._counts = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._counts.setSpacing(_BETWEEN)
        self._counts.addLayout(_column(self.endings_heading, self.dots, self.endings), 1)
        self._counts.addLayout(_column(self.checkins_heading, self.checkins), 1)
        self._counts.addLayout(_column(self.overdue_heading, self.overdue), 1)
        self._flow.add_layout(self._counts, gap=32)
        self._add_links()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._flow)

    def _add_links(self) -> None:
        self.drift = LinkButton(_("Drift watch: what went beyond what was agreed"))
        self.drift.setObjectName("insights.drift")
        self._flow.add_layout(left(self.drift), gap=28)
        self.consultations = LinkButton(_("Consultations: whom you asked, and what you decided"))
        self.consultations.setObjectName("insights.consultations")
        self._flow.add_layout(left(self.consultations), gap=6)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(12)
        base = Qt.AlignmentFlag.AlignBaseline
        head.addWidget(TextLabel(_("Insights"), role="h1", wrap=False), 0, base)
        head.addWidget(TextLabel(_("your own caseload, on this computer only"), tone="2", size="m"), 1, base)
        return head

    def _first_five(self) -> QVBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self.readout, 1)
        line.addWidget(self.act, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.heading)
        column.addWidget(self.board)
        column.addWidget(self.nobody)
        column.addSpacing(8)
        column.addLayout(line)
        column.addSpacing(12)
        column.addWidget(self._reading)
        return column

    def _connect(self) -> None:
        self.board.moved.connect(self._on_moved)
        self.board.acted.connect(self._on_acted)
        self.act.clicked.connect(self._on_act)
        self.overdue.opened.connect(self._on_overdue)
        self.drift.clicked.connect(self._on_drift)
        self.consultations.clicked.connect(self._desk.wishes.consultations)
        self._desk.privacy.changed.connect(self.look_again_soon)
        theme().changed.connect(self._arrange)

    def look_again(self) -> None:
        """Ask for the page and show it; the chosen cell stays where it is."""
        page = self._desk.workspace.first_five.page()
        chosen = self.board.currentIndex()
        place = (chosen.row(), chosen.column()) if chosen.isValid() else None
        self.model.show_rows(page.rows)
        self.heading.show_count(len(page.rows) or None)
        for part in (self.board, self._reading):
            part.setVisible(bool(page.rows))
        self.nobody.setVisible(not page.rows)
        self.endings_heading.show_count(endings_count(page.endings) or None)
        words = endings_words(page.endings)
        self.dots.show_counts(page.endings.ended - page.endings.within_five, page.endings.within_five, words)
        self.endings.setText(words)
        self.overdue_heading.show_count(len(page.overdue) or None)
        self.overdue.show_waits(page.overdue)
        self.checkins.setText(checkins_words(page.checkins))
        if place is not None and page.rows:
            self.board.setCurrentIndex(self.model.index(min(place[0], len(page.rows) - 1), place[1]))
        self._show_readout()
        self.board.fit()
        self._arrange()

    def focus_first(self) -> None:
        """Go to the board, where the arrow keys step from cell to cell."""
        (self.board if self.model.rows else self).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """The counts beside each other where they have room, else one below the other."""
        beside = not theme().wide_text and self.width() >= theme().scale(_LEAST_BESIDE)
        self._counts.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)

    def _name(self, client: Client) -> str:
        return cut(self._desk.privacy.name(client))

    def _show_readout(self) -> None:
        index = self.board.currentIndex()
        self.act.setVisible(index.isValid())
        if not index.isValid():
            hint = _("The arrow keys step from cell to cell; Enter opens what a cell is about.")
            self.readout.setText(hint if self.model.rows else "")
            return
        words = self.model.words(index.row(), index.column())
        self.readout.setText(words.sentence)
        self.act.setText(words.act)

    def _on_moved(self, _row: int, _column: int) -> None:
        self._show_readout()

    def _on_act(self) -> None:
        index = self.board.currentIndex()
        if index.isValid():
            self._on_acted(index.row(), index.column())

    def _on_overdue(self, client_id: ClientId) -> None:
        self._desk.wishes.client.emit(client_id, "outcomes")

    def _on_drift(self) -> None:
        self._desk.wishes.drift.emit(None)

    def _on_acted(self, row: int, column: int) -> None:
        shown, wishes = self.model.rows[row], self._desk.wishes
        if 1 <= column <= EARLY_SESSIONS:
            self._open_session(shown, column)
        elif column in _TABS:
            wishes.client.emit(shown.client.id, _TABS[Column(column)])
        elif column in REVIEWS:
            wishes.review_sheet.emit(shown.client.id, REVIEWS[Column(column)])
        elif column == Column.NEXT:
            self._open_next(shown)
        else:
            wishes.client.emit(shown.client.id, "overview")

    def _open_session(self, row: BoardRow, number: int) -> None:
        cell, wishes = row.cells[number - 1], self._desk.wishes
        if cell.state is CellState.AHEAD:
            wishes.plan_session.emit(row.client.id)
        elif cell.state is CellState.WITHOUT:
            wishes.note.emit(cell.session_id)
        else:
            wishes.client.emit(row.client.id, "sessions" if cell.state is CellState.PLANNED else "alliance")

    def _open_next(self, row: BoardRow) -> None:
        if row.next_session is None:
            self._desk.wishes.plan_session.emit(row.client.id)
        else:
            self._desk.wishes.client.emit(row.client.id, "sessions")


def _column(*parts: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(8)
    for part in parts:
        column.addWidget(part)
    column.addStretch(1)
    return column
