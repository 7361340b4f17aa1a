"""A process note: the counselor's own reflection, kept apart from the record of the work."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import NewType

from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.notes import LONGEST_SECTION
from vitalshift_desktop.domain.problems import TextTooLong
from vitalshift_desktop.domain.record_classes import RecordClass
from vitalshift_desktop.domain.sessions import SessionId

ProcessNoteId = NewType("ProcessNoteId", int)


@dataclass(frozen=True, slots=True)
class ProcessNote:
    """One reflection, about a session or, without one, about the work with a client. `version` counts saves.

    `day` is the civil day it is about; of a note about a session, the day the session had when the note was begun.
    """

    id: ProcessNoteId
    client_id: ClientId
    session_id: SessionId | None
    day: date
    text: str
    created_at: datetime
    changed_at: datetime
    version: int = 1
    record_class: RecordClass = RecordClass.PROCESS_NOTES

    def written(self, text: str, at: datetime) -> "ProcessNote":
        """The same note with other text; raises TextTooLong."""
        return replace(self, text=checked(text), changed_at=at, version=self.version + 1)

    def about(self, day: date, at: datetime) -> "ProcessNote":
        """The same note about another day."""
        return replace(self, day=day, changed_at=at, version=self.version + 1)


def checked(text: str) -> str:
    """The text, if a note can hold it; raises TextTooLong."""
    if len(text) > LONGEST_SECTION:
        raise TextTooLong
    return text
