"""The tables of what is written down about a client beside the client's own row."""

from datetime import date

from sqlalchemy import Date, ForeignKey, Index, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from vitalshift_desktop.domain.client_files import ClientKind
from vitalshift_desktop.domain.clients import ServiceType
from vitalshift_desktop.vault.tables.choices import choice
from vitalshift_desktop.vault.tables.columns import Base


class ClientFileRow(Base):
    """The rest of one client's file, apart so that the list of clients need not read it; no row means an empty one."""

    __tablename__ = "client_file"

    client_id: Mapped[int] = mapped_column(ForeignKey("client.id"), primary_key=True, autoincrement=False)
    kind: Mapped[ClientKind] = mapped_column(choice(ClientKind, "kind"))
    address: Mapped[str] = mapped_column(Text)
    no_voicemail: Mapped[bool]
    no_letters: Mapped[bool]
    no_messages: Mapped[bool]
    cover_name: Mapped[str] = mapped_column(Text)
    languages: Mapped[str] = mapped_column(Text)
    interpreter_language: Mapped[str] = mapped_column(Text)
    access_needs: Mapped[str] = mapped_column(Text)


class RiskWordRow(Base):
    """The risk word from a day on."""

    __tablename__ = "risk_word"
    __table_args__ = (Index("risk_word_by_client", "client_id", "on"), {"sqlite_autoincrement": True})

    id: Mapped[int] = mapped_column(primary_key=True)
    client_id: Mapped[int] = mapped_column(ForeignKey("client.id"))
    word: Mapped[str] = mapped_column(Text)
    on: Mapped[date] = mapped_column(Date)
    note: Mapped[str] = mapped_column(Text)


class ServiceTalkRow(Base):
    """The talk about going from one kind of service to another."""

    __tablename__ = "service_talk"
    __table_args__ = (Index("service_talk_by_client", "client_id", "on"), {"sqlite_autoincrement": True})

    id: Mapped[int] = mapped_column(primary_key=True)
    client_id: Mapped[int] = mapped_column(ForeignKey("client.id"))
    before: Mapped[ServiceType] = mapped_column(choice(ServiceType, "before"))
    service: Mapped[ServiceType] = mapped_column(choice(ServiceType, "service"))
    on: Mapped[date] = mapped_column(Date)
    note: Mapped[str] = mapped_column(Text)


class FileMemberRow(Base):
    """Somebody whose joint file this is: another client, or a name."""

    __tablename__ = "file_member"
    __table_args__ = (
        Index("file_member_by_file", "file_id"),
        Index("file_member_once", "file_id", "client_id", unique=True, sqlite_where=text("client_id IS NOT NULL")),
        Index("file_member_by_client", "client_id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    file_id: Mapped[int] = mapped_column(ForeignKey("client.id"))
    client_id: Mapped[int | None] = mapped_column(ForeignKey("client.id"))
    name: Mapped[str] = mapped_column(Text)


class SessionMemberRow(Base):
    """A member of a joint file who came to a session."""

    __tablename__ = "session_member"
    __table_args__ = (Index("session_member_by_member", "member_id"),)

    session_id: Mapped[int] = mapped_column(ForeignKey("session.id"), primary_key=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("file_member.id"), primary_key=True)
