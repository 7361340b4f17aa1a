"""Which measures are used with a client, how often, when each is next due, and times without any."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import NewType

from vitalshift_desktop.domain.clients import LONGEST_TEXT, ClientId
from vitalshift_desktop.domain.closures import Closure, closure_on
from vitalshift_desktop.domain.plain_text import check_visible
from vitalshift_desktop.domain.problems import DateIsImpossible, RhythmImpossible, TextIsMissing, TextTooLong

MeasureUseId = NewType("MeasureUseId", int)
MeasurePauseId = NewType("MeasurePauseId", int)
RAREST = 52


class Moment(StrEnum):
    """When in a session a form is given."""

    START = "start"
    END = "end"


@dataclass(frozen=True, slots=True)
class UseDetails:
    """How a measure is used: in every so many sessions (1 to 52), at which moment, and why at the end.

    A form with a critical item belongs at the start, so that an answer can be talked about; `reason` says why not.
    """

    every_sessions: int = 1
    moment: Moment = Moment.START
    reason: str = ""

    def checked(self, *, is_critical: bool) -> "UseDetails":
        """The same without stray spaces; a reason is kept only where it was asked for.

        Raises RhythmImpossible, TextIsMissing without the reason, TextTooLong or HiddenCharacters.
        """
        if not 1 <= self.every_sessions <= RAREST:
            raise RhythmImpossible
        if self.moment is Moment.START or not is_critical:
            return replace(self, reason="")
        return replace(self, reason=_reason(self.reason))


@dataclass(frozen=True, slots=True)
class MeasureUse:
    """A measure in use with a client since a civil day."""

    id: MeasureUseId
    client_id: ClientId
    instrument_id: str
    since: date
    details: UseDetails = UseDetails()


@dataclass(frozen=True, slots=True)
class MeasurePause:
    """A time without measures for a client: why, since which day, and until which day they were resumed on.

    `until` is None while it goes on; that day itself is not paused any more.
    """

    id: MeasurePauseId
    client_id: ClientId
    reason: str
    since: date
    until: date | None = None

    def covers(self, day: date) -> bool:
        """Whether nothing is asked for on this day."""
        return self.since <= day and (self.until is None or day < self.until)

    def checked(self, today: date) -> "MeasurePause":
        """The same without stray spaces.

        Raises TextIsMissing without a reason, TextTooLong, HiddenCharacters, or DateIsImpossible for a day ahead.
        """
        if self.since > today:
            raise DateIsImpossible
        return replace(self, reason=_reason(self.reason))


@dataclass(frozen=True, slots=True)
class Due:
    """When a measure is next due.

    `session_no` is the number in the episode of the session it belongs to, `on` the day of that session where one is
    planned. `is_next` is True when it belongs to the very next session. `waited` counts the held sessions that went
    by since it was due, without those in a pause, and `since` is the day of the first of them.
    """

    session_no: int
    on: date | None
    is_next: bool
    waited: int = 0
    since: date | None = None


@dataclass(frozen=True, slots=True)
class Days:
    """The days that decide when a measure is due, all of one episode and in order.

    `held` are the days of held sessions, `planned` of those ahead; `asked` are the days on which the measure was
    given, or on which it was noted why not.
    """

    held: Sequence[date] = ()
    planned: Sequence[date] = ()
    asked: Sequence[date] = ()


def next_due(
    use: MeasureUse, days: Days, *, pauses: Sequence[MeasurePause] = (), closures: Sequence[Closure] = ()
) -> Due | None:
    """When a measure is next due; None while measures are paused for the client.

    Due is the first session on or after the day since which it is used, and then so many sessions after the one it
    was given in. A form given between two sessions counts for the one before. Held sessions in a pause count for the
    rhythm, but nobody waited in them; planned sessions on days on which the practice is closed are not counted on.
    """
    if any(pause.until is None for pause in pauses):
        return None
    planned = [day for day in days.planned if closure_on(day, closures) is None]
    ahead = [*days.held, *planned]
    due_no = sum(1 for day in days.held if day < use.since) + 1
    if days.asked:
        latest = max(days.asked)
        due_no = max(due_no, sum(1 for day in ahead if day <= latest) + use.details.every_sessions)
    next_no = len(days.held) + 1
    session_no = max(due_no, next_no)
    place = session_no - 1
    missed = [day for day in days.held[due_no - 1 :] if not any(pause.covers(day) for pause in pauses)]
    on = ahead[place] if place < len(ahead) else None
    return Due(session_no, on, session_no == next_no, len(missed), missed[0] if missed else None)


def _reason(words: str) -> str:
    tidy = words.strip()
    if not tidy:
        raise TextIsMissing
    check_visible(tidy)
    if len(tidy) > LONGEST_TEXT:
        raise TextTooLong
    return tidy
