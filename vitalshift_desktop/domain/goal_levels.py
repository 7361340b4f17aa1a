"""Goal attainment: how far each goal came between −2 and +2, its weight, and both put together as T."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from vitalshift_desktop.domain.goals import Goal, GoalId
from vitalshift_desktop.domain.measures.attainment import (
    HIGHEST_LEVEL,
    LOWEST_LEVEL,
    Attainment,
    GoalLevel,
    attainment,
    weight_of,
)
from vitalshift_desktop.domain.problems import AnswerOutOfRange

LEVELS = tuple(range(LOWEST_LEVEL, HIGHEST_LEVEL + 1))


@dataclass(frozen=True, slots=True)
class LevelEntry:
    """The level of one goal on a day: −2 much less than hoped, 0 as hoped, +2 much more.

    Importance and difficulty are 0 to 3 each; their product is the goal's weight, and 0 leaves the goal out of T.
    """

    goal_id: GoalId
    level: int
    importance: int
    difficulty: int
    rated_on: date
    recorded_at: datetime

    @property
    def weight(self) -> int:
        """Importance times difficulty, 0 to 9."""
        return weight_of(self.importance, self.difficulty)

    def checked(self) -> "LevelEntry":
        """The same; raises AnswerOutOfRange for a level or a weight that cannot be."""
        weight_of(self.importance, self.difficulty)
        if self.level not in LEVELS:
            raise AnswerOutOfRange
        return self


@dataclass(frozen=True, slots=True)
class LevelsOfGoal:
    """One goal with its levels, one for each day, oldest first; of several entries of a day the last one counts.

    Where it started stands with the goal itself, −1 unless told otherwise, so that getting worse can be written down.
    """

    goal: Goal
    entries: tuple[LevelEntry, ...]

    @property
    def start(self) -> int:
        """The baseline, −2 to 2."""
        return self.goal.details.start_level

    @property
    def latest(self) -> LevelEntry:
        """What was achieved so far; its weight is the one in use."""
        return self.entries[-1]


@dataclass(frozen=True, slots=True)
class AttainmentReading:
    """T at the baseline and T achieved, both with the weights of now, so that only the levels make a difference."""

    goals: tuple[LevelsOfGoal, ...]
    baseline: Attainment
    achieved: Attainment

    @property
    def change(self) -> float | None:
        """T achieved less T at the baseline."""
        if self.achieved.t is None or self.baseline.t is None:
            return None
        return self.achieved.t - self.baseline.t

    @property
    def has_later(self) -> bool:
        """Whether any goal has more than one level, or one that is not where it started."""
        return any(len(one.entries) > 1 or one.latest.level != one.start for one in self.goals)


def attainment_reading(goals: Iterable[Goal], entries: Iterable[LevelEntry]) -> AttainmentReading | None:
    """The goals that have a level, and T; None while no goal has one."""
    by_goal: dict[GoalId, dict[date, LevelEntry]] = {}
    for entry in sorted(entries, key=lambda one: (one.rated_on, one.recorded_at)):
        by_goal.setdefault(entry.goal_id, {})[entry.rated_on] = entry
    found = tuple(LevelsOfGoal(goal, tuple(by_goal[goal.id].values())) for goal in goals if goal.id in by_goal)
    if not found:
        return None
    return AttainmentReading(
        found,
        attainment(GoalLevel(one.latest.weight, one.start) for one in found),
        attainment(GoalLevel(one.latest.weight, one.latest.level) for one in found),
    )
