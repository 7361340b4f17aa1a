"""The table with the one row of the practice."""

from sqlalchemy import CheckConstraint, Text
from sqlalchemy.orm import Mapped, mapped_column

from vitalshift_desktop.domain.practice import Paper, ShownAs
from vitalshift_desktop.vault.tables.choices import choice
from vitalshift_desktop.vault.tables.columns import Base


class PracticeRow(Base):
    """Who the counselor is and how the app behaves for them."""

    __tablename__ = "practice"
    __table_args__ = (CheckConstraint("id = 1", name="one_row"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    practice_name: Mapped[str] = mapped_column(Text)
    counselor_name: Mapped[str] = mapped_column(Text)
    title: Mapped[str] = mapped_column(Text)
    registration_number: Mapped[str] = mapped_column(Text)
    letterhead: Mapped[str] = mapped_column(Text)
    jurisdiction: Mapped[str] = mapped_column(Text)
    paper: Mapped[Paper] = mapped_column(choice(Paper, "paper"))
    session_minutes: Mapped[int]
    idle_lock_minutes: Mapped[int]
    lock_after_minutes: Mapped[int]
    lock_when_minimized: Mapped[bool]
    shown_as: Mapped[ShownAs] = mapped_column(choice(ShownAs, "shown_as"))
    low_checkin_under: Mapped[float | None]
    recovery_sheet_checked: Mapped[bool]
    is_sample: Mapped[bool]
