"""Where the columns and scores of an outcome chart lie: the whole scale, and room for the names of its bands."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from vitalshift_desktop.domain.measures.instrument import Score
from vitalshift_desktop.ui.charts.chart_scale import ChartScale
from vitalshift_desktop.ui.theme.theme import theme

NAMES = 222
"""Pixels at 100 % text: room for the longest name of a cut-off that comes with the app."""
_LEAST_COLUMN = 57  # a remark such as "prorated" fits
_STEPS = (1, 2, 4, 5, 10, 20, 25, 50)
_MOST_STEPS = 6
_NEAR = 0.08


@dataclass(frozen=True)
class OutcomeScale(ChartScale):
    """A chart without lanes over the plot, and with a wider right side."""

    @cached_property
    def pad(self) -> int:
        """The room at the right for the names of bands and cut-offs."""
        return theme().scale(NAMES)

    @cached_property
    def _fitting(self) -> int:
        return max(1, self.seen // theme().scale(_LEAST_COLUMN))


def ticks(score: Score) -> tuple[float, ...]:
    """The numbers on the axis: both ends of the whole scale, and even steps between them."""
    reach = score.high - score.low
    step = next((step for step in _STEPS if reach / step <= _MOST_STEPS), reach)
    inner = [score.low + n * step for n in range(int(reach / step) + 1)]
    near_end = [tick for tick in inner if score.high - tick > reach * _NEAR]
    return (*near_end, score.high)


def spread(places: Sequence[float], line: float, top: float, bottom: float) -> tuple[float, ...]:
    """These heights, in order from the top, moved no farther than needed so that none is nearer than a line."""
    moved: list[float] = []
    for place in places:
        moved.append(max(place, moved[-1] + line) if moved else max(place, top))
    over = moved[-1] - bottom if moved else 0
    if over > 0:
        moved[-1] = bottom
        for n in range(len(moved) - 2, -1, -1):
            moved[n] = min(moved[n], moved[n + 1] - line)
    return tuple(moved)
