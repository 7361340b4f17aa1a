"""One goal on the client's page: a line that opens in place."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vitalshift_desktop.domain.goal_ledger import Thread
from vitalshift_desktop.domain.goals import GoalCourse, GoalId, GoalStatus
from vitalshift_desktop.services.goal_views import GoalsOfClient
from vitalshift_desktop.ui.goals.goal_detail import GoalDetail
from vitalshift_desktop.ui.goals.goal_head import GoalHead
from vitalshift_desktop.ui.privacy import Privacy
from vitalshift_desktop.ui.widgets.hairline import Hairline


class GoalRow(QWidget):
    """The head, what opens below it, and a line under both.

    What opens is made when it is first opened, as most rows stay closed; `detail_made` tells of it.
    """

    detail_made = Signal(object)
    opened = Signal(object)
    step_wanted = Signal(int)
    rated = Signal(object, object, object)
    edit_wanted = Signal(object)
    status_wanted = Signal(object, object)

    def __init__(self, goal_id: GoalId, privacy: Privacy) -> None:
        super().__init__()
        self.goal_id = goal_id
        self.setObjectName(f"goals.row.{goal_id}")
        self.head = GoalHead(privacy)
        self.head.setObjectName(f"goals.head.{goal_id}")
        self._privacy = privacy
        self._detail: GoalDetail | None = None
        self._is_stacked = False
        self._show_detail: Callable[[GoalDetail], None] | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        for part in (self.head, Hairline()):
            self._column.addWidget(part)
        self.head.opened.connect(self._on_opened)
        self.head.step_wanted.connect(self.step_wanted)

    @property
    def detail(self) -> GoalDetail:
        """What opens below the head."""
        return self._made() if self._detail is None else self._detail

    @property
    def is_open(self) -> bool:
        """Whether it is open in place."""
        return self._detail is not None and not self._detail.isHidden()

    @property
    def has_focus(self) -> bool:
        """Whether the focus is on it or inside it."""
        return any(part.hasFocus() for part in self.findChildren(QWidget))

    def show_course(self, course: GoalCourse, page: GoalsOfClient, name: str, today: date, *, in_session: bool) -> None:
        """Show one goal of the page as of today."""
        entry = page.levels.get(self.goal_id)
        level = entry.level if entry is not None else None
        self.head.show_course(course, name, today)
        self.head.show_level(course.goal.status, level)
        tasks, thread = page.tasks_of(self.goal_id), page.threads.get(self.goal_id, Thread())
        versions = page.versions.get(self.goal_id, 1)

        def show(detail: GoalDetail) -> None:
            detail.show_course(course, name, today, in_session=in_session)
            detail.show_work(course.goal, tasks, thread, level, versions, name, today)

        self._show_detail = show
        if self._detail is not None and self.is_open:
            show(self._detail)

    def show_open(self, *, is_open: bool) -> None:
        """Open in place, or close."""
        if is_open and self._show_detail is not None:
            self._show_detail(self.detail)
        if is_open or self._detail is not None:
            self.detail.setVisible(is_open)
        self.head.show_open(is_open=is_open)

    def save_now(self) -> None:
        """Write down what stands in the cells, if anything does."""
        if self._detail is not None:
            self._detail.save_now()

    def set_stacked(self, stacked: bool) -> None:
        """Use one column."""
        self._is_stacked = stacked
        self.head.set_stacked(stacked)
        if self._detail is not None:
            self._detail.set_stacked(stacked)

    def _made(self) -> GoalDetail:
        detail = self._detail = GoalDetail(self._privacy)
        detail.hide()
        detail.set_stacked(self._is_stacked)
        self._column.insertWidget(1, detail)
        detail.rating.rated.connect(self._on_rated)
        detail.edit_wanted.connect(self._on_edit)
        detail.status_wanted.connect(self._on_status)
        self.detail_made.emit(self)
        return detail

    def _on_opened(self) -> None:
        self.opened.emit(self.goal_id)

    def _on_rated(self, client: int | None, you: int | None) -> None:
        self.rated.emit(self.goal_id, client, you)

    def _on_edit(self) -> None:
        self.edit_wanted.emit(self.goal_id)

    def _on_status(self, status: GoalStatus) -> None:
        self.status_wanted.emit(self.goal_id, status)
