"""What opens below a goal: its levels and tasks, rating it now, its golden thread, and what can be done with it."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from vitalshift_desktop.domain.goal_ledger import Thread
from vitalshift_desktop.domain.goals import Goal, GoalCourse, GoalStatus
from vitalshift_desktop.domain.tasks import Task
from vitalshift_desktop.ui.goals.goal_head import CARET_WIDTH
from vitalshift_desktop.ui.goals.levels_part import LevelsPart
from vitalshift_desktop.ui.goals.rating_part import RateNow, RatingsSoFar
from vitalshift_desktop.ui.goals.tasks_part import TasksPart
from vitalshift_desktop.ui.goals.thread_part import ThreadPart
from vitalshift_desktop.ui.privacy import Privacy
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.buttons import LinkButton
from vitalshift_desktop.words import _, ngettext

_APART, _CLOSER = 40, 16


class GoalDetail(QWidget):
    """Levels beside tasks, ratings beside each other, the golden thread, and a line of things to do."""

    edit_wanted = Signal()
    versions_wanted = Signal()
    status_wanted = Signal(object)

    def __init__(self, privacy: Privacy) -> None:
        super().__init__()
        self.levels = LevelsPart(privacy)
        self.tasks = TasksPart(privacy)
        self.rating = RateNow()
        self.ratings = RatingsSoFar()
        self.thread_part = ThreadPart()
        self._pairs = tuple(QBoxLayout(QBoxLayout.Direction.LeftToRight) for _pair in range(2))
        self._build()
        self._connect()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(4 + theme().scale(CARET_WIDTH), 4, 4, 16)
        column.setSpacing(16)
        for pair, parts in zip(self._pairs, ((self.levels, self.tasks), (self.rating, self.ratings)), strict=True):
            pair.setSpacing(_APART)
            for part in parts:
                pair.addWidget(part, 1)
            column.addLayout(pair)
        column.addWidget(self.thread_part)
        column.addLayout(self._acts())

    def _acts(self) -> QHBoxLayout:
        self.edit = LinkButton(_("Edit…"))
        self.edit.setObjectName("goals.edit")
        self.versions = LinkButton("")
        self.versions.setObjectName("goals.versions")
        self.reached = LinkButton(_("Reached"))
        self.reached.setObjectName("goals.reached")
        self.aside = LinkButton(_("Set aside"))
        self.aside.setObjectName("goals.set_aside")
        self.resume = LinkButton(_("Work on it again"))
        self.resume.setObjectName("goals.resume")
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for button in (self.edit, self.reached, self.aside, self.resume, self.versions):
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _connect(self) -> None:
        self.edit.clicked.connect(self.edit_wanted)
        self.versions.clicked.connect(self.versions_wanted)
        self.reached.clicked.connect(self._on_reached)
        self.aside.clicked.connect(self._on_aside)
        self.resume.clicked.connect(self._on_resume)

    def show_course(self, course: GoalCourse, name: str, today: date, *, in_session: bool) -> None:
        """Show the ratings of a goal of the client of this name; in_session says that a note of today is open."""
        self.rating.show_day(name, today, in_session=in_session)
        self.ratings.show_course(course, name, today)
        self._show_acts(course.goal)

    def show_work(
        self,
        goal: Goal,
        tasks: Sequence[Task],
        thread: Thread,
        level: int | None,
        versions: int,
        name: str,
        today: date,
    ) -> None:
        """Show the goal's levels with the one it stands at, its tasks and the sessions that worked on it."""
        self.levels.show_levels(goal.details, level)
        self.tasks.show_tasks(tasks, name, today)
        self.thread_part.show_thread(thread, today)
        self.versions.setVisible(versions > 1)
        self.versions.setText(ngettext("{n} version…", "{n} versions…", versions).format(n=versions))

    def set_stacked(self, stacked: bool) -> None:
        """Put what stands beside each other below each other."""
        direction = QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        for pair in self._pairs:
            pair.setDirection(direction)
            pair.setSpacing(_CLOSER if stacked else _APART)

    def save_now(self) -> None:
        """Write down what stands in the cells, if anything does."""
        self.rating.save_now()

    def _show_acts(self, goal: Goal) -> None:
        is_active = goal.status is GoalStatus.ACTIVE
        for button, is_seen in ((self.reached, is_active), (self.aside, is_active), (self.resume, not is_active)):
            button.setVisible(is_seen)

    def _on_reached(self) -> None:
        self.status_wanted.emit(GoalStatus.REACHED)

    def _on_aside(self) -> None:
        self.status_wanted.emit(GoalStatus.SET_ASIDE)

    def _on_resume(self) -> None:
        self.status_wanted.emit(GoalStatus.ACTIVE)
