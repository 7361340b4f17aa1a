"""Who was in a session beside client and counselor."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from vitalshift_desktop.domain.clients import LONGEST_FIELD
from vitalshift_desktop.domain.problems import NameIsMissing, TextTooLong

MOST_MINUTES = 240


class PresentRole(StrEnum):
    """In what part somebody was there."""

    GUARDIAN = "guardian"
    PARTNER = "partner"
    INTERPRETER = "interpreter"
    SUPPORT = "support"
    COLLEAGUE = "colleague"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Presence:
    """Somebody who was there; an interpreter with the minutes of briefing before and debriefing after.

    `related_person_id` says which of the client's related people it was; the name is kept as it was then.
    """

    name: str
    role: PresentRole = PresentRole.OTHER
    related_person_id: int | None = None
    briefing_minutes: int | None = None
    debriefing_minutes: int | None = None

    def checked(self) -> "Presence":
        """The same, tidied; minutes only for an interpreter. Raises NameIsMissing or TextTooLong.

        ValueError for minutes under 0 or over 240.
        """
        name = " ".join(self.name.split())
        if not name:
            raise NameIsMissing
        if len(name) > LONGEST_FIELD:
            raise TextTooLong
        if self.role is not PresentRole.INTERPRETER:
            return replace(self, name=name, briefing_minutes=None, debriefing_minutes=None)
        for minutes in (self.briefing_minutes, self.debriefing_minutes):
            if minutes is not None and not 0 <= minutes <= MOST_MINUTES:
                raise ValueError(minutes)
        return replace(self, name=name)


def checked_all(present: Iterable[Presence]) -> tuple[Presence, ...]:
    """All of them checked, each one once."""
    return tuple(dict.fromkeys(one.checked() for one in present))
