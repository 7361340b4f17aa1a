"""What changed on one measure since its baseline: published values alone, and only complete scores of one key.

Rules: reliable change and classes after Jacobson & Truax 1991 with the values published for each measure; which score
is the baseline, and the words on the course, are VitalShift rules.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from vitalshift_desktop.domain.measures.classes import Classified, classify
from vitalshift_desktop.domain.measures.cutoffs import boundary_of
from vitalshift_desktop.domain.measures.instrument import TOTAL, ChangeValue, Cutoff, Score
from vitalshift_desktop.domain.measures.on_track import OnTrack, on_track
from vitalshift_desktop.domain.measures.paired import Pair, PairedChange, paired_change
from vitalshift_desktop.domain.measures.reliable_change import baseline as near_begin
from vitalshift_desktop.domain.measures.reliable_change import move_by_points
from vitalshift_desktop.domain.outcomes import MeasureCourse

_CASENESS = "caseness"
READABLE_SIDE = 5


class BaselineReason(StrEnum):
    """Why this score is the baseline."""

    NEAR_BEGIN = "near_begin"
    FIRST_COMPLETE = "first_complete"
    NEW_KEY = "new_key"
    BEGIN_UNKNOWN = "begin_unknown"


@dataclass(frozen=True, slots=True)
class Baseline:
    """The score that change is counted from; `days_in` counts from the day on which the episode began."""

    place: int
    day: date
    value: float
    reason: BaselineReason
    days_in: int | None


@dataclass(frozen=True, slots=True)
class Change:
    """What the latest complete score says against the baseline; values in units of the score, not rounded.

    `n` counts the complete scores of this key from the baseline on, `passed_over` the forms since then that are not
    compared. `published` is the reliable change, None where nobody published one: then nothing is classified.
    `cutoff` is the one used, None where none is published. `latest_place` is the baseline's while there is one score.
    """

    score: Score
    baseline: Baseline
    latest_place: int
    latest_day: date
    latest: float
    n: int
    passed_over: int
    published: ChangeValue | None
    cutoff: Cutoff | None
    classified: Classified | None
    track: OnTrack

    @property
    def points(self) -> float:
        """The latest score less the baseline."""
        return self.latest - self.baseline.value

    @property
    def has_second(self) -> bool:
        """Whether there is a score to compare with the baseline."""
        return self.n > 1


@dataclass(frozen=True, slots=True)
class PairedReading:
    """PHQ-9 and GAD-7 of two days on which both were complete."""

    first_day: date
    first: Pair
    last_day: date
    last: Pair
    change: PairedChange


@dataclass(frozen=True, slots=True)
class Side:
    """The complete scores of one way of meeting: how many, and their mean, None without any."""

    n: int
    mean: float | None


@dataclass(frozen=True, slots=True)
class ByPlace:
    """The same client in person and online, scores of one key; forms given outside sessions belong to neither."""

    in_person: Side
    online: Side

    @property
    def can_be_read(self) -> bool:
        """Whether both sides have at least five scores; below that nothing can be read from the two means."""
        return min(self.in_person.n, self.online.n) >= READABLE_SIDE

    @property
    def has_both(self) -> bool:
        """Whether there is anything to lay side by side."""
        return min(self.in_person.n, self.online.n) > 0


def used_cutoff(score: Score) -> Cutoff | None:
    """The cut-off that change is classified with: the one for caseness, else the first published one."""
    caseness = (cutoff for cutoff in score.cutoffs if _CASENESS in cutoff.name.lower())
    return next(caseness, next(iter(score.cutoffs), None))


def change_of(course: MeasureCourse, key: str = TOTAL) -> Change | None:
    """The change on one score of a course; None while no complete score is there."""
    places = course.comparable(key)
    if not places:
        return None
    score = course.points[places[-1]].definition_of(key)
    begin = _baseline(course, key, places)
    if score is None or begin is None:
        return None
    since = [place for place in places if place >= begin.place]
    values = [value for place in since if (value := course.points[place].complete_value(key)) is not None]
    published, cutoff = next(iter(score.changes), None), used_cutoff(score)
    boundary = boundary_of(cutoff) if cutoff else None
    classified = None
    if published is not None and len(values) > 1:
        move = move_by_points(begin.value, values[-1], published.points, score.direction)
        classified = classify(begin.value, values[-1], move, boundary)
    return Change(
        score=score,
        baseline=begin,
        latest_place=since[-1],
        latest_day=course.points[since[-1]].day,
        latest=values[-1],
        n=len(values),
        passed_over=len(course.points) - begin.place - len(since),
        published=published,
        cutoff=cutoff,
        classified=classified,
        track=on_track(values, published.points if published else None, boundary, score.direction),
    )


def paired_reading(phq: MeasureCourse, gad: MeasureCourse) -> PairedReading | None:
    """Both measures on the first and the last of the days on which both were complete; None below two such days.

    The first is the baseline's day by the same rule as for one measure.
    """
    phq_scores, gad_scores = _by_day(phq), _by_day(gad)
    days = sorted(phq_scores.keys() & gad_scores.keys())
    if not days:
        return None
    opened_on = phq.opened_on or days[0]
    first = days[near_begin([(day, phq_scores[day]) for day in days], opened_on) or 0]
    if first == days[-1]:
        return None
    pairs = [Pair(phq_scores[day], gad_scores[day]) for day in (first, days[-1])]
    return PairedReading(first, pairs[0], days[-1], pairs[1], paired_change(*pairs))


def by_place(course: MeasureCourse, key: str = TOTAL) -> ByPlace:
    """The complete scores of one key, in person and online."""
    points = [course.points[place] for place in course.comparable(key)]
    values: dict[bool, list[float]] = {False: [], True: []}
    for point in points:
        value = point.complete_value(key)
        if point.is_online is not None and value is not None:
            values[point.is_online].append(value)
    return ByPlace(_side(values[False]), _side(values[True]))


def _baseline(course: MeasureCourse, key: str, places: Sequence[int]) -> Baseline | None:
    """The first score within 14 days of the beginning; else the first complete one with the key in use."""
    scores = [(course.points[place].day, course.points[place].complete_value(key)) for place in places]
    near = near_begin(scores, course.opened_on) if course.opened_on else None
    place = places[near or 0]
    value = course.points[place].complete_value(key)
    if value is None:
        return None
    day = course.points[place].day
    days_in = (day - course.opened_on).days if course.opened_on else None
    return Baseline(place, day, value, _reason(course, key, place, is_near=near is not None), days_in)


def _reason(course: MeasureCourse, key: str, place: int, *, is_near: bool) -> BaselineReason:
    if is_near:
        return BaselineReason.NEAR_BEGIN
    earlier = course.points[:place]
    if any(point.complete_value(key) is not None for point in earlier):
        return BaselineReason.NEW_KEY
    return BaselineReason.FIRST_COMPLETE if course.opened_on else BaselineReason.BEGIN_UNKNOWN


def _by_day(course: MeasureCourse) -> Mapping[date, float]:
    points = [course.points[place] for place in course.comparable(TOTAL)]
    return {point.day: value for point in points if (value := point.complete_value(TOTAL)) is not None}


def _side(values: Sequence[float]) -> Side:
    return Side(len(values), sum(values) / len(values) if values else None)
