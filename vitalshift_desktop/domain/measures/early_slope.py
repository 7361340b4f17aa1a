"""The slope of the first five sessions. No published cut-off for it is confirmed, so it is shown and never a mark."""

from collections.abc import Iterable, Sequence

from vitalshift_desktop.domain.measures.early import EARLY_SESSIONS

FEWEST_SCORES = 3


def early_slope(scores: Sequence[float | None]) -> float | None:
    """The least-squares slope over sessions 1 to 5, in points of the score per session; None below three scores.

    `scores` holds one place for each session from the first on, None where nothing was given; later sessions are
    not looked at.
    """
    return slope((session, score) for session, score in enumerate(scores[:EARLY_SESSIONS], 1) if score is not None)


def slope(points: Iterable[tuple[float, float]]) -> float | None:
    """Least squares: b = Σ(x − x̄)(y − ȳ) / Σ(x − x̄)², in units of y for each unit of x; None below three points.

    The points stand at different x.
    """
    pairs = list(points)
    if len(pairs) < FEWEST_SCORES:
        return None
    middle = sum(x for x, _ in pairs) / len(pairs)
    mean = sum(y for _, y in pairs) / len(pairs)
    return sum((x - middle) * (y - mean) for x, y in pairs) / sum((x - middle) ** 2 for x, _ in pairs)
