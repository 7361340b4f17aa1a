"""The table of what came of contacts that went out."""

from datetime import date, datetime

from sqlalchemy import Date, ForeignKey, Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from vitalshift_desktop.domain.outreach import Reply
from vitalshift_desktop.vault.tables.choices import choice
from vitalshift_desktop.vault.tables.columns import Base, UtcTime


class OutreachReplyRow(Base):
    """What came of one contact note, one row for each time it was noted; never changed and never removed."""

    __tablename__ = "outreach_reply"
    __table_args__ = (Index("outreach_reply_by_contact", "contact_id"), {"sqlite_autoincrement": True})

    id: Mapped[int] = mapped_column(primary_key=True)
    contact_id: Mapped[int] = mapped_column(ForeignKey("contact_note.id"))
    reply: Mapped[Reply] = mapped_column(choice(Reply, "reply"))
    on: Mapped[date] = mapped_column("replied_on", Date)
    words: Mapped[str] = mapped_column(Text)
    recorded_at: Mapped[datetime] = mapped_column(UtcTime)
