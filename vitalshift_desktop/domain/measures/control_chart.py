"""A control chart for single values (XmR): a mean and limits from a frozen baseline, and the scores outside them."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

LIMIT_FACTOR = 2.66  # 3 / 1.128
MOVING_RANGE_FACTOR = 3.267
_LONGEST_GAP = 1
_TOLERANCE = 1e-9


@dataclass(frozen=True, slots=True)
class ControlChart:
    """Mean and limits in units of the score, limits not clipped; None where all moving ranges are 0 or there are none.

    `moving_range_limit` is the upper limit for the moving range. `signals` are the indexes, from 0, of the scores
    outside the limits.
    """

    mean: float
    mean_moving_range: float | None
    lower: float | None
    upper: float | None
    moving_range_limit: float | None
    signals: tuple[int, ...]


def control_chart(scores: Sequence[float | None], baseline: int | None = None) -> ControlChart | None:
    """The chart of these scores, None when the baseline holds no score.

    The baseline is the first `baseline` scores (all by default) and stays frozen: later scores never move the
    limits. A moving range across more than one missing session is left out.
    Source of the factors: CMMI, Guidelines for process improvement, and the R package qicharts2.
    """
    frozen = _first(scores, baseline)
    given = [score for score in frozen if score is not None]
    if not given:
        return None
    mean = sum(given) / len(given)
    moving = moving_ranges(frozen)
    mean_moving = sum(moving) / len(moving) if moving else None
    if not mean_moving:
        return ControlChart(mean, mean_moving, None, None, None, ())
    lower, upper = mean - LIMIT_FACTOR * mean_moving, mean + LIMIT_FACTOR * mean_moving
    signals = tuple(i for i, score in enumerate(scores) if score is not None and _is_outside(score, lower, upper))
    return ControlChart(mean, mean_moving, lower, upper, MOVING_RANGE_FACTOR * mean_moving, signals)


def _first(scores: Sequence[float | None], count: int | None) -> Sequence[float | None]:
    """The scores up to the one with this count, blanks between them kept; all of them without a count."""
    places = [place for place, score in enumerate(scores) if score is not None]
    if count is None or count > len(places):
        return scores
    return scores[: places[count - 1] + 1] if count else ()


def moving_ranges(scores: Sequence[float | None]) -> list[float]:
    """The distances between neighboring scores, without those across more than one missing session."""
    given = [(index, score) for index, score in enumerate(scores) if score is not None]
    return [
        abs(score - earlier)
        for (before, earlier), (index, score) in pairwise(given)
        if index - before - 1 <= _LONGEST_GAP
    ]


def runs_on_one_side(scores: Sequence[float | None], mean: float, length: int = 8) -> tuple[int, ...]:
    """The indexes at which a run of at least `length` given scores on one side of the mean is complete or goes on."""
    found = []
    run, last_side = 0, 0
    for index, score in enumerate(scores):
        if score is None:
            continue
        side = 0 if abs(score - mean) <= _TOLERANCE else (1 if score > mean else -1)
        run = run + 1 if side and side == last_side else int(side != 0)
        last_side = side
        if run >= length:
            found.append(index)
    return tuple(found)


def clipped(limit: float, low: float, high: float) -> float:
    """The limit as it is drawn: inside the scale from `low` to `high`."""
    return min(max(limit, low), high)


def _is_outside(score: float, lower: float, upper: float) -> bool:
    return score < lower - _TOLERANCE or score > upper + _TOLERANCE
