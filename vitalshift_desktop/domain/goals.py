"""A goal in the client's words, and how far client and counselor say it has come."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import NewType

from vitalshift_desktop.domain.clients import LONGEST_TEXT, ClientId
from vitalshift_desktop.domain.measures.administration import Rater
from vitalshift_desktop.domain.problems import AnswerOutOfRange, TextIsMissing, TextTooLong
from vitalshift_desktop.domain.sessions import SessionId

GoalId = NewType("GoalId", int)
LOWEST_RATING = 0
HIGHEST_RATING = 10


class GoalStatus(StrEnum):
    """Whether a goal is worked on."""

    ACTIVE = "active"
    REACHED = "reached"
    SET_ASIDE = "set_aside"


class ProposedBy(StrEnum):
    """Whose idea the goal was."""

    CLIENT = "client"
    COUNSELOR = "counselor"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class GoalDetails:
    """What is written down about a goal. `target` is a rating from 0 to 10 or None."""

    wording: str
    short: str = ""
    proposed_by: ProposedBy = ProposedBy.CLIENT
    agreed_on: date | None = None
    review_on: date | None = None
    target: int | None = None

    def checked(self) -> "GoalDetails":
        """The same details without stray spaces; raises TextIsMissing, TextTooLong or AnswerOutOfRange."""
        tidy = replace(self, wording=self.wording.strip(), short=self.short.strip())
        if not tidy.wording:
            raise TextIsMissing
        if len(tidy.wording) > LONGEST_TEXT:
            raise TextTooLong
        if tidy.target is not None:
            check_rating(tidy.target)
        return tidy


@dataclass(frozen=True, slots=True)
class Goal:
    """One goal of one client."""

    id: GoalId
    client_id: ClientId
    details: GoalDetails
    status: GoalStatus = GoalStatus.ACTIVE

    @property
    def name(self) -> str:
        """The short name where there is one, else the whole wording."""
        return self.details.short or self.details.wording


@dataclass(frozen=True, slots=True)
class GoalCount:
    """How many goals are worked on, and how many of them the client agreed to."""

    active: int = 0
    agreed: int = 0


@dataclass(frozen=True, slots=True)
class GoalRating:
    """How far a goal has come, 0 to 10, on a day, by one rater."""

    goal_id: GoalId
    rating: int
    rated_on: date
    rater: Rater = Rater.CLIENT
    session_id: SessionId | None = None


@dataclass(frozen=True, slots=True)
class GoalCourse:
    """A goal with all its ratings in order of time."""

    goal: Goal
    ratings: tuple[GoalRating, ...] = ()

    def by(self, rater: Rater) -> tuple[GoalRating, ...]:
        """The ratings of one rater."""
        return tuple(rating for rating in self.ratings if rating.rater is rater)

    @property
    def start(self) -> int | None:
        """The client's first rating."""
        return next((rating.rating for rating in self.by(Rater.CLIENT)), None)

    @property
    def now(self) -> int | None:
        """The client's latest rating."""
        return next((rating.rating for rating in reversed(self.by(Rater.CLIENT))), None)


def check_rating(rating: int) -> None:
    """Raises AnswerOutOfRange unless the rating is a whole number from 0 to 10."""
    if not LOWEST_RATING <= rating <= HIGHEST_RATING:
        raise AnswerOutOfRange


def courses(goals: Iterable[Goal], ratings: Iterable[GoalRating]) -> tuple[GoalCourse, ...]:
    """Each goal with its own ratings, oldest first."""
    ordered = sorted(ratings, key=lambda rating: rating.rated_on)
    return tuple(GoalCourse(goal, tuple(r for r in ordered if r.goal_id == goal.id)) for goal in goals)
