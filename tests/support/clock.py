"""A clock that stands still until a test moves it."""

from datetime import UTC, datetime, timedelta


class FakeClock:
    """Tells the time a test chose; a drop-in for the clock of the services."""

    def __init__(self, now: datetime = datetime(2026, 3, 2, 15, 0, tzinfo=UTC), zone: str = "America/New_York") -> None:
        assert now.tzinfo is not None, "a clock tells aware times"
        self._now = now.astimezone(UTC)
        self._zone = zone

    def now(self) -> datetime:
        """The present instant, aware, in UTC."""
        return self._now

    def zone(self) -> str:
        """The IANA name of the zone the counselor sits in."""
        return self._zone

    def advance(self, *, days: int = 0, hours: int = 0, minutes: int = 0, seconds: float = 0) -> None:
        """Move on by this much real time."""
        self._now += timedelta(days=days, hours=hours, minutes=minutes, seconds=seconds)

    def set(self, now: datetime) -> None:
        """Jump to another instant, also backwards."""
        assert now.tzinfo is not None, "a clock tells aware times"
        self._now = now.astimezone(UTC)

    def travel_to(self, zone: str) -> None:
        """Move the counselor to another zone."""
        self._zone = zone
