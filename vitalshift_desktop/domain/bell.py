"""The bell: when a reminder rings, and which times are left outside the vault so that it rings while that is locked."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from vitalshift_desktop.domain.reminders import ReminderId
from vitalshift_desktop.domain.sessions import at_local

MORNING = time(8)
LONGEST_AHEAD = timedelta(days=62)
REMEMBERED = timedelta(days=7)
MOST_TIMES = 200


@dataclass(frozen=True, slots=True)
class DueTime:
    """When one open reminder is due: on a day, at a wall-clock time in `zone` or all day."""

    id: ReminderId
    due_on: date
    at: time | None
    zone: str

    @property
    def since(self) -> datetime:
        """The UTC instant from which it is due."""
        return at_local(self.due_on, self.at or time.min, self.zone)

    @property
    def rings(self) -> datetime:
        """The UTC instant at which it rings, a whole minute: its time, or the morning of a day without one."""
        return at_local(self.due_on, self.at or MORNING, self.zone).replace(second=0, microsecond=0)


@dataclass(frozen=True, slots=True)
class BellTimes:
    """Instants in UTC, whole minutes, each once and in order: those that are still to ring, and those that rang."""

    due: tuple[datetime, ...] = ()
    rang: tuple[datetime, ...] = ()


@dataclass(frozen=True, slots=True)
class Heard:
    """What the bell of open records knows: its last look, what was rung for or seen, and which instants rang."""

    looked_at: datetime
    seen: frozenset[tuple[ReminderId, datetime]] = frozenset()
    rang: frozenset[datetime] = frozenset()
    before: frozenset[datetime] = frozenset()
    """What rang while the records were locked."""


def begun(due: Iterable[DueTime], before: Iterable[datetime], now: datetime) -> Heard:
    """The bell from now on: what is due by now stands on Today and does not ring, nor does what rang before."""
    present = [one for one in due if one.since <= now]
    before = frozenset(before)
    passed = frozenset(one.rings for one in present if one.rings <= now)
    return Heard(now, frozenset((one.id, one.rings) for one in present), passed | before, before)


def listened(heard: Heard, due: Iterable[DueTime], now: datetime) -> tuple[int, Heard]:
    """How many reminders fell due since the last look, and what is known afterwards.

    Each rings once for each instant, also when the clock was set back or forward or the computer slept.
    """
    fallen = frozenset((one.id, one.rings) for one in due if heard.looked_at < one.rings <= now)
    new = [one for one in fallen - heard.seen if one[1] not in heard.before]
    rang = heard.rang | {instant for _id, instant in fallen}
    return len(new), Heard(now, heard.seen | fallen, rang, heard.before)


def left_by(heard: Heard, due: Iterable[DueTime], now: datetime) -> BellTimes:
    """What open records leave for when they are locked."""
    return left_behind((one.rings for one in due if (one.id, one.rings) not in heard.seen), heard.rang, now)


def left_behind(due: Iterable[datetime], rang: Iterable[datetime], now: datetime) -> BellTimes:
    """What is left for the bell: the next two months at most, and no more than 200 times; what rang is not left again.

    What rang is remembered for a week, so that it does not ring anew when the clock is set back.
    """
    remembered = sorted({instant for instant in rang if instant > now - REMEMBERED})
    ahead = {instant for instant in due if now < instant <= now + LONGEST_AHEAD}
    return BellTimes(tuple(sorted(ahead.difference(remembered))[:MOST_TIMES]), tuple(remembered[-MOST_TIMES:]))


def rung(times: BellTimes, now: datetime) -> tuple[bool, BellTimes]:
    """Whether something fell due by now, and what is left afterwards: however much it is, it rings once."""
    fallen = [instant for instant in times.due if instant <= now]
    waiting = tuple(instant for instant in times.due if instant > now)
    remembered = sorted({instant for instant in (*times.rang, *fallen) if instant > now - REMEMBERED})
    return bool(fallen), BellTimes(waiting, tuple(remembered[-MOST_TIMES:]))
