"""The tables of consents, of consents taken back and their scans, and of who may know what."""

from datetime import date, datetime

from sqlalchemy import JSON, CheckConstraint, Date, ForeignKey, Index, Text, UniqueConstraint
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import Mapped, mapped_column
from sqlalchemy.types import TypeDecorator

from vitalshift_desktop.domain.consents import Assent, ConsentKind, GivenBy, GivenHow, Giver
from vitalshift_desktop.domain.may_know import KnowAnswer, Knowledge
from vitalshift_desktop.vault.tables.choices import choice
from vitalshift_desktop.vault.tables.columns import Base, UtcTime


class GiversList(TypeDecorator[tuple[Giver, ...]]):
    """Those who say yes, kept as a JSON list of pairs: what they are to the client, and their name."""

    impl = JSON
    cache_ok = True

    def process_bind_param(self, value: tuple[Giver, ...] | None, dialect: Dialect) -> list[list[str]] | None:
        """The list of givers."""
        return None if value is None else [[one.by.value, one.name] for one in value]

    def process_result_value(self, value: list[list[str]] | None, dialect: Dialect) -> tuple[Giver, ...] | None:
        """The givers of a list."""
        return None if value is None else tuple(Giver(GivenBy(by), name) for by, name in value)


class ConsentRow(Base):
    """One record of a consent or a release; triggers keep it as it was recorded."""

    __tablename__ = "consent"
    __table_args__ = (
        CheckConstraint("until >= given_on", name="days"),
        UniqueConstraint("corrects_id", name="uq_consent_corrects"),
        Index("consent_by_client", "client_id"),
        Index("consent_until", "until"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    client_id: Mapped[int] = mapped_column(ForeignKey("client.id"))
    kind: Mapped[ConsentKind] = mapped_column(choice(ConsentKind, "kind"))
    given_on: Mapped[date] = mapped_column(Date)
    explained: Mapped[str] = mapped_column(Text)
    givers: Mapped[tuple[Giver, ...]] = mapped_column(GiversList)
    how: Mapped[GivenHow] = mapped_column(choice(GivenHow, "how"))
    until: Mapped[date | None] = mapped_column(Date)
    scope: Mapped[str] = mapped_column(Text)
    recipient: Mapped[str] = mapped_column(Text)
    purpose: Mapped[str] = mapped_column(Text)
    words: Mapped[str] = mapped_column(Text)
    assent: Mapped[Assent] = mapped_column(choice(Assent, "assent"))
    assent_words: Mapped[str] = mapped_column(Text)
    recorded_at: Mapped[datetime] = mapped_column(UtcTime)
    corrects_id: Mapped[int | None] = mapped_column(ForeignKey("consent.id"))


class ConsentWithdrawalRow(Base):
    """A consent taken back, once; never changed and never removed."""

    __tablename__ = "consent_withdrawal"

    consent_id: Mapped[int] = mapped_column(ForeignKey("consent.id"), primary_key=True)
    on: Mapped[date] = mapped_column(Date)
    words: Mapped[str] = mapped_column(Text)
    recorded_at: Mapped[datetime] = mapped_column(UtcTime)


class ConsentScanRow(Base):
    """The scan of a consent on paper; of several the last one counts. Never changed and never removed."""

    __tablename__ = "consent_scan"
    __table_args__ = (
        Index("consent_scan_by_consent", "consent_id"),
        Index("consent_scan_by_attachment", "attachment_id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    consent_id: Mapped[int] = mapped_column(ForeignKey("consent.id"))
    attachment_id: Mapped[int] = mapped_column(ForeignKey("attachment.id"))
    linked_at: Mapped[datetime] = mapped_column(UtcTime)


class MayKnowRow(Base):
    """Who may know what, as it was agreed on a day; `cell_count` closes it once all its answers are in."""

    __tablename__ = "may_know"
    __table_args__ = (Index("may_know_by_client", "client_id"), {"sqlite_autoincrement": True})

    id: Mapped[int] = mapped_column(primary_key=True)
    client_id: Mapped[int] = mapped_column(ForeignKey("client.id"))
    agreed_on: Mapped[date] = mapped_column(Date)
    agreed_by: Mapped[str] = mapped_column(Text)
    words: Mapped[str] = mapped_column(Text)
    recorded_at: Mapped[datetime] = mapped_column(UtcTime)
    cell_count: Mapped[int]


class MayKnowCellRow(Base):
    """One answer: this person, this thing."""

    __tablename__ = "may_know_cell"
    __table_args__ = (Index("may_know_cell_by_person", "person_id"),)

    may_know_id: Mapped[int] = mapped_column(ForeignKey("may_know.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("related_person.id"), primary_key=True)
    what: Mapped[Knowledge] = mapped_column(choice(Knowledge, "what"), primary_key=True)
    answer: Mapped[KnowAnswer] = mapped_column(choice(KnowAnswer, "answer"))
