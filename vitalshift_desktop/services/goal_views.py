"""What is read of a client's goals: ratings, levels, tasks, versions, the golden thread and the ledger."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.goal_ledger import Ledger, Thread, ledger, thread
from vitalshift_desktop.domain.goal_levels import AttainmentReading, LevelEntry, attainment_reading
from vitalshift_desktop.domain.goals import GoalCourse, GoalId, GoalStatus, courses
from vitalshift_desktop.domain.reviews import ReviewDue, ReviewKind
from vitalshift_desktop.domain.sessions import Session, SessionId, numbered
from vitalshift_desktop.domain.tasks import Task
from vitalshift_desktop.vault.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class GoalsOfClient:
    """All that the goals page shows; `versions` counts the versions of each goal, `levels` holds the latest of each."""

    courses: tuple[GoalCourse, ...]
    tasks: tuple[Task, ...]
    threads: Mapping[GoalId, Thread]
    ledger: Ledger
    levels: Mapping[GoalId, LevelEntry]
    attainment: AttainmentReading | None
    versions: Mapping[GoalId, int]

    def tasks_of(self, goal_id: GoalId) -> tuple[Task, ...]:
        """The tasks of one goal."""
        return tuple(task for task in self.tasks if task.goal_id == goal_id)


def goals_of(work: UnitOfWork, client_id: ClientId) -> GoalsOfClient:
    """The goals of one client within a unit of work; raises NotFound."""
    work.clients.get(client_id)
    goals, ratings = work.goals.of_client(client_id), work.goals.ratings_of_client(client_id)
    found = courses(goals, ratings)
    tasks = work.tasks.of_client(client_id)
    versions = work.goal_versions.of_client(client_id)
    began = {one.goal_id: one.made_at for one in versions if one.number == 1}
    threads = _threads(work, client_id, found, began)
    reading = attainment_reading(goals, work.goals.levels_of_client(client_id))
    return GoalsOfClient(
        courses=found,
        tasks=tasks,
        threads=threads,
        ledger=ledger(goals, tasks, threads),
        levels={one.goal.id: one.latest for one in reading.goals} if reading else {},
        attainment=reading,
        versions={one.goal_id: one.number for one in versions},
    )


def ledger_of(work: UnitOfWork, client_id: ClientId) -> Ledger:
    """The ledger of one client within a unit of work."""
    return goals_of(work, client_id).ledger


def open_tasks_of(work: UnitOfWork, client_id: ClientId) -> tuple[Task, ...]:
    """What is still to be done for the goals that are worked on, by the day it is due."""
    active = {goal.id for goal in work.goals.of_client(client_id) if goal.status is GoalStatus.ACTIVE}
    tasks = [task for task in work.tasks.of_client(client_id) if task.is_open and task.goal_id in active]
    return tuple(sorted(tasks, key=lambda task: (task.details.due_on or date.max, task.id)))


def reviews_due(work: UnitOfWork, day: date) -> tuple[ReviewDue, ...]:
    """The goals that are to be looked at again on this day or were before, of all clients."""
    goals = work.goals.to_review(day)
    return tuple(
        ReviewDue(ReviewKind.GOAL, goal.details.review_on, goal.client_id, int(goal.id), goal.name)
        for goal in goals
        if goal.details.review_on is not None
    )


def _threads(
    work: UnitOfWork, client_id: ClientId, found: tuple[GoalCourse, ...], began: Mapping[GoalId, datetime]
) -> dict[GoalId, Thread]:
    """The thread of each goal through the held sessions that have a note; without one nothing is known of them."""
    sessions = work.sessions.of_client(client_id)
    noted = work.notes.heads([one.id for one in sessions if one.was_held])
    held = sorted((one for one in sessions if one.id in noted), key=lambda one: (one.starts, one.id))
    touching: dict[GoalId, set[SessionId]] = {one.goal.id: set() for one in found}
    for goal_id, session_id in work.goals.touched_of_client(client_id):
        touching.setdefault(goal_id, set()).add(session_id)
    for one in found:
        touching[one.goal.id] |= {rating.session_id for rating in one.ratings if rating.session_id is not None}
    numbers = numbered(sessions)
    return {
        one.goal.id: thread(held, numbers, touching[one.goal.id], _offered(held, began.get(one.goal.id)))
        for one in found
    }


def _offered(held: list[Session], since: datetime | None) -> int | None:
    """How many held sessions began after the goal was written down."""
    return None if since is None else sum(1 for one in held if one.starts > since)
