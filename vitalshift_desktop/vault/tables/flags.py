"""The table of flags that the counselor put aside."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from vitalshift_desktop.domain.flags import FlagKind
from vitalshift_desktop.vault.tables.choices import choice
from vitalshift_desktop.vault.tables.columns import Base, UtcTime


class DismissedFlagRow(Base):
    """One flag put aside, with the reason."""

    __tablename__ = "dismissed_flag"
    __table_args__ = (Index("dismissed_flag_by_client", "client_id"),)

    kind: Mapped[FlagKind] = mapped_column(choice(FlagKind, "kind"), primary_key=True)
    client_id: Mapped[int] = mapped_column(ForeignKey("client.id"), primary_key=True)
    key: Mapped[str] = mapped_column(Text, primary_key=True)
    reason: Mapped[str] = mapped_column(Text)
    at: Mapped[datetime] = mapped_column(UtcTime)
