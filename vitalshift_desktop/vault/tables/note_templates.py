"""The tables of the counselor's own note templates, and of what was chosen for notes."""

from sqlalchemy import CheckConstraint, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from vitalshift_desktop.vault.tables.columns import Base


class NoteTemplateRow(Base):
    """One of the counselor's own templates."""

    __tablename__ = "note_template"
    __table_args__ = ({"sqlite_autoincrement": True},)

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(Text)
    repeats: Mapped[bool]
    put_away: Mapped[bool]


class NoteTemplateHeadingRow(Base):
    """One heading of a template."""

    __tablename__ = "note_template_heading"
    __table_args__ = (UniqueConstraint("template_id", "key", name="uq_note_template_heading_key"),)

    template_id: Mapped[int] = mapped_column(ForeignKey("note_template.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(Text)
    words: Mapped[str] = mapped_column(Text)
    hint: Mapped[str] = mapped_column(Text)


class NoteSettingRow(Base):
    """The one row of what was chosen for notes: the usual template, and the hours after which a note is late."""

    __tablename__ = "note_setting"
    __table_args__ = (CheckConstraint("id = 1", name="one_row"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    usual_template: Mapped[str] = mapped_column(Text)
    late_hours: Mapped[str] = mapped_column(String)
