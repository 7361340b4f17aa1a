"""In person and online side by side, of one client: means and counts, and what cannot be read from them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from vitalshift_desktop.domain.outcome_change import READABLE_SIDE, ByPlace, Side, by_place
from vitalshift_desktop.domain.outcomes import MeasureCourse
from vitalshift_desktop.ui.score_words import mean_words
from vitalshift_desktop.words import _


@dataclass(frozen=True, slots=True)
class PlaceLine:
    """One row: the measure, both sides, and what can be read from them."""

    measure: str
    in_person: str
    online: str
    reading: str


def place_lines(named: Iterable[tuple[str, MeasureCourse]]) -> tuple[PlaceLine, ...]:
    """The rows of all measures that were given both in person and online."""
    found: list[PlaceLine] = []
    for name, course in named:
        for score in _scores(course):
            sides = by_place(course, score)
            if sides.has_both:
                words = name if len(_scores(course)) == 1 else f"{name}, {_name(course, score)}"
                found.append(PlaceLine(words, _side(sides.in_person), _side(sides.online), _reading(sides)))
    return tuple(found)


def _scores(course: MeasureCourse) -> Sequence[str]:
    """The total, or where there is none every part."""
    return [course.definition.total.key] if course.definition.total else [score.key for score in course.scores]


def _name(course: MeasureCourse, key: str) -> str:
    score = course.score_of(key)
    return score.name if score else key


def _side(side: Side) -> str:
    if side.mean is None:
        return _("none")
    return _("mean {mean}, n = {n}").format(mean=mean_words(side.mean), n=side.n)


def _reading(sides: ByPlace) -> str:
    if not sides.can_be_read:
        return _("Under {n} on a side: nothing can be read from it.").format(n=READABLE_SIDE)
    difference = mean_words(abs((sides.online.mean or 0) - (sides.in_person.mean or 0)))
    return _("{n} apart. When they were given differs too, so it does not say why.").format(n=difference)
