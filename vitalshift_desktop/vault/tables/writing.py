"""The tables of what helps writing: how spelling is checked, the practice's own words, and snippets."""

from datetime import datetime

from sqlalchemy import CheckConstraint, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from vitalshift_desktop.vault.tables.columns import Base, UtcTime


class SpellingRow(Base):
    """The one row with the choice of a word list."""

    __tablename__ = "spelling"
    __table_args__ = (CheckConstraint("id = 1", name="one_row"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    is_on: Mapped[bool]
    language: Mapped[str] = mapped_column(Text)


class OwnWordRow(Base):
    """One word that counts as right in this practice."""

    __tablename__ = "own_word"

    word: Mapped[str] = mapped_column(Text, primary_key=True)
    added_at: Mapped[datetime] = mapped_column(UtcTime)


class SnippetRow(Base):
    """One piece of text with the trigger that stands for it."""

    __tablename__ = "snippet"
    __table_args__ = (
        UniqueConstraint("trigger"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    trigger: Mapped[str] = mapped_column(Text)
    text: Mapped[str] = mapped_column(Text)
