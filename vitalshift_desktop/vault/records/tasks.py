"""Tasks: rows to domain and back; each change is a new state, and the last one is how the task stands."""

from collections.abc import Collection
from dataclasses import asdict, replace
from datetime import datetime

from sqlalchemy import bindparam, case, func, select

from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.goals import GoalStatus
from vitalshift_desktop.domain.tasks import Task, TaskAnswer, TaskCount, TaskDetails, TaskId
from vitalshift_desktop.vault.records.refusals import found, insert
from vitalshift_desktop.vault.records.shelf import Answer, Shelf, among, columns_of
from vitalshift_desktop.vault.tables.goals import GoalRow
from vitalshift_desktop.vault.tables.tasks import TaskRow, TaskStateRow

_LAST = (
    select(func.max(TaskStateRow.number)).where(TaskStateRow.task_id == TaskRow.id).correlate(TaskRow).scalar_subquery()
)
_ALL = (
    select(
        TaskRow.id,
        TaskRow.client_id,
        TaskRow.goal_id,
        TaskStateRow.done_on,
        TaskStateRow.is_removed,
        *columns_of(TaskStateRow, TaskDetails),
    )
    .join(TaskStateRow, (TaskStateRow.task_id == TaskRow.id) & (TaskStateRow.number == _LAST))
    .order_by(TaskRow.id)
)
_ONE = _ALL.where(TaskRow.id == bindparam("task"))
_OF_CLIENT = _ALL.where(TaskRow.client_id == bindparam("client"))
_NUMBER = select(func.max(TaskStateRow.number)).where(TaskStateRow.task_id == bindparam("task"))
_COUNTS = (
    select(
        TaskRow.client_id,
        func.count(),
        func.sum(case((TaskStateRow.answer == TaskAnswer.AGREED, 1), else_=0)),
    )
    .join(TaskStateRow, (TaskStateRow.task_id == TaskRow.id) & (TaskStateRow.number == _LAST))
    .join(GoalRow, GoalRow.id == TaskRow.goal_id)
    .where(among(TaskRow.client_id), GoalRow.status == GoalStatus.ACTIVE, TaskStateRow.is_removed.is_(False))
    .group_by(TaskRow.client_id)
)


class TaskShelf(Shelf):
    """The tasks of the vault."""

    def add(self, task: Task, made_at: datetime) -> Task:
        """Write a new task and give it its id; the id it came with is not used."""
        row = TaskRow(client_id=task.client_id, goal_id=task.goal_id)
        insert(self._connection, [row])
        added = replace(task, id=TaskId(row.id))
        self.save(added, made_at)
        return added

    def save(self, task: Task, made_at: datetime) -> None:
        """Write how a task stands from this instant; what stood before stays."""
        ((last,),) = self._rows(_NUMBER, task=task.id)
        row = TaskStateRow(task_id=task.id, number=(last or 0) + 1, **asdict(task.details), done_on=task.done_on)
        row.is_removed, row.made_at = task.is_removed, made_at
        insert(self._connection, [row])

    def get(self, task_id: TaskId) -> Task:
        """One task as it stands, also one that was taken out; raises NotFound."""
        return found(next((_task(row) for row in self._rows(_ONE, task=task_id)), None))

    def of_client(self, client_id: ClientId) -> tuple[Task, ...]:
        """The tasks of one client in the order they were added, without those taken out."""
        tasks = (_task(row) for row in self._rows(_OF_CLIENT, client=client_id))
        return tuple(task for task in tasks if not task.is_removed)

    def counts(self, client_ids: Collection[ClientId]) -> dict[ClientId, TaskCount]:
        """How many tasks the goals have that each of these clients works on; a client without one is left out."""
        counted = self._rows(_COUNTS, ids=list(client_ids))
        return {ClientId(client_id): TaskCount(tasks, agreed) for client_id, tasks, agreed in counted}


def _task(row: Answer) -> Task:
    task_id, client_id, goal_id, done_on, is_removed, *details = row
    return Task(task_id, client_id, goal_id, TaskDetails(*details), done_on, is_removed)
