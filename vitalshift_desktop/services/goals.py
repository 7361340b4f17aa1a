"""What the counselor can do with goals."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.changes import Changed, Subject
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.goal_levels import LevelEntry
from vitalshift_desktop.domain.goal_versions import GoalVersion
from vitalshift_desktop.domain.goals import (
    Goal,
    GoalCourse,
    GoalDetails,
    GoalId,
    GoalRating,
    GoalStatus,
    ProposedBy,
    check_rating,
    courses,
)
from vitalshift_desktop.domain.measures.administration import Rater
from vitalshift_desktop.domain.plain_text import check_visible
from vitalshift_desktop.domain.problems import DateIsImpossible, NotFound, ReasonIsMissing
from vitalshift_desktop.domain.sessions import SessionId
from vitalshift_desktop.services.clock import Clock, today
from vitalshift_desktop.services.events import Events
from vitalshift_desktop.services.goal_views import GoalsOfClient, goals_of
from vitalshift_desktop.vault.vault import Vault

_NOT_YET = GoalId(0)


@dataclass(frozen=True, slots=True)
class GoalLevels:
    """How far a goal is attained, -2 to 2, and what it weighs: importance and difficulty, 0 to 3 each."""

    goal_id: GoalId
    level: int
    importance: int = 1
    difficulty: int = 1


@dataclass(frozen=True, slots=True)
class GivenRating:
    """One rating from 0 to 10 that is to be written down."""

    goal_id: GoalId
    rating: int
    rater: Rater = Rater.CLIENT


class Goals:
    """The goals of the practice's clients."""

    def __init__(self, vault: Vault, clock: Clock, events: Events) -> None:
        self._vault = vault
        self._clock = clock
        self._events = events

    def add(self, client_id: ClientId, details: GoalDetails, *, by: object = None) -> Goal:
        """A new goal with its first version.

        Raises TextIsMissing, TextTooLong, HiddenCharacters, AnswerOutOfRange, DateIsImpossible for a day of agreeing
        still to come, or ReviewBeforeStart.
        """
        checked = self._checked(details)
        checked.check_review(checked.agreed_on or today(self._clock))
        with self._vault.write() as work:
            work.clients.get(client_id)
            goal = work.goals.add(Goal(_NOT_YET, client_id, checked), self._clock.now())
            work.audit.append(AuditAct.GOAL_ADDED, f"goal:{goal.id}")
        return self._published(goal, by)

    def change(
        self,
        goal_id: GoalId,
        details: GoalDetails,
        *,
        asked_by: ProposedBy = ProposedBy.BOTH,
        reason: str = "",
        by: object = None,
    ) -> Goal:
        """Let these details hold from now on, as the goal's next version; what stood before stays in the record.

        `asked_by` is whose idea the change was. Raises as `add` does, and ReasonIsMissing where the words or the
        target of an agreed goal change without a reason.
        """
        checked, why = self._checked(details), reason.strip()
        check_visible(why)
        with self._vault.write() as work:
            before = work.goals.get(goal_id)
            if _needs_reason(before.details, checked) and not why:
                raise ReasonIsMissing
            goal = replace(before, details=checked)
            if goal != before:
                work.goals.save(goal, self._clock.now(), asked_by, why)
            work.audit.append(AuditAct.GOAL_CHANGED, f"goal:{goal_id}")
        return self._published(goal, by)

    def set_status(self, goal_id: GoalId, status: GoalStatus, *, by: object = None) -> Goal:
        """Say whether the goal is worked on, reached or set aside; this is a version too."""
        with self._vault.write() as work:
            goal = replace(work.goals.get(goal_id), status=status)
            work.goals.save(goal, self._clock.now(), ProposedBy.BOTH)
            work.audit.append(AuditAct.GOAL_CHANGED, f"goal:{goal_id}", status=status.value)
        return self._published(goal, by)

    def versions(self, goal_id: GoalId) -> tuple[GoalVersion, ...]:
        """How the goal stood, from the first version to the one that holds; raises NotFound."""
        with self._vault.read() as work:
            work.goals.get(goal_id)
            return work.goal_versions.of_goal(goal_id)

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

    def rate_all(
        self,
        client_id: ClientId,
        given: Sequence[GivenRating],
        *,
        session_id: SessionId | None = None,
        by: object = None,
    ) -> None:
        """Write down several ratings of goals of one client in one act; raises as `rate` does, and then keeps none."""
        with self._vault.write() as work:
            own = {goal.id for goal in work.goals.of_client(client_id)}
            day = work.sessions.get(session_id).day if session_id is not None else today(self._clock)
            for one in given:
                check_rating(one.rating)
                if one.goal_id not in own:
                    raise NotFound
                work.goals.rate(GoalRating(one.goal_id, one.rating, day, one.rater, session_id))
                work.audit.append(AuditAct.GOAL_RATED, f"goal:{one.goal_id}", rater=one.rater.value)
        self._events.publish(Changed(Subject.GOALS, client_id, by))

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

    def set_level(self, goal_id: GoalId, level: int, *, by: object = None) -> int:
        """Write down how far one goal is attained today, -2 to 2, with the weight it had; gives the level before.

        A goal without a level was where it started. Raises NotFound or AnswerOutOfRange.
        """
        with self._vault.write() as work:
            goal = work.goals.get(goal_id)
            known = [one for one in work.goals.levels_of_client(goal.client_id) if one.goal_id == goal_id]
            last = max(known, key=lambda one: (one.rated_on, one.recorded_at), default=None)
            weights = (last.importance, last.difficulty) if last else (1, 1)
            entry = LevelEntry(goal_id, level, *weights, today(self._clock), self._clock.now())
            work.goals.add_level(entry.checked())
            work.audit.append(AuditAct.GOAL_LEVEL_SET, f"goal:{goal_id}")
        self._published(goal, by)
        return last.level if last else goal.details.start_level

    def of_client(self, client_id: ClientId) -> tuple[GoalCourse, ...]:
        """The goals of one client with all their ratings, in the order they were added."""
        with self._vault.read() as work:
            return courses(work.goals.of_client(client_id), work.goals.ratings_of_client(client_id))

    def get(self, goal_id: GoalId) -> Goal:
        """One goal as it stands; raises NotFound."""
        with self._vault.read() as work:
            return work.goals.get(goal_id)

    def page(self, client_id: ClientId) -> GoalsOfClient:
        """Everything about the goals of one client at once; raises NotFound."""
        with self._vault.read() as work:
            return goals_of(work, client_id)

    def _checked(self, details: GoalDetails) -> GoalDetails:
        checked = details.checked()
        if checked.agreed_on is not None and checked.agreed_on > today(self._clock):
            raise DateIsImpossible
        return checked

    def _published(self, goal: Goal, by: object) -> Goal:
        self._events.publish(Changed(Subject.GOALS, goal.client_id, by))
        return goal


def _needs_reason(before: GoalDetails, after: GoalDetails) -> bool:
    """Whether what was agreed changes: the words or how far to go."""
    return before.agreed_on is not None and (before.wording, before.target) != (after.wording, after.target)
