"""What a clause version permits between sessions, and the hours for contact; as the counselor wrote it down."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time
from types import MappingProxyType

from vitalshift_desktop.domain.agreements import ClauseId, ClauseVersion, Topic
from vitalshift_desktop.domain.contacts import ContactDetails, ContactKind
from vitalshift_desktop.domain.problems import HoursAreImpossible

DAYS_OF_A_WEEK = 7
KINDS_OF: Mapping[Topic, tuple[ContactKind, ...]] = MappingProxyType(
    {
        Topic.CONTACT: (ContactKind.CALL, ContactKind.MESSAGE),
        Topic.CHANCE_MEETINGS: (ContactKind.CHANCE_MEETING,),
        Topic.GIFTS: (ContactKind.GIFT_OFFERED,),
        Topic.CONFIDENTIALITY: (ContactKind.THIRD_PARTY,),
    }
)
"""The contacts that a clause on a topic is about; clauses on other topics are about none."""


@dataclass(frozen=True, slots=True)
class ContactHours:
    """Weekdays, 0 for Monday to 6, and the times on the wall clock between which contact is agreed."""

    weekdays: frozenset[int]
    begins: time
    ends: time

    def checked(self) -> "ContactHours":
        """The same; raises HoursAreImpossible without a weekday, or where the end is not after the beginning."""
        if not self.weekdays or not self.weekdays <= set(range(DAYS_OF_A_WEEK)) or self.ends <= self.begins:
            raise HoursAreImpossible
        return self

    def hold(self, at: datetime) -> bool:
        """Whether a moment on the wall clock lies within them; the very end does still."""
        return at.weekday() in self.weekdays and self.begins <= at.time() <= self.ends


@dataclass(frozen=True, slots=True)
class ContactRule:
    """What one clause version permits: these kinds of contact, at any time or within hours.

    Without a clause it holds the hours of the practice. A later rule about the same counts in place of an earlier.
    """

    clause_id: ClauseId | None
    number: int | None
    kinds: frozenset[ContactKind]
    hours: ContactHours | None
    recorded_at: datetime
    signer: str = ""

    def permits(self, details: ContactDetails) -> bool:
        """Whether a contact was permitted for certain."""
        return details.kind in self.kinds and (self.hours is None or self.hours.hold(details.local_at))


def is_about(version: ClauseVersion, kind: ContactKind) -> bool:
    """Whether a clause may be about this kind of contact; any clause may be about another kind, but emergencies."""
    if kind is ContactKind.OTHER:
        return version.topic is not Topic.EMERGENCIES
    return kind in KINDS_OF.get(version.topic, ())
