"""Goal attainment scaling: several goals of one client in one figure. T is no norm of symptoms.

Source: Kiresuk & Sherman's T as in Turner-Stokes 2009 with its erratum; checked against the medians published for
243 patients (PubMed 20026573).
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from vitalshift_desktop.domain.measures.results import Status
from vitalshift_desktop.domain.problems import AnswerOutOfRange

RHO = 0.30
LOWEST_LEVEL = -2
HIGHEST_LEVEL = 2
HIGHEST_WEIGHING = 3


@dataclass(frozen=True, slots=True)
class GoalLevel:
    """How far one goal was attained: a weight of 0 or more, and a level from −2 to 2, None where not rated."""

    weight: float
    level: int | None


@dataclass(frozen=True, slots=True)
class Attainment:
    """`t` is 50 where every goal came out as expected; None unless the status is ok."""

    status: Status
    t: float | None


def weight_of(importance: int, difficulty: int) -> int:
    """Importance × difficulty, each 0 to 3; a goal whose weight is 0 is left out. Raises AnswerOutOfRange."""
    if not (0 <= importance <= HIGHEST_WEIGHING and 0 <= difficulty <= HIGHEST_WEIGHING):
        raise AnswerOutOfRange
    return importance * difficulty


def attainment(goals: Iterable[GoalLevel], rho: float = RHO) -> Attainment:
    """T = 50 + 10 Σ(w x) / √((1 − rho) Σw² + rho (Σw)²), with rho between 0 and 1.

    Not computable without a goal of any weight or without any level; incomplete where some levels are missing, as
    a missing level is not the expected one. Raises AnswerOutOfRange for a level off −2 to 2 or a negative weight.
    """
    weighed = [goal for goal in goals if _checked(goal).weight > 0]
    levels = [goal.level for goal in weighed if goal.level is not None]
    if not levels:
        return Attainment(Status.NOT_COMPUTABLE, None)
    if len(levels) < len(weighed):
        return Attainment(Status.INCOMPLETE, None)
    weights = [goal.weight for goal in weighed]
    attained = sum(weight * level for weight, level in zip(weights, levels, strict=True))
    spread = (1 - rho) * sum(weight**2 for weight in weights) + rho * sum(weights) ** 2
    return Attainment(Status.OK, 50 + 10 * attained / math.sqrt(spread))


def _checked(goal: GoalLevel) -> GoalLevel:
    is_level = goal.level is None or LOWEST_LEVEL <= goal.level <= HIGHEST_LEVEL
    if not (is_level and math.isfinite(goal.weight) and goal.weight >= 0):
        raise AnswerOutOfRange
    return goal
