"""What the counselor calls a marked score: only then is it a rupture."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import NewType

from vitalshift_desktop.domain.clients import LONGEST_TEXT, ClientId
from vitalshift_desktop.domain.measures.administration import Rater
from vitalshift_desktop.domain.plain_text import check_visible
from vitalshift_desktop.domain.problems import TextTooLong
from vitalshift_desktop.domain.related_people import RelatedPersonId
from vitalshift_desktop.domain.sessions import SessionId

ClassedId = NewType("ClassedId", int)


class MarkClass(StrEnum):
    """How the counselor classes a mark; NONE takes an earlier class back, and the mark is a marked drop again."""

    WITHDRAWAL = "withdrawal"
    CONFRONTATION = "confrontation"
    UNCLEAR = "unclear"
    SOMETHING_ELSE = "something_else"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class ClassedMark:
    """One entry about the marked score of one rater in one session; entries are never changed, a later one counts.

    `person_id` says which guardian the rater was. An entry that was taken back right away no longer counts.
    """

    id: ClassedId
    client_id: ClientId
    session_id: SessionId
    kind: MarkClass
    note: str
    recorded_at: datetime
    rater: Rater = Rater.CLIENT
    person_id: RelatedPersonId | None = None
    taken_back_at: datetime | None = None

    @property
    def is_rupture(self) -> bool:
        """Whether this entry calls the mark a rupture."""
        return self.kind is not MarkClass.NONE

    def checked(self) -> "ClassedMark":
        """The same without stray spaces; raises TextTooLong or HiddenCharacters."""
        tidy = replace(self, note=self.note.strip())
        check_visible(*tidy.note.splitlines())
        if len(tidy.note) > LONGEST_TEXT:
            raise TextTooLong
        return tidy


def standing_classes(entries: Iterable[ClassedMark]) -> tuple[ClassedMark, ...]:
    """The entries that count, oldest first; the last one says what the mark is now."""
    counting = (entry for entry in entries if entry.taken_back_at is None)
    return tuple(sorted(counting, key=lambda entry: (entry.recorded_at, entry.id)))
