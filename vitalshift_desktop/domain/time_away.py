"""Days on which nobody expects a session: the practice closed, a break agreed with the client, the work paused."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from vitalshift_desktop.domain.clients import ClientStatus, StatusChange
from vitalshift_desktop.domain.closures import Closure
from vitalshift_desktop.domain.commitments import AgreedBreak

_DAY = timedelta(days=1)


class AwayKind(StrEnum):
    """Why nobody expects a session."""

    CLOSED = "closed"
    BREAK = "break"
    PAUSED = "paused"


@dataclass(frozen=True, slots=True)
class Away:
    """From a first day to a last, both included."""

    kind: AwayKind
    first_day: date
    last_day: date

    def covers(self, day: date) -> bool:
        """Whether a day lies in it."""
        return self.first_day <= day <= self.last_day


def times_away(
    closures: Iterable[Closure],
    breaks: Iterable[AgreedBreak],
    statuses: Sequence[StatusChange],
    first: date,
    last: date,
) -> tuple[Away, ...]:
    """All of them that have a day between two, both included, cut to these days, the earliest first."""
    whole = [
        *(Away(AwayKind.CLOSED, one.first_day, one.last_day) for one in closures),
        *(Away(AwayKind.BREAK, one.first_day, one.last_day) for one in breaks if one.taken_back_at is None),
        *_paused(statuses, last),
    ]
    cut = (Away(one.kind, max(one.first_day, first), min(one.last_day, last)) for one in whole)
    return tuple(sorted((one for one in cut if one.first_day <= one.last_day), key=lambda one: one.first_day))


def days_without(away: Iterable[Away], first: date, last: date) -> int:
    """How many days between two, both included, lie in none of these times; a day in two of them counts once."""
    open_days, reached = 0, first
    for one in sorted(away, key=lambda each: each.first_day):
        if one.last_day < reached or one.first_day > last:
            continue
        open_days += max(0, (one.first_day - reached).days)
        reached = one.last_day + _DAY
    return open_days + max(0, (last - reached).days + 1)


def _paused(statuses: Sequence[StatusChange], last: date) -> Iterable[Away]:
    """The times in which the client's status was paused; of one day the change written last counts."""
    by_day = {change.on: change for change in sorted(statuses, key=lambda change: (change.on, change.id))}
    days = sorted(by_day)
    for place, day in enumerate(days):
        if by_day[day].status is ClientStatus.PAUSED:
            yield Away(AwayKind.PAUSED, day, days[place + 1] - _DAY if place + 1 < len(days) else last)
