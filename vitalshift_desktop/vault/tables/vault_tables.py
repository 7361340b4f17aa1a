"""The two tables that belong to the vault itself: its own facts and the audit trail."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from vitalshift_desktop.vault.tables.columns import Base, UtcTime


class MetaRow(Base):
    """One fact of the vault about itself, by name."""

    __tablename__ = "meta"

    key: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


class AuditRow(Base):
    """One entry of the audit trail, chained to the one before by its MAC."""

    __tablename__ = "audit"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[datetime] = mapped_column(UtcTime)
    what: Mapped[str]
    obj: Mapped[str]
    detail: Mapped[str]
    prev: Mapped[str]
    mac: Mapped[str]
