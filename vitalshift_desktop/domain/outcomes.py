"""The course of one measure: every point as it was scored with its own key, never across a change of key."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise
from types import MappingProxyType

from vitalshift_desktop.domain.measures.administration import Rater
from vitalshift_desktop.domain.measures.instrument import TOTAL, Instrument, Score
from vitalshift_desktop.domain.measures.not_given import NotGiven
from vitalshift_desktop.domain.measures.results import Reason, ScoreResult, Status
from vitalshift_desktop.domain.measures.scored import Scored
from vitalshift_desktop.domain.online import ONLINE
from vitalshift_desktop.domain.related_people import RelatedPersonId
from vitalshift_desktop.domain.sessions import Session, SessionId

Which = tuple[str, Rater, RelatedPersonId | None]


class PointState(StrEnum):
    """What can be drawn of a point, and how."""

    COMPLETE = "complete"
    PRORATED = "prorated"
    LEFT_OUT = "left_out"
    INCOMPLETE = "incomplete"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Point:
    """One form in the course; outside any session there is no number, and nobody knows how they met."""

    scored: Scored
    session_no: int | None = None
    is_online: bool | None = None

    @property
    def day(self) -> date:
        """The day on which it was given."""
        return self.scored.administration.given_on

    @property
    def version(self) -> str:
        """The version of the key it was scored with."""
        return self.scored.result.version

    def is_made_as(self, other: "Point", key: str) -> bool:
        """Whether this score was made in the same way as that of another point; only such scores are compared."""
        return self.scored.definition.makes_alike(other.scored.definition, key)

    def definition_of(self, key: str) -> Score | None:
        """How this score was worked out on its day."""
        return next((score for score in self.scored.definition.scores if score.key == key), None)

    def score(self, key: str) -> ScoreResult | None:
        """One of its scores; None where the key of that day had none of this name."""
        return self.scored.result.scores.get(key)

    def state(self, key: str) -> PointState:
        """How this score is to be drawn."""
        score = self.score(key)
        if score is None or score.status is Status.NOT_COMPUTABLE:
            return PointState.NOTHING
        if score.status is Status.INCOMPLETE:
            return PointState.INCOMPLETE
        if score.reason is Reason.ITEMS_LEFT_OUT:
            return PointState.LEFT_OUT
        return PointState.PRORATED if score.status is Status.PRORATED else PointState.COMPLETE

    def value(self, key: str) -> float | None:
        """The score as it was worked out, not rounded; None where there is none."""
        score = self.score(key)
        return score.value if score is not None else None

    def complete_value(self, key: str) -> float | None:
        """The score where every item it needs was answered and nothing was left out; only such ones are compared."""
        return self.value(key) if self.state(key) is PointState.COMPLETE else None


@dataclass(frozen=True, slots=True)
class Gap:
    """A session in which this measure was not given, and why."""

    day: date
    session_no: int | None
    not_given: NotGiven


@dataclass(frozen=True, slots=True)
class KeyChange:
    """From `place` on a score is made in another way than at the point before; nothing is compared across.

    `before` and `after` name the versions. A new version with the same scoring is no such change.
    """

    place: int
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class MeasureCourse:
    """One rater's forms of one instrument, oldest first; `definition` is what the latest one was scored with.

    Of guardians each is a rater of their own; `person_id` says who, None where that was not said.

    `corrected` are entries that were put right later: they are history, and never drawn or compared. `opened_on` is
    the day on which the episode began. `gaps` are the sessions in which the client was not given this measure.
    """

    definition: Instrument
    rater: Rater
    points: tuple[Point, ...] = ()
    opened_on: date | None = None
    corrected: tuple[Scored, ...] = ()
    gaps: tuple[Gap, ...] = ()
    person_id: RelatedPersonId | None = None

    @property
    def which(self) -> Which:
        """Tells it apart from the other courses of a client."""
        return self.definition.id, self.rater, self.person_id

    @property
    def scores(self) -> tuple[Score, ...]:
        """What can be drawn: the total and the parts, or the parts alone."""
        return self.definition.scores

    @property
    def main_score(self) -> Score | None:
        """The total where there is one, else the first part."""
        return self.definition.total or next(iter(self.definition.scores), None)

    def score_of(self, key: str) -> Score | None:
        """The definition of one score."""
        return self.definition.score_named(key)

    def key_changes(self, key: str) -> tuple[KeyChange, ...]:
        """Where the way in which a score is made changes from one point to the next."""
        return tuple(
            KeyChange(place, before.version, after.version)
            for place, (before, after) in enumerate(pairwise(self.points), start=1)
            if not before.is_made_as(after, key)
        )

    def joined(self, key: str) -> tuple[int, ...]:
        """The places from which a line leads to the next: both complete, both scored with the same key."""
        return tuple(
            place
            for place, (before, after) in enumerate(pairwise(self.points))
            if before.is_made_as(after, key)
            and before.complete_value(key) is not None
            and after.complete_value(key) is not None
        )

    def comparable(self, key: str = TOTAL) -> tuple[int, ...]:
        """The places of the complete scores with the key of the latest complete one."""
        complete = [place for place, point in enumerate(self.points) if point.complete_value(key) is not None]
        if not complete:
            return ()
        latest = self.points[complete[-1]]
        return tuple(place for place in complete if self.points[place].is_made_as(latest, key))


def measure_courses(
    forms: Iterable[Scored],
    sessions: Iterable[Session],
    numbers: Mapping[SessionId, int],
    opened_on: date | None = None,
    corrected: Iterable[Scored] = (),
    not_given: Iterable[NotGiven] = (),
    definitions: Mapping[str, Instrument] = MappingProxyType({}),
) -> tuple[MeasureCourse, ...]:
    """The courses of these forms, one for each instrument and rater, in the order in which they were first given.

    A measure that was only ever noted as not given has a course without points, by its definition in `definitions`.
    """
    by_id = {session.id: session for session in sessions}
    put_right, gaps = _by_course(corrected), _gaps(not_given, by_id, numbers)
    given_once = _by_course(forms)
    found = tuple(
        MeasureCourse(
            definition=given[-1].definition,
            rater=given[-1].administration.rater,
            points=tuple(_point(form, by_id, numbers) for form in given),
            opened_on=opened_on,
            corrected=tuple(put_right.get(which, ())),
            gaps=tuple(gaps.get(which, ())),
            person_id=given[-1].administration.person_id,
        )
        for which, given in given_once.items()
    )
    never = [which for which in gaps if which not in given_once and which[0] in definitions]
    return (*found, *(_without_points(definitions[which[0]], gaps[which], opened_on) for which in never))


def _without_points(definition: Instrument, gaps: Iterable[Gap], opened_on: date | None) -> MeasureCourse:
    return MeasureCourse(definition, Rater.CLIENT, opened_on=opened_on, gaps=tuple(gaps))


def _by_course(forms: Iterable[Scored]) -> dict[Which, list[Scored]]:
    found: dict[Which, list[Scored]] = {}
    for form in sorted(forms, key=lambda one: (one.administration.given_on, one.administration.recorded_at)):
        given = form.administration
        found.setdefault((given.instrument_id, given.rater, given.person_id), []).append(form)
    return found


def _gaps(
    not_given: Iterable[NotGiven], sessions: Mapping[SessionId, Session], numbers: Mapping[SessionId, int]
) -> dict[Which, list[Gap]]:
    found: dict[Which, list[Gap]] = {}
    for one in not_given:
        session = sessions.get(one.session_id)
        if session is not None:
            gap = Gap(session.day, numbers.get(session.id), one)
            found.setdefault((one.instrument_id, Rater.CLIENT, None), []).append(gap)
    return found


def _point(form: Scored, sessions: Mapping[SessionId, Session], numbers: Mapping[SessionId, int]) -> Point:
    session_id = form.administration.session_id
    session = sessions.get(session_id) if session_id is not None else None
    if session is None:
        return Point(form)
    return Point(form, numbers.get(session.id), session.modality in ONLINE)
