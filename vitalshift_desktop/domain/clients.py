"""A client: who comes, how to reach them, and where the work stands."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import NewType

from vitalshift_desktop.domain.plain_text import check_visible
from vitalshift_desktop.domain.problems import DateIsImpossible, NameIsMissing, TextTooLong

ClientId = NewType("ClientId", int)

LONGEST_FIELD = 200
LONGEST_TEXT = 20_000
OLDEST_AGE = 120


class ClientStatus(StrEnum):
    """Where a client stands with the practice."""

    ENQUIRY = "enquiry"
    WAITING = "waiting"
    ACTIVE = "active"
    PAUSED = "paused"
    CLOSED = "closed"


class ServiceType(StrEnum):
    """What the counselor and the client call the work."""

    COUNSELING = "counseling"
    PSYCHOTHERAPY = "psychotherapy"
    COACHING = "coaching"


class Phase(StrEnum):
    """A part of the work, set by the counselor."""

    BEGINNING = "beginning"
    WORKING = "working"
    CHANGE = "change"
    ENDING = "ending"


@dataclass(frozen=True, slots=True)
class ClientDetails:
    """What the counselor writes down about a client and may change at any time."""

    preferred_name: str = ""
    legal_name: str = ""
    code: str = ""
    pronouns: str = ""
    born: date | None = None
    service_type: ServiceType = ServiceType.COUNSELING
    phone: str = ""
    email: str = ""
    presenting: str = ""

    def checked(self, today: date) -> "ClientDetails":
        """The same details without stray spaces.

        Raises NameIsMissing, DateIsImpossible, TextTooLong or HiddenCharacters.
        """
        tidy = replace(
            self,
            preferred_name=self.preferred_name.strip(),
            legal_name=self.legal_name.strip(),
            code=self.code.strip(),
            pronouns=self.pronouns.strip(),
            phone=self.phone.strip(),
            email=self.email.strip(),
        )
        if not (tidy.preferred_name or tidy.legal_name or tidy.code):
            raise NameIsMissing
        _check_lengths(tidy)
        if tidy.born and not (today.year - OLDEST_AGE <= tidy.born.year and tidy.born <= today):
            raise DateIsImpossible
        return tidy


@dataclass(frozen=True, slots=True)
class Client:
    """One client as the vault knows them."""

    id: ClientId
    details: ClientDetails
    status: ClientStatus
    since: date

    @property
    def name(self) -> str:
        """The name on screen: preferred, else legal, else the code."""
        return self.details.preferred_name or self.details.legal_name or self.details.code

    @property
    def code(self) -> str:
        """The record code, usable instead of the name everywhere."""
        return self.details.code

    @property
    def short_name(self) -> str:
        """The first word of the name, for column heads."""
        return self.name.split()[0]

    @property
    def initials(self) -> str:
        """The name as initials, such as "M. T."."""
        return " ".join(f"{word[0].upper()}." for word in self.name.split() if word[0].isalnum()) or self.code


@dataclass(frozen=True, slots=True)
class StatusChange:
    """A dated change of status with its reason."""

    client_id: ClientId
    status: ClientStatus
    on: date
    reason: str = ""
    id: int = field(default=0, compare=False)

    def checked(self, born: date | None, today: date) -> "StatusChange":
        """The same without stray spaces; raises TextTooLong, HiddenCharacters, or DateIsImpossible.

        A status may be dated back, but not to before the client was born, and never into the future.
        """
        tidy = replace(self, reason=self.reason.strip())
        check_visible(tidy.reason)
        if len(tidy.reason) > LONGEST_TEXT:
            raise TextTooLong
        if tidy.on > today or tidy.on.year < today.year - OLDEST_AGE or (born is not None and tidy.on < born):
            raise DateIsImpossible
        return tidy


@dataclass(frozen=True, slots=True)
class PhaseMark:
    """From this day on the work is in this phase."""

    client_id: ClientId
    phase: Phase
    since: date


def next_code(codes: tuple[str, ...]) -> str:
    """The next free record code: four digits, one above the highest number in use."""
    numbers = [int(code) for code in codes if code.isdecimal()]
    return f"{max(numbers, default=0) + 1:04d}"


def status_of(changes: Sequence[StatusChange]) -> ClientStatus:
    """Where a client stands by the latest of their changes; of one day the one written last."""
    return max(changes, key=lambda change: (change.on, change.id)).status


def _check_lengths(details: ClientDetails) -> None:
    short = (details.preferred_name, details.legal_name, details.code, details.pronouns, details.phone, details.email)
    check_visible(*short, details.presenting)
    if any(len(text) > LONGEST_FIELD for text in short) or len(details.presenting) > LONGEST_TEXT:
        raise TextTooLong
