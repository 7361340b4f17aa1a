"""The tables of standing appointments and of the times the practice is closed."""

from datetime import date, time

from sqlalchemy import CheckConstraint, Date, ForeignKey, Index, Text, Time
from sqlalchemy.orm import Mapped, mapped_column

from vitalshift_desktop.domain.closures import Lifting
from vitalshift_desktop.domain.sessions import Modality
from vitalshift_desktop.vault.tables.choices import choice
from vitalshift_desktop.vault.tables.columns import Base


class StandingRow(Base):
    """One standing appointment; `clock` is a wall-clock time in `zone`, `made_until` the last day looked at.

    One whose last day lies before its first was ended before it began.
    """

    __tablename__ = "standing_appointment"
    __table_args__ = (
        CheckConstraint("minutes > 0", name="minutes"),
        CheckConstraint("every_weeks > 0", name="every_weeks"),
        Index("standing_by_client", "client_id"),
        Index("standing_by_made_until", "made_until"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    client_id: Mapped[int] = mapped_column(ForeignKey("client.id"))
    zone: Mapped[str] = mapped_column(Text)
    first_day: Mapped[date] = mapped_column(Date)
    clock: Mapped[time] = mapped_column(Time)
    minutes: Mapped[int]
    every_weeks: Mapped[int]
    modality: Mapped[Modality] = mapped_column(choice(Modality, "modality"))
    until: Mapped[date | None] = mapped_column(Date)
    made_until: Mapped[date | None] = mapped_column(Date)


class ClosureRow(Base):
    """One time in which the practice is closed."""

    __tablename__ = "closure"
    __table_args__ = (
        CheckConstraint("last_day >= first_day", name="days"),
        Index("closure_by_days", "first_day", "last_day"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    first_day: Mapped[date] = mapped_column(Date)
    last_day: Mapped[date] = mapped_column(Date)
    cover: Mapped[str] = mapped_column(Text)
    words: Mapped[str] = mapped_column(Text)
    lifting: Mapped[Lifting] = mapped_column(choice(Lifting, "lifting"))
