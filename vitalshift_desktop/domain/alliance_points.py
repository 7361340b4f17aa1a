"""What a course of the alliance is made of: ratings, points, and what can be read from them."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.mark_classes import ClassedMark
from vitalshift_desktop.domain.measures.administration import HowGiven
from vitalshift_desktop.domain.measures.marked_drop import LONGEST_GAP_DAYS, RATINGS_FOR_RANGE, Mark, UsualRange
from vitalshift_desktop.domain.sessions import SessionId


class Series(StrEnum):
    """What the chart can show: the score or one of the four questions, in the order of the form."""

    SCORE = "score"
    GOALS = "goals"
    TASKS = "tasks"
    BOND = "bond"
    VOICE = "voice"


ITEMS = (Series.GOALS, Series.TASKS, Series.BOND, Series.VOICE)


@dataclass(frozen=True, slots=True)
class Row:
    """One rater's four answers of a session, 0 to 10 in the order of ITEMS, their score, and how the form was given."""

    answers: tuple[int, ...]
    score: float
    how_given: HowGiven = HowGiven.ALONE

    def value(self, series: Series) -> float:
        """The score, or the answer to one question."""
        return self.score if series is Series.SCORE else float(self.answers[ITEMS.index(series)])


@dataclass(frozen=True, slots=True)
class TalkedThrough:
    """The counselor's entry that a marked drop was talked through; `session_id` is the session in which it was."""

    client_id: ClientId
    session_id: SessionId
    recorded_at: datetime
    note: str = ""


@dataclass(frozen=True, slots=True)
class SessionPoint:
    """One held session on the chart.

    `client` is the rating of whoever the course is of; `gap` is the counselor's score minus that one; `range_then` is
    the usual range (lower, upper) as it stood before this session; `is_back` says that the score was in range again
    after a drop; `classes` are the counselor's entries about its mark, the last one counts.
    """

    session_id: SessionId
    session_no: int
    day: date
    client: Row | None = None
    counselor: Row | None = None
    gap: float | None = None
    range_then: tuple[float, float] | None = None
    mark: Mark | None = None
    is_back: bool = False
    talked_through: TalkedThrough | None = None
    classes: tuple[ClassedMark, ...] = ()

    @property
    def rupture(self) -> ClassedMark | None:
        """The entry by which the counselor calls this mark a rupture, None while it is a marked drop."""
        latest = self.classes[-1] if self.classes and self.mark else None
        return latest if latest and latest.is_rupture else None


@dataclass(frozen=True, slots=True)
class FirstFive:
    """The mean of the client's scores in sessions 1 to 5, and how many there are."""

    average: float
    n: int


@dataclass(frozen=True, slots=True)
class ItemFall:
    """The question whose answer fell most from one check-in to the next."""

    item: Series
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class MarkReading:
    """What happened at a mark, as facts for the sentences beside the chart; sessions are given by their numbers."""

    mark: Mark
    session_id: SessionId
    session_no: int
    day: date
    item_fall: ItemFall | None
    counselor_score: float | None
    gap: float | None
    talked_in: int | None
    back_in: int | None
    classes: tuple[ClassedMark, ...] = ()


@dataclass(frozen=True, slots=True)
class CourseReading:
    """What can be said about the course so far: the latest mark, and how many of the scores for a range are there."""

    latest: MarkReading | None
    scores: int
    scores_for_range: int
    usual_range: UsualRange | None


@dataclass(frozen=True, slots=True)
class AllianceCourse:
    """All that the alliance page shows of one client; a mark's `index` and `back` are places in `points`.

    `began` is the place of the first session of the latest series, later than 0 only after a long gap.
    """

    points: tuple[SessionPoint, ...] = ()
    first_five: FirstFive | None = None
    usual_range: UsualRange | None = None
    marks: tuple[Mark, ...] = ()
    reading: CourseReading = CourseReading(None, 0, RATINGS_FOR_RANGE, None)
    open_mark: Mark | None = None
    began: int = 0

    def client_series(self, series: Series = Series.SCORE) -> tuple[float | None, ...]:
        """The client's values, one for each session, None where there is none."""
        return tuple(point.client.value(series) if point.client else None for point in self.points)

    def counselor_series(self, series: Series = Series.SCORE) -> tuple[float | None, ...]:
        """The counselor's values, one for each session, None where there is none."""
        return tuple(point.counselor.value(series) if point.counselor else None for point in self.points)

    @property
    def latest(self) -> SessionPoint | None:
        """The latest session with a score of the client."""
        return next((point for point in reversed(self.points) if point.client), None)

    @property
    def score_before_latest(self) -> float | None:
        """The client's score before the latest one; None when it lies more than 42 days back."""
        scored = [(point.day, point.client.score) for point in self.points if point.client]
        if len(scored) < 2 or (scored[-1][0] - scored[-2][0]).days > LONGEST_GAP_DAYS:
            return None
        return scored[-2][1]

    def talked_place(self, mark: Mark) -> int | None:
        """The place in `points` of the session in which this mark was talked through, before the next mark."""
        following = [other.index for other in self.marks if other.index > mark.index]
        places = range(mark.index, min(following, default=len(self.points)))
        return next((place for place in places if self.points[place].talked_through), None)
