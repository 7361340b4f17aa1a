"""What the alliance chart and its table show of one series, session by session."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from vitalshift_desktop.domain.alliance import AllianceCourse, Row, Series, SessionPoint
from vitalshift_desktop.domain.chart_entries import Happening, place_of, read_with
from vitalshift_desktop.domain.mark_classes import MarkClass
from vitalshift_desktop.domain.measures.administration import HowGiven
from vitalshift_desktop.domain.measures.early import EARLY_SESSIONS
from vitalshift_desktop.domain.measures.marked_drop import LONGEST_GAP_DAYS
from vitalshift_desktop.domain.measures.not_given import NotGiven
from vitalshift_desktop.domain.measures.scoring import one_decimal
from vitalshift_desktop.domain.sessions import SessionId

WIDE_GAP = 2.0  # points of the 0 to 10 scale from which a gap is written beside its connector


@dataclass(frozen=True, slots=True)
class Column:
    """One session: both values (0 to 10), their gap (you minus client), the usual range then, and what it is marked as.

    The range and the marks belong to the score; `usual_range` is None when another series is shown. `classed_as` is
    what the counselor calls the mark, None while it is a marked drop; `happenings` are read out with this session;
    `not_given` says why there is no check-in, where that was said.
    """

    session_id: SessionId
    session_no: int
    day: date
    client: float | None = None
    you: float | None = None
    gap: float | None = None
    usual_range: tuple[float, float] | None = None
    is_marked: bool = False
    is_back: bool = False
    is_talked: bool = False
    classed_as: MarkClass | None = None
    how_given: HowGiven | None = None
    happenings: tuple[Happening, ...] = ()
    not_given: NotGiven | None = None

    @property
    def has_wide_gap(self) -> bool:
        """Whether the two ratings lie at least 2.0 apart."""
        return self.gap is not None and abs(self.gap) >= WIDE_GAP

    @property
    def is_empty(self) -> bool:
        """Whether nobody rated this session."""
        return self.client is None and self.you is None


@dataclass(frozen=True, slots=True)
class Break:
    """A stretch of more than 42 days without a score, before the session at `place`."""

    place: int
    days: int


@dataclass(frozen=True, slots=True)
class Placed:
    """Something that happened, at a session (a whole place) or between two (half a place)."""

    place: float
    happening: Happening


@dataclass(frozen=True, slots=True)
class ChartFacts:
    """One series of a course; `talks` pairs the places of a mark and of the session that talked about it.

    `has_yours` says whether the counselor's ratings belong beside these, as they do beside the client's own.
    """

    series: Series = Series.SCORE
    columns: tuple[Column, ...] = ()
    average: float | None = None
    range_now: tuple[float, float] | None = None
    breaks: tuple[Break, ...] = ()
    talks: tuple[tuple[int, int], ...] = ()
    placed: tuple[Placed, ...] = ()
    has_yours: bool = True

    @property
    def lanes(self) -> int:
        """How many lanes lie over the plot: that of the marks, and over it that of what happened."""
        return (1 + bool(self.placed)) if self.has_scores else 0

    @property
    def early(self) -> int:
        """How many of the slots belong to sessions 1 to 5."""
        later = next((place for place, one in enumerate(self.columns) if one.session_no > EARLY_SESSIONS), None)
        return EARLY_SESSIONS if later is None else later

    @property
    def has_scores(self) -> bool:
        """Whether anybody rated a session."""
        return any(not column.is_empty for column in self.columns)

    def number_at(self, place: int) -> int:
        """The number of the session in this slot, also of one that was not held yet."""
        if place < len(self.columns):
            return self.columns[place].session_no
        last = self.columns[-1].session_no if self.columns else 0
        return last + 1 + place - len(self.columns)


def chart_facts(
    course: AllianceCourse,
    series: Series = Series.SCORE,
    happenings: Sequence[Happening] = (),
    not_given: Iterable[NotGiven] = (),
    *,
    has_yours: bool = True,
) -> ChartFacts:
    """What is shown of this series of a course, with what happened beside it and why a check-in is missing."""
    is_score = series is Series.SCORE
    usual = course.usual_range
    talked = [(mark.index, course.talked_place(mark)) for mark in course.marks]
    days = [point.day for point in course.points]
    shown = happenings if days else ()
    missing = {one.session_id: one for one in not_given}
    columns = [_column(point, series, missing.get(point.session_id)) for point in course.points]
    return ChartFacts(
        series=series,
        columns=_with_happenings(columns, days, shown),
        average=course.first_five.average if is_score and course.first_five else None,
        range_now=(usual.lower, usual.upper) if is_score and usual else None,
        breaks=tuple(_breaks(course.points)),
        talks=tuple((index, place) for index, place in talked if place is not None),
        placed=tuple(Placed(place_of(one.day, days), one) for one in shown),
        has_yours=has_yours,
    )


def _with_happenings(
    columns: list[Column], days: Sequence[date], happenings: Sequence[Happening]
) -> tuple[Column, ...]:
    for one in happenings:
        place = read_with(one.day, days)
        columns[place] = replace(columns[place], happenings=(*columns[place].happenings, one))
    return tuple(columns)


def _column(point: SessionPoint, series: Series, missing: NotGiven | None) -> Column:
    return Column(
        session_id=point.session_id,
        session_no=point.session_no,
        day=point.day,
        client=_value(point.client, series),
        you=_value(point.counselor, series),
        gap=_gap(point, series),
        usual_range=point.range_then if series is Series.SCORE else None,
        is_marked=point.mark is not None,
        is_back=point.is_back,
        is_talked=point.talked_through is not None,
        classed_as=point.rupture.kind if point.rupture else None,
        how_given=point.client.how_given if point.client else None,
        not_given=missing if point.client is None else None,
    )


def _value(row: Row | None, series: Series) -> float | None:
    return row.value(series) if row else None


def _gap(point: SessionPoint, series: Series) -> float | None:
    if series is Series.SCORE or point.client is None or point.counselor is None:
        return point.gap
    return one_decimal(point.counselor.value(series) - point.client.value(series))


def _breaks(points: tuple[SessionPoint, ...]) -> list[Break]:
    scored = [(place, point.day) for place, point in enumerate(points) if point.client]
    return [
        Break(place, (day - before).days)
        for (_place, before), (place, day) in pairwise(scored)
        if (day - before).days > LONGEST_GAP_DAYS
    ]
