"""The tables of attachments: what is known of one, apart from its content in parts."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Date, ForeignKey, Index, LargeBinary, Text
from sqlalchemy.orm import Mapped, mapped_column

from vitalshift_desktop.domain.attachments import AttachmentKind
from vitalshift_desktop.vault.tables.choices import choice
from vitalshift_desktop.vault.tables.columns import Base, UtcTime


class AttachmentRow(Base):
    """One attachment; it belongs to a client and may hang on one of the client's notes."""

    __tablename__ = "attachment"
    __table_args__ = (
        CheckConstraint("size > 0", name="size"),
        Index("attachment_by_client", "client_id", "day"),
        Index("attachment_by_note", "note_id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    client_id: Mapped[int] = mapped_column(ForeignKey("client.id"))
    note_id: Mapped[int | None] = mapped_column(ForeignKey("note.id"))
    name: Mapped[str] = mapped_column(Text)
    kind: Mapped[AttachmentKind] = mapped_column(choice(AttachmentKind, "kind"))
    size: Mapped[int]
    sha256: Mapped[str] = mapped_column(Text)
    day: Mapped[date] = mapped_column(Date)
    added_at: Mapped[datetime] = mapped_column(UtcTime)


class AttachmentPartRow(Base):
    """A piece of an attachment's content, so that no list ever reads it."""

    __tablename__ = "attachment_part"

    attachment_id: Mapped[int] = mapped_column(ForeignKey("attachment.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    data: Mapped[bytes] = mapped_column(LargeBinary)
