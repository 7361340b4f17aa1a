"""How the usual range of a course came about, step by step, and what made a mark, each with its own numbers."""

from dataclasses import dataclass
from itertools import pairwise

from vitalshift_desktop.domain.alliance import AllianceCourse
from vitalshift_desktop.domain.measures.control_chart import LIMIT_FACTOR, clipped
from vitalshift_desktop.domain.measures.marked_drop import CHECKIN_RULE, LONGEST_GAP_DAYS, Mark, MarkKind

_TOLERANCE = 1e-9


@dataclass(frozen=True, slots=True)
class RangeWorking:
    """The steps from the unmarked scores to the range, in points of the 0 to 10 scale (marked-drop rule, our own).

    `scores` are the session numbers with their scores; `product` is `factor` times the mean moving range, `floor` the
    least width; `lower` and `upper` are clipped to the scale, the plain ones are not.
    """

    scores: tuple[tuple[int, float], ...]
    mean: float
    mean_moving_range: float
    factor: float
    product: float
    floor: float
    plain_lower: float
    plain_upper: float
    lower: float
    upper: float

    @property
    def width(self) -> float:
        """How far the range reaches to both sides of the mean."""
        return max(self.product, self.floor)

    @property
    def rests_on_floor(self) -> bool:
        """Whether the least width is what counts."""
        return self.floor > self.product

    @property
    def is_clipped(self) -> bool:
        """Whether the scale ends before the range does."""
        return self.lower > self.plain_lower or self.upper < self.plain_upper


@dataclass(frozen=True, slots=True)
class FallWorking:
    """An early fall: the score before, the marked one, and from how many points on a fall is marked."""

    previous: float
    score: float
    limit: float
    scores_before: int

    @property
    def fall(self) -> float:
        """How many points it fell."""
        return self.previous - self.score


@dataclass(frozen=True, slots=True)
class MarkWorking:
    """What made one mark: the range as it stood before its session, or a fall while there was no range."""

    session_no: int
    mark: Mark
    range_then: RangeWorking | None
    fall: FallWorking | None


def range_working(course: AllianceCourse, before: int | None = None) -> RangeWorking | None:
    """How the range came about as it stood before the session at this place, or as it stands now.

    None before there are six scores to work with.
    """
    scores = _base(course, len(course.points) if before is None else before)
    if len(scores) < CHECKIN_RULE.ratings_for_range:
        return None
    values = [score for _number, score in scores]
    mean = sum(values) / len(values)
    moving = sum(abs(later - earlier) for earlier, later in pairwise(values)) / (len(values) - 1)
    product, floor = LIMIT_FACTOR * moving, CHECKIN_RULE.narrowest_share * (CHECKIN_RULE.high - CHECKIN_RULE.low)
    low, high = mean - max(product, floor), mean + max(product, floor)
    return RangeWorking(
        scores=scores,
        mean=mean,
        mean_moving_range=moving,
        factor=LIMIT_FACTOR,
        product=product,
        floor=floor,
        plain_lower=low,
        plain_upper=high,
        lower=clipped(low, CHECKIN_RULE.low, CHECKIN_RULE.high),
        upper=clipped(high, CHECKIN_RULE.low, CHECKIN_RULE.high),
    )


def mark_working(course: AllianceCourse, mark: Mark) -> MarkWorking:
    """What made this mark of the course, in the numbers of its own day."""
    number = course.points[mark.index].session_no
    if mark.kind is MarkKind.BELOW_RANGE:
        return MarkWorking(number, mark, range_working(course, mark.index), None)
    limit = CHECKIN_RULE.fall_share * (CHECKIN_RULE.high - CHECKIN_RULE.low)
    before = mark.score if mark.previous is None else mark.previous
    return MarkWorking(number, mark, None, FallWorking(before, mark.score, limit, mark.n))


def _base(course: AllianceCourse, end: int) -> tuple[tuple[int, float], ...]:
    """The scores up to a place that the range rests on: of its series, and not under the range of their own day."""
    found: list[tuple[int, float]] = []
    last = None
    for point in course.points[:end]:
        if point.client is None:
            continue
        if last is not None and (point.day - last).days > LONGEST_GAP_DAYS:
            found.clear()
        last = point.day
        if point.range_then is None or point.client.score >= point.range_then[0] - _TOLERANCE:
            found.append((point.session_no, point.client.score))
    following = course.points[end].day if end < len(course.points) else None
    if last is not None and following is not None and (following - last).days > LONGEST_GAP_DAYS:
        found.clear()
    return tuple(found)
