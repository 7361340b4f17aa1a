"""Two things a counselor says about a client on a day: the risk word, and the talk about another kind of service."""

from dataclasses import dataclass, replace
from datetime import date
from typing import NewType

from vitalshift_desktop.domain.clients import LONGEST_TEXT, ClientId, ServiceType
from vitalshift_desktop.domain.plain_text import check_visible
from vitalshift_desktop.domain.problems import DateIsImpossible, TextIsMissing, TextTooLong

RiskWordId = NewType("RiskWordId", int)
ServiceTalkId = NewType("ServiceTalkId", int)

LONGEST_RISK_WORD = 40


@dataclass(frozen=True, slots=True)
class RiskWord:
    """From this day on this word stands beside the client's name, for this reason; an empty one takes it away."""

    id: RiskWordId
    client_id: ClientId
    word: str
    on: date
    note: str

    def checked(self, today: date) -> "RiskWord":
        """The same without stray spaces; raises as `checked_note` does, and TextTooLong for more than 40 letters."""
        tidy = replace(self, word=" ".join(self.word.split()), note=checked_note(self.note, self.on, today))
        check_visible(tidy.word)
        if len(tidy.word) > LONGEST_RISK_WORD:
            raise TextTooLong
        return tidy


@dataclass(frozen=True, slots=True)
class ServiceTalk:
    """The talk in which counselor and client went from one kind of service to another."""

    id: ServiceTalkId
    client_id: ClientId
    before: ServiceType
    service: ServiceType
    on: date
    note: str

    def checked(self, today: date) -> "ServiceTalk":
        """The same without stray spaces; raises as `checked_note` does."""
        return replace(self, note=checked_note(self.note, self.on, today))


def checked_note(note: str, on: date, today: date) -> str:
    """A note that says why; raises TextIsMissing, TextTooLong, HiddenCharacters, or DateIsImpossible for the future."""
    tidy = note.strip()
    if not tidy:
        raise TextIsMissing
    check_visible(tidy)
    if len(tidy) > LONGEST_TEXT:
        raise TextTooLong
    if on > today:
        raise DateIsImpossible
    return tidy
