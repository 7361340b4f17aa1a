"""The tables of places that backups go to and of the backups that were made."""

from datetime import datetime

from sqlalchemy import Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from vitalshift_desktop.domain.backups import PlaceTrouble
from vitalshift_desktop.vault.tables.choices import choice
from vitalshift_desktop.vault.tables.columns import Base, UtcTime


class BackupPlaceRow(Base):
    """One folder that backups go to."""

    __tablename__ = "backup_place"
    __table_args__ = (
        UniqueConstraint("folder"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    folder: Mapped[str] = mapped_column(Text)
    recovery_only: Mapped[bool]
    added_at: Mapped[datetime] = mapped_column(UtcTime)
    tried_at: Mapped[datetime | None] = mapped_column(UtcTime)
    trouble: Mapped[PlaceTrouble | None] = mapped_column(choice(PlaceTrouble, "trouble"))
    other_drive: Mapped[bool | None]


class BackupMadeRow(Base):
    """One backup that was made; `counts` and `shrunk` are JSON, `slots` are words with a space between."""

    __tablename__ = "backup_made"
    __table_args__ = (
        UniqueConstraint("folder", "name"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    folder: Mapped[str] = mapped_column(Text)
    name: Mapped[str] = mapped_column(Text)
    made_at: Mapped[datetime] = mapped_column(UtcTime)
    generation: Mapped[int]
    size: Mapped[int]
    counts: Mapped[str] = mapped_column(Text)
    other_drive: Mapped[bool]
    epoch: Mapped[int]
    slots: Mapped[str] = mapped_column(Text)
    audit_entry: Mapped[int]
    proven_at: Mapped[datetime | None] = mapped_column(UtcTime)
    drilled_at: Mapped[datetime | None] = mapped_column(UtcTime)
    shrunk: Mapped[str] = mapped_column(Text)
    missing_at: Mapped[datetime | None] = mapped_column(UtcTime)
    damaged_at: Mapped[datetime | None] = mapped_column(UtcTime)
