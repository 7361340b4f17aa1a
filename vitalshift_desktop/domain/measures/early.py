"""Low early check-ins: what makes a score of the first five sessions deserve a look.

No published cut-off exists; the three reasons are VitalShift's own and the sentence on screen says which one spoke.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

EARLY_SESSIONS = 5
SCORES_FOR_COMPARISON = 20
EARLY_FALL = 2.0
_LOWEST_SHARE = 0.20
_TOLERANCE = 1e-9


class EarlyReason(StrEnum):
    """Why an early check-in is called low."""

    LOWEST_FIFTH = "lowest_fifth"
    UNDER_YOUR_THRESHOLD = "under_your_threshold"
    FELL = "fell"


@dataclass(frozen=True, slots=True)
class LowEarly:
    """A low early check-in and the numbers behind it.

    `reasons` are all that hold, in the order of EarlyReason; `compared_with` is how many early check-ins of this
    practice it was compared with; `threshold` is the counselor's own; `previous` is the score of the session before.
    """

    session_no: int
    score: float
    reasons: tuple[EarlyReason, ...]
    compared_with: int
    threshold: float | None
    previous: float | None


def low_early(
    session_no: int,
    score: float,
    *,
    previous: float | None = None,
    early_scores: Sequence[float] = (),
    threshold: float | None = None,
) -> LowEarly | None:
    """The low early check-in that this score (0 to 10) is, or None.

    `previous` is the client's score before this one. `early_scores` are the client scores of sessions 1 to 5 of the
    whole practice, this one among them; below 20 of them the comparison stays silent. A score is in the lowest fifth
    when at most a fifth of them are as low as it or lower.
    """
    if not 1 <= session_no <= EARLY_SESSIONS:
        return None
    holds = {
        EarlyReason.LOWEST_FIFTH: _is_in_lowest_fifth(score, early_scores),
        EarlyReason.UNDER_YOUR_THRESHOLD: threshold is not None and score < threshold - _TOLERANCE,
        EarlyReason.FELL: previous is not None and previous - score >= EARLY_FALL - _TOLERANCE,
    }
    reasons = tuple(reason for reason in EarlyReason if holds[reason])
    return LowEarly(session_no, score, reasons, len(early_scores), threshold, previous) if reasons else None


def _is_in_lowest_fifth(score: float, early_scores: Sequence[float]) -> bool:
    if len(early_scores) < SCORES_FOR_COMPARISON:
        return False
    limit = float(score + _TOLERANCE)
    as_low = sum(map(limit.__ge__, early_scores))  # some ten thousand in a long practice, for each new client
    return as_low <= _LOWEST_SHARE * len(early_scores) + _TOLERANCE
