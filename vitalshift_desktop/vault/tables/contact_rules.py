"""The table of what clause versions permit between sessions, and of the hours for contact."""

from datetime import datetime, time

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, Text, Time
from sqlalchemy.orm import Mapped, mapped_column

from vitalshift_desktop.vault.tables.columns import Base, UtcTime


class ContactRuleRow(Base):
    """One rule, of a clause version or of the practice; never changed and never removed, a later one counts.

    `kinds` and `weekdays` are lists with commas between; without weekdays a rule has no hours.
    """

    __tablename__ = "contact_rule"
    __table_args__ = (
        CheckConstraint("(clause_id IS NULL) = (number IS NULL)", name="clause"),
        CheckConstraint("(weekdays = '') = (begins IS NULL) AND (begins IS NULL) = (ends IS NULL)", name="hours"),
        ForeignKeyConstraint(
            ["clause_id", "number"],
            ["clause_version.clause_id", "clause_version.number"],
            name="fk_contact_rule_version",
        ),
        Index("contact_rule_by_clause", "clause_id", "number"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    clause_id: Mapped[int | None]
    number: Mapped[int | None]
    kinds: Mapped[str] = mapped_column(Text)
    weekdays: Mapped[str] = mapped_column(Text)
    begins: Mapped[time | None] = mapped_column(Time)
    ends: Mapped[time | None] = mapped_column(Time)
    recorded_at: Mapped[datetime] = mapped_column(UtcTime)
    signer: Mapped[str] = mapped_column(Text)
