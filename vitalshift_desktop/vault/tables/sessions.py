"""The table of sessions, planned and held."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Date, ForeignKey, ForeignKeyConstraint, Index, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from vitalshift_desktop.domain.sessions import Attendance, CancelledBy, Modality
from vitalshift_desktop.vault.tables.choices import choice
from vitalshift_desktop.vault.tables.columns import Base, UtcTime

STILL_OPEN = "note_signed = 0 AND note_put_aside = 0"


class SessionRow(Base):
    """One session. A trigger keeps `note_signed`, so that unwritten notes are found without reading every session."""

    __tablename__ = "session"
    __table_args__ = (
        UniqueConstraint("id", "client_id", name="uq_session_client"),
        ForeignKeyConstraint(
            ("episode_id", "client_id"), ("episode.id", "episode.client_id"), name="fk_session_episode"
        ),
        CheckConstraint("minutes > 0", name="minutes"),
        Index("session_by_start", "starts"),
        Index("session_by_client", "client_id", "starts"),
        Index("session_by_attendance", "client_id", "attendance", "starts"),
        Index("session_by_episode", "client_id", "episode_id", "attendance", "starts"),
        Index("session_without_note", "attendance", "starts", sqlite_where=text(STILL_OPEN)),
        Index(
            "session_by_occurrence",
            "standing_id",
            "occurrence",
            unique=True,
            sqlite_where=text("standing_id IS NOT NULL"),
        ),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    client_id: Mapped[int] = mapped_column(ForeignKey("client.id"))
    starts: Mapped[datetime] = mapped_column(UtcTime)
    zone: Mapped[str] = mapped_column(Text)
    minutes: Mapped[int]
    modality: Mapped[Modality] = mapped_column(choice(Modality, "modality"))
    attendance: Mapped[Attendance] = mapped_column(choice(Attendance, "attendance"))
    cancelled_by: Mapped[CancelledBy | None] = mapped_column(choice(CancelledBy, "cancelled_by"))
    late_notice: Mapped[bool]
    note_put_aside: Mapped[bool]
    note_signed: Mapped[bool] = mapped_column(server_default=text("0"))
    episode_id: Mapped[int | None]
    standing_id: Mapped[int | None] = mapped_column(ForeignKey("standing_appointment.id"))
    occurrence: Mapped[date | None] = mapped_column(Date)
