"""The tables of worksheets for before and after, of what was added to closed ones, and of consultations."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Date, ForeignKey, Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from vitalshift_desktop.vault.tables.columns import Base, UtcTime


class WorksheetRow(Base):
    """One worksheet; a trigger keeps it as it is once it is closed."""

    __tablename__ = "boundary_worksheet"
    __table_args__ = (
        CheckConstraint("(closed_at IS NULL) = (happened_on IS NULL)", name="closed"),
        Index("boundary_worksheet_by_client", "client_id"),
        Index("boundary_worksheet_by_clause", "clause_id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    client_id: Mapped[int] = mapped_column(ForeignKey("client.id"))
    clause_id: Mapped[int | None] = mapped_column(ForeignKey("clause.id"))
    what: Mapped[str] = mapped_column(Text)
    why: Mapped[str] = mapped_column(Text)
    whose_need: Mapped[str] = mapped_column(Text)
    alternatives: Mapped[str] = mapped_column(Text)
    consulted: Mapped[str] = mapped_column(Text)
    written_on: Mapped[date] = mapped_column(Date)
    written_at: Mapped[datetime] = mapped_column(UtcTime)
    changed_at: Mapped[datetime] = mapped_column(UtcTime)
    version: Mapped[int]
    happened: Mapped[str] = mapped_column(Text)
    happened_on: Mapped[date | None] = mapped_column(Date)
    closed_at: Mapped[datetime | None] = mapped_column(UtcTime)
    signer: Mapped[str] = mapped_column(Text)


class WorksheetAdditionRow(Base):
    """Something added to a closed worksheet; never changed and never removed."""

    __tablename__ = "worksheet_addition"
    __table_args__ = (
        Index("worksheet_addition_by_worksheet", "worksheet_id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    worksheet_id: Mapped[int] = mapped_column(ForeignKey("boundary_worksheet.id"))
    text: Mapped[str] = mapped_column(Text)
    recorded_at: Mapped[datetime] = mapped_column(UtcTime)
    signer: Mapped[str] = mapped_column(Text)


class ConsultationRow(Base):
    """One entry of the consultation log; never changed and never removed, a corrected one is another row."""

    __tablename__ = "consultation"
    __table_args__ = (
        Index("consultation_by_client", "client_id"),
        Index("consultation_by_day", "on_day"),
        Index("consultation_replaced", "replaces_id", unique=True),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    client_id: Mapped[int | None] = mapped_column(ForeignKey("client.id"))
    on: Mapped[date] = mapped_column("on_day", Date)
    whom: Mapped[str] = mapped_column(Text)
    question: Mapped[str] = mapped_column(Text)
    advised: Mapped[str] = mapped_column(Text)
    decided: Mapped[str] = mapped_column(Text)
    recorded_at: Mapped[datetime] = mapped_column(UtcTime)
    signer: Mapped[str] = mapped_column(Text)
    replaces_id: Mapped[int | None] = mapped_column(ForeignKey("consultation.id"))
