"""The table of the practice's own terms, by key."""

from sqlalchemy import Text
from sqlalchemy.orm import Mapped, mapped_column

from vitalshift_desktop.vault.tables.columns import Base


class PracticeTermRow(Base):
    """One of them: what a phase is called, or the crisis numbers."""

    __tablename__ = "practice_term"

    key: Mapped[str] = mapped_column(primary_key=True)
    words: Mapped[str] = mapped_column(Text)
