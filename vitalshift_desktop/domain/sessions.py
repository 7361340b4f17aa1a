"""A session: when it is, how it is held, and whether the client came."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import NewType
from zoneinfo import ZoneInfo

from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.episodes import EpisodeId
from vitalshift_desktop.domain.problems import SessionTooLong, SessionTooShort

SessionId = NewType("SessionId", int)
StandingId = NewType("StandingId", int)
SHORTEST_MINUTES = 5
LONGEST_MINUTES = 12 * 60


class Attendance(StrEnum):
    """Whether the session took place."""

    PLANNED = "planned"
    ATTENDED = "attended"
    LATE = "late"
    CANCELLED = "cancelled"
    DID_NOT_ATTEND = "did_not_attend"


class Modality(StrEnum):
    """How client and counselor meet."""

    IN_PERSON = "in_person"
    VIDEO = "video"
    PHONE = "phone"
    OUTDOORS = "outdoors"


class CancelledBy(StrEnum):
    """Who called a session off."""

    CLIENT = "client"
    COUNSELOR = "counselor"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Session:
    """One session, planned or held. `starts` is UTC; `zone` is where it was written; numbers count in its episode.

    One that a standing appointment made knows which, and of which of its days it is.
    """

    id: SessionId
    client_id: ClientId
    starts: datetime
    zone: str
    minutes: int = 50
    modality: Modality = Modality.IN_PERSON
    attendance: Attendance = Attendance.PLANNED
    cancelled_by: CancelledBy | None = None
    late_notice: bool = False
    note_put_aside: bool = False
    episode_id: EpisodeId | None = None
    standing_id: StandingId | None = None
    occurrence: date | None = None

    @property
    def ends(self) -> datetime:
        """The planned end, UTC."""
        return self.starts + timedelta(minutes=self.minutes)

    @property
    def local_start(self) -> datetime:
        """The start on the wall clock of the place where it was written."""
        return self.starts.astimezone(ZoneInfo(self.zone))

    @property
    def day(self) -> date:
        """The civil day of the session."""
        return self.local_start.date()

    @property
    def was_held(self) -> bool:
        """True when the client was there, late or not."""
        return self.attendance in (Attendance.ATTENDED, Attendance.LATE)

    @property
    def stands(self) -> bool:
        """True unless it was cancelled or missed."""
        return self.attendance not in (Attendance.CANCELLED, Attendance.DID_NOT_ATTEND)

    def marked(
        self, attendance: Attendance, cancelled_by: CancelledBy | None = None, *, late_notice: bool = False
    ) -> "Session":
        """The same session with this attendance; who cancelled is kept only for a cancelled one."""
        cancelled = attendance is Attendance.CANCELLED
        return replace(
            self,
            attendance=attendance,
            cancelled_by=cancelled_by if cancelled else None,
            late_notice=late_notice and cancelled,
        )

    def overlaps(self, other: "Session") -> bool:
        """True when both stand and share at least one minute."""
        return self.stands and other.stands and self.starts < other.ends and other.starts < self.ends


def checked_minutes(minutes: int) -> int:
    """The length, if a session can have it; raises SessionTooShort or SessionTooLong."""
    if minutes < SHORTEST_MINUTES:
        raise SessionTooShort
    if minutes > LONGEST_MINUTES:
        raise SessionTooLong
    return minutes


def at_local(day: date, clock: time, zone: str) -> datetime:
    """The UTC instant of a wall-clock time; a time skipped by summer time moves on by the gap."""
    return datetime.combine(day, clock, tzinfo=ZoneInfo(zone)).astimezone(UTC)


def same_time_later(session: Session, weeks: int = 1) -> datetime:
    """The same weekday and wall-clock time some weeks later, UTC."""
    local = session.local_start
    return at_local(local.date() + timedelta(weeks=weeks), local.time(), session.zone)


def first_clash(session: Session, others: Iterable[Session]) -> Session | None:
    """The earliest other session that this one overlaps, if any."""
    found = [other for other in others if other.id != session.id and session.overlaps(other)]
    return min(found, key=lambda other: other.starts, default=None)


def numbered(sessions: Sequence[Session]) -> dict[SessionId, int]:
    """session_no of each held session of one client: 1 for the first of an episode, in order of time."""
    counts: Counter[EpisodeId | None] = Counter()
    numbers = {}
    for session in sorted((one for one in sessions if one.was_held), key=_order):
        counts[session.episode_id] += 1
        numbers[session.id] = counts[session.episode_id]
    return numbers


def number_of(session: Session, sessions: Sequence[Session]) -> int | None:
    """The number in its episode that the session has, or would have if it is held; None for a missed or cancelled."""
    if not session.stands:
        return None
    own = in_episode(sessions, session.episode_id)
    return 1 + sum(1 for other in own if other.was_held and _order(other) < _order(session))


def in_episode(sessions: Iterable[Session], episode_id: EpisodeId | None) -> tuple[Session, ...]:
    """The sessions of one episode, in their order."""
    return tuple(session for session in sessions if session.episode_id == episode_id)


def _order(session: Session) -> tuple[datetime, SessionId]:
    """By time; of two that start together the one that was written first."""
    return session.starts, session.id
