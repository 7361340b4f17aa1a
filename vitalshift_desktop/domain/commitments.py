"""What client and counselor agreed to keep: how often, how long, when to look at it again, and what each does between.

Every change is a dated version of its own; versions belong to one episode.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import NewType

from vitalshift_desktop.domain.clients import LONGEST_TEXT, ClientId
from vitalshift_desktop.domain.episodes import EpisodeId
from vitalshift_desktop.domain.plain_text import check_visible
from vitalshift_desktop.domain.problems import (
    BreakTooLong,
    DateIsImpossible,
    EndsBeforeItStarts,
    TextIsMissing,
    TextTooLong,
)
from vitalshift_desktop.domain.sessions import Session, checked_minutes

CommitmentId = NewType("CommitmentId", int)
BreakId = NewType("BreakId", int)
DAYS_OF_A_WEEK = 7
MOST_TIMES = 7
MOST_WEEKS = 26
MOST_SESSIONS = 200
LONGEST_BREAK = 366


@dataclass(frozen=True, slots=True, order=True)
class Rhythm:
    """So many sessions (1 to 7) in so many weeks (1 to 26); raises ValueError for others."""

    times: int = 1
    weeks: int = 1

    def __post_init__(self) -> None:
        """Refuse what no two people agree on."""
        if not (1 <= self.times <= MOST_TIMES and 1 <= self.weeks <= MOST_WEEKS):
            raise ValueError((self.times, self.weeks))

    @property
    def days(self) -> float:
        """The usual number of days from one session to the next."""
        return self.weeks * DAYS_OF_A_WEEK / self.times

    def sessions_in(self, days: int) -> int:
        """How many whole sessions fall into so many days, closures and breaks taken out before."""
        return max(0, days) * self.times // (self.weeks * DAYS_OF_A_WEEK)


@dataclass(frozen=True, slots=True)
class CommitmentTerms:
    """What is agreed. No rhythm means: as needed; `minutes` is the length of a session, 5 to 720.

    `review_after` is the number of sessions after which both look at it again, 1 to 200, None where none was agreed.
    """

    rhythm: Rhythm | None = field(default_factory=Rhythm)
    minutes: int = 50
    review_after: int | None = None
    client_does: str = ""
    counselor_does: str = ""

    def checked(self) -> "CommitmentTerms":
        """The same without stray spaces; raises SessionTooShort, SessionTooLong, TextTooLong or HiddenCharacters.

        ValueError for a number of sessions that is none.
        """
        tidy = replace(self, client_does=self.client_does.strip(), counselor_does=self.counselor_does.strip())
        checked_minutes(tidy.minutes)
        check_visible(tidy.client_does, tidy.counselor_does)
        if max(len(tidy.client_does), len(tidy.counselor_does)) > LONGEST_TEXT:
            raise TextTooLong
        if tidy.review_after is not None and not 1 <= tidy.review_after <= MOST_SESSIONS:
            raise ValueError(tidy.review_after)
        return tidy


@dataclass(frozen=True, slots=True)
class Commitment:
    """One version, agreed with the client on a day; `reason` says why it changed, "" for the first one.

    `taken_back_at` is set on one that was written by mistake; it stays in the record and counts no more.
    """

    id: CommitmentId
    client_id: ClientId
    episode_id: EpisodeId
    number: int
    agreed_on: date
    terms: CommitmentTerms
    recorded_at: datetime
    reason: str = ""
    taken_back_at: datetime | None = None

    def checked(self, opened_on: date, today: date) -> "Commitment":
        """The same, tidied; raises TextIsMissing for a later version without a reason, TextTooLong, HiddenCharacters.

        DateIsImpossible for a day to come, or before the episode opened; and what `CommitmentTerms.checked` raises.
        """
        tidy = replace(self, terms=self.terms.checked(), reason=self.reason.strip())
        check_visible(tidy.reason)
        if tidy.number > 1 and not tidy.reason:
            raise TextIsMissing
        if len(tidy.reason) > LONGEST_TEXT:
            raise TextTooLong
        if not opened_on <= tidy.agreed_on <= today:
            raise DateIsImpossible
        return tidy


@dataclass(frozen=True, slots=True)
class Part:
    """The days, both included, in which one version counts."""

    commitment: Commitment
    first_day: date
    last_day: date


@dataclass(frozen=True, slots=True)
class AgreedBreak:
    """A time without sessions that was agreed with the client, from the first day to the last, both included."""

    id: BreakId
    client_id: ClientId
    first_day: date
    last_day: date
    agreed_on: date
    recorded_at: datetime
    words: str = ""
    taken_back_at: datetime | None = None

    def covers(self, day: date) -> bool:
        """Whether a day lies in it."""
        return self.first_day <= day <= self.last_day

    def checked(self, today: date) -> "AgreedBreak":
        """The same, tidied; raises EndsBeforeItStarts, BreakTooLong, TextTooLong or HiddenCharacters.

        DateIsImpossible for one that was agreed on a day to come.
        """
        tidy = replace(self, words=self.words.strip())
        check_visible(tidy.words)
        if tidy.last_day < tidy.first_day:
            raise EndsBeforeItStarts
        if (tidy.last_day - tidy.first_day).days >= LONGEST_BREAK:
            raise BreakTooLong
        if len(tidy.words) > LONGEST_TEXT:
            raise TextTooLong
        if tidy.agreed_on > today:
            raise DateIsImpossible
        return tidy


def standing(versions: Iterable[Commitment]) -> tuple[Commitment, ...]:
    """The versions that were not taken back, the first one first."""
    return tuple(sorted((one for one in versions if one.taken_back_at is None), key=lambda one: one.number))


def in_force_on(versions: Iterable[Commitment], day: date) -> Commitment | None:
    """The version that counts on a day: of those agreed by then the one with the highest number."""
    agreed = [one for one in standing(versions) if one.agreed_on <= day]
    return agreed[-1] if agreed else None


def review_day(commitment: Commitment, sessions: Iterable[Session]) -> date | None:
    """The day of the session after which both look at it again; None where none was agreed, or too few are known.

    Counted are the sessions of its episode from the day of agreeing on that were held, and those planned ahead.
    """
    after = commitment.terms.review_after
    days = sorted(one.day for one in sessions if one.stands and counts_for(commitment, one))
    return days[after - 1] if after is not None and len(days) >= after else None


def counts_for(commitment: Commitment, session: Session) -> bool:
    """Whether a session lies in the episode of a version and not before it."""
    return session.episode_id == commitment.episode_id and session.day >= commitment.agreed_on


def parts_of(versions: Iterable[Commitment], until: date) -> tuple[Part, ...]:
    """Which version counts from when to when, up to and with a day, in order of time; each day lies in one part.

    A version that a later one dates back over has no days and makes no part.
    """
    known = standing(versions)
    starts = sorted({one.agreed_on for one in known if one.agreed_on <= until})
    parts: list[Part] = []
    for place, first in enumerate(starts):
        last = starts[place + 1] - timedelta(days=1) if place + 1 < len(starts) else until
        commitment = in_force_on(known, first)
        if commitment is None:
            continue
        if parts and parts[-1].commitment == commitment:
            parts[-1] = replace(parts[-1], last_day=last)
        else:
            parts.append(Part(commitment, first, last))
    return tuple(parts)
