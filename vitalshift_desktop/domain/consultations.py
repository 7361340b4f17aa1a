"""The consultation log: whom the counselor asked about what, what was advised, and what was decided."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import NewType

from vitalshift_desktop.domain.clients import LONGEST_FIELD, LONGEST_TEXT, ClientId
from vitalshift_desktop.domain.folding import folded
from vitalshift_desktop.domain.plain_text import check_visible
from vitalshift_desktop.domain.problems import DateIsImpossible, TextIsMissing, TextTooLong
from vitalshift_desktop.domain.record_classes import RecordClass

ConsultationId = NewType("ConsultationId", int)


@dataclass(frozen=True, slots=True)
class ConsultationDetails:
    """What is written about one; the question needs no client's name. What was decided may still be open."""

    on: date
    whom: str
    question: str
    advised: str = ""
    decided: str = ""

    def checked(self, today: date) -> "ConsultationDetails":
        """The same without stray spaces.

        Raises TextIsMissing without whom or the question, TextTooLong, HiddenCharacters, or DateIsImpossible for a
        day to come.
        """
        texts = {name: getattr(self, name).strip() for name in ("question", "advised", "decided")}
        tidy = replace(self, whom=" ".join(self.whom.split()), **texts)
        if not tidy.whom:
            raise TextIsMissing
        if not tidy.question:
            raise TextIsMissing
        if max(len(text) for text in texts.values()) > LONGEST_TEXT or len(tidy.whom) > LONGEST_FIELD:
            raise TextTooLong
        for text in (self.whom, *texts.values()):
            check_visible(*text.splitlines())
        if tidy.on > today:
            raise DateIsImpossible
        return tidy

    def holds(self, words: str) -> bool:
        """Whether each of these words stands in it, in small or capital letters, with or without accents."""
        whole = folded(" ".join((self.whom, self.question, self.advised, self.decided)))
        return all(word in whole for word in folded(words).split())


@dataclass(frozen=True, slots=True)
class Consultation:
    """One entry of the log, about one client or about none; a corrected one names the entry it stands in place of."""

    id: ConsultationId
    client_id: ClientId | None
    details: ConsultationDetails
    recorded_at: datetime
    signer: str
    replaces_id: ConsultationId | None = None

    @property
    def record_class(self) -> RecordClass:
        """It is kept as long as the progress record."""
        return RecordClass.PROGRESS_RECORD


def standing(entries: Iterable[Consultation]) -> tuple[Consultation, ...]:
    """The entries that no other stands in place of, the newest day first."""
    known = tuple(entries)
    replaced = {one.replaces_id for one in known if one.replaces_id is not None}
    kept = (one for one in known if one.id not in replaced)
    return tuple(sorted(kept, key=lambda one: (one.details.on, one.id), reverse=True))


def latest(entry: Consultation, entries: Iterable[Consultation]) -> Consultation:
    """What stands in place of an entry now; itself when nothing does."""
    after = {one.replaces_id: one for one in entries if one.replaces_id is not None}
    while entry.id in after:
        entry = after[entry.id]
    return entry


def earlier(entry: Consultation, entries: Iterable[Consultation]) -> tuple[Consultation, ...]:
    """What an entry stands in place of, the latest first."""
    by_id = {one.id: one for one in entries}
    found, at = [], entry.replaces_id
    while at is not None and at in by_id:
        found.append(by_id[at])
        at = by_id[at].replaces_id
    return tuple(found)
