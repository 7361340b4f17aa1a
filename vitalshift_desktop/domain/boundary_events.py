"""A note on an agreement: what happened that touches a clause, in facts, and what the counselor calls it later.

It stays as it was written; whatever comes later, a class among it, is an addition with its own date.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from enum import StrEnum
from types import MappingProxyType
from typing import NewType

from vitalshift_desktop.domain.agreements import ClauseId, ClauseVersion, Topic
from vitalshift_desktop.domain.clients import LONGEST_FIELD, LONGEST_TEXT, ClientId
from vitalshift_desktop.domain.contacts import ContactId, StartedBy
from vitalshift_desktop.domain.plain_text import check_visible
from vitalshift_desktop.domain.problems import (
    AlreadyRecorded,
    ClassIsOfOthers,
    DateIsImpossible,
    DistressIsNoEvent,
    TextIsMissing,
    TextTooLong,
)
from vitalshift_desktop.domain.record_classes import RecordClass

BoundaryEventId = NewType("BoundaryEventId", int)
WorksheetId = NewType("WorksheetId", int)


class Conduct(StrEnum):
    """Whose conduct a note is about."""

    COUNSELOR = "counselor"
    CLIENT = "client"


class EventClass(StrEnum):
    """What a note is called: crossing and violation for the counselor's own conduct, the others for the client's."""

    CROSSING_HELPFUL = "crossing_helpful"
    CROSSING_NEUTRAL = "crossing_neutral"
    CROSSING_HARMFUL = "crossing_harmful"
    VIOLATION = "violation"
    KEPT = "kept"
    STRETCHED = "stretched"
    NOT_KEPT = "not_kept"
    NEEDS_REWORDING = "needs_rewording"


CLASSES: Mapping[Conduct, tuple[EventClass, ...]] = MappingProxyType(
    {
        Conduct.COUNSELOR: (
            EventClass.CROSSING_HELPFUL,
            EventClass.CROSSING_NEUTRAL,
            EventClass.CROSSING_HARMFUL,
            EventClass.VIOLATION,
        ),
        Conduct.CLIENT: (
            EventClass.KEPT,
            EventClass.STRETCHED,
            EventClass.NOT_KEPT,
            EventClass.NEEDS_REWORDING,
        ),
    }
)
"""The classes that may be chosen, by whose conduct a note is about."""


class AdditionKind(StrEnum):
    """What was added: words, a class, that it was talked about, or that the note was written by mistake."""

    WORDS = "words"
    CLASS = "class"
    TALKED = "talked"
    SET_ASIDE = "set_aside"


@dataclass(frozen=True, slots=True)
class EventDetails:
    """What is written at once: the facts alone have to be there.

    `at` is on the wall clock in `zone`, None where nobody knows the time. `thinking` is the counselor's own and is on
    no page that a client may see.
    """

    day: date
    facts: str
    conduct: Conduct
    started_by: StartedBy
    at: time | None = None
    zone: str = "UTC"
    planned: bool = False
    client_words: str = ""
    thinking: str = ""
    consulted: str = ""
    discussed_on: date | None = None
    reaction: str = ""

    def checked(self, today: date) -> "EventDetails":
        """The same details without stray spaces.

        Raises TextIsMissing without facts, TextTooLong, HiddenCharacters, or DateIsImpossible for a day still to come
        and for a talk that was before the day it was about.
        """
        texts = {name: getattr(self, name).strip() for name in ("facts", "client_words", "thinking", "reaction")}
        tidy = replace(self, consulted=" ".join(self.consulted.split()), **texts)
        if not tidy.facts:
            raise TextIsMissing
        if max(len(text) for text in texts.values()) > LONGEST_TEXT or len(tidy.consulted) > LONGEST_FIELD:
            raise TextTooLong
        for text in (*texts.values(), self.consulted):
            check_visible(*text.splitlines())
        if tidy.day > today:
            raise DateIsImpossible
        _check_talk(tidy.discussed_on, tidy.day, today)
        return tidy


@dataclass(frozen=True, slots=True)
class EventAddition:
    """Something added to a note on a day, never changed: `event_class` with a class, `on` with a talk."""

    kind: AdditionKind
    text: str
    recorded_at: datetime
    signer: str
    event_class: EventClass | None = None
    on: date | None = None

    def tidy(self) -> "EventAddition":
        """The same addition without stray spaces; raises TextTooLong or HiddenCharacters."""
        text = self.text.strip()
        if len(text) > LONGEST_TEXT:
            raise TextTooLong
        check_visible(*text.splitlines())
        return replace(self, text=text)


@dataclass(frozen=True, slots=True)
class BoundaryEvent:
    """One note, linked to the clause version that was in force on its day."""

    id: BoundaryEventId
    client_id: ClientId
    clause_id: ClauseId
    number: int
    topic: Topic
    details: EventDetails
    recorded_at: datetime
    signer: str
    contact_id: ContactId | None = None
    worksheet_id: WorksheetId | None = None
    additions: tuple[EventAddition, ...] = ()

    @property
    def record_class(self) -> RecordClass:
        """It is kept as long as the progress record."""
        return RecordClass.PROGRESS_RECORD

    @property
    def event_class(self) -> EventClass | None:
        """What it was classed as last; None while it is neutral."""
        classes = [one.event_class for one in self.additions if one.kind is AdditionKind.CLASS]
        return classes[-1] if classes else None

    @property
    def is_set_aside(self) -> bool:
        """Whether it was written by mistake; it stays to be read and counts no more."""
        return any(one.kind is AdditionKind.SET_ASIDE for one in self.additions)

    @property
    def discussed_on(self) -> date | None:
        """The last day on which it was talked about with the client."""
        talks = [one.on for one in self.additions if one.kind is AdditionKind.TALKED and one.on is not None]
        days = [*([self.details.discussed_on] if self.details.discussed_on else []), *talks]
        return max(days, default=None)

    def added(self, addition: EventAddition, today: date) -> "BoundaryEvent":
        """The same note with one addition more.

        Raises ClassIsOfOthers for a class that is not for this conduct, TextIsMissing where words are needed (to
        revise a class, to set aside), AlreadyRecorded for one set aside, DateIsImpossible, TextTooLong,
        HiddenCharacters.
        """
        if self.is_set_aside:
            raise AlreadyRecorded
        tidy = addition.tidy()
        if tidy.kind is AdditionKind.CLASS:
            self._check_class(tidy)
        elif tidy.kind is AdditionKind.TALKED:
            if tidy.on is None:
                raise DateIsImpossible
            _check_talk(tidy.on, self.details.day, today)
        elif not tidy.text:
            raise TextIsMissing
        return replace(self, additions=(*self.additions, tidy))

    def _check_class(self, addition: EventAddition) -> None:
        if addition.event_class not in CLASSES[self.details.conduct]:
            raise ClassIsOfOthers
        if self.event_class is addition.event_class:
            raise AlreadyRecorded
        if self.event_class is not None and not addition.text:
            raise TextIsMissing


@dataclass(frozen=True, slots=True)
class ClauseLook:
    """A clause was looked at again with the client on a day, and stays as it is."""

    clause_id: ClauseId
    client_id: ClientId
    looked_on: date
    words: str
    recorded_at: datetime
    signer: str

    def checked(self, today: date) -> "ClauseLook":
        """The same without stray spaces; raises DateIsImpossible for a day to come, TextTooLong, HiddenCharacters."""
        words = self.words.strip()
        if len(words) > LONGEST_TEXT:
            raise TextTooLong
        check_visible(*words.splitlines())
        if self.looked_on > today:
            raise DateIsImpossible
        return replace(self, words=words)


@dataclass(frozen=True, slots=True)
class ReviewSuggestion:
    """A clause that its notes suggest looking at again: how many there are, and how many the counselor started."""

    client_id: ClientId
    clause_id: ClauseId
    number: int
    topic: Topic
    events: int
    by_counselor: int
    since: date


def check_topic(topic: Topic, conduct: Conduct) -> None:
    """Distress is never an event: what a client does in an emergency is none. Raises DistressIsNoEvent."""
    if topic is Topic.EMERGENCIES and conduct is Conduct.CLIENT:
        raise DistressIsNoEvent


def suggestion(
    version: ClauseVersion,
    events: Iterable[BoundaryEvent],
    looks: Iterable[ClauseLook],
    reviewed_on: date | None = None,
) -> ReviewSuggestion | None:
    """Whether the notes on the version in force suggest looking at its clause again.

    The second one does, and any that the counselor started; those that were known when the clause was last looked at,
    those until the day on which all clauses were last reviewed together, and those set aside, do not count.
    """
    looked = max((one.recorded_at for one in looks if one.clause_id == version.clause_id), default=None)
    counted = [
        one
        for one in events
        if (one.clause_id, one.number) == (version.clause_id, version.number)
        and not one.is_set_aside
        and (looked is None or one.recorded_at > looked)
        and (reviewed_on is None or one.details.day > reviewed_on)
    ]
    own = [one for one in counted if one.details.started_by is StartedBy.COUNSELOR]
    if len(counted) < 2 and not own:
        return None
    since = max(one.details.day for one in counted)
    return ReviewSuggestion(
        version.client_id, version.clause_id, version.number, version.topic, len(counted), len(own), since
    )


def _check_talk(on: date | None, day: date, today: date) -> None:
    if on is not None and not day <= on <= today:
        raise DateIsImpossible
