"""The table of review sheets of the first sessions."""

from datetime import date, datetime

from sqlalchemy import Date, ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column

from vitalshift_desktop.vault.tables.columns import Base, UtcTime


class EarlyReviewRow(Base):
    """The working sheet of one session of one episode, by the session's number."""

    __tablename__ = "early_review"

    episode_id: Mapped[int] = mapped_column(ForeignKey("episode.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    helps: Mapped[str] = mapped_column(Text)
    goals: Mapped[str] = mapped_column(Text)
    tasks: Mapped[str] = mapped_column(Text)
    bond: Mapped[str] = mapped_column(Text)
    changes: Mapped[str] = mapped_column(Text)
    talked_on: Mapped[date | None] = mapped_column(Date)
    changed_at: Mapped[datetime] = mapped_column(UtcTime)
