"""The tables of answered forms, of forms that were not given, and of drops that were talked through."""

from datetime import date, datetime

from sqlalchemy import JSON, Date, ForeignKey, ForeignKeyConstraint, Index, Text, UniqueConstraint, text
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import Mapped, mapped_column
from sqlalchemy.types import TypeDecorator

from vitalshift_desktop.domain.measures.administration import AdministrationState, HowGiven, Rater
from vitalshift_desktop.domain.measures.not_given import NotGivenReason
from vitalshift_desktop.vault.tables.choices import choice
from vitalshift_desktop.vault.tables.columns import Base, UtcTime

NOT_REVIEWED = "reviewed_at IS NULL AND state = 'answered' AND instrument_id <> 'vs_checkin'"
"""As it stands in its index. By far most forms are check-ins, which have no critical item."""


class AnswersList(TypeDecorator[tuple[int | None, ...]]):
    """Answers in the order of the form, kept as a JSON list."""

    impl = JSON
    cache_ok = True

    def process_result_value(self, value: list[int | None] | None, dialect: Dialect) -> tuple[int | None, ...] | None:
        """The answers of a list."""
        return None if value is None else tuple(value)


class NamesList(TypeDecorator[tuple[str, ...]]):
    """Names in their order, kept as a JSON list."""

    impl = JSON
    cache_ok = True

    def process_result_value(self, value: list[str] | None, dialect: Dialect) -> tuple[str, ...] | None:
        """The names of a list."""
        return None if value is None else tuple(value)


class AdministrationRow(Base):
    """One form answered or skipped; a correction is a row of its own that names the one it replaces."""

    __tablename__ = "administration"
    __table_args__ = (
        ForeignKeyConstraint(
            ["session_id", "client_id"], ["session.id", "session.client_id"], name="fk_administration_session"
        ),
        UniqueConstraint("corrects_id", name="uq_administration_corrects"),
        Index("administration_by_client", "client_id", "instrument_id", "given_on"),
        Index("administration_by_session", "session_id"),
        Index("administration_by_person", "person_id"),
        Index(
            "administration_to_review",
            "instrument_id",
            "client_id",
            "rater",
            "answers",
            sqlite_where=text(NOT_REVIEWED),
        ),
        Index("administration_reviewed", "client_id", "instrument_id", sqlite_where=text("reviewed_at IS NOT NULL")),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    client_id: Mapped[int] = mapped_column(ForeignKey("client.id"))
    session_id: Mapped[int | None]
    instrument_id: Mapped[str] = mapped_column(Text)
    instrument_version: Mapped[str] = mapped_column(Text)
    rater: Mapped[Rater] = mapped_column(choice(Rater, "rater"))
    answers: Mapped[tuple[int | None, ...]] = mapped_column(AnswersList)
    given_on: Mapped[date] = mapped_column(Date)
    recorded_at: Mapped[datetime] = mapped_column(UtcTime)
    state: Mapped[AdministrationState] = mapped_column(choice(AdministrationState, "state"))
    how_given: Mapped[HowGiven] = mapped_column(choice(HowGiven, "how_given"))
    reviewed_at: Mapped[datetime | None] = mapped_column(UtcTime)
    review_note: Mapped[str] = mapped_column(Text)
    corrects_id: Mapped[int | None] = mapped_column(ForeignKey("administration.id"))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("related_person.id"))
    definition_id: Mapped[int | None] = mapped_column(ForeignKey("instrument_definition.id"))
    flags: Mapped[tuple[str, ...]] = mapped_column(NamesList, server_default=text("'[]'"))


class NotGivenRow(Base):
    """No measure of an instrument in a session, and why."""

    __tablename__ = "measure_not_given"
    __table_args__ = (
        ForeignKeyConstraint(
            ["session_id", "client_id"], ["session.id", "session.client_id"], name="fk_measure_not_given_session"
        ),
        Index("measure_not_given_by_client", "client_id", "instrument_id"),
    )

    session_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    client_id: Mapped[int]
    instrument_id: Mapped[str] = mapped_column(Text, primary_key=True)
    reason: Mapped[NotGivenReason] = mapped_column(choice(NotGivenReason, "reason"))
    note: Mapped[str] = mapped_column(Text)
    recorded_at: Mapped[datetime] = mapped_column(UtcTime)


class TalkedThroughRow(Base):
    """The entry that a drop was talked through in a session."""

    __tablename__ = "talked_through"
    __table_args__ = (
        ForeignKeyConstraint(
            ["session_id", "client_id"], ["session.id", "session.client_id"], name="fk_talked_through_session"
        ),
        Index("talked_through_by_client", "client_id"),
    )

    session_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    client_id: Mapped[int]
    recorded_at: Mapped[datetime] = mapped_column(UtcTime)
    note: Mapped[str] = mapped_column(Text)
