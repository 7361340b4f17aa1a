"""What the chart of one measure and its table show: one column for each form, and one for each that was not given."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from vitalshift_desktop.domain.measures.instrument import Score
from vitalshift_desktop.domain.measures.results import Risk
from vitalshift_desktop.domain.outcomes import Gap, MeasureCourse, Point, PointState


@dataclass(frozen=True, slots=True)
class Column:
    """One form or one gap; `value` is in units of the score, None where there is none.

    `leads_on` says that a line goes on to the next column, `key_before` names the version of the point before
    where that was scored in another way.
    """

    day: date
    session_no: int | None
    point: Point | None = None
    gap: Gap | None = None
    state: PointState = PointState.NOTHING
    value: float | None = None
    leads_on: bool = False
    key_before: str = ""

    @property
    def risk(self) -> Risk | None:
        """The answer to the critical item, where the form has one."""
        return self.point.scored.result.risk if self.point else None

    @property
    def identity(self) -> tuple[str, int]:
        """Tells it apart from other columns."""
        if self.point is not None:
            return "form", self.point.scored.administration.id
        return "gap", self.gap.not_given.session_id if self.gap else 0


@dataclass(frozen=True, slots=True)
class OutcomeFacts:
    """One score of one course; `low` and `high` are the ends of the whole scale.

    `is_covered` keeps answers to the critical item back while names are shortened.
    """

    course: MeasureCourse
    score: Score
    columns: tuple[Column, ...] = ()
    is_covered: bool = False

    @property
    def low(self) -> float:
        """The lowest end of the axis."""
        return self.score.low

    @property
    def high(self) -> float:
        """The highest end of the axis."""
        return self.score.high

    @property
    def critical_item(self) -> int | None:
        """The number of the critical item, from 1."""
        return self.course.definition.critical_item

    @property
    def values(self) -> tuple[float, ...]:
        """The complete scores, in order."""
        return tuple(one.value for one in self.columns if one.state is PointState.COMPLETE and one.value is not None)

    def place_of(self, administration_id: int) -> int | None:
        """The place of a form."""
        return next(
            (place for place, one in enumerate(self.columns) if one.identity == ("form", administration_id)), None
        )


def outcome_facts(course: MeasureCourse, key: str, *, is_covered: bool = False) -> OutcomeFacts | None:
    """What is shown of one score of a course; None for a score that it does not have."""
    score = course.score_of(key)
    if score is None:
        return None
    joined, changes = frozenset(course.joined(key)), {change.place: change.before for change in course.key_changes(key)}
    forms = [
        Column(
            day=point.day,
            session_no=point.session_no,
            point=point,
            state=point.state(key),
            value=point.value(key),
            leads_on=place in joined,
            key_before=changes.get(place, ""),
        )
        for place, point in enumerate(course.points)
    ]
    gaps = [Column(gap.day, gap.session_no, gap=gap) for gap in course.gaps]
    columns = sorted([*forms, *gaps], key=lambda one: one.day)
    return OutcomeFacts(course, score, tuple(_interrupted(columns)), is_covered)


def _interrupted(columns: Sequence[Column]) -> list[Column]:
    """No line leads on into a gap."""
    following = [*columns[1:], None]
    return [
        one if after is None or after.gap is None else replace(one, leads_on=False)
        for one, after in zip(columns, following, strict=True)
    ]
