"""The table of what was being written when the vault was locked."""

from datetime import datetime

from sqlalchemy import Text
from sqlalchemy.orm import Mapped, mapped_column

from vitalshift_desktop.vault.tables.columns import Base, UtcTime


class DraftRow(Base):
    """One half-filled form, by its place in the app; `fields` and `base` are objects of texts in JSON."""

    __tablename__ = "draft"

    place: Mapped[str] = mapped_column(primary_key=True)
    fields: Mapped[str] = mapped_column(Text)
    base: Mapped[str] = mapped_column(Text)
    at: Mapped[datetime] = mapped_column(UtcTime)
