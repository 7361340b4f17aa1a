"""The tables of the disclosure ledger and its serials."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from vitalshift_desktop.domain.disclosures import Outlet
from vitalshift_desktop.vault.tables.choices import choice
from vitalshift_desktop.vault.tables.columns import Base, UtcTime


class DisclosureRow(Base):
    """One entry of the ledger; never changed and never removed."""

    __tablename__ = "disclosure"
    __table_args__ = (Index("disclosure_by_client", "client_id", "made_at"),)

    serial: Mapped[str] = mapped_column(Text, primary_key=True)
    what: Mapped[str] = mapped_column(Text)
    client_id: Mapped[int] = mapped_column(ForeignKey("client.id"))
    audience: Mapped[str] = mapped_column(Text)
    outlet: Mapped[Outlet] = mapped_column(choice(Outlet, "outlet"))
    made_at: Mapped[datetime] = mapped_column(UtcTime)
    pages: Mapped[int]
    digest: Mapped[str] = mapped_column(Text)
    recipient: Mapped[str] = mapped_column(Text, server_default="")


class SerialCounterRow(Base):
    """The last serial number given out in a year."""

    __tablename__ = "serial_counter"

    year: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    last: Mapped[int]
