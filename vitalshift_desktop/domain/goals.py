"""A goal in the client's words, and how far client and counselor say it has come."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import NewType

from vitalshift_desktop.domain.clients import LONGEST_TEXT, ClientId
from vitalshift_desktop.domain.measures.administration import Rater
from vitalshift_desktop.domain.plain_text import check_visible
from vitalshift_desktop.domain.problems import AnswerOutOfRange, ReviewBeforeStart, TextIsMissing, TextTooLong
from vitalshift_desktop.domain.sessions import SessionId

GoalId = NewType("GoalId", int)
LOWEST_RATING = 0
HIGHEST_RATING = 10
LEVEL_FIELDS = ("much_less", "less", "hoped", "more", "much_more")
"""The fields with the words for the attainment levels -2, -1, 0, 1 and 2."""
USUAL_START = -1
"""Where a goal starts unless told otherwise: one below what is hoped for, so that getting worse has a level too."""


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
    """What is written down about a goal. `target` is a rating from 0 to 10 or None.

    Each attainment level, -2 to 2, may have words of its own; `start_level` is the one where the work began.
    """

    wording: str
    short: str = ""
    proposed_by: ProposedBy = ProposedBy.CLIENT
    agreed_on: date | None = None
    review_on: date | None = None
    target: int | None = None
    much_less: str = ""
    less: str = ""
    hoped: str = ""
    more: str = ""
    much_more: str = ""
    start_level: int = USUAL_START

    @property
    def level_words(self) -> dict[int, str]:
        """The words of each level from -2 to 2, "" where there are none."""
        return {level: str(getattr(self, name)) for level, name in enumerate(LEVEL_FIELDS, start=-2)}

    def with_levels(self, words: Mapping[int, str]) -> "GoalDetails":
        """The same with these words for some levels."""
        all_words = self.level_words | dict(words)
        much_less, less, hoped, more, much_more = (all_words[level] for level in range(-2, 3))
        return replace(self, much_less=much_less, less=less, hoped=hoped, more=more, much_more=much_more)

    def checked(self) -> "GoalDetails":
        """The same details without stray spaces.

        Raises TextIsMissing, TextTooLong, HiddenCharacters, AnswerOutOfRange, or ReviewBeforeStart for a day to look
        again that is before the day of agreeing.
        """
        tidy = replace(self, wording=self.wording.strip(), short=self.short.strip())
        tidy = tidy.with_levels({level: text.strip() for level, text in self.level_words.items()})
        if not tidy.wording:
            raise TextIsMissing
        texts = (tidy.wording, tidy.short, *tidy.level_words.values())
        if any(len(text) > LONGEST_TEXT for text in texts):
            raise TextTooLong
        check_visible(*texts)
        if tidy.target is not None:
            check_rating(tidy.target)
        if tidy.start_level not in tidy.level_words:
            raise AnswerOutOfRange
        tidy.check_review(tidy.agreed_on)
        return tidy

    def check_review(self, start: date | None) -> None:
        """Raises ReviewBeforeStart when it is to be looked at again before this day."""
        if start is not None and self.review_on is not None and self.review_on < start:
            raise ReviewBeforeStart


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
