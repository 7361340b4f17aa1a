"""A client's goals below each other: those that are worked on, then those reached or set aside."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vitalshift_desktop.domain.goals import GoalCourse, GoalId, GoalStatus
from vitalshift_desktop.services.goal_views import GoalsOfClient
from vitalshift_desktop.ui.goals.goal_head import (
    CARET_WIDTH,
    COURSE_WIDTH,
    GAP,
    NOW_WIDTH,
    REVIEW_WIDTH,
    RIGHT,
    STATUS_WIDTH,
)
from vitalshift_desktop.ui.goals.goal_row import GoalRow
from vitalshift_desktop.ui.privacy import Privacy
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.flow_column import empty
from vitalshift_desktop.ui.widgets.hairline import Hairline
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.section_heading import SectionHeading
from vitalshift_desktop.words import _


class GoalList(QWidget):
    """Rows stay where they are while only their content changes, so that focus and typing stay too.

    `made` tells of each row that is opened for the first time, for whoever acts on what is in it.
    """

    made = Signal(object)
    rated = Signal(object, object, object)
    edit_wanted = Signal(object)
    status_wanted = Signal(object, object)

    def __init__(self, privacy: Privacy) -> None:
        super().__init__()
        self._privacy = privacy
        self._is_stacked = False
        self._order: list[tuple[GoalId, bool]] = []
        self.rows: list[GoalRow] = []
        self._head = _ColumnNames()
        self._past = SectionHeading(_("Reached or set aside"))
        self._active_rows = QVBoxLayout()
        self._past_rows = QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addLayout(self._active_rows)
        column.addSpacing(20)
        column.addWidget(self._past)
        column.addLayout(self._past_rows)

    def show_page(self, page: GoalsOfClient, name: str, today: date, *, in_session: bool) -> None:
        """Show the goals of the client of this name as of today."""
        courses = sorted(page.courses, key=_is_past)
        order = [(course.goal.id, _is_past(course)) for course in courses]
        if order != self._order:
            self._rebuild(order)
        for row, course in zip(self.rows, courses, strict=True):
            row.show_course(course, page, name, today, in_session=in_session)
        past = sum(1 for _goal_id, is_past in order if is_past)
        self._past.show_count(past)
        self._past.setVisible(past > 0)
        self._head.setVisible(past < len(order) and not self._is_stacked)

    def forget(self) -> None:
        """Build every row anew the next time, as for another text size."""
        self._order = []
        self._head.fit()

    def row(self, goal_id: GoalId) -> GoalRow:
        """The row of this goal."""
        return next(row for row in self.rows if row.goal_id == goal_id)

    def open_row(self, goal_id: GoalId) -> None:
        """Open one goal and close the others."""
        for row in self.rows:
            row.show_open(is_open=row.goal_id == goal_id)

    def close_all(self) -> None:
        """Close every goal."""
        for row in self.rows:
            row.show_open(is_open=False)

    def set_stacked(self, stacked: bool) -> None:
        """Use one column, where there is no room for more."""
        if stacked != self._is_stacked:
            self._is_stacked = stacked
            self._head.setVisible(not stacked and any(not is_past for _goal_id, is_past in self._order))
            for row in self.rows:
                row.set_stacked(stacked)

    def _rebuild(self, order: list[tuple[GoalId, bool]]) -> None:
        was_open = {row.goal_id for row in self.rows if row.is_open}
        focused = next((row.goal_id for row in self.rows if row.has_focus), None)
        empty(self._active_rows)
        empty(self._past_rows)
        self._order = order
        self.rows = []
        for goal_id, is_past in order:
            row = self._made(goal_id)
            row.show_open(is_open=goal_id in was_open)
            (self._past_rows if is_past else self._active_rows).addWidget(row)
            row.show()  # at once, since only what can be seen can take the focus
            if goal_id == focused:
                row.head.setFocus()

    def _made(self, goal_id: GoalId) -> GoalRow:
        row = GoalRow(goal_id, self._privacy)
        row.set_stacked(self._is_stacked)
        row.detail_made.connect(self.made)
        row.opened.connect(self._on_opened)
        row.step_wanted.connect(self._on_step)
        row.rated.connect(self.rated)
        row.edit_wanted.connect(self.edit_wanted)
        row.status_wanted.connect(self.status_wanted)
        self.rows.append(row)
        return row

    def _on_opened(self, goal_id: GoalId) -> None:
        is_open = self.row(goal_id).is_open
        for row in self.rows:
            row.show_open(is_open=row.goal_id == goal_id and not is_open)

    def _on_step(self, by: int) -> None:
        here = next((place for place, row in enumerate(self.rows) if row.head.hasFocus()), 0)
        self.rows[max(0, min(len(self.rows) - 1, here + by))].head.setFocus()


class _ColumnNames(QWidget):
    """The names of the columns, in the places where the rows have them."""

    def __init__(self) -> None:
        super().__init__()
        self._row = QHBoxLayout()
        self._row.setSpacing(GAP)
        self._row.addWidget(TextLabel(_("Goal, in the client’s words"), tone="2", size="m", wrap=False), 1)
        self._names: list[tuple[TextLabel, int]] = []
        columns = (
            (_("Client’s ratings"), COURSE_WIDTH, False),
            (_("Now, target"), NOW_WIDTH, True),
            (_("Level"), STATUS_WIDTH, False),
            (_("Review"), REVIEW_WIDTH, True),
        )
        for words, width, is_right in columns:
            name = TextLabel(words, tone="2", size="m", wrap=False)
            if is_right:
                name.setAlignment(RIGHT)
            self._names.append((name, width))
            self._row.addWidget(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._row)
        column.addWidget(Hairline(strong=True))
        self.fit()

    def fit(self) -> None:
        """Take the widths of the present text size."""
        self._row.setContentsMargins(4 + theme().scale(CARET_WIDTH), 0, 4, 7)
        for name, width in self._names:
            name.setFixedWidth(theme().scale(width))


def _is_past(course: GoalCourse) -> bool:
    return course.goal.status is not GoalStatus.ACTIVE
