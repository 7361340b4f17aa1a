"""The tables of progress notes: heads apart from their text, additions, and the goals a note touched."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Date, ForeignKey, ForeignKeyConstraint, Index, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from vitalshift_desktop.domain.notes import AdditionKind
from vitalshift_desktop.vault.tables.choices import choice
from vitalshift_desktop.vault.tables.columns import Base, UtcTime


class NoteRow(Base):
    """The head of a note: small, so that lists need not read what was written."""

    __tablename__ = "note"
    __table_args__ = (
        ForeignKeyConstraint(["session_id", "client_id"], ["session.id", "session.client_id"], name="fk_note_session"),
        UniqueConstraint("session_id", name="uq_note_session"),
        Index("note_by_client", "client_id"),
        Index("note_by_template", "template"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    session_id: Mapped[int]
    client_id: Mapped[int]
    template: Mapped[str] = mapped_column(Text)
    created_at: Mapped[datetime] = mapped_column(UtcTime)
    changed_at: Mapped[datetime] = mapped_column(UtcTime)
    version: Mapped[int]
    signed_at: Mapped[datetime | None] = mapped_column(UtcTime)
    signer: Mapped[str] = mapped_column(Text)
    fingerprint: Mapped[str] = mapped_column(Text)


class NoteTextRow(Base):
    """The text under one heading of a note; a heading that came with an earlier version has no words of its own."""

    __tablename__ = "note_text"
    __table_args__ = (CheckConstraint("alike BETWEEN 0 AND 100", name="alike"),)

    note_id: Mapped[int] = mapped_column(ForeignKey("note.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(Text)
    text: Mapped[str] = mapped_column(Text)
    heading: Mapped[str] = mapped_column(Text, server_default="")
    alike: Mapped[int | None]


class AddendumRow(Base):
    """Something added to a signed note; never changed and never removed."""

    __tablename__ = "addendum"
    __table_args__ = (Index("addendum_by_note", "note_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    note_id: Mapped[int] = mapped_column(ForeignKey("note.id"))
    text: Mapped[str] = mapped_column(Text)
    reason: Mapped[str] = mapped_column(Text)
    written_at: Mapped[datetime] = mapped_column(UtcTime)
    service_day: Mapped[date] = mapped_column(Date)
    signer: Mapped[str] = mapped_column(Text)
    kind: Mapped[AdditionKind] = mapped_column(choice(AdditionKind, "kind"), server_default=AdditionKind.ADDENDUM.value)


class NoteGoalRow(Base):
    """A goal that a note's session worked on."""

    __tablename__ = "note_goal"
    __table_args__ = (Index("note_goal_by_goal", "goal_id"),)

    note_id: Mapped[int] = mapped_column(ForeignKey("note.id"), primary_key=True)
    goal_id: Mapped[int] = mapped_column(ForeignKey("goal.id"), primary_key=True)
