"""The tables of classed marks and of what stands on the alliance chart beside the scores."""

from datetime import date, datetime

from sqlalchemy import Date, ForeignKey, ForeignKeyConstraint, Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from vitalshift_desktop.domain.chart_entries import EntryKind
from vitalshift_desktop.domain.mark_classes import MarkClass
from vitalshift_desktop.domain.measures.administration import Rater
from vitalshift_desktop.vault.tables.choices import choice
from vitalshift_desktop.vault.tables.columns import Base, UtcTime


class ClassedMarkRow(Base):
    """What the counselor called a marked score, one row for each time it was classed."""

    __tablename__ = "classed_mark"
    __table_args__ = (
        ForeignKeyConstraint(
            ["session_id", "client_id"], ["session.id", "session.client_id"], name="fk_classed_mark_session"
        ),
        Index("classed_mark_by_client", "client_id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    client_id: Mapped[int]
    session_id: Mapped[int]
    kind: Mapped[MarkClass] = mapped_column(choice(MarkClass, "kind"))
    note: Mapped[str] = mapped_column(Text)
    recorded_at: Mapped[datetime] = mapped_column(UtcTime)
    rater: Mapped[Rater] = mapped_column(choice(Rater, "rater"))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("related_person.id"))
    taken_back_at: Mapped[datetime | None] = mapped_column(UtcTime)


class ChartEntryRow(Base):
    """A dated note or an event on the alliance chart; a changed one is a row of its own that names the one before."""

    __tablename__ = "chart_entry"
    __table_args__ = (
        Index("chart_entry_by_client", "client_id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    client_id: Mapped[int] = mapped_column(ForeignKey("client.id"))
    day: Mapped[date] = mapped_column(Date)
    kind: Mapped[EntryKind] = mapped_column(choice(EntryKind, "kind"))
    words: Mapped[str] = mapped_column(Text)
    recorded_at: Mapped[datetime] = mapped_column(UtcTime)
    replaces_id: Mapped[int | None] = mapped_column(ForeignKey("chart_entry.id"))
    taken_off_at: Mapped[datetime | None] = mapped_column(UtcTime)
