"""The tables of contact notes, filed and waiting in the inbox, and of what was added to signed ones."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from vitalshift_desktop.domain.contacts import Channel, ContactKind, Direction, StartedBy
from vitalshift_desktop.vault.tables.choices import choice
from vitalshift_desktop.vault.tables.columns import Base, UtcTime


class ContactNoteRow(Base):
    """One contact; `filed_at` is missing while it waits in the inbox."""

    __tablename__ = "contact_note"
    __table_args__ = (
        CheckConstraint("filed_at IS NULL OR client_id IS NOT NULL", name="filed"),
        CheckConstraint("signed_at IS NULL OR filed_at IS NOT NULL", name="signed"),
        CheckConstraint("minutes BETWEEN 0 AND 720", name="minutes"),
        Index("contact_note_by_client", "client_id", "at"),
        Index("contact_note_by_time", "at"),
        Index("contact_note_in_inbox", "created_at", sqlite_where=text("filed_at IS NULL")),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    client_id: Mapped[int | None] = mapped_column(ForeignKey("client.id"))
    at: Mapped[datetime] = mapped_column(UtcTime)
    zone: Mapped[str] = mapped_column(Text)
    kind: Mapped[ContactKind] = mapped_column(choice(ContactKind, "kind"))
    channel: Mapped[Channel] = mapped_column(choice(Channel, "channel"))
    direction: Mapped[Direction] = mapped_column(choice(Direction, "direction"))
    started_by: Mapped[StartedBy] = mapped_column(choice(StartedBy, "started_by"))
    minutes: Mapped[int | None]
    text: Mapped[str] = mapped_column(Text)
    third_party: Mapped[str] = mapped_column(Text)
    third_party_words: Mapped[str] = mapped_column(Text)
    created_at: Mapped[datetime] = mapped_column(UtcTime)
    changed_at: Mapped[datetime] = mapped_column(UtcTime)
    version: Mapped[int]
    filed_at: Mapped[datetime | None] = mapped_column(UtcTime)
    signed_at: Mapped[datetime | None] = mapped_column(UtcTime)
    signer: Mapped[str] = mapped_column(Text)
    fingerprint: Mapped[str] = mapped_column(Text)


class ContactAdditionRow(Base):
    """Something added to a signed contact note; never changed and never removed."""

    __tablename__ = "contact_addition"
    __table_args__ = (Index("contact_addition_by_contact", "contact_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    contact_id: Mapped[int] = mapped_column(ForeignKey("contact_note.id"))
    text: Mapped[str] = mapped_column(Text)
    reason: Mapped[str] = mapped_column(Text)
    written_at: Mapped[datetime] = mapped_column(UtcTime)
    signer: Mapped[str] = mapped_column(Text)
