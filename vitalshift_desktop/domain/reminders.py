"""Reminders: what is due when, how it repeats, and what became of it."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time
from enum import StrEnum
from typing import NamedTuple, NewType

from vitalshift_desktop.domain.agreements import ClauseId, Topic
from vitalshift_desktop.domain.clients import LONGEST_FIELD, ClientId
from vitalshift_desktop.domain.goals import GoalId
from vitalshift_desktop.domain.problems import TextIsMissing, TextTooLong

ReminderId = NewType("ReminderId", int)
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


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


class Counted(StrEnum):
    """From which day a repeating reminder counts on."""

    CALENDAR = "calendar"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Repeat:
    """Every so many days, weeks, months or sessions, without end, until a day, or so many times more.

    `on` are weekdays, 0 for Monday to 6: for weeks any of them, for months the one that `nth` counts (1 to 5, or -1 for
    the last of the month). Without them the weekday or the day of the month is that of the first due day. `times` are
    the times that are still to come, the one that is due now among them. What repeats by sessions always counts from
    the day it is done. ValueError for what is no rule at all.
    """

    every: int
    unit: RepeatUnit
    on: tuple[int, ...] = ()
    nth: int | None = None
    counted: Counted = Counted.CALENDAR
    until: date | None = None
    times: int | None = None

    def __post_init__(self) -> None:
        """Put the weekdays in order; refuse a repetition that never moves on or contradicts itself."""
        object.__setattr__(self, "on", tuple(sorted(set(self.on))))
        if self.unit is RepeatUnit.SESSIONS:
            object.__setattr__(self, "counted", Counted.DONE)
        if self.every < 1 or (self.times is not None and (self.times < 1 or self.until is not None)):
            raise ValueError(self.every)
        if not self._weekdays_fit:
            raise ValueError(self.on, self.nth)

    @property
    def _weekdays_fit(self) -> bool:
        if not set(self.on) <= set(range(7)):
            return False
        if self.nth is not None:
            return self.unit is RepeatUnit.MONTHS and len(self.on) == 1 and self.nth in (-1, 1, 2, 3, 4, 5)
        return not self.on or self.unit is RepeatUnit.WEEKS

    @property
    def by_sessions(self) -> bool:
        """Whether it counts sessions."""
        return self.unit is RepeatUnit.SESSIONS

    @property
    def rhythm(self) -> "Repeat":
        """The rule alone: without its end, and by the calendar where that can be chosen."""
        return replace(self, counted=Counted.CALENDAR, until=None, times=None)


def weekday_words(repeat: Repeat) -> str:
    """The weekdays of a rule as RFC 5545 writes them, such as "MO,WE" or "-1FR"; empty without any."""
    which = "" if repeat.nth is None else str(repeat.nth)
    return ",".join(f"{which}{_WEEKDAYS[day]}" for day in repeat.on)


def weekdays_in(words: str) -> tuple[tuple[int, ...], int | None]:
    """The weekdays that were written so, and which of the month they are; ValueError for anything else."""
    parts = words.split(",") if words else []
    which = {part[:-2] for part in parts}
    if len(which) > 1:
        raise ValueError(words)
    nth = which.pop() if which else ""
    return tuple(_WEEKDAYS.index(part[-2:]) for part in parts), int(nth) if nth else None


@dataclass(frozen=True, slots=True)
class ReminderDetails:
    """What the counselor sets. `at` is a wall-clock time in `zone`; without it the reminder is due all day.

    With `session_from` it is due with the client's first session on or after that day, and moves with it. It may be
    about a goal, a clause or a measure of the client.
    """

    title: str
    due_on: date
    kind: ReminderKind = ReminderKind.CHECK_IN
    client_id: ClientId | None = None
    at: time | None = None
    zone: str = "UTC"
    repeat: Repeat | None = None
    session_from: date | None = None
    goal_id: GoalId | None = None
    clause_id: ClauseId | None = None
    measure: str = ""

    @property
    def follows_sessions(self) -> bool:
        """Whether its due day is that of a session."""
        return self.session_from is not None or (self.repeat is not None and self.repeat.unit is RepeatUnit.SESSIONS)

    @property
    def stays_put(self) -> bool:
        """Whether a closed practice does not move it: where a session is, or a moment chosen for once."""
        return self.follows_sessions or (self.repeat is None and self.at is not None)

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


@dataclass(frozen=True, slots=True)
class About:
    """What a reminder is about: a goal by its short wording, or a clause by its topic."""

    goal: str = ""
    topic: Topic | None = None


class OpenReminder(NamedTuple):
    """What decides where an open reminder stands: a plain tuple, as it is made for all of them at once."""

    id: ReminderId
    client_id: ClientId | None
    kind: ReminderKind
    due_on: date
    at: time | None
    zone: str
    stays_put: bool
