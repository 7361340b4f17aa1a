"""Reminders: what is due when, how it repeats, and what became of it."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time
from enum import StrEnum
from typing import NewType

from vitalshift_desktop.domain.clients import LONGEST_FIELD, ClientId
from vitalshift_desktop.domain.problems import TextIsMissing, TextTooLong

ReminderId = NewType("ReminderId", int)


class ReminderKind(StrEnum):
    """What a reminder asks for."""

    CHECK_IN = "check_in"
    TASK = "task"
    REVIEW = "review"


class RepeatUnit(StrEnum):
    """The step of a repeating reminder."""

    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"
    SESSIONS = "sessions"


class Outcome(StrEnum):
    """What became of a reminder when it was due."""

    DONE = "done"
    LATER = "later"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Repeat:
    """Every so many days, weeks, months or sessions; ValueError for less than one."""

    every: int
    unit: RepeatUnit

    def __post_init__(self) -> None:
        """Refuse a repetition that never moves on."""
        if self.every < 1:
            raise ValueError(self.every)


@dataclass(frozen=True, slots=True)
class ReminderDetails:
    """What the counselor sets. `at` is a wall-clock time in `zone`; without it the reminder is due all day."""

    title: str
    due_on: date
    kind: ReminderKind = ReminderKind.CHECK_IN
    client_id: ClientId | None = None
    at: time | None = None
    zone: str = "UTC"
    repeat: Repeat | None = None

    def checked(self) -> "ReminderDetails":
        """The same details without stray spaces; raises TextIsMissing or TextTooLong."""
        tidy = replace(self, title=self.title.strip())
        if not tidy.title:
            raise TextIsMissing
        if len(tidy.title) > LONGEST_FIELD:
            raise TextTooLong
        return tidy


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One thing that happened to a reminder: when, what, and from which due day to which."""

    what: Outcome
    at: datetime
    was_due: date
    now_due: date | None


@dataclass(frozen=True, slots=True)
class Reminder:
    """One reminder; `anchor` is the day the repetition counts from; closed when nothing more is due."""

    id: ReminderId
    details: ReminderDetails
    anchor: date
    is_open: bool = True
    history: tuple[HistoryEntry, ...] = ()
