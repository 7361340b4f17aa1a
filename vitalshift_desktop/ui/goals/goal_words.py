"""A goal, its ratings and its days in words."""

from dataclasses import dataclass
from datetime import date

from vitalshift_desktop.domain.goals import Goal, GoalCourse, GoalDetails, GoalStatus
from vitalshift_desktop.domain.measures.administration import Rater
from vitalshift_desktop.domain.sessions import SessionId
from vitalshift_desktop.ui.dates_in_words import near, with_year
from vitalshift_desktop.words import _

_QUOTES = ("“", '"', "„", "«")


@dataclass(frozen=True, slots=True)
class RatedDay:
    """What client and counselor said on one day, or in one session of it."""

    day: date
    session_id: SessionId | None
    client: int | None
    counselor: int | None


def quoted(wording: str) -> str:
    """The words between quotation marks, unless they have some."""
    return wording if wording.startswith(_QUOTES) else _("“{words}”").format(words=wording)


def agreed_words(details: GoalDetails, name: str) -> str:
    """Whether and when the goal was agreed with the client of this name."""
    if details.agreed_on is None:
        return _("Proposed, not agreed with {name} yet").format(name=name)
    return _("Agreed with {name}, {day}").format(name=name, day=with_year(details.agreed_on))


def now_words(course: GoalCourse) -> tuple[str, str]:
    """The latest rating, and the target after it."""
    target = course.goal.details.target
    if course.now is None:
        aim = _("target {n}").format(n=target) if target is not None else ""
        return "", aim or _("not rated")
    return str(course.now), _("of {n}").format(n=target) if target is not None else ""


def course_words(course: GoalCourse) -> str:
    """The client's ratings one after the other, for those who cannot see the line."""
    ratings = ", ".join(str(rating.rating) for rating in course.by(Rater.CLIENT))
    said = _("Client’s ratings: {ratings}.").format(ratings=ratings) if ratings else _("Not rated yet.")
    target = course.goal.details.target
    return said if target is None else said + " " + _("Target {n}.").format(n=target)


def review_words(goal: Goal, today: date) -> tuple[str, str]:
    """The day for looking at the goal again, and the tone of the words; only a goal that is worked on is overdue."""
    day = goal.details.review_on
    if day is None:
        return "", ""
    if goal.status is GoalStatus.ACTIVE and day <= today:
        return (
            (_("Review today"), "attn") if day == today else (_("Was due {day}").format(day=near(day, today)), "attn")
        )
    return near(day, today), "2"


def rated_days(course: GoalCourse) -> tuple[RatedDay, ...]:
    """The ratings, newest first, client's and counselor's of the same day or session in one line."""
    found: dict[tuple[date, SessionId | None], dict[Rater, int]] = {}
    for rating in course.ratings:
        found.setdefault((rating.rated_on, rating.session_id), {})[rating.rater] = rating.rating
    lines = [
        RatedDay(day, session_id, said.get(Rater.CLIENT), said.get(Rater.COUNSELOR))
        for (day, session_id), said in found.items()
    ]
    return tuple(lines[::-1])
