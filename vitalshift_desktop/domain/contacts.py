"""A contact note: anything between two sessions, such as a call, a message, a chance meeting or a gift offered."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import NewType
from zoneinfo import ZoneInfo

from vitalshift_desktop.domain.clients import LONGEST_FIELD, ClientId
from vitalshift_desktop.domain.fingerprints import fingerprint_of
from vitalshift_desktop.domain.notes import LONGEST_SECTION
from vitalshift_desktop.domain.problems import (
    DateIsImpossible,
    NoteAlreadySigned,
    NoteNotSigned,
    TextIsMissing,
    TextTooLong,
)

ContactId = NewType("ContactId", int)
LONGEST_CONTACT_MINUTES = 12 * 60


class ContactKind(StrEnum):
    """What happened."""

    CALL = "call"
    MESSAGE = "message"
    CHANCE_MEETING = "chance_meeting"
    GIFT_OFFERED = "gift_offered"
    THIRD_PARTY = "third_party"
    OTHER = "other"


class Channel(StrEnum):
    """The way it came."""

    PHONE = "phone"
    MESSAGE = "message"
    EMAIL = "email"
    LETTER = "letter"
    IN_PERSON = "in_person"
    OTHER = "other"


class StartedBy(StrEnum):
    """Who started it; it came in from everybody but the counselor."""

    CLIENT = "client"
    COUNSELOR = "counselor"
    THIRD_PARTY = "third_party"


class Direction(StrEnum):
    """Whether it came in or went out."""

    IN = "in"
    OUT = "out"


@dataclass(frozen=True, slots=True)
class ContactDetails:
    """What the counselor writes down about a contact.

    `at` is UTC, `zone` is where it was written. `minutes` is 0 to 720, None where nobody took the time. What another
    person said stands apart in `third_party_words`, so that it can be left out where the rest is handed out.
    """

    at: datetime
    zone: str
    text: str
    kind: ContactKind = ContactKind.OTHER
    channel: Channel = Channel.OTHER
    direction: Direction = Direction.IN
    started_by: StartedBy = StartedBy.CLIENT
    minutes: int | None = None
    third_party: str = ""
    third_party_words: str = ""

    def __post_init__(self) -> None:
        """Refuse a duration that no contact has; raises ValueError."""
        if self.minutes is not None and not 0 <= self.minutes <= LONGEST_CONTACT_MINUTES:
            raise ValueError(self.minutes)

    @property
    def local_at(self) -> datetime:
        """The time on the wall clock of the place where it was written."""
        return self.at.astimezone(ZoneInfo(self.zone))

    @property
    def day(self) -> date:
        """The civil day of the contact."""
        return self.local_at.date()

    def checked(self, now: datetime) -> "ContactDetails":
        """The same details without stray spaces around them.

        Raises TextIsMissing, TextTooLong, or DateIsImpossible for one that lies ahead.
        """
        tidy = replace(
            self,
            text=self.text.strip(),
            third_party=self.third_party.strip(),
            third_party_words=self.third_party_words.strip(),
        )
        if not tidy.text and not tidy.third_party_words:
            raise TextIsMissing
        if max(len(tidy.text), len(tidy.third_party_words)) > LONGEST_SECTION or len(tidy.third_party) > LONGEST_FIELD:
            raise TextTooLong
        if tidy.at > now:
            raise DateIsImpossible
        return tidy


@dataclass(frozen=True, slots=True)
class ContactAddition:
    """Something added to a signed contact note, with its date and its reason."""

    text: str
    reason: str
    written_at: datetime
    signer: str


@dataclass(frozen=True, slots=True)
class ContactNote:
    """One contact. It waits in the inbox until it is filed; `client_id` may be missing for so long.

    Anything about it may change until it is signed; from then on it is only added to. `version` counts saves;
    `fingerprint` is of what was signed.
    """

    id: ContactId
    client_id: ClientId | None
    details: ContactDetails
    created_at: datetime
    changed_at: datetime
    version: int = 1
    filed_at: datetime | None = None
    signed_at: datetime | None = None
    signer: str = ""
    fingerprint: str = ""
    additions: tuple[ContactAddition, ...] = ()

    @property
    def is_filed(self) -> bool:
        """False while it waits in the inbox."""
        return self.filed_at is not None

    @property
    def is_signed(self) -> bool:
        """True once it was signed."""
        return self.signed_at is not None

    @property
    def is_unaltered(self) -> bool:
        """True for one that is not signed, or while its text still has the fingerprint made at signing."""
        return not self.is_signed or contact_fingerprint(self) == self.fingerprint

    def changed(self, details: ContactDetails, client_id: ClientId | None, now: datetime) -> "ContactNote":
        """The same contact with other details; raises NoteAlreadySigned or as `ContactDetails.checked` does."""
        if self.is_signed:
            raise NoteAlreadySigned
        return replace(
            self, details=details.checked(now), client_id=client_id, changed_at=now, version=self.version + 1
        )

    def filed(self, client_id: ClientId, now: datetime) -> "ContactNote":
        """The same contact, in the record of this client; raises NoteAlreadySigned."""
        if self.is_signed:
            raise NoteAlreadySigned
        return replace(self, client_id=client_id, filed_at=now, changed_at=now, version=self.version + 1)

    def signed(self, at: datetime, signer: str) -> "ContactNote":
        """The same contact, signed, with its fingerprint; raises NoteAlreadySigned, or NoteNotSigned in the inbox."""
        if self.is_signed:
            raise NoteAlreadySigned
        if not self.is_filed:
            raise NoteNotSigned
        sealed = replace(self, signed_at=at, signer=signer)
        return replace(sealed, fingerprint=contact_fingerprint(sealed))

    def added(self, addition: ContactAddition) -> "ContactNote":
        """The signed contact with one addition more; raises NoteNotSigned, TextIsMissing or TextTooLong."""
        if not self.is_signed:
            raise NoteNotSigned
        if not addition.text.strip():
            raise TextIsMissing
        if len(addition.text) > LONGEST_SECTION or len(addition.reason) > LONGEST_FIELD:
            raise TextTooLong
        return replace(self, additions=(*self.additions, addition))


def contact_fingerprint(contact: ContactNote) -> str:
    """What signing seals: whose it is, all its details, who signed and when."""
    details = contact.details
    return fingerprint_of(
        {
            "client": contact.client_id,
            "at": details.at.isoformat(),
            "zone": details.zone,
            "kind": details.kind.value,
            "channel": details.channel.value,
            "direction": details.direction.value,
            "started_by": details.started_by.value,
            "minutes": details.minutes,
            "text": details.text,
            "third_party": details.third_party,
            "third_party_words": details.third_party_words,
            "signer": contact.signer,
            "signed_at": contact.signed_at.isoformat() if contact.signed_at else "",
        }
    )


def addition_fingerprint(addition: ContactAddition) -> str:
    """A fingerprint of all of an addition; the audit trail keeps it."""
    return fingerprint_of(
        {
            "text": addition.text,
            "reason": addition.reason,
            "written_at": addition.written_at.isoformat(),
            "signer": addition.signer,
        }
    )
