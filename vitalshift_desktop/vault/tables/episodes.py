"""The table of episodes, the stretches of work with a client."""

from datetime import date

from sqlalchemy import Date, ForeignKey, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from vitalshift_desktop.domain.episodes import DecidedBy, Ending
from vitalshift_desktop.vault.tables.choices import choice
from vitalshift_desktop.vault.tables.columns import Base


class EpisodeRow(Base):
    """One episode; those of a client are numbered, and the one with the highest number is the current one."""

    __tablename__ = "episode"
    __table_args__ = (
        UniqueConstraint("client_id", "number", name="uq_episode_number"),
        UniqueConstraint("id", "client_id", name="uq_episode_client"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    client_id: Mapped[int] = mapped_column(ForeignKey("client.id"))
    number: Mapped[int]
    opened_on: Mapped[date] = mapped_column(Date)
    ended_on: Mapped[date | None] = mapped_column(Date)
    ending: Mapped[Ending | None] = mapped_column(choice(Ending, "ending"))
    decided_by: Mapped[DecidedBy | None] = mapped_column(choice(DecidedBy, "decided_by"))
    words: Mapped[str] = mapped_column(Text)
