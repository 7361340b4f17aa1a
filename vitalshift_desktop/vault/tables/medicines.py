"""The table of medicines and other care."""

from datetime import date

from sqlalchemy import Date, ForeignKey, Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from vitalshift_desktop.vault.tables.columns import Base


class MedicineRow(Base):
    """A medicine or other care, as the client told it."""

    __tablename__ = "medicine"
    __table_args__ = (Index("medicine_by_client", "client_id"), {"sqlite_autoincrement": True})

    id: Mapped[int] = mapped_column(primary_key=True)
    client_id: Mapped[int] = mapped_column(ForeignKey("client.id"))
    name: Mapped[str] = mapped_column(Text)
    told_on: Mapped[date] = mapped_column(Date)
    dose: Mapped[str] = mapped_column(Text)
    prescriber: Mapped[str] = mapped_column(Text)
    since: Mapped[date | None] = mapped_column(Date)
    until: Mapped[date | None] = mapped_column(Date)
