"""PHQ-9 and GAD-7 read together, in the manner of the English talking therapies.

Thresholds: PHQ-9 10 or more, GAD-7 8 or more make a case; changes of 6 and 4 points are reliable (PMC8411661,
table 1). That the other measure must not have moved reliably the other way is standard, but not confirmed there.
"""

from dataclasses import dataclass

from vitalshift_desktop.domain.measures.instrument import Direction
from vitalshift_desktop.domain.measures.reliable_change import Move, move_by_points

PHQ_CASE = 10
GAD_CASE = 8
PHQ_POINTS = 6
GAD_POINTS = 4


@dataclass(frozen=True, slots=True)
class Pair:
    """Totals of PHQ-9 (0 to 27) and GAD-7 (0 to 21) given together."""

    phq: float
    gad: float

    @property
    def is_case(self) -> bool:
        """True when at least one of the two reaches its threshold."""
        return self.phq >= PHQ_CASE or self.gad >= GAD_CASE


@dataclass(frozen=True, slots=True)
class PairedChange:
    """`is_recovered`: a case at first and none at last; `move`: one reliably better or worse, the other not opposed."""

    was_case: bool
    is_recovered: bool
    move: Move

    @property
    def is_reliably_recovered(self) -> bool:
        """Recovered and reliably better."""
        return self.is_recovered and self.move is Move.BETTER


def paired_change(first: Pair, last: Pair) -> PairedChange:
    """What both measures say together about the change from `first` to `last`."""
    moves = {
        move_by_points(first.phq, last.phq, PHQ_POINTS, Direction.LOWER),
        move_by_points(first.gad, last.gad, GAD_POINTS, Direction.LOWER),
    }
    clear = moves - {Move.NOT_RELIABLE}
    move = clear.pop() if len(clear) == 1 else Move.NOT_RELIABLE
    return PairedChange(first.is_case, first.is_case and not last.is_case, move)
