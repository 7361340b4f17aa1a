"""Where sessions and scores lie on the screen: one answer for chart, marks and table."""

from dataclasses import dataclass

from vitalshift_desktop.ui.theme.theme import theme

GUTTER = 92
PAD = 58
LANE = 30
LEAST_COLUMN = 46  # a date such as "11 Dec" fits
FITTING = 14  # more sessions than this scroll
SLOTS = 12  # a new chart has room for so many sessions, where they fit
EDGE = 14  # room above 10 and below 0 for points and their numbers
HIGHEST = 10.0


@dataclass(frozen=True, slots=True)
class ChartScale:
    """Pixels of a chart `width` wide of so many sessions, the plot being `height` high, scrolled by `offset`."""

    width: int
    height: int
    sessions: int
    offset: int = 0
    has_lane: bool = True

    @property
    def gutter(self) -> int:
        """The room at the left for the words of rows and axis."""
        return theme().scale(GUTTER)

    @property
    def pad(self) -> int:
        """The room at the right for the numbers of the usual range."""
        return theme().scale(PAD)

    @property
    def slots(self) -> int:
        """For how many sessions there is room."""
        return max(self.sessions, min(SLOTS, self._fitting))

    @property
    def top(self) -> int:
        """Where the plot begins, under the lane of marks."""
        return theme().scale(LANE if self.has_lane else 0) + EDGE

    @property
    def bottom(self) -> int:
        """Where the plot ends."""
        return self.top + self.height

    @property
    def seen(self) -> int:
        """How wide the part is that shows sessions."""
        return max(1, self.width - self.gutter - self.pad)

    @property
    def column(self) -> float:
        """How wide a session is."""
        # Whole columns where they scroll, so that none is cut.
        return self.seen / min(self.slots, FITTING, self._fitting)

    @property
    def is_scrolling(self) -> bool:
        """Whether not all sessions fit."""
        return self.column * self.slots > self.seen + 0.5

    @property
    def right(self) -> float:
        """Where the last session that can be seen ends."""
        return self.gutter + min(self.seen, self.column * self.slots)

    @property
    def _fitting(self) -> int:
        return max(1, self.seen // theme().scale(LEAST_COLUMN))

    def x(self, place: float) -> float:
        """The middle of a session's column."""
        return self.gutter + (place + 0.5) * self.column - self.offset

    def y(self, value: float) -> float:
        """The height of a value from 0 to 10."""
        return self.top + self.height * (1 - value / HIGHEST)

    def place_at(self, x: float) -> int:
        """The session under this point; it may be one that is not there."""
        return int((x - self.gutter + self.offset) // self.column)

    def can_see(self, place: int) -> bool:
        """Whether the middle of this session can be seen."""
        return self.gutter <= self.x(place) <= self.right

    def places(self) -> range:
        """The sessions of which something can be seen."""
        first, last = self.place_at(self.gutter), self.place_at(self.right)
        return range(max(0, first), min(self.sessions, last + 1))

    def section(self, place: int) -> int:
        """The whole pixels of a column of the table, so that numbers sit under their points."""
        return round((place + 1) * self.column) - round(place * self.column)
