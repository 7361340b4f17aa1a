"""The goal–task agreement ledger: goals without an agreed task, tasks never agreed, goals not worked on lately.

A plain list for both to look at; it counts nothing up and judges nobody. And the golden thread: which sessions worked
on which goal.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from vitalshift_desktop.domain.goals import Goal, GoalId, GoalStatus
from vitalshift_desktop.domain.sessions import Session, SessionId
from vitalshift_desktop.domain.tasks import Task

UNTOUCHED_AFTER = 3
"""A goal is listed once this many held sessions in a row did not work on it."""


@dataclass(frozen=True, slots=True)
class Worked:
    """A held session that worked on a goal: its number in the episode, and its day."""

    session_id: SessionId
    number: int
    day: date


@dataclass(frozen=True, slots=True)
class Thread:
    """The sessions that worked on one goal, oldest first, and how many were held since; None before the first."""

    worked: tuple[Worked, ...] = ()
    since: int | None = None


@dataclass(frozen=True, slots=True)
class Untouched:
    """A goal that the last `sessions` held sessions did not work on; `ever` tells whether any did."""

    goal: Goal
    sessions: int
    ever: bool


@dataclass(frozen=True, slots=True)
class Ledger:
    """What is open between goals and tasks, of the goals that are worked on."""

    without_task: tuple[Goal, ...] = ()
    never_agreed: tuple[Task, ...] = ()
    untouched: tuple[Untouched, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to list."""
        return not (self.without_task or self.never_agreed or self.untouched)


def thread(
    held: Sequence[Session],
    numbers: Mapping[SessionId, int],
    touching: Collection[SessionId],
    offered: int | None = None,
) -> Thread:
    """The thread of one goal through held sessions in order of time; `touching` are those that worked on it.

    `offered` is how many of the held sessions were after the goal was written down, for a goal never worked on.
    """
    worked = [Worked(one.id, numbers.get(one.id, 0), one.day) for one in held if one.id in touching]
    if not worked:
        return Thread((), offered)
    last = next(place for place, one in enumerate(held) if one.id == worked[-1].session_id)
    return Thread(tuple(worked), len(held) - last - 1)


def ledger(goals: Iterable[Goal], tasks: Iterable[Task], threads: Mapping[GoalId, Thread]) -> Ledger:
    """The ledger of one client; goals that were reached or set aside are left out, with their tasks."""
    active = [goal for goal in goals if goal.status is GoalStatus.ACTIVE]
    known = {goal.id for goal in active}
    own = [task for task in tasks if task.goal_id in known and not task.is_removed]
    with_agreed = {task.goal_id for task in own if task.is_agreed}
    return Ledger(
        tuple(goal for goal in active if goal.id not in with_agreed),
        tuple(task for task in own if not task.is_agreed),
        tuple(_untouched(active, threads)),
    )


def _untouched(goals: Iterable[Goal], threads: Mapping[GoalId, Thread]) -> Iterable[Untouched]:
    for goal in goals:
        found = threads.get(goal.id, Thread())
        if found.since is not None and found.since >= UNTOUCHED_AFTER:
            yield Untouched(goal, found.since, bool(found.worked))
