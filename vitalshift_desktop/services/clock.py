"""What time it is, and where."""

from datetime import UTC, date, datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from tzlocal import get_localzone_name


class Clock(Protocol):
    """Tells the present instant and the zone the counselor sits in."""

    def now(self) -> datetime:
        """The present instant, aware, in UTC."""

    def zone(self) -> str:
        """The IANA name of the zone, such as "America/Toronto"."""


class SystemClock:
    """The clock of this computer."""

    def now(self) -> datetime:
        """The present instant, aware, in UTC."""
        return datetime.now(UTC)

    def zone(self) -> str:
        """The zone this computer is set to; UTC where it does not say."""
        return get_localzone_name() or "UTC"


def local(clock: Clock, instant: datetime) -> datetime:
    """An instant on the wall clock of the place where the counselor sits."""
    return instant.astimezone(ZoneInfo(clock.zone()))


def today(clock: Clock) -> date:
    """The civil day where the counselor sits."""
    return local(clock, clock.now()).date()
