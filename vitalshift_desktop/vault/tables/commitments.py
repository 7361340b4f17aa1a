"""The tables of what client and counselor agreed to keep, and of breaks they agreed on."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Date, ForeignKey, ForeignKeyConstraint, Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from vitalshift_desktop.vault.tables.columns import Base, UtcTime


class CommitmentRow(Base):
    """One version of a commitment; triggers keep it as it was agreed, it can only be taken back."""

    __tablename__ = "commitment"
    __table_args__ = (
        ForeignKeyConstraint(
            ("episode_id", "client_id"), ("episode.id", "episode.client_id"), name="fk_commitment_episode"
        ),
        CheckConstraint("(times IS NULL) = (weeks IS NULL)", name="rhythm"),
        CheckConstraint("times BETWEEN 1 AND 7", name="times"),
        CheckConstraint("weeks BETWEEN 1 AND 26", name="weeks"),
        CheckConstraint("minutes BETWEEN 5 AND 720", name="minutes"),
        CheckConstraint("review_after BETWEEN 1 AND 200", name="review_after"),
        Index("commitment_by_client", "client_id"),
        Index("commitment_by_number", "episode_id", "number", unique=True),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    client_id: Mapped[int]
    episode_id: Mapped[int]
    number: Mapped[int]
    agreed_on: Mapped[date] = mapped_column(Date)
    times: Mapped[int | None]
    weeks: Mapped[int | None]
    minutes: Mapped[int]
    review_after: Mapped[int | None]
    client_does: Mapped[str] = mapped_column(Text)
    counselor_does: Mapped[str] = mapped_column(Text)
    reason: Mapped[str] = mapped_column(Text)
    recorded_at: Mapped[datetime] = mapped_column(UtcTime)
    taken_back_at: Mapped[datetime | None] = mapped_column(UtcTime)


class AgreedBreakRow(Base):
    """A time without sessions that was agreed with a client; kept as agreed, it can only be taken back."""

    __tablename__ = "agreed_break"
    __table_args__ = (
        CheckConstraint("last_day >= first_day", name="days"),
        Index("agreed_break_by_client", "client_id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    client_id: Mapped[int] = mapped_column(ForeignKey("client.id"))
    first_day: Mapped[date] = mapped_column(Date)
    last_day: Mapped[date] = mapped_column(Date)
    agreed_on: Mapped[date] = mapped_column(Date)
    recorded_at: Mapped[datetime] = mapped_column(UtcTime)
    words: Mapped[str] = mapped_column(Text)
    taken_back_at: Mapped[datetime | None] = mapped_column(UtcTime)
