"""What a count out of a few can say about a share: an interval, and no percentage while there are too few."""

from dataclasses import dataclass
from math import sqrt

FEWEST = 20
"""Below this many no interval is given: the counts speak for themselves."""
_Z = 1.959963984540054  # 95 %, two-sided


@dataclass(frozen=True, slots=True)
class Interval:
    """Where a share may well lie, from `low` to `high`, both between 0 and 1."""

    low: float
    high: float


def likely_share(count: int, of: int) -> Interval | None:
    """The 95 % interval of a share after `count` out of `of`; None below 20.

    Wilson's score interval: (p + z²/2n ± z √(p(1-p)/n + z²/4n²)) / (1 + z²/n).
    Source: E. B. Wilson, J Am Stat Assoc 1927; 22: 209-212. Raises ValueError unless 0 <= count <= of.
    """
    if not 0 <= count <= of:
        raise ValueError("a count lies between nothing and all")
    if of < FEWEST:
        return None
    share, square = count / of, _Z * _Z
    middle = share + square / (2 * of)
    half = _Z * sqrt(share * (1 - share) / of + square / (4 * of * of))
    whole = 1 + square / of
    low, high = (middle - half) / whole, (middle + half) / whole
    return Interval(low if count else 0.0, high if count < of else 1.0)  # exact, where floats come near
