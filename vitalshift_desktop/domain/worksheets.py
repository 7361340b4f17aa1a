"""The worksheet for before and after: what is to be done outside an agreement is thought through first, told after."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import NewType

from vitalshift_desktop.domain.agreements import ClauseId
from vitalshift_desktop.domain.boundary_events import WorksheetId
from vitalshift_desktop.domain.clients import LONGEST_TEXT, ClientId
from vitalshift_desktop.domain.plain_text import check_visible
from vitalshift_desktop.domain.problems import (
    AlreadyRecorded,
    DateIsImpossible,
    NoteChangedElsewhere,
    TextIsMissing,
    TextTooLong,
    WorksheetIsOpen,
)
from vitalshift_desktop.domain.record_classes import RecordClass

WorksheetAdditionId = NewType("WorksheetAdditionId", int)


class BeforePart(StrEnum):
    """What is asked before; each is the name of its field in `Before`."""

    WHAT = "what"
    WHY = "why"
    WHOSE_NEED = "whose_need"
    ALTERNATIVES = "alternatives"
    CONSULTED = "consulted"


@dataclass(frozen=True, slots=True)
class Before:
    """What the counselor writes before: what and why have to be there."""

    what: str
    why: str
    whose_need: str = ""
    alternatives: str = ""
    consulted: str = ""

    def text(self, part: BeforePart) -> str:
        """What stands in one part."""
        return str(getattr(self, part.value))

    def checked(self) -> "Before":
        """The same without stray spaces; raises TextIsMissing, TextTooLong or HiddenCharacters."""
        tidy = Before(**{part.value: _checked_text(self.text(part)) for part in BeforePart})
        if not tidy.what or not tidy.why:
            raise TextIsMissing
        return tidy


@dataclass(frozen=True, slots=True)
class WorksheetAddition:
    """Something added to a closed worksheet, with its date."""

    text: str
    recorded_at: datetime
    signer: str


@dataclass(frozen=True, slots=True)
class Worksheet:
    """One worksheet. What was written before may change until it is closed; from then on it is only added to.

    `written_on` is the civil day on which it was begun, `happened_on` the day of which `happened` tells, before it is
    closed None; `version` counts saves.
    """

    id: WorksheetId
    client_id: ClientId
    before: Before
    written_on: date
    written_at: datetime
    changed_at: datetime
    clause_id: ClauseId | None = None
    version: int = 1
    happened: str = ""
    happened_on: date | None = None
    closed_at: datetime | None = None
    signer: str = ""
    additions: tuple[WorksheetAddition, ...] = ()

    @property
    def record_class(self) -> RecordClass:
        """It is kept as long as the progress record."""
        return RecordClass.PROGRESS_RECORD

    @property
    def is_closed(self) -> bool:
        """True once it was told what happened."""
        return self.closed_at is not None

    def changed(self, before: Before, clause_id: ClauseId | None, now: datetime, base_version: int) -> "Worksheet":
        """The same with other words before; raises AlreadyRecorded, NoteChangedElsewhere or as `Before.checked`."""
        if self.is_closed:
            raise AlreadyRecorded
        if base_version != self.version:
            raise NoteChangedElsewhere
        return replace(self, before=before.checked(), clause_id=clause_id, changed_at=now, version=self.version + 1)

    def closed(self, happened: str, on: date, now: datetime, today: date, signer: str) -> "Worksheet":
        """The same with what happened, or that it was not done after all; nothing of it changes any more.

        Raises AlreadyRecorded, TextIsMissing, TextTooLong, HiddenCharacters, or DateIsImpossible for a day to come.
        """
        if self.is_closed:
            raise AlreadyRecorded
        words = _checked_text(happened)
        if not words:
            raise TextIsMissing
        if on > today:
            raise DateIsImpossible
        return replace(
            self,
            happened=words,
            happened_on=on,
            closed_at=now,
            changed_at=now,
            signer=signer,
            version=self.version + 1,
        )

    def added(self, addition: WorksheetAddition) -> "Worksheet":
        """The closed worksheet with one addition more; raises WorksheetIsOpen, TextIsMissing or TextTooLong."""
        if not self.is_closed:
            raise WorksheetIsOpen
        words = _checked_text(addition.text)
        if not words:
            raise TextIsMissing
        return replace(self, additions=(*self.additions, replace(addition, text=words)))


def _checked_text(text: str) -> str:
    tidy = text.strip()
    if len(tidy) > LONGEST_TEXT:
        raise TextTooLong
    check_visible(*tidy.splitlines())
    return tidy
