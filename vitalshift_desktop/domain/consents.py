"""Consents and releases: what was explained, who said yes, for how long, and whether it was taken back."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import NewType

from vitalshift_desktop.domain.attachments import AttachmentId
from vitalshift_desktop.domain.clients import LONGEST_FIELD, LONGEST_TEXT, ClientId
from vitalshift_desktop.domain.folding import folded
from vitalshift_desktop.domain.plain_text import check_visible
from vitalshift_desktop.domain.problems import (
    DateIsImpossible,
    EndsBeforeItStarts,
    ExplanationIsMissing,
    NobodyConsents,
    PurposeIsMissing,
    RecipientIsMissing,
    ScopeIsMissing,
    TextIsMissing,
    TextTooLong,
)

ConsentId = NewType("ConsentId", int)


class ConsentKind(StrEnum):
    """What is consented to, in the order in which it is shown; a release lets one recipient be told something."""

    THERAPY = "therapy"
    FEES = "fees"
    ONLINE = "online"
    RECORDS = "records"
    RECORDING = "recording"
    SUPERVISION = "supervision"
    INTERPRETER = "interpreter"
    THIRD_PARTY = "third_party"
    RELEASE = "release"


class GivenHow(StrEnum):
    """How somebody said yes."""

    ON_PAPER = "on_paper"
    SPOKEN = "spoken"
    BY_MESSAGE = "by_message"


class GivenBy(StrEnum):
    """What somebody who says yes is to the client."""

    CLIENT = "client"
    GUARDIAN = "guardian"
    SUBSTITUTE = "substitute"


class Assent(StrEnum):
    """What a client says for whom others consent."""

    NOT_ASKED = "not_asked"
    AGREES = "agrees"
    UNSURE = "unsure"
    DOES_NOT_AGREE = "does_not_agree"


class ConsentState(StrEnum):
    """What one record of a consent counts for on a day."""

    IN_FORCE = "in_force"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"
    REPLACED = "replaced"
    CORRECTED = "corrected"


@dataclass(frozen=True, slots=True)
class Giver:
    """Somebody who says yes, by the name they had then; the client's own stands empty."""

    by: GivenBy
    name: str = ""


@dataclass(frozen=True, slots=True)
class ConsentDetails:
    """What is written down when a consent is given; `until` is its last day, `recipient` is named by a release alone.

    `assent` is what the client says where others consent, in `assent_words` if they are worth keeping.
    """

    kind: ConsentKind
    given_on: date
    explained: str
    givers: tuple[Giver, ...] = (Giver(GivenBy.CLIENT),)
    how: GivenHow = GivenHow.ON_PAPER
    until: date | None = None
    scope: str = ""
    recipient: str = ""
    purpose: str = ""
    words: str = ""
    assent: Assent = Assent.NOT_ASKED
    assent_words: str = ""

    @property
    def by_others(self) -> bool:
        """Whether somebody else than the client says yes."""
        return all(giver.by is not GivenBy.CLIENT for giver in self.givers)

    def checked(self, today: date) -> "ConsentDetails":
        """The same without stray spaces and without what does not belong to its kind.

        Raises NobodyConsents, ExplanationIsMissing, RecipientIsMissing, ScopeIsMissing, PurposeIsMissing,
        DateIsImpossible for a day that has not come or lies before 1900, EndsBeforeItStarts, TextTooLong or
        HiddenCharacters.
        """
        tidy = self._tidy()
        if not tidy.givers:
            raise NobodyConsents
        if self.given_on > today or self.given_on.year < 1900:
            raise DateIsImpossible
        if self.until is not None and self.until < self.given_on:
            raise EndsBeforeItStarts
        _demand(tidy)
        _check_texts(tidy)
        return tidy

    def _tidy(self) -> "ConsentDetails":
        is_release = self.kind is ConsentKind.RELEASE
        assent = self.assent if self.by_others else Assent.NOT_ASKED
        return replace(
            self,
            explained=self.explained.strip(),
            givers=tuple(Giver(one.by, one.name.strip()) for one in self.givers),
            scope=self.scope.strip(),
            recipient=" ".join(self.recipient.split()) if is_release else "",
            purpose=self.purpose.strip() if is_release else "",
            words=self.words.strip(),
            assent=assent,
            assent_words=self.assent_words.strip() if assent is not Assent.NOT_ASKED else "",
        )


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A consent taken back on a civil day, with the words for it."""

    on: date
    words: str
    recorded_at: datetime

    def checked(self, given_on: date, today: date) -> "Withdrawal":
        """The same without stray spaces.

        Raises TextIsMissing, TextTooLong, HiddenCharacters, or DateIsImpossible for a day before it was given or to
        come.
        """
        tidy = replace(self, words=self.words.strip())
        if not given_on <= self.on <= today:
            raise DateIsImpossible
        if not tidy.words:
            raise TextIsMissing
        if len(tidy.words) > LONGEST_TEXT:
            raise TextTooLong
        check_visible(tidy.words)
        return tidy


@dataclass(frozen=True, slots=True)
class Consent:
    """One record of a consent; it never changes. `corrects_id` names the record it puts right, `scan_id` its scan."""

    id: ConsentId
    client_id: ClientId
    details: ConsentDetails
    recorded_at: datetime
    corrects_id: ConsentId | None = None
    withdrawal: Withdrawal | None = None
    scan_id: AttachmentId | None = None

    @property
    def about(self) -> tuple[ConsentKind, str]:
        """What a newer record replaces: the same kind, of releases that to the same recipient."""
        return self.details.kind, folded(self.details.recipient)


def newest(consents: Iterable[Consent]) -> dict[tuple[ConsentKind, str], Consent]:
    """The record that counts for each thing consented to: the one given last that was not put right by another."""
    known = tuple(consents)
    corrected = {one.corrects_id for one in known}
    counting = sorted((one for one in known if one.id not in corrected), key=lambda one: (one.details.given_on, one.id))
    return {one.about: one for one in counting}


def states(consents: Iterable[Consent], day: date) -> dict[ConsentId, ConsentState]:
    """What each of one client's records counts for on a day."""
    known = tuple(consents)
    corrected = {one.corrects_id for one in known}
    current = {one.id for one in newest(known).values()}
    return {one.id: _state(one, day, is_corrected=one.id in corrected, is_current=one.id in current) for one in known}


def in_force(consents: Iterable[Consent], day: date) -> tuple[Consent, ...]:
    """The consents and releases that hold on a day, in the order of their kinds."""
    known = tuple(consents)
    state = states(known, day)
    order = list(ConsentKind)
    holding = (one for one in known if state[one.id] is ConsentState.IN_FORCE)
    return tuple(sorted(holding, key=lambda one: (order.index(one.details.kind), one.id)))


def release_to(consents: Iterable[Consent], recipient: str, day: date) -> Consent | None:
    """The release that lets this recipient be told something on a day; capitals and accents do not count."""
    wanted = folded(" ".join(recipient.split()))
    return next((one for one in in_force(consents, day) if one.about == (ConsentKind.RELEASE, wanted)), None)


def _state(consent: Consent, day: date, *, is_corrected: bool, is_current: bool) -> ConsentState:
    until = consent.details.until
    if is_corrected:
        return ConsentState.CORRECTED
    if consent.withdrawal is not None and consent.withdrawal.on <= day:
        return ConsentState.WITHDRAWN
    if not is_current:
        return ConsentState.REPLACED
    return ConsentState.EXPIRED if until is not None and until < day else ConsentState.IN_FORCE


def _demand(details: ConsentDetails) -> None:
    """Raise what is missing first, in the order of the form."""
    if details.kind is ConsentKind.RELEASE:
        if not details.recipient:
            raise RecipientIsMissing
        if not details.purpose:
            raise PurposeIsMissing
    if details.kind in (ConsentKind.RELEASE, ConsentKind.THIRD_PARTY) and not details.scope:
        raise ScopeIsMissing
    if not details.explained:
        raise ExplanationIsMissing


def _check_texts(details: ConsentDetails) -> None:
    short = (details.recipient, *(giver.name for giver in details.givers))
    long = (details.explained, details.scope, details.purpose, details.words, details.assent_words)
    if any(len(text) > LONGEST_FIELD for text in short) or any(len(text) > LONGEST_TEXT for text in long):
        raise TextTooLong
    check_visible(*short, *long)
