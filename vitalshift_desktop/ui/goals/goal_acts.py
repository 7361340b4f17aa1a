"""What is done with the levels and tasks of the goals on a client's page; each act is offered back."""

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from vitalshift_desktop.domain.goals import Goal, GoalId
from vitalshift_desktop.domain.tasks import Task, TaskAnswer, TaskId
from vitalshift_desktop.services.clock import today
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.goals.goal_row import GoalRow
from vitalshift_desktop.ui.goals.level_words_form import LevelWordsForm
from vitalshift_desktop.ui.goals.task_form import TaskForm
from vitalshift_desktop.ui.goals.versions_view import VersionsView
from vitalshift_desktop.ui.level_words import level_name
from vitalshift_desktop.words import _


class GoalActs(QObject):
    """Listens to the rows of the list; the page looks again by itself when something was written."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk = desk
        self._page = page
        self._goals = desk.workspace.goals
        self._tasks = desk.workspace.tasks

    def attend(self, row: GoalRow) -> None:
        """Act on what is done in this row."""
        goal_id, detail = row.goal_id, row.detail
        detail.levels.chosen.connect(partial(self._on_level, goal_id))
        detail.levels.words_wanted.connect(partial(self._on_level_words, row))
        detail.versions_wanted.connect(partial(self._on_versions, row))
        detail.thread_part.note_wanted.connect(self._desk.wishes.note)
        detail.tasks.add_wanted.connect(partial(self._on_add, row))
        detail.tasks.ticked.connect(self._on_ticked)
        detail.tasks.answered.connect(self._on_answered)
        detail.tasks.change_wanted.connect(partial(self._on_change, row))
        detail.tasks.remove_wanted.connect(self._on_remove)

    def _on_level(self, goal_id: GoalId, level: int) -> None:
        before: list[int] = []
        if self._desk.did(lambda: before.append(self._goals.set_level(goal_id, level))):
            words = _("Level: {level}.").format(level=level_name(level))
            self._desk.wishes.undo_offered.emit(words, partial(self._goals.set_level, goal_id, before[0]))

    def _on_level_words(self, row: GoalRow) -> None:
        LevelWordsForm(self._desk, self._goal(row), self._page).open_from(row.detail.levels.change)

    def _on_versions(self, row: GoalRow) -> None:
        VersionsView(self._desk, row.goal_id, self._page).open_from(row.detail.versions)

    def _on_add(self, row: GoalRow) -> None:
        TaskForm(self._desk, row.goal_id, self._page).open_from(row.detail.tasks.add)

    def _on_change(self, row: GoalRow, task: Task) -> None:
        line = row.detail.tasks.line(task.id)
        form = TaskForm(self._desk, row.goal_id, self._page, task=task)
        form.open_from(row.detail.tasks.add if line is None else line.more)

    def _on_ticked(self, task_id: TaskId, is_done: bool) -> None:
        before = self._tasks.get(task_id)
        day = today(self._desk.workspace.clock) if is_done else None
        words = _("Task done.") if is_done else _("Task is open again.")
        if self._desk.did(partial(self._tasks.set_done, task_id, day)):
            self._offer_back(words, before)

    def _on_answered(self, task_id: TaskId, answer: TaskAnswer) -> None:
        before = self._tasks.get(task_id)
        words = {
            TaskAnswer.AGREED: _("Agreed today."),
            TaskAnswer.DECLINED: _("Declined today."),
            TaskAnswer.PROPOSED: _("Only proposed so far."),
        }[answer]
        if self._desk.did(partial(self._tasks.answer, task_id, answer)):
            self._offer_back(words, before)

    def _on_remove(self, task_id: TaskId) -> None:
        before = self._tasks.get(task_id)
        if self._desk.did(partial(self._tasks.remove, task_id)):
            self._offer_back(_("Task removed."), before)

    def _offer_back(self, words: str, before: Task) -> None:
        self._desk.wishes.undo_offered.emit(words, partial(self._tasks.put_back, before))

    def _goal(self, row: GoalRow) -> Goal:
        return self._goals.get(row.goal_id)
