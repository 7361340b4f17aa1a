"""The tables of how sessions went beside what was planned."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from vitalshift_desktop.domain.sessions import CancelledBy
from vitalshift_desktop.vault.tables.choices import choice
from vitalshift_desktop.vault.tables.columns import Base, UtcTime


class SessionCourseRow(Base):
    """How many minutes late the counselor began, and how many minutes a session lasted."""

    __tablename__ = "session_course"
    __table_args__ = (
        CheckConstraint("started_late BETWEEN 0 AND 240", name="started_late"),
        CheckConstraint("lasted BETWEEN 1 AND 720", name="lasted"),
    )

    session_id: Mapped[int] = mapped_column(
        ForeignKey("session.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    started_late: Mapped[int | None]
    lasted: Mapped[int | None]


class SessionMoveRow(Base):
    """A time that a session had before it was moved; it goes with its session."""

    __tablename__ = "session_move"
    __table_args__ = (Index("session_move_by_session", "session_id"), {"sqlite_autoincrement": True})

    id: Mapped[int] = mapped_column(primary_key=True)
    session_id: Mapped[int] = mapped_column(ForeignKey("session.id", ondelete="CASCADE"))
    had_starts: Mapped[datetime] = mapped_column(UtcTime)
    had_zone: Mapped[str] = mapped_column(Text)
    asked_by: Mapped[CancelledBy | None] = mapped_column(choice(CancelledBy, "asked_by"))
    moved_at: Mapped[datetime] = mapped_column(UtcTime)
