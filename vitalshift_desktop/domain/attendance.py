"""Whether the client came: what may be said when, the one line instead of a note, and corrections afterwards."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from vitalshift_desktop.domain.clients import LONGEST_FIELD
from vitalshift_desktop.domain.problems import SessionIsAhead, TextIsMissing, TextTooLong
from vitalshift_desktop.domain.sessions import Attendance, CancelledBy, Session, SessionId

MOST_NOTICE_HOURS = 24 * 365
_NEEDS_ITS_DAY = (Attendance.ATTENDED, Attendance.LATE, Attendance.DID_NOT_ATTEND)


@dataclass(frozen=True, slots=True)
class Absence:
    """What is kept of a session that did not take place: one line, and how many hours before it was called off."""

    line: str = ""
    notice_hours: int | None = None

    @property
    def is_empty(self) -> bool:
        """True when there is nothing to keep."""
        return not self.line and self.notice_hours is None

    def checked(self) -> "Absence":
        """The same on one line; raises TextTooLong. ValueError for notice under 0 or over a year."""
        tidy = replace(self, line=" ".join(self.line.split()))
        if len(tidy.line) > LONGEST_FIELD:
            raise TextTooLong
        if tidy.notice_hours is not None and not 0 <= tidy.notice_hours <= MOST_NOTICE_HOURS:
            raise ValueError(tidy.notice_hours)
        return tidy


@dataclass(frozen=True, slots=True)
class Mark:
    """Everything that is said about whether the client came."""

    attendance: Attendance
    cancelled_by: CancelledBy | None = None
    late_notice: bool = False


@dataclass(frozen=True, slots=True)
class AttendanceChange:
    """A correction after the note was signed: when it was made (UTC), what stood before, what stands now, and why."""

    session_id: SessionId
    at: datetime
    before: Mark
    after: Mark
    reason: str


def mark_of(session: Session) -> Mark:
    """What a session says now."""
    return Mark(session.attendance, session.cancelled_by, session.late_notice)


def check_its_day_has_come(attendance: Attendance, session: Session, today: date) -> None:
    """Raise SessionIsAhead for a session of a later day that is to count as attended or missed.

    One that is called off may lie ahead.
    """
    if attendance in _NEEDS_ITS_DAY and session.day > today:
        raise SessionIsAhead(session)


def correction(before: Session, after: Session, reason: str, at: datetime) -> AttendanceChange:
    """The kept words of a correction; raises TextIsMissing or TextTooLong."""
    words = reason.strip()
    if not words:
        raise TextIsMissing
    if len(words) > LONGEST_FIELD:
        raise TextTooLong
    return AttendanceChange(before.id, at, mark_of(before), mark_of(after), words)
