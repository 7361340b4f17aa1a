"""Goals in the note's rail: tick what the session worked on, rate it with one digit."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout

from vitalshift_desktop.domain.changes import Subject
from vitalshift_desktop.domain.goals import GoalCourse, GoalId, GoalStatus
from vitalshift_desktop.domain.measures.administration import Rater
from vitalshift_desktop.domain.sessions import SessionId
from vitalshift_desktop.services.session_lines import NoteState, SessionLine
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.goals.goal_line import GoalLine
from vitalshift_desktop.ui.page import SessionPanel
from vitalshift_desktop.ui.session_words import cut
from vitalshift_desktop.ui.widgets.flow_column import empty
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.section_heading import SectionHeading
from vitalshift_desktop.words import _

_NAME = 8


class GoalsPanel(SessionPanel):
    """One line for each goal that is worked on: touched, last rating, and both ratings now."""

    concerns = frozenset({Subject.GOALS, Subject.NOTES})

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("goals_panel")
        self._desk = desk
        self._goals = desk.workspace.goals
        self._notes = desk.workspace.notes
        self._lines: dict[GoalId, GoalLine] = {}
        self._client, self._yours = self._name(""), self._name(_("You"))
        keys = TextLabel(_("Ctrl Shift G"), tone="3", size="c", wrap=False)
        self._heading = SectionHeading(_("Goals touched"), _("last to now"), action=keys, line=False)
        self._none = TextLabel(_("No goals yet. Add one on the client’s Goals page."), tone="2", size="m")
        self._none.setObjectName("goals_panel.none")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._heading)
        column.addWidget(self._none)
        column.addLayout(self._grid)
        desk.privacy.changed.connect(self.look_again_soon)

    def look_again(self) -> None:
        """Show the goals of the session's client with the ratings of this session."""
        if self.session_id is None:
            return
        line = self._desk.workspace.sessions.get(self.session_id)
        touched = self._touched(line)
        courses = [
            course
            for course in self._goals.of_client(line.client.id)
            if course.goal.status is GoalStatus.ACTIVE or _is_part_of(course, self.session_id, touched)
        ]
        if [course.goal for course in courses] != [shown.goal for shown in self._lines.values()]:
            self._rebuild(courses)
        self._names_seen(bool(courses))
        first = self._desk.privacy.name(line.client).split(maxsplit=1)[:1]
        self._client.setText(cut("".join(first), _NAME))
        for course in courses:
            shown = self._lines[course.goal.id]
            shown.show_course(course, line.session)
            shown.show_state(
                touched=int(course.goal.id) in touched,
                is_signed=line.note is NoteState.SIGNED,
                has_note=line.note_id is not None,
            )
        self._none.setHidden(bool(courses))

    def focus_first(self) -> None:
        """Go to the first goal's rating."""
        for line in self._lines.values():
            line.rating.focus_first()
            return

    def save_now(self) -> None:
        """Write down a 1 that could still have become a 10."""
        for line in self._lines.values():
            line.settle()

    def _name(self, words: str) -> TextLabel:
        return TextLabel(words, tone="2", size="c", wrap=False)

    def _names_seen(self, is_seen: bool) -> None:
        """Who rates in which column, once there is a goal."""
        for name in (self._client, self._yours):
            name.setVisible(is_seen)

    def _touched(self, line: SessionLine) -> frozenset[int]:
        return self._notes.goals_touched(line.note_id) if line.note_id is not None else frozenset()

    def _rebuild(self, courses: list[GoalCourse]) -> None:
        empty(self._grid)
        for line in self._lines.values():
            line.deleteLater()
        self._lines = {}
        self._client, self._yours = self._name(""), self._name(_("You"))
        self._grid.addWidget(self._client, 0, 3, Qt.AlignmentFlag.AlignHCenter)
        self._grid.addWidget(self._yours, 0, 4, Qt.AlignmentFlag.AlignHCenter)
        for row, course in enumerate(courses, start=1):
            line = GoalLine(course.goal, self._desk.privacy, self)
            line.rated.connect(self._on_rated)
            line.touched.connect(self._on_touched)
            line.put_into(self._grid, row)
            self._lines[course.goal.id] = line

    def _on_rated(self, goal_id: GoalId, rater: Rater, rating: int | None) -> None:
        session_id = self.session_id
        if session_id is None:
            return
        if rating is None:
            self._desk.did(lambda: self._goals.clear_rating(goal_id, session_id, rater, by=self))
        elif self._desk.did(partial(self._goals.rate, goal_id, rating, session_id=session_id, rater=rater, by=self)):
            self._touch(session_id, goal_id)
        self.look_again()

    def _on_touched(self, _goal_id: GoalId) -> None:
        if self.session_id is not None:
            self._save_touched(self.session_id)

    def _touch(self, session_id: SessionId, goal_id: GoalId) -> None:
        check = self._lines[goal_id].check
        if not check.isChecked():
            check.setChecked(True)
            self._save_touched(session_id)

    def _save_touched(self, session_id: SessionId) -> None:
        note_id = self._desk.workspace.sessions.get(session_id).note_id
        touched = frozenset(goal_id for goal_id, line in self._lines.items() if line.check.isChecked())
        if note_id is not None and not self._desk.did(lambda: self._notes.touch_goals(note_id, touched, by=self)):
            self.look_again()


def _is_part_of(course: GoalCourse, session_id: SessionId, touched: frozenset[int]) -> bool:
    """Whether a goal that is no longer worked on belongs to this session all the same."""
    return int(course.goal.id) in touched or any(rating.session_id == session_id for rating in course.ratings)
