"""Tasks: how a goal is worked on, in the session or between sessions, and whether the client agreed to each."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import NewType

from vitalshift_desktop.domain.clients import LONGEST_TEXT, ClientId
from vitalshift_desktop.domain.goals import GoalId
from vitalshift_desktop.domain.plain_text import check_visible
from vitalshift_desktop.domain.problems import DateIsImpossible, TextIsMissing, TextTooLong

TaskId = NewType("TaskId", int)


class TaskKind(StrEnum):
    """Where a task belongs."""

    HOMEWORK = "homework"
    METHOD = "method"


class TaskDoer(StrEnum):
    """Who is to do it."""

    CLIENT = "client"
    COUNSELOR = "counselor"


class TaskAnswer(StrEnum):
    """What the client said to it."""

    AGREED = "agreed"
    PROPOSED = "proposed"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True)
class TaskDetails:
    """What is written down about a task.

    `due_on` is the day by which it is to be done or None; `answered_on` the day on which the client agreed or
    declined, None while it is only proposed.
    """

    words: str
    kind: TaskKind = TaskKind.HOMEWORK
    doer: TaskDoer = TaskDoer.CLIENT
    due_on: date | None = None
    answer: TaskAnswer = TaskAnswer.PROPOSED
    answered_on: date | None = None

    def answered(self, answer: TaskAnswer, day: date) -> "TaskDetails":
        """The same, with what the client said on this day; "proposed" takes an answer back."""
        return replace(self, answer=answer, answered_on=None if answer is TaskAnswer.PROPOSED else day)

    def checked(self, today: date) -> "TaskDetails":
        """The same without stray spaces; an answer without a day is of today, and one not given has none.

        Raises TextIsMissing, TextTooLong, HiddenCharacters, or DateIsImpossible for an answer still to come.
        """
        tidy = replace(self, words=self.words.strip()).answered(self.answer, self.answered_on or today)
        if not tidy.words:
            raise TextIsMissing
        if len(tidy.words) > LONGEST_TEXT:
            raise TextTooLong
        check_visible(tidy.words)
        if tidy.answered_on is not None and tidy.answered_on > today:
            raise DateIsImpossible
        return tidy


@dataclass(frozen=True, slots=True)
class Task:
    """One task of one goal as it stands now; `done_on` is the day on which it was told done, None while it is open."""

    id: TaskId
    client_id: ClientId
    goal_id: GoalId
    details: TaskDetails
    done_on: date | None = None
    is_removed: bool = False

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done; what the client declined is not."""
        return self.done_on is None and not self.is_removed and self.details.answer is not TaskAnswer.DECLINED

    @property
    def is_agreed(self) -> bool:
        """Whether the client agreed to it."""
        return self.details.answer is TaskAnswer.AGREED

    def is_late(self, today: date) -> bool:
        """Whether it is open and its day is over."""
        return self.is_open and self.details.due_on is not None and self.details.due_on < today


@dataclass(frozen=True, slots=True)
class TaskCount:
    """How many tasks of the goals that are worked on there are, and to how many of them the client agreed."""

    tasks: int = 0
    agreed: int = 0


def in_order(tasks: Iterable[Task]) -> tuple[Task, ...]:
    """Tasks as they are listed: those done first by their day, then the open ones by the day they are due."""
    return tuple(sorted(tasks, key=_place))


def _place(task: Task) -> tuple[bool, date, int]:
    is_waiting = task.done_on is None
    day = task.done_on or task.details.due_on or date.max
    return is_waiting, day, task.id
