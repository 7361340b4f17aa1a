"""What the counselor can do with tasks."""

from dataclasses import replace
from datetime import date

from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.changes import Changed, Subject
from vitalshift_desktop.domain.goals import GoalId
from vitalshift_desktop.domain.problems import DateIsImpossible
from vitalshift_desktop.domain.tasks import Task, TaskAnswer, TaskDetails, TaskId
from vitalshift_desktop.services.clock import Clock, today
from vitalshift_desktop.services.events import Events
from vitalshift_desktop.vault.unit_of_work import UnitOfWork
from vitalshift_desktop.vault.vault import Vault

_NOT_YET = TaskId(0)


class Tasks:
    """The tasks of the practice's goals; each change is kept beside what stood before."""

    def __init__(self, vault: Vault, clock: Clock, events: Events) -> None:
        self._vault = vault
        self._clock = clock
        self._events = events

    def add(self, goal_id: GoalId, details: TaskDetails, *, by: object = None) -> Task:
        """A new task of a goal.

        Raises NotFound, TextIsMissing, TextTooLong, HiddenCharacters, or DateIsImpossible for an answer still to come
        and for a task that was due before it began.
        """
        checked = details.checked(today(self._clock))
        if checked.due_on is not None and checked.due_on < (checked.answered_on or today(self._clock)):
            raise DateIsImpossible
        with self._vault.write() as work:
            goal = work.goals.get(goal_id)
            task = work.tasks.add(Task(_NOT_YET, goal.client_id, goal_id, checked), self._clock.now())
            work.audit.append(AuditAct.TASK_ADDED, f"task:{task.id}", answer=checked.answer.value)
        return self._published(task, by)

    def change(self, task_id: TaskId, details: TaskDetails, *, by: object = None) -> Task:
        """Let these details hold from now on; raises as `add` does, but for a day that is over."""
        checked = details.checked(today(self._clock))
        with self._vault.write() as work:
            task = replace(work.tasks.get(task_id), details=checked)
            self._save(work, task, AuditAct.TASK_CHANGED)
        return self._published(task, by)

    def answer(self, task_id: TaskId, answer: TaskAnswer, *, by: object = None) -> Task:
        """Write down that the client agreed or declined today, or that it is only proposed again."""
        with self._vault.write() as work:
            before = work.tasks.get(task_id)
            task = replace(before, details=before.details.answered(answer, today(self._clock)))
            self._save(work, task, AuditAct.TASK_ANSWERED)
        return self._published(task, by)

    def set_done(self, task_id: TaskId, done_on: date | None, *, by: object = None) -> Task:
        """Say on which day it was done, or that it is open (None); raises DateIsImpossible for a day to come."""
        if done_on is not None and done_on > today(self._clock):
            raise DateIsImpossible
        with self._vault.write() as work:
            task = replace(work.tasks.get(task_id), done_on=done_on)
            self._save(work, task, AuditAct.TASK_DONE)
        return self._published(task, by)

    def remove(self, task_id: TaskId, *, by: object = None) -> Task:
        """Take a task off the list, and give it back as it stood; the record keeps it."""
        with self._vault.write() as work:
            task = work.tasks.get(task_id)
            self._save(work, replace(task, is_removed=True), AuditAct.TASK_REMOVED)
        return self._published(task, by)

    def put_back(self, earlier: Task, *, by: object = None) -> Task:
        """Let a task stand again as it did; this is how a change is undone."""
        with self._vault.write() as work:
            work.tasks.get(earlier.id)
            self._save(work, earlier, AuditAct.TASK_CHANGED)
        return self._published(earlier, by)

    def get(self, task_id: TaskId) -> Task:
        """One task as it stands; raises NotFound."""
        with self._vault.read() as work:
            return work.tasks.get(task_id)

    def _save(self, work: UnitOfWork, task: Task, act: AuditAct) -> None:
        work.tasks.save(task, self._clock.now())
        facts = {"answer": task.details.answer.value, "done": task.done_on is not None}
        work.audit.append(act, f"task:{task.id}", **facts)

    def _published(self, task: Task, by: object) -> Task:
        self._events.publish(Changed(Subject.GOALS, task.client_id, by))
        return task
