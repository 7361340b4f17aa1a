"""Reliable change: whether two scores differ by more than the measure's own error explains.

Source: Jacobson & Truax 1991. The SD is that of a clinical sample before treatment and the reliability is the one its
source states; neither is ever worked out from one client.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from statistics import NormalDist

from vitalshift_desktop.domain.measures.instrument import Direction

USUAL_CONFIDENCE = 95.0
USUAL_Z = 1.96
BASELINE_DAYS = 14
_ROUNDING = 1e-4
_TOLERANCE = 1e-9


class Move(StrEnum):
    """Which way a score moved, as far as the change is reliable."""

    BETTER = "better"
    WORSE = "worse"
    NOT_RELIABLE = "not_reliable"


@dataclass(frozen=True, slots=True)
class Precision:
    """How exact a difference of two scores is, in units of the score.

    `se` is the standard error of one score, `sdiff` that of a difference, `critical` the difference that must be
    passed, `z` the quantile it rests on (1.96 for 95 %).
    """

    se: float
    sdiff: float
    critical: float
    z: float


def precision_of(sd: float, reliability: float, confidence: float = USUAL_CONFIDENCE) -> Precision | None:
    """SE = SD × √(1 − r), Sdiff = √2 × SE, critical = z × Sdiff; `confidence` in percent, between 0 and 100.

    None where it cannot be worked out: a reliability outside 0 ≤ r < 1, an SD of 0 or less, or no number at all.
    """
    if not (math.isfinite(sd) and sd > 0 and 0 <= reliability < 1 and 0 < confidence < 100):
        return None
    z = NormalDist().inv_cdf(0.5 + confidence / 200)
    se = sd * math.sqrt(1 - reliability)
    sdiff = math.sqrt(2) * se
    return Precision(se, sdiff, z * sdiff, z)


def change_index(first: float, last: float, precision: Precision) -> float:
    """RC = (last − first) / Sdiff, without a unit; above 0 when the score rose, whichever way is better."""
    return (last - first) / precision.sdiff


def move_by_precision(first: float, last: float, precision: Precision, better: Direction) -> Move:
    """Reliable where |RC| is strictly greater than z, as for every change index that is worked out.

    At 95 % that is the published 1.96, a hair stricter than the quantile behind the critical change (1.959964).
    """
    is_usual = abs(precision.z - USUAL_Z) < _ROUNDING
    limit = USUAL_Z if is_usual else precision.z
    return _move(first, last, better, change_index(first, last, precision), limit + _TOLERANCE)


def move_by_points(first: float, last: float, points: float, better: Direction) -> Move:
    """Reliable where the scores differ by `points` or more, as published whole-number values are meant."""
    return _move(first, last, better, last - first, points - _TOLERANCE)


def _move(first: float, last: float, better: Direction, size: float, limit: float) -> Move:
    if abs(last - first) <= _TOLERANCE or abs(size) < limit:
        return Move.NOT_RELIABLE
    return Move.BETTER if (size > 0) is (better is Direction.HIGHER) else Move.WORSE


def baseline(scores: Sequence[tuple[date, float | None]], intake: date) -> int | None:
    """The place of the score that change is counted from, in order of time; None where there is none.

    It is the first complete score within 14 days before or after intake, never the lowest or the highest
    (VitalShift rule).
    """
    near = (
        place
        for place, (day, score) in enumerate(scores)
        if score is not None and abs((day - intake).days) <= BASELINE_DAYS
    )
    return next(near, None)
