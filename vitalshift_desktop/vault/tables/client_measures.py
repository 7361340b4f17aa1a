"""The tables of measures used with a client, and of times in which a client has none."""

from datetime import date

from sqlalchemy import CheckConstraint, Date, ForeignKey, Index, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from vitalshift_desktop.domain.client_measures import Moment
from vitalshift_desktop.vault.tables.choices import choice
from vitalshift_desktop.vault.tables.columns import Base


class ClientMeasureRow(Base):
    """A measure in use with a client; once for each measure."""

    __tablename__ = "client_measure"
    __table_args__ = (
        CheckConstraint("every_sessions > 0", name="every_sessions"),
        Index("client_measure_once", "client_id", "instrument_id", unique=True),
        Index("client_measure_by_instrument", "instrument_id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    client_id: Mapped[int] = mapped_column(ForeignKey("client.id"))
    instrument_id: Mapped[str] = mapped_column(Text)
    since: Mapped[date] = mapped_column(Date)
    every_sessions: Mapped[int]
    moment: Mapped[Moment] = mapped_column(choice(Moment, "moment"))
    reason: Mapped[str] = mapped_column(Text)


class MeasurePauseRow(Base):
    """A time without measures; at most one of a client goes on."""

    __tablename__ = "measure_pause"
    __table_args__ = (
        CheckConstraint("until >= since", name="days"),
        Index("measure_pause_by_client", "client_id"),
        Index("measure_pause_open", "client_id", unique=True, sqlite_where=text("until IS NULL")),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    client_id: Mapped[int] = mapped_column(ForeignKey("client.id"))
    reason: Mapped[str] = mapped_column(Text)
    since: Mapped[date] = mapped_column(Date)
    until: Mapped[date | None] = mapped_column(Date)
