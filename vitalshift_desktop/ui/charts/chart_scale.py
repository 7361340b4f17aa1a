"""Where sessions and scores lie on the screen: one answer for lines, marks and table."""

from dataclasses import dataclass
from functools import cached_property

from vitalshift_desktop.ui.theme.theme import theme

GUTTER = 92
PAD = 58
LANE = 28
LEAST_COLUMN = 46  # a date such as "11 Dec" fits
FITTING = 14  # more columns than this scroll
SLOTS = 12  # a new chart has room for so many columns, where they fit
EDGE = 14  # room above the highest and below the lowest value for points and their numbers


@dataclass(frozen=True)
class ChartScale:
    """Pixels of a chart `width` wide of so many columns, the plot being `height` high, scrolled by `offset`.

    `lanes` is how many lanes of marks lie over the plot; `low` and `high` are the ends of the axis, in the units of
    the measure. Each length is worked out once: hundreds of points ask for the same ones in each picture.
    """

    width: int
    height: int
    sessions: int
    offset: int = 0
    lanes: int = 1
    low: float = 0.0
    high: float = 10.0

    @cached_property
    def gutter(self) -> int:
        """The room at the left for the words of rows and axis."""
        return theme().scale(GUTTER)

    @cached_property
    def pad(self) -> int:
        """The room at the right for numbers and words of bands and ranges."""
        return theme().scale(PAD)

    @cached_property
    def slots(self) -> int:
        """For how many columns there is room."""
        return max(self.sessions, min(SLOTS, self._fitting))

    @cached_property
    def top(self) -> int:
        """Where the plot begins, under the lanes of marks."""
        return theme().scale(LANE) * self.lanes + EDGE

    @cached_property
    def bottom(self) -> int:
        """Where the plot ends."""
        return self.top + self.height

    @cached_property
    def seen(self) -> int:
        """How wide the part is that shows columns."""
        return max(1, self.width - self.gutter - self.pad)

    @cached_property
    def column(self) -> float:
        """How wide a column is."""
        # Whole columns where they scroll, so that none is cut.
        return self.seen / min(self.slots, FITTING, self._fitting)

    @cached_property
    def is_scrolling(self) -> bool:
        """Whether not all columns fit."""
        return self.column * self.slots > self.seen + 0.5

    @cached_property
    def right(self) -> float:
        """Where the last column that can be seen ends."""
        return self.gutter + min(self.seen, self.column * self.slots)

    @cached_property
    def _fitting(self) -> int:
        return max(1, self.seen // theme().scale(LEAST_COLUMN))

    def x(self, place: float) -> float:
        """The middle of a column."""
        return self.gutter + (place + 0.5) * self.column - self.offset

    def y(self, value: float) -> float:
        """The height of a value on the axis."""
        return self.top + self.height * (self.high - value) / (self.high - self.low)

    def lane_y(self, lane: int) -> float:
        """The middle of a lane, counted from 0 at the top."""
        return theme().scale(LANE) * (lane + 0.5)

    def place_at(self, x: float) -> int:
        """The column under this point; it may be one that is not there."""
        return int((x - self.gutter + self.offset) // self.column)

    def can_see(self, place: int) -> bool:
        """Whether the middle of this column can be seen."""
        return self.gutter <= self.x(place) <= self.right

    def places(self) -> range:
        """The columns of which something can be seen."""
        first, last = self.place_at(self.gutter), self.place_at(self.right)
        return range(max(0, first), min(self.sessions, last + 1))

    def section(self, place: int) -> int:
        """The whole pixels of a column of the table, so that numbers sit under their points."""
        return round((place + 1) * self.column) - round(place * self.column)

    def kept(self, x: float) -> float:
        """The nearest point to this one at which columns can be seen."""
        return max(float(self.gutter), min(self.right, x))
