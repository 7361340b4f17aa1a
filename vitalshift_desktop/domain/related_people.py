"""The people around a client: who they are to them, and what may be shared with them."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import NewType

from vitalshift_desktop.domain.clients import LONGEST_FIELD, LONGEST_TEXT, ClientId
from vitalshift_desktop.domain.plain_text import check_visible
from vitalshift_desktop.domain.problems import EndsBeforeItStarts, NameIsMissing, TextTooLong

RelatedPersonId = NewType("RelatedPersonId", int)


class RelatedRole(StrEnum):
    """What somebody is to the client."""

    GUARDIAN = "guardian"
    PARTNER = "partner"
    GP = "gp"
    INTERPRETER = "interpreter"
    REFERRER = "referrer"
    SUBSTITUTE = "substitute"
    EMERGENCY = "emergency"
    OTHER = "other"


class ConsentPart(StrEnum):
    """How far somebody consents for the client."""

    NONE = "none"
    ALONE = "alone"
    JOINTLY = "jointly"


_MAY_CONSENT = (RelatedRole.GUARDIAN, RelatedRole.SUBSTITUTE)


@dataclass(frozen=True, slots=True)
class PersonDetails:
    """What is written down about somebody around the client; `until` is the last day it holds."""

    name: str
    role: RelatedRole = RelatedRole.OTHER
    phone: str = ""
    email: str = ""
    in_emergency: bool = False
    may_share: str = ""
    consent: ConsentPart = ConsentPart.NONE
    since: date | None = None
    until: date | None = None

    @property
    def is_emergency_contact(self) -> bool:
        """True for whoever is to be called in an emergency, whatever else they are."""
        return self.in_emergency or self.role is RelatedRole.EMERGENCY

    @property
    def may_consent(self) -> bool:
        """True for the roles that can consent for somebody else."""
        return self.role in _MAY_CONSENT

    def stands_on(self, day: date) -> bool:
        """Whether this holds on a day."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)

    def checked(self) -> "PersonDetails":
        """The same without stray spaces; raises NameIsMissing, EndsBeforeItStarts, TextTooLong or HiddenCharacters.

        Only a guardian or a substitute decision-maker keeps a part in consenting.
        """
        tidy = replace(
            self,
            name=self.name.strip(),
            phone=self.phone.strip(),
            email=self.email.strip(),
            may_share=self.may_share.strip(),
            consent=self.consent if self.may_consent else ConsentPart.NONE,
        )
        if not tidy.name:
            raise NameIsMissing
        short = (tidy.name, tidy.phone, tidy.email)
        check_visible(*short, tidy.may_share)
        if any(len(text) > LONGEST_FIELD for text in short) or len(tidy.may_share) > LONGEST_TEXT:
            raise TextTooLong
        if tidy.since and tidy.until and tidy.until < tidy.since:
            raise EndsBeforeItStarts
        return tidy


@dataclass(frozen=True, slots=True)
class RelatedPerson:
    """Somebody around one client."""

    id: RelatedPersonId
    client_id: ClientId
    details: PersonDetails
