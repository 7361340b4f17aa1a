"""What the counselor can do with goals."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.changes import Changed, Subject
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.goal_levels import LevelEntry
from vitalshift_desktop.domain.goals import (
    Goal,
    GoalCourse,
    GoalDetails,
    GoalId,
    GoalRating,
    GoalStatus,
    check_rating,
    courses,
)
from vitalshift_desktop.domain.measures.administration import Rater
from vitalshift_desktop.domain.problems import NotFound
from vitalshift_desktop.domain.sessions import SessionId
from vitalshift_desktop.services.clock import Clock, today
from vitalshift_desktop.services.events import Events
from vitalshift_desktop.vault.vault import Vault

_NOT_YET = GoalId(0)


@dataclass(frozen=True, slots=True)
class GoalLevels:
    """How far a goal is attained, -2 to 2, and what it weighs: importance and difficulty, 0 to 3 each."""

    goal_id: GoalId
    level: int
    importance: int = 1
    difficulty: int = 1


class Goals:
    """The goals of the practice's clients."""

    def __init__(self, vault: Vault, clock: Clock, events: Events) -> None:
        self._vault = vault
        self._clock = clock
        self._events = events

    def add(self, client_id: ClientId, details: GoalDetails, *, by: object = None) -> Goal:
        """A new goal; raises TextIsMissing, TextTooLong or AnswerOutOfRange."""
        with self._vault.write() as work:
            work.clients.get(client_id)
            goal = work.goals.add(Goal(_NOT_YET, client_id, details.checked()))
            work.audit.append(AuditAct.GOAL_ADDED, f"goal:{goal.id}")
        return self._published(goal, by)

    def change(self, goal_id: GoalId, details: GoalDetails, *, by: object = None) -> Goal:
        """Put these details in place of the earlier ones; raises as `add` does."""
        with self._vault.write() as work:
            goal = replace(work.goals.get(goal_id), details=details.checked())
            work.goals.save(goal)
            work.audit.append(AuditAct.GOAL_CHANGED, f"goal:{goal_id}")
        return self._published(goal, by)

    def set_status(self, goal_id: GoalId, status: GoalStatus, *, by: object = None) -> Goal:
        """Say whether the goal is worked on, reached or set aside."""
        with self._vault.write() as work:
            goal = replace(work.goals.get(goal_id), status=status)
            work.goals.save(goal)
            work.audit.append(AuditAct.GOAL_CHANGED, f"goal:{goal_id}", status=status.value)
        return self._published(goal, by)

    def rate(
        self,
        goal_id: GoalId,
        rating: int,
        *,
        session_id: SessionId | None = None,
        rater: Rater = Rater.CLIENT,
        by: object = None,
    ) -> GoalRating:
        """Write down how far a goal has come, 0 to 10, in a session or today.

        In one session, or outside any on one day, the same rater's earlier rating is replaced. Once the
        session's note is signed its ratings are sealed with it: NoteAlreadySigned. Raises AnswerOutOfRange or NotFound.
        """
        check_rating(rating)
        with self._vault.write() as work:
            goal = work.goals.get(goal_id)
            day = work.sessions.get(session_id).day if session_id is not None else today(self._clock)
            rated = GoalRating(goal_id, rating, day, rater, session_id)
            work.goals.rate(rated)
            work.audit.append(AuditAct.GOAL_RATED, f"goal:{goal_id}", rater=rater.value)
        self._published(goal, by)
        return rated

    def clear_rating(
        self, goal_id: GoalId, session_id: SessionId, rater: Rater = Rater.CLIENT, *, by: object = None
    ) -> None:
        """Take back the rating of a session; raises NoteAlreadySigned once its note is signed."""
        with self._vault.write() as work:
            goal = work.goals.get(goal_id)
            work.goals.remove_rating(goal_id, session_id, rater)
            work.audit.append(AuditAct.GOAL_RATED, f"goal:{goal_id}", rater=rater.value, cleared=True)
        self._published(goal, by)

    def set_levels(self, client_id: ClientId, levels: Sequence[GoalLevels], *, by: object = None) -> None:
        """Write down how far goals of a client are attained today; what stood before stays.

        Raises NotFound for a goal of somebody else, and AnswerOutOfRange.
        """
        with self._vault.write() as work:
            own = {goal.id for goal in work.goals.of_client(client_id)}
            for one in levels:
                if one.goal_id not in own:
                    raise NotFound
                day, now = today(self._clock), self._clock.now()
                work.goals.add_level(
                    LevelEntry(one.goal_id, one.level, one.importance, one.difficulty, day, now).checked()
                )
                work.audit.append(AuditAct.GOAL_LEVEL_SET, f"goal:{one.goal_id}")
        self._events.publish(Changed(Subject.GOALS, client_id, by))

    def of_client(self, client_id: ClientId) -> tuple[GoalCourse, ...]:
        """The goals of one client with all their ratings, in the order they were added."""
        with self._vault.read() as work:
            return courses(work.goals.of_client(client_id), work.goals.ratings_of_client(client_id))

    def _published(self, goal: Goal, by: object) -> Goal:
        self._events.publish(Changed(Subject.GOALS, goal.client_id, by))
        return goal
