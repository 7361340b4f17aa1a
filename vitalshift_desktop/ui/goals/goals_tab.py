"""A client's goals: in whose words, agreed or not, and how far they have come."""

from datetime import date
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from vitalshift_desktop.domain.changes import Subject
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.goals import GoalCourse, GoalId, GoalStatus
from vitalshift_desktop.domain.measures.administration import Rater
from vitalshift_desktop.domain.sessions import SessionId
from vitalshift_desktop.services.clock import today
from vitalshift_desktop.services.session_lines import NoteState
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.goals.goal_acts import GoalActs
from vitalshift_desktop.ui.goals.goal_form import GoalForm
from vitalshift_desktop.ui.goals.goal_list import GoalList
from vitalshift_desktop.ui.goals.ledger_part import LedgerPart
from vitalshift_desktop.ui.goals.rate_all_form import RateAllForm
from vitalshift_desktop.ui.level_words import attainment_words
from vitalshift_desktop.ui.page import ClientPage
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.buttons import LinkButton
from vitalshift_desktop.ui.widgets.empty_state import EmptyState
from vitalshift_desktop.ui.widgets.flow_column import FlowColumn
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.words import _

_WIDE_FROM = 760


class GoalsTab(ClientPage):
    """One row for each goal that opens in place, T with what it is not, and what is open between goals and tasks."""

    concerns = frozenset({Subject.GOALS, Subject.CLIENTS, Subject.NOTES, Subject.SESSIONS})

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("client.goals")
        self._desk = desk
        self._goals = desk.workspace.goals
        self._courses: tuple[GoalCourse, ...] = ()
        self._acts = GoalActs(desk, self)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.list = GoalList(self._desk.privacy)
        self.add = LinkButton(_("Add a goal…"), icon="plus")
        self.add.setObjectName("client.goals.add")
        self.rate_all = LinkButton(_("Rate all now…"))
        self.rate_all.setObjectName("client.goals.rate_all")
        self.attained = TextLabel(tone="2", size="m")
        self.attained.setObjectName("client.goals.attained")
        self.ledger = LedgerPart(self._desk.privacy)
        sentence = _("What the work is for, in the client’s words. Client and counselor can rate how far it has come.")
        self.nothing = EmptyState(_("No goals yet"), sentence, _("Add a goal…"), variant="")
        self.nothing.button.setObjectName("client.goals.add_first")
        below = QHBoxLayout()
        below.addWidget(self.add)
        below.addWidget(self.rate_all)
        below.addStretch(1)
        self.flow = FlowColumn()
        self.flow.add(self.list)
        self.flow.add_layout(below, gap=12)
        self.flow.add(self.attained, gap=12)
        self.flow.add(self.ledger, gap=20)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.flow)
        column.addWidget(self.nothing)
        self.nothing.hide()

    def _connect(self) -> None:
        self.add.clicked.connect(self._on_add)
        self.nothing.acted.connect(self._on_add)
        self.rate_all.clicked.connect(self._on_rate_all)
        self.list.made.connect(self._acts.attend)
        self.list.rated.connect(self._on_rated)
        self.list.edit_wanted.connect(self._on_edit)
        self.list.status_wanted.connect(self._on_status)
        self._desk.privacy.changed.connect(self.look_again_soon)
        theme().changed.connect(self._on_theme)

    def look_again(self) -> None:
        """Show the client's goals as of today."""
        if self.client_id is None:
            return
        page = self._goals.page(self.client_id)
        self._courses = page.courses
        name = self._desk.privacy.name(self._desk.workspace.clients.get(self.client_id))
        in_session = self._session_of_today(self.client_id) is not None
        self.list.set_stacked(self.width() < theme().scale(_WIDE_FROM))
        self.list.show_page(page, name, self._today(), in_session=in_session)
        self.rate_all.setVisible(any(course.goal.status is GoalStatus.ACTIVE for course in self._courses))
        reading = page.attainment
        self.attained.setText(_("Goal attainment: {words}").format(words=attainment_words(reading)) if reading else "")
        self.attained.setVisible(reading is not None)
        self.ledger.show_ledger(page.ledger, [course.goal for course in self._courses])
        self.flow.setVisible(bool(self._courses))
        self.nothing.setVisible(not self._courses)

    def show_client(self, client_id: ClientId) -> None:
        """Show the goals of this client, all closed."""
        if client_id != self.client_id:
            self.save_now()
            self.list.close_all()
        super().show_client(client_id)

    def show_item(self, item: int, part: int = 0) -> None:
        """Open the row of this goal."""
        self.look_again()
        if any(course.goal.id == item for course in self._courses):
            self.list.open_row(GoalId(item))
            self.list.row(GoalId(item)).head.setFocus()

    def count(self) -> int | None:
        """How many are worked on."""
        if self.client_id is None:
            return None
        courses = self._goals.of_client(self.client_id)
        return sum(course.goal.status is GoalStatus.ACTIVE for course in courses) or None

    def focus_first(self) -> None:
        """Go to the first goal, or to adding one."""
        if self.list.rows and self._courses:
            self.list.rows[0].head.setFocus()
        else:
            self.nothing.button.setFocus()

    def add_goal(self) -> None:
        """Ask for a new goal of this client."""
        self._on_add()

    def save_now(self) -> None:
        """Write down a rating that was typed and not entered yet."""
        for row in self.list.rows:
            row.save_now()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.list.set_stacked(self.width() < theme().scale(_WIDE_FROM))

    def _today(self) -> date:
        return today(self._desk.workspace.clock)

    def _session_of_today(self, client_id: ClientId) -> SessionId | None:
        """The session of today whose note is being written, if there is one."""
        day = self._today()
        lines = self._desk.workspace.sessions.of_client(client_id)
        open_today = (line.session.id for line in lines if line.session.day == day and line.note is NoteState.DRAFT)
        return next(open_today, None)

    def _course(self, goal_id: GoalId) -> GoalCourse:
        return next(course for course in self._courses if course.goal.id == goal_id)

    def _on_add(self) -> None:
        if self.client_id is None:
            return
        form = GoalForm(self._desk, self.client_id, self.window())
        form.saved.connect(self._on_added)
        form.open()

    def _on_added(self, goal_id: GoalId) -> None:
        """Open the new goal, so that the next digit rates it."""
        self.look_again()
        self.list.open_row(goal_id)
        cell = self.list.row(goal_id).detail.rating.client
        cell.focus_first()
        QTimer.singleShot(0, self, partial(self.flow.ensureWidgetVisible, cell, 8, 48))

    def _on_edit(self, goal_id: GoalId) -> None:
        if self.client_id is None:
            return
        form = GoalForm(self._desk, self.client_id, self.window(), goal=self._course(goal_id).goal)
        form.saved.connect(self._on_saved)
        form.open_from(self.list.row(goal_id).detail.edit)

    def _on_saved(self, _goal_id: GoalId) -> None:
        self.look_again()

    def _on_rated(self, goal_id: GoalId, client: int | None, you: int | None) -> None:
        if self.client_id is None:
            return
        session_id = self._session_of_today(self.client_id)
        said = ((Rater.CLIENT, client), (Rater.COUNSELOR, you))
        for rater, rating in said:
            if rating is None:
                continue
            rate = partial(self._goals.rate, goal_id, rating, session_id=session_id, rater=rater, by=self)
            if not self._desk.did(rate):
                return
        self.list.row(goal_id).detail.rating.clear_cells()
        self.look_again()

    def _on_rate_all(self) -> None:
        if self.client_id is None:
            return
        self.save_now()
        session_id = self._session_of_today(self.client_id)
        form = RateAllForm(self._desk, self.client_id, self._courses, session_id, self)
        form.open_from(self.rate_all)

    def _on_status(self, goal_id: GoalId, status: GoalStatus) -> None:
        before = self._course(goal_id).goal.status
        if not self._desk.did(partial(self._goals.set_status, goal_id, status, by=self)):
            return
        words = {
            GoalStatus.REACHED: _("Goal reached."),
            GoalStatus.SET_ASIDE: _("Goal set aside."),
            GoalStatus.ACTIVE: _("Goal is worked on again."),
        }[status]
        self._desk.wishes.undo_offered.emit(words, partial(self._goals.set_status, goal_id, before))
        self.look_again()

    def _on_theme(self) -> None:
        self.list.forget()
        self.look_again_soon()
