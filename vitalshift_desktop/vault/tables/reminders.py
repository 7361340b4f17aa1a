"""The tables of reminders and of what became of them."""

from datetime import date, datetime, time

from sqlalchemy import CheckConstraint, Date, ForeignKey, Index, Text, Time
from sqlalchemy.orm import Mapped, mapped_column

from vitalshift_desktop.domain.reminders import Counted, Outcome, ReminderKind, RepeatUnit
from vitalshift_desktop.vault.tables.choices import choice
from vitalshift_desktop.vault.tables.columns import Base, UtcTime


class ReminderRow(Base):
    """One reminder; `at` is a wall-clock time in `zone`.

    `repeat_on` holds weekdays as RFC 5545 writes them: "MO,WE" for weeks, "2TU" or "-1FR" for months.
    """

    __tablename__ = "reminder"
    __table_args__ = (
        CheckConstraint("(repeat_every IS NULL) = (repeat_unit IS NULL)", name="repeat"),
        CheckConstraint("repeat_on = '' OR repeat_unit IN ('weeks', 'months')", name="repeat_on"),
        CheckConstraint("repeat_until IS NULL OR repeat_times IS NULL", name="one_end"),
        CheckConstraint("repeat_times > 0", name="repeat_times"),
        Index("reminder_by_due", "is_open", "due_on"),
        Index("reminder_by_client", "client_id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    client_id: Mapped[int | None] = mapped_column(ForeignKey("client.id"))
    title: Mapped[str] = mapped_column(Text)
    kind: Mapped[ReminderKind] = mapped_column(choice(ReminderKind, "kind"))
    due_on: Mapped[date] = mapped_column(Date)
    at: Mapped[time | None] = mapped_column(Time)
    zone: Mapped[str] = mapped_column(Text)
    repeat_every: Mapped[int | None]
    repeat_unit: Mapped[RepeatUnit | None] = mapped_column(choice(RepeatUnit, "repeat_unit"))
    anchor: Mapped[date] = mapped_column(Date)
    is_open: Mapped[bool]
    repeat_on: Mapped[str] = mapped_column(Text, server_default="")
    counted: Mapped[Counted] = mapped_column(choice(Counted, "counted"), server_default=Counted.CALENDAR.value)
    repeat_until: Mapped[date | None] = mapped_column(Date)
    repeat_times: Mapped[int | None]
    session_from: Mapped[date | None] = mapped_column(Date)
    goal_id: Mapped[int | None] = mapped_column(ForeignKey("goal.id", ondelete="SET NULL"))
    clause_id: Mapped[int | None] = mapped_column(ForeignKey("clause.id", ondelete="SET NULL"))
    measure: Mapped[str] = mapped_column(Text, server_default="")


class ReminderHistoryRow(Base):
    """One thing that happened to a reminder."""

    __tablename__ = "reminder_history"

    reminder_id: Mapped[int] = mapped_column(ForeignKey("reminder.id", ondelete="CASCADE"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    what: Mapped[Outcome] = mapped_column(choice(Outcome, "what"))
    at: Mapped[datetime] = mapped_column(UtcTime)
    was_due: Mapped[date] = mapped_column(Date)
    now_due: Mapped[date | None] = mapped_column(Date)
