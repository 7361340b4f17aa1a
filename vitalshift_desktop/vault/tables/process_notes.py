"""The tables of process notes, which nothing else in the vault points at: heads apart from their text."""

from datetime import date, datetime

from sqlalchemy import Date, ForeignKey, ForeignKeyConstraint, Index, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from vitalshift_desktop.domain.record_classes import RecordClass
from vitalshift_desktop.vault.tables.choices import choice
from vitalshift_desktop.vault.tables.columns import Base, UtcTime


class ProcessNoteRow(Base):
    """The head of a process note."""

    __tablename__ = "process_note"
    __table_args__ = (
        ForeignKeyConstraint(
            ["session_id", "client_id"], ["session.id", "session.client_id"], name="fk_process_note_session"
        ),
        UniqueConstraint("session_id", name="uq_process_note_session"),
        Index("process_note_by_client", "client_id", "day"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    client_id: Mapped[int] = mapped_column(ForeignKey("client.id"))
    session_id: Mapped[int | None]
    day: Mapped[date] = mapped_column(Date)
    record_class: Mapped[RecordClass] = mapped_column(choice(RecordClass, "record_class"))
    created_at: Mapped[datetime] = mapped_column(UtcTime)
    changed_at: Mapped[datetime] = mapped_column(UtcTime)
    version: Mapped[int]


class ProcessNoteTextRow(Base):
    """What was written in a process note."""

    __tablename__ = "process_note_text"

    process_note_id: Mapped[int] = mapped_column(ForeignKey("process_note.id", ondelete="CASCADE"), primary_key=True)
    text: Mapped[str] = mapped_column(Text)
