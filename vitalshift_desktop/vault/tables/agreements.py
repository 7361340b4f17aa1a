"""The tables of clauses, their versions, and the dated agreements made of them."""

from datetime import date

from sqlalchemy import Date, ForeignKey, ForeignKeyConstraint, Index, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from vitalshift_desktop.domain.agreements import AgreedHow, ClauseState, Topic, WordsOf
from vitalshift_desktop.vault.tables.choices import choice
from vitalshift_desktop.vault.tables.columns import Base


class ClauseRow(Base):
    """What one clause of one client is about; its wording stands in its versions."""

    __tablename__ = "clause"
    __table_args__ = (Index("clause_by_client", "client_id"), {"sqlite_autoincrement": True})

    id: Mapped[int] = mapped_column(primary_key=True)
    client_id: Mapped[int] = mapped_column(ForeignKey("client.id"))
    topic: Mapped[Topic] = mapped_column(choice(Topic, "topic"))


class ClauseVersionRow(Base):
    """One version of a clause, at most one in force and one proposed; once agreed only its state and days change."""

    __tablename__ = "clause_version"
    __table_args__ = (
        Index("clause_version_by_state", "state", "review_on"),
        Index("clause_version_in_force", "clause_id", unique=True, sqlite_where=text("state = 'in_force'")),
        Index("clause_version_proposed", "clause_id", unique=True, sqlite_where=text("state = 'proposed'")),
    )

    clause_id: Mapped[int] = mapped_column(ForeignKey("clause.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    wording: Mapped[str] = mapped_column(Text)
    state: Mapped[ClauseState] = mapped_column(choice(ClauseState, "state"))
    effective_on: Mapped[date] = mapped_column(Date)
    review_on: Mapped[date | None] = mapped_column(Date)
    ended_on: Mapped[date | None] = mapped_column(Date)
    negotiated: Mapped[bool]
    words_of: Mapped[WordsOf] = mapped_column(choice(WordsOf, "words_of"))
    reason: Mapped[str] = mapped_column(Text, server_default="")


class AgreementRow(Base):
    """What both sides agreed on a day; `clause_count` and `party_count` close the snapshot once all of it is in."""

    __tablename__ = "agreement"
    __table_args__ = (
        Index("agreement_by_client", "client_id", "agreed_on"),
        Index("agreement_by_serial", "serial", unique=True, sqlite_where=text("serial <> ''")),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    client_id: Mapped[int] = mapped_column(ForeignKey("client.id"))
    agreed_on: Mapped[date] = mapped_column(Date)
    how: Mapped[AgreedHow] = mapped_column(choice(AgreedHow, "how"))
    review_on: Mapped[date | None] = mapped_column(Date)
    fingerprint: Mapped[str] = mapped_column(Text)
    clause_count: Mapped[int]
    party_count: Mapped[int] = mapped_column(server_default=text("0"))
    words: Mapped[str] = mapped_column(Text, server_default="")
    serial: Mapped[str] = mapped_column(Text, server_default="")


class AgreementClauseRow(Base):
    """A clause version that belongs to an agreement, at its place on the page."""

    __tablename__ = "agreement_clause"
    __table_args__ = (
        ForeignKeyConstraint(
            ["clause_id", "number"],
            ["clause_version.clause_id", "clause_version.number"],
            name="fk_agreement_clause_version",
        ),
        UniqueConstraint("clause_id", "number", "agreement_id", name="uq_agreement_clause_version"),
    )

    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreement.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    clause_id: Mapped[int]
    number: Mapped[int]
