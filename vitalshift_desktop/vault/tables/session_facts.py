"""The tables of what is kept about single sessions beside the session itself."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from vitalshift_desktop.domain.presence import PresentRole
from vitalshift_desktop.domain.sessions import Attendance, CancelledBy
from vitalshift_desktop.vault.tables.choices import choice
from vitalshift_desktop.vault.tables.columns import Base, UtcTime


class SessionAbsenceRow(Base):
    """The one line about a session that did not take place, and how many hours before it was called off."""

    __tablename__ = "session_absence"
    __table_args__ = (CheckConstraint("notice_hours >= 0", name="notice_hours"),)

    session_id: Mapped[int] = mapped_column(ForeignKey("session.id"), primary_key=True, autoincrement=False)
    line: Mapped[str] = mapped_column(Text)
    notice_hours: Mapped[int | None]


class AttendanceChangeRow(Base):
    """A correction of attendance after the note was signed; never changed, never taken out."""

    __tablename__ = "attendance_change"
    __table_args__ = (
        CheckConstraint("reason <> ''", name="reason"),
        Index("attendance_change_by_session", "session_id", "id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    session_id: Mapped[int] = mapped_column(ForeignKey("session.id"))
    at: Mapped[datetime] = mapped_column(UtcTime)
    old_attendance: Mapped[Attendance] = mapped_column(choice(Attendance, "old_attendance"))
    old_cancelled_by: Mapped[CancelledBy | None] = mapped_column(choice(CancelledBy, "old_cancelled_by"))
    old_late_notice: Mapped[bool]
    attendance: Mapped[Attendance] = mapped_column(choice(Attendance, "attendance"))
    cancelled_by: Mapped[CancelledBy | None] = mapped_column(choice(CancelledBy, "cancelled_by"))
    late_notice: Mapped[bool]
    reason: Mapped[str] = mapped_column(Text)


class SessionOnlineRow(Base):
    """What was asked at the start of a session by video or phone; sealed with the session's note."""

    __tablename__ = "session_online"

    session_id: Mapped[int] = mapped_column(ForeignKey("session.id"), primary_key=True, autoincrement=False)
    location: Mapped[str] = mapped_column(Text)
    location_confirmed: Mapped[bool]
    call_back: Mapped[str] = mapped_column(Text)
    private_place: Mapped[bool]
    platform: Mapped[str] = mapped_column(Text)
    interruptions: Mapped[str] = mapped_column(Text)


class SessionPresenceRow(Base):
    """Somebody who was in a session beside client and counselor; sealed with the session's note."""

    __tablename__ = "session_presence"
    __table_args__ = (
        CheckConstraint("briefing_minutes >= 0", name="briefing_minutes"),
        CheckConstraint("debriefing_minutes >= 0", name="debriefing_minutes"),
        Index("session_presence_by_person", "related_person_id"),
    )

    session_id: Mapped[int] = mapped_column(ForeignKey("session.id"), primary_key=True, autoincrement=False)
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    name: Mapped[str] = mapped_column(Text)
    role: Mapped[PresentRole] = mapped_column(choice(PresentRole, "role"))
    related_person_id: Mapped[int | None] = mapped_column(ForeignKey("related_person.id"))
    briefing_minutes: Mapped[int | None]
    debriefing_minutes: Mapped[int | None]
