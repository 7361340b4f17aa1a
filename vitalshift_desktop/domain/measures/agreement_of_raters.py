"""How client and counselor agree on the same instrument in the same sessions. Information only, never a mark.

A simplified reading, for one case, of West & Kenny's truth-and-bias model, which estimates these two figures.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from vitalshift_desktop.domain.measures.early_slope import slope

PAIRS_FOR_R = 5
_TOLERANCE = 1e-9


@dataclass(frozen=True, slots=True)
class RaterAgreement:
    """`discrepancy` is the mean of counselor − client in points, `r` Pearson's correlation over the `n` pairs."""

    n: int
    discrepancy: float | None
    r: float | None


def rater_agreement(client: Sequence[float | None], counselor: Sequence[float | None]) -> RaterAgreement:
    """Both figures over the sessions that both rated; the sequences are equally long, one place for each session.

    No pair gives no discrepancy; `r` needs five pairs and some variance on either side.
    """
    pairs = [(ours, theirs) for _, ours, theirs in _pairs(client, counselor)]
    if not pairs:
        return RaterAgreement(0, None, None)
    discrepancy = sum(theirs - ours for ours, theirs in pairs) / len(pairs)
    return RaterAgreement(len(pairs), discrepancy, _pearson(pairs) if len(pairs) >= PAIRS_FOR_R else None)


def gap_change(client: Sequence[float | None], counselor: Sequence[float | None]) -> float | None:
    """The least-squares slope of counselor − client, in points per session; None below three pairs.

    Below 0 where the counselor's score falls toward or under the client's (VitalShift rule, no published figure).
    """
    return slope((place, theirs - ours) for place, ours, theirs in _pairs(client, counselor))


def _pairs(client: Sequence[float | None], counselor: Sequence[float | None]) -> list[tuple[int, float, float]]:
    both = enumerate(zip(client, counselor, strict=True))
    return [(i, ours, theirs) for i, (ours, theirs) in both if ours is not None and theirs is not None]


def _pearson(pairs: Sequence[tuple[float, float]]) -> float | None:
    """Pearson: r = Σ(x − x̄)(y − ȳ) / √(Σ(x − x̄)² Σ(y − ȳ)²), −1 to 1; None where a side does not vary."""
    xs, ys = [x for x, _ in pairs], [y for _, y in pairs]
    if max(xs) - min(xs) <= _TOLERANCE or max(ys) - min(ys) <= _TOLERANCE:
        return None
    x_mean, y_mean = sum(xs) / len(xs), sum(ys) / len(ys)
    across = sum((x - x_mean) * (y - y_mean) for x, y in pairs)
    spread = sqrt(sum((x - x_mean) ** 2 for x in xs)) * sqrt(sum((y - y_mean) ** 2 for y in ys))
    return max(-1.0, min(1.0, across / spread))
