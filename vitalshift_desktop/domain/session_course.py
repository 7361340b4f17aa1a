"""How a session went beside what was planned: moved, started late by the counselor, shorter or longer."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from vitalshift_desktop.domain.sessions import LONGEST_MINUTES, CancelledBy, SessionId

MOST_LATE = 240


@dataclass(frozen=True, slots=True)
class SessionCourse:
    """Minutes that the counselor began late, 0 to 240, and how many minutes it lasted, 1 to 720; None: not noted."""

    started_late: int | None = None
    lasted: int | None = None

    @property
    def is_empty(self) -> bool:
        """True when there is nothing to keep."""
        return self.started_late is None and self.lasted is None

    def checked(self) -> "SessionCourse":
        """The same; raises ValueError for minutes that no session has."""
        if self.started_late is not None and not 0 <= self.started_late <= MOST_LATE:
            raise ValueError(self.started_late)
        if self.lasted is not None and not 1 <= self.lasted <= LONGEST_MINUTES:
            raise ValueError(self.lasted)
        return self


@dataclass(frozen=True, slots=True)
class SessionMove:
    """A session was given another time: the one it had (UTC, with its zone), who asked for it, when it was moved."""

    session_id: SessionId
    had_starts: datetime
    had_zone: str
    asked_by: CancelledBy | None
    moved_at: datetime

    @property
    def had_day(self) -> date:
        """The civil day on which it was to be before."""
        return self.had_starts.astimezone(ZoneInfo(self.had_zone)).date()
