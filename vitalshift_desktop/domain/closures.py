"""When the practice is closed: from a day to a day, who covers, and what becomes of standing appointments."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import NewType

from vitalshift_desktop.domain.clients import LONGEST_FIELD, LONGEST_TEXT
from vitalshift_desktop.domain.problems import ClosureTooLong, EndsBeforeItStarts, TextTooLong
from vitalshift_desktop.domain.sessions import at_local

ClosureId = NewType("ClosureId", int)
LONGEST_DAYS = 366


class Lifting(StrEnum):
    """What becomes of a standing appointment that falls into the time."""

    LEAVE_OUT = "leave_out"
    MOVE = "move"


@dataclass(frozen=True, slots=True)
class Closure:
    """Closed from the first day to the last, both included; `cover` is who can be reached instead."""

    id: ClosureId
    first_day: date
    last_day: date
    cover: str = ""
    words: str = ""
    lifting: Lifting = Lifting.LEAVE_OUT

    def covers(self, day: date) -> bool:
        """Whether the practice is closed on this day."""
        return self.first_day <= day <= self.last_day

    def checked(self) -> "Closure":
        """The same, tidied; raises EndsBeforeItStarts, ClosureTooLong or TextTooLong."""
        if self.last_day < self.first_day:
            raise EndsBeforeItStarts
        if (self.last_day - self.first_day).days >= LONGEST_DAYS:
            raise ClosureTooLong
        tidy = replace(self, cover=self.cover.strip(), words=self.words.strip())
        if len(tidy.cover) > LONGEST_FIELD or len(tidy.words) > LONGEST_TEXT:
            raise TextTooLong
        return tidy


def closure_on(day: date, closures: Iterable[Closure]) -> Closure | None:
    """The closure that covers a day, if any; of several the one that began first."""
    found = [closure for closure in closures if closure.covers(day)]
    return min(found, key=lambda closure: closure.first_day, default=None)


def open_day(day: date, closures: Iterable[Closure]) -> date:
    """The day itself, or the first open one after a time when the practice is closed."""
    spans = tuple(closures)
    while (closure := closure_on(day, spans)) is not None:
        day = closure.last_day + timedelta(days=1)
    return day


def closed_spans(closures: Iterable[Closure], zone: str) -> tuple[tuple[datetime, datetime], ...]:
    """The closed times as instants (UTC): from the first midnight to the one after the last day, in this zone."""
    return tuple(
        (at_local(one.first_day, time.min, zone), at_local(one.last_day + timedelta(days=1), time.min, zone))
        for one in closures
    )
