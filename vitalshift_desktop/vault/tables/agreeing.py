"""The tables around an agreement: who agreed, signed pages, who received which version, pages that wait."""

from datetime import date

from sqlalchemy import Date, ForeignKey, Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from vitalshift_desktop.domain.agreement_copies import CopyWay
from vitalshift_desktop.domain.agreements import PartyKind, Topic, WordsOf
from vitalshift_desktop.vault.tables.choices import choice
from vitalshift_desktop.vault.tables.columns import Base


class AgreementPartyRow(Base):
    """Somebody who agreed, at their place; `drawing` is what they drew, as a list of strokes in JSON."""

    __tablename__ = "agreement_party"

    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreement.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[PartyKind] = mapped_column(choice(PartyKind, "kind"))
    name: Mapped[str] = mapped_column(Text)
    drawing: Mapped[str] = mapped_column(Text)


class AgreementScanRow(Base):
    """A document of the client that shows the signed page of an agreement."""

    __tablename__ = "agreement_scan"
    __table_args__ = (Index("agreement_scan_by_attachment", "attachment_id"),)

    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreement.id"), primary_key=True)
    attachment_id: Mapped[int] = mapped_column(ForeignKey("attachment.id"), primary_key=True)


class AgreementCopyRow(Base):
    """Somebody received an agreement on a day; with the serial of a page of ours it stays for good."""

    __tablename__ = "agreement_copy"
    __table_args__ = (Index("agreement_copy_by_agreement", "agreement_id"), {"sqlite_autoincrement": True})

    id: Mapped[int] = mapped_column(primary_key=True)
    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreement.id"))
    on: Mapped[date] = mapped_column(Date)
    to_whom: Mapped[str] = mapped_column(Text)
    way: Mapped[CopyWay] = mapped_column(choice(CopyWay, "way"))
    serial: Mapped[str] = mapped_column(Text)


class SigningPageRow(Base):
    """A page that was printed for signing; `clause_count` closes it, and it waits until it is signed or set aside."""

    __tablename__ = "signing_page"
    __table_args__ = (Index("signing_page_by_client", "client_id"),)

    serial: Mapped[str] = mapped_column(ForeignKey("disclosure.serial"), primary_key=True)
    client_id: Mapped[int] = mapped_column(ForeignKey("client.id"))
    printed_on: Mapped[date] = mapped_column(Date)
    review_on: Mapped[date | None] = mapped_column(Date)
    set_aside_on: Mapped[date | None] = mapped_column(Date)
    clause_count: Mapped[int]


class SigningPageClauseRow(Base):
    """A clause as it stands on a page for signing; a proposed clause it names may be gone by then."""

    __tablename__ = "signing_page_clause"

    serial: Mapped[str] = mapped_column(ForeignKey("signing_page.serial"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    topic: Mapped[Topic] = mapped_column(choice(Topic, "topic"))
    wording: Mapped[str] = mapped_column(Text)
    negotiated: Mapped[bool]
    words_of: Mapped[WordsOf] = mapped_column(choice(WordsOf, "words_of"))
    reason: Mapped[str] = mapped_column(Text)
    clause_id: Mapped[int | None]
