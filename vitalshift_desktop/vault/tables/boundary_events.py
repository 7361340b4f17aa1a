"""The tables of notes on agreements, of what was added to them, and of clauses that were looked at again."""

from datetime import date, datetime, time

from sqlalchemy import Date, ForeignKey, ForeignKeyConstraint, Index, Text, Time
from sqlalchemy.orm import Mapped, mapped_column

from vitalshift_desktop.domain.boundary_events import AdditionKind, Conduct, EventClass
from vitalshift_desktop.domain.contacts import StartedBy
from vitalshift_desktop.vault.tables.choices import choice
from vitalshift_desktop.vault.tables.columns import Base, UtcTime


class BoundaryEventRow(Base):
    """One note on the clause version of its day; never changed and never removed. `at` is a wall-clock time."""

    __tablename__ = "boundary_event"
    __table_args__ = (
        ForeignKeyConstraint(
            ["clause_id", "number"],
            ["clause_version.clause_id", "clause_version.number"],
            name="fk_boundary_event_version",
        ),
        Index("boundary_event_by_client", "client_id", "day"),
        Index("boundary_event_by_clause", "clause_id", "number"),
        Index("boundary_event_by_contact", "contact_id"),
        Index("boundary_event_by_worksheet", "worksheet_id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    client_id: Mapped[int] = mapped_column(ForeignKey("client.id"))
    clause_id: Mapped[int]
    number: Mapped[int]
    contact_id: Mapped[int | None] = mapped_column(ForeignKey("contact_note.id"))
    worksheet_id: Mapped[int | None] = mapped_column(ForeignKey("boundary_worksheet.id"))
    day: Mapped[date] = mapped_column(Date)
    at: Mapped[time | None] = mapped_column(Time)
    zone: Mapped[str] = mapped_column(Text)
    conduct: Mapped[Conduct] = mapped_column(choice(Conduct, "conduct"))
    started_by: Mapped[StartedBy] = mapped_column(choice(StartedBy, "started_by"))
    planned: Mapped[bool]
    facts: Mapped[str] = mapped_column(Text)
    client_words: Mapped[str] = mapped_column(Text)
    thinking: Mapped[str] = mapped_column(Text)
    consulted: Mapped[str] = mapped_column(Text)
    discussed_on: Mapped[date | None] = mapped_column(Date)
    reaction: Mapped[str] = mapped_column(Text)
    recorded_at: Mapped[datetime] = mapped_column(UtcTime)
    signer: Mapped[str] = mapped_column(Text)


class BoundaryEventAdditionRow(Base):
    """Something added to a note: words, a class, a talk; never changed and never removed."""

    __tablename__ = "boundary_event_addition"
    __table_args__ = (
        Index("boundary_event_addition_by_event", "event_id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("boundary_event.id"))
    kind: Mapped[AdditionKind] = mapped_column(choice(AdditionKind, "kind"))
    text: Mapped[str] = mapped_column(Text)
    recorded_at: Mapped[datetime] = mapped_column(UtcTime)
    signer: Mapped[str] = mapped_column(Text)
    event_class: Mapped[EventClass | None] = mapped_column(choice(EventClass, "event_class"))
    on: Mapped[date | None] = mapped_column("on_day", Date)


class ClauseLookRow(Base):
    """A clause that was looked at again and stays as it is; never changed and never removed."""

    __tablename__ = "clause_look"
    __table_args__ = (
        Index("clause_look_by_client", "client_id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    clause_id: Mapped[int] = mapped_column(ForeignKey("clause.id"))
    client_id: Mapped[int] = mapped_column(ForeignKey("client.id"))
    looked_on: Mapped[date] = mapped_column(Date)
    words: Mapped[str] = mapped_column(Text)
    recorded_at: Mapped[datetime] = mapped_column(UtcTime)
    signer: Mapped[str] = mapped_column(Text)
