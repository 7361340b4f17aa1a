"""The alliance of one client over the sessions: both ratings, their gap, the usual range, and the marks."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.measures.administration import Administration, AdministrationState, Rater
from vitalshift_desktop.domain.measures.early import EARLY_SESSIONS
from vitalshift_desktop.domain.measures.instrument import CHECKIN
from vitalshift_desktop.domain.measures.marked_drop import (
    LONGEST_GAP_DAYS,
    RATINGS_FOR_RANGE,
    Course,
    Mark,
    Rating,
    UsualRange,
    marked_drops,
)
from vitalshift_desktop.domain.measures.scoring import checkin_score, one_decimal
from vitalshift_desktop.domain.sessions import Session, SessionId


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
    """One rater's four answers of a session, 0 to 10 in the order of ITEMS, and their score."""

    answers: tuple[int, ...]
    score: float

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

    `gap` is the counselor's score minus the client's; `range_then` is the usual range (lower, upper) as it stood
    before this session; `is_back` says that the score was in range again after a drop.
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


@dataclass(frozen=True, slots=True)
class CourseReading:
    """What can be said about the course so far: the latest mark, and how many of the scores for a range are there."""

    latest: MarkReading | None
    scores: int
    scores_for_range: int
    usual_range: UsualRange | None


@dataclass(frozen=True, slots=True)
class AllianceCourse:
    """All that the alliance page shows of one client; a mark's `index` and `back` are places in `points`."""

    points: tuple[SessionPoint, ...] = ()
    first_five: FirstFive | None = None
    usual_range: UsualRange | None = None
    marks: tuple[Mark, ...] = ()
    reading: CourseReading = CourseReading(None, 0, RATINGS_FOR_RANGE, None)
    open_mark: Mark | None = None

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


def alliance_course(
    sessions: Iterable[Session],
    numbers: Mapping[SessionId, int],
    administrations: Iterable[Administration],
    talked: Iterable[TalkedThrough] = (),
) -> AllianceCourse:
    """The alliance course of one client from the held sessions, their numbers, the check-ins and talks recorded.

    Sessions without a number are left out; of several answered check-ins for one session the latest counts.
    """
    held = sorted((session for session in sessions if session.id in numbers), key=lambda s: numbers[s.id])
    rows = _rows(administrations)
    ratings = [Rating(session.day, _score(rows.get((session.id, Rater.CLIENT)))) for session in held]
    course = marked_drops(ratings)
    talks = {entry.session_id: entry for entry in talked}
    points = tuple(_point(place, session, numbers, rows, course, talks) for place, session in enumerate(held))
    drawn = AllianceCourse(points, _first_five(points), course.usual_range, course.marks, open_mark=course.open_mark)
    latest = _mark_reading(drawn, course.marks[-1]) if course.marks else None
    return replace(drawn, reading=CourseReading(latest, course.n, RATINGS_FOR_RANGE, course.usual_range))


def _rows(administrations: Iterable[Administration]) -> dict[tuple[SessionId, Rater], Row]:
    rows: dict[tuple[SessionId, Rater], Row] = {}
    for given in sorted(administrations, key=lambda administration: administration.recorded_at):
        is_answered = given.instrument_id == CHECKIN and given.state is AdministrationState.ANSWERED
        score = checkin_score(given.answers)
        if is_answered and given.session_id is not None and score is not None:
            answers = tuple(answer for answer in given.answers if answer is not None)
            rows[given.session_id, given.rater] = Row(answers, score)
    return rows


def _point(
    place: int,
    session: Session,
    numbers: Mapping[SessionId, int],
    rows: Mapping[tuple[SessionId, Rater], Row],
    course: Course,
    talks: Mapping[SessionId, TalkedThrough],
) -> SessionPoint:
    client, counselor = rows.get((session.id, Rater.CLIENT)), rows.get((session.id, Rater.COUNSELOR))
    usual = course.ranges[place]
    return SessionPoint(
        session_id=session.id,
        session_no=numbers[session.id],
        day=session.day,
        client=client,
        counselor=counselor,
        gap=one_decimal(counselor.score - client.score) if client and counselor else None,
        range_then=(usual.lower, usual.upper) if usual else None,
        mark=next((mark for mark in course.marks if mark.index == place), None),
        is_back=any(mark.back == place for mark in course.marks),
        talked_through=talks.get(session.id),
    )


def _score(row: Row | None) -> float | None:
    return row.score if row else None


def _first_five(points: Sequence[SessionPoint]) -> FirstFive | None:
    scores = [point.client.score for point in points if point.client and point.session_no <= EARLY_SESSIONS]
    return FirstFive(sum(scores) / len(scores), len(scores)) if scores else None


def _mark_reading(course: AllianceCourse, mark: Mark) -> MarkReading:
    point = course.points[mark.index]
    talked = course.talked_place(mark)
    return MarkReading(
        mark=mark,
        session_id=point.session_id,
        session_no=point.session_no,
        day=point.day,
        item_fall=_item_fall(course.points[: mark.index + 1]),
        counselor_score=_score(point.counselor),
        gap=point.gap,
        talked_in=course.points[talked].session_no if talked is not None else None,
        back_in=course.points[mark.back].session_no if mark.back is not None else None,
    )


def _item_fall(points: Sequence[SessionPoint]) -> ItemFall | None:
    """The question that fell most between the last two check-ins; the first one on the form when two fell alike."""
    *_, before, after = [point.client.answers for point in points if point.client]
    falls = [ItemFall(item, was, now) for item, was, now in zip(ITEMS, before, after, strict=True) if now < was]
    return max(falls, key=lambda fall: fall.before - fall.after, default=None)
