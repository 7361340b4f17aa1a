"""When client and counselor look at all their clauses together again: by sessions, or because something changed."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import NewType

from vitalshift_desktop.domain.agreements import Topic
from vitalshift_desktop.domain.clients import LONGEST_TEXT, ClientId, ServiceType
from vitalshift_desktop.domain.minors import age_on
from vitalshift_desktop.domain.plain_text import check_visible
from vitalshift_desktop.domain.problems import DateIsImpossible, ReviewBeforeStart, TextTooLong

ClauseReviewId = NewType("ClauseReviewId", int)

FIRST_REVIEW, NEXT_REVIEWS = 5, 12
"""Sessions: the first review, and from one review to the next. Our own choice, which the settings can change."""

AGES = (16, 18)
"""Years. What was agreed for a child is looked at again when the child reaches them."""

MOST_SESSIONS = 99


class ReviewCause(StrEnum):
    """Why the clauses are to be looked at together."""

    SESSIONS = "sessions"
    AGE = "age"
    SERVICE_TYPE = "service_type"
    ONLINE = "online"
    INTERPRETER = "interpreter"


@dataclass(frozen=True, slots=True)
class ReviewRhythm:
    """The session of the first review, and how many sessions lie between one review and the next (1 to 99)."""

    first: int = FIRST_REVIEW
    every: int = NEXT_REVIEWS

    def checked(self) -> "ReviewRhythm":
        """The same; raises ValueError outside of 1 to 99."""
        if not (1 <= self.first <= MOST_SESSIONS and 1 <= self.every <= MOST_SESSIONS):
            raise ValueError(self)
        return self


@dataclass(frozen=True, slots=True)
class WorkNow:
    """How the work with a client is done; a change of it is a reason to look at the clauses."""

    service_type: ServiceType = ServiceType.COUNSELING
    online: bool = False
    with_interpreter: bool = False


@dataclass(frozen=True, slots=True)
class ClauseReview:
    """One look at all clauses together: on which day, after which session of the episode, and what came of it."""

    id: ClauseReviewId
    client_id: ClientId
    reviewed_on: date
    session_no: int
    work: WorkNow
    words: str = ""

    def checked(self, since: date, today: date) -> "ClauseReview":
        """The same without stray spaces.

        Raises ReviewBeforeStart for a day before anything was agreed, DateIsImpossible for one still to come,
        TextTooLong or HiddenCharacters.
        """
        tidy = replace(self, words=self.words.strip())
        check_visible(tidy.words)
        if len(tidy.words) > LONGEST_TEXT:
            raise TextTooLong
        if self.reviewed_on < since:
            raise ReviewBeforeStart
        if self.reviewed_on > today:
            raise DateIsImpossible
        return tidy


@dataclass(frozen=True, slots=True)
class ReviewFacts:
    """What decides when one client's clauses are looked at together.

    `topics` are those of the clauses in force, `since` is the day on which the oldest of them began, `held` the number
    of sessions of the episode so far, `last` the latest review of the episode. `days` are the days of those sessions
    held that a review could have fallen on, in their order: the first, and every so many after it; they are only asked
    for where `last` is None, and end with the first one that lies after `since`.
    """

    client_id: ClientId
    since: date
    held: int
    work: WorkNow
    born: date | None = None
    last: ClauseReview | None = None
    days: tuple[date, ...] = ()
    topics: frozenset[Topic] = frozenset()


@dataclass(frozen=True, slots=True)
class TogetherDue:
    """That it is time to look at all clauses of a client: since when, why, and with which session or age (years)."""

    since: date
    causes: tuple[ReviewCause, ...]
    session_no: int
    age: int | None = None


def next_session(facts: ReviewFacts, rhythm: ReviewRhythm) -> int:
    """The number of the session of the next review: counted from the last one, or the first after what was agreed."""
    if facts.last is not None:
        return facts.last.session_no + rhythm.every
    past = sum(day <= facts.since for day in facts.days)
    return rhythm.first + past * rhythm.every


def causes(facts: ReviewFacts, rhythm: ReviewRhythm, today: date) -> tuple[ReviewCause, ...]:
    """Why the clauses are to be looked at now; nothing where they are not.

    How the work is done is compared with how it was done at the last review, so that a change speaks until the next
    one. Online work or an interpreter speaks only while no clause about it is in force.
    """
    looked = facts.last.reviewed_on if facts.last is not None else facts.since
    was = facts.last.work if facts.last is not None else facts.work
    reasons = {
        ReviewCause.SESSIONS: facts.held >= next_session(facts, rhythm),
        ReviewCause.AGE: bool(_birthdays(facts.born, looked, today)),
        ReviewCause.SERVICE_TYPE: was.service_type is not facts.work.service_type,
        ReviewCause.ONLINE: facts.work.online and not was.online and Topic.ONLINE not in facts.topics,
        ReviewCause.INTERPRETER: (
            facts.work.with_interpreter and not was.with_interpreter and Topic.INTERPRETER not in facts.topics
        ),
    }
    return tuple(cause for cause, holds in reasons.items() if holds)


def age_reached(facts: ReviewFacts, today: date) -> int | None:
    """The age that was reached since the clauses were looked at last, in years: 16 or 18; None where none was."""
    looked = facts.last.reviewed_on if facts.last is not None else facts.since
    return max(_birthdays(facts.born, looked, today), default=None)


def _birthdays(born: date | None, after: date, until: date) -> list[int]:
    if born is None or born > after:
        return []
    return [age for age in AGES if age_on(born, after) < age <= age_on(born, until)]


def latest(reviews: Iterable[ClauseReview], opened_on: date) -> ClauseReview | None:
    """The last review since an episode was opened; None before the first."""
    theirs = [review for review in reviews if review.reviewed_on >= opened_on]
    return max(theirs, key=lambda review: (review.reviewed_on, review.id), default=None)
