"""The tables of safety plans: the versions that were in force, and what is being written."""

from datetime import date, datetime

from sqlalchemy import Date, ForeignKey, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from vitalshift_desktop.vault.tables.columns import Base, UtcTime


class SafetyPlanRow(Base):
    """One version of a client's plan; triggers keep it as it was put in force."""

    __tablename__ = "safety_plan"
    __table_args__ = (
        UniqueConstraint("client_id", "number", name="uq_safety_plan_number"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    client_id: Mapped[int] = mapped_column(ForeignKey("client.id"))
    number: Mapped[int]
    warning_signs: Mapped[str] = mapped_column(Text)
    own_steps: Mapped[str] = mapped_column(Text)
    people_and_places: Mapped[str] = mapped_column(Text)
    whom_to_call: Mapped[str] = mapped_column(Text)
    safer: Mapped[str] = mapped_column(Text)
    review_on: Mapped[date | None] = mapped_column(Date)
    in_force_on: Mapped[date] = mapped_column(Date)
    recorded_at: Mapped[datetime] = mapped_column(UtcTime)


class SafetyPlanDraftRow(Base):
    """What is being written for a client's next version."""

    __tablename__ = "safety_plan_draft"

    client_id: Mapped[int] = mapped_column(ForeignKey("client.id"), primary_key=True)
    warning_signs: Mapped[str] = mapped_column(Text)
    own_steps: Mapped[str] = mapped_column(Text)
    people_and_places: Mapped[str] = mapped_column(Text)
    whom_to_call: Mapped[str] = mapped_column(Text)
    safer: Mapped[str] = mapped_column(Text)
    review_on: Mapped[date | None] = mapped_column(Date)
    changed_at: Mapped[datetime] = mapped_column(UtcTime)
