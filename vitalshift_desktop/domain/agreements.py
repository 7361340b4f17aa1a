"""Boundary agreements: clauses, their versions, and the dated snapshot both sides agreed to."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import NewType

from vitalshift_desktop.domain.agreeing import AgreedHow as AgreedHow  # noqa: PLC0414 -- many know it as a part of agreements
from vitalshift_desktop.domain.agreeing import HowAgreed, Party
from vitalshift_desktop.domain.agreeing import PartyKind as PartyKind  # noqa: PLC0414 -- the same
from vitalshift_desktop.domain.clients import LONGEST_FIELD, LONGEST_TEXT, ClientId
from vitalshift_desktop.domain.plain_text import check_visible
from vitalshift_desktop.domain.problems import DateIsImpossible, TextIsMissing, TextTooLong

ClauseId = NewType("ClauseId", int)
AgreementId = NewType("AgreementId", int)


class Topic(StrEnum):
    """What a clause is about."""

    LENGTH_AND_PLACE = "length_and_place"
    FEES = "fees"
    CANCELLATION = "cancellation"
    CONTACT = "contact"
    EMERGENCIES = "emergencies"
    CONFIDENTIALITY = "confidentiality"
    SUPERVISION = "supervision"
    RECORDS = "records"
    SOCIAL_MEDIA = "social_media"
    CHANCE_MEETINGS = "chance_meetings"
    GIFTS = "gifts"
    TOUCH = "touch"
    SELF_DISCLOSURE = "self_disclosure"
    DUAL_RELATIONSHIPS = "dual_relationships"
    RECORDING = "recording"
    ONLINE = "online"
    MINORS = "minors"
    INTERPRETER = "interpreter"
    ENDINGS = "endings"


class ClauseState(StrEnum):
    """The state of one version of a clause."""

    PROPOSED = "proposed"
    IN_FORCE = "in_force"
    REPLACED = "replaced"
    ENDED = "ended"


class WordsOf(StrEnum):
    """In whose words a clause stands."""

    CLIENT = "client"
    COUNSELOR = "counselor"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class DraftClause:
    """Wording to be proposed or agreed; `reason` says why it follows another, `clause_id` of which clause it is."""

    topic: Topic
    wording: str
    negotiated: bool = False
    words_of: WordsOf = WordsOf.COUNSELOR
    reason: str = ""
    clause_id: ClauseId | None = None

    def checked(self) -> "DraftClause":
        """The same clause without stray spaces; raises TextIsMissing, TextTooLong or HiddenCharacters."""
        tidy = replace(self, wording=self.wording.strip(), reason=" ".join(self.reason.split()))
        if not tidy.wording:
            raise TextIsMissing
        if len(tidy.wording) > LONGEST_TEXT or len(tidy.reason) > LONGEST_FIELD:
            raise TextTooLong
        check_visible(tidy.wording, tidy.reason)
        return tidy


@dataclass(frozen=True, slots=True)
class ClauseVersion:
    """One version of one clause: the unit of wording, state and review; `reason` says why it followed another."""

    clause_id: ClauseId
    client_id: ClientId
    topic: Topic
    number: int
    wording: str
    state: ClauseState
    effective_on: date
    review_on: date | None = None
    ended_on: date | None = None
    negotiated: bool = False
    words_of: WordsOf = WordsOf.COUNSELOR
    reason: str = ""

    @property
    def is_in_force(self) -> bool:
        """True while both sides go by it."""
        return self.state is ClauseState.IN_FORCE

    def replaced(self, on: date) -> "ClauseVersion":
        """The same version, followed by a newer one."""
        return replace(self, state=ClauseState.REPLACED, ended_on=on)

    def ended(self, on: date) -> "ClauseVersion":
        """The same version, no longer in force; raises DateIsImpossible for a day before it came into force."""
        if on < self.effective_on:
            raise DateIsImpossible
        return replace(self, state=ClauseState.ENDED, ended_on=on)


@dataclass(frozen=True, slots=True)
class Agreement:
    """What both sides agreed on a day: a snapshot of clause versions with its fingerprint.

    `parties`, `words` and `serial` are those of `HowAgreed`; an agreement of versions 0.1 to 0.4 has none of them.
    """

    id: AgreementId
    client_id: ClientId
    agreed_on: date
    how: AgreedHow
    review_on: date | None
    clauses: tuple[ClauseVersion, ...]
    fingerprint: str
    parties: tuple[Party, ...] = ()
    words: str = ""
    serial: str = ""

    @property
    def how_agreed(self) -> HowAgreed:
        """How and by whom it was agreed."""
        return HowAgreed(self.how, self.parties, self.words, self.serial)


def next_version(
    clause: DraftClause, previous: ClauseVersion | None, clause_id: ClauseId, client_id: ClientId, on: date
) -> ClauseVersion:
    """The version of a clause that comes into force on a day, numbered after the previous one."""
    return ClauseVersion(
        clause_id=clause_id,
        client_id=client_id,
        topic=clause.topic,
        number=previous.number + 1 if previous else 1,
        wording=clause.wording,
        state=ClauseState.IN_FORCE,
        effective_on=on,
        negotiated=clause.negotiated,
        words_of=clause.words_of,
        reason=clause.reason,
    )


def in_force(versions: Iterable[ClauseVersion]) -> tuple[ClauseVersion, ...]:
    """The versions in force, in the order of their topics."""
    order = list(Topic)
    return tuple(sorted((v for v in versions if v.is_in_force), key=lambda v: order.index(v.topic)))


def agreement_fingerprint(agreed_on: date, clauses: Iterable[ClauseVersion]) -> str:
    """The fingerprint that versions 0.1 to 0.4 made: SHA-256, 64 hex digits, over the date and every wording."""
    text = {
        "agreed_on": agreed_on.isoformat(),
        "clauses": [[clause.topic.value, clause.number, clause.wording] for clause in clauses],
    }
    canonical = json.dumps(text, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("ascii")).hexdigest()
