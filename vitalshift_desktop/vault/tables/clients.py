"""The tables of clients, their changes of status and the phases of the work."""

from datetime import date

from sqlalchemy import Date, ForeignKey, Index, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from vitalshift_desktop.domain.clients import ClientStatus, Phase, ServiceType
from vitalshift_desktop.vault.tables.choices import choice
from vitalshift_desktop.vault.tables.columns import Base


class ClientRow(Base):
    """One client; two clients never share a code."""

    __tablename__ = "client"
    __table_args__ = (
        Index("client_by_code", "code", unique=True, sqlite_where=text("code <> ''")),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(Text)
    preferred_name: Mapped[str] = mapped_column(Text)
    legal_name: Mapped[str] = mapped_column(Text)
    pronouns: Mapped[str] = mapped_column(Text)
    born: Mapped[date | None] = mapped_column(Date)
    service_type: Mapped[ServiceType] = mapped_column(choice(ServiceType, "service_type"))
    phone: Mapped[str] = mapped_column(Text)
    email: Mapped[str] = mapped_column(Text)
    presenting: Mapped[str] = mapped_column(Text)
    status: Mapped[ClientStatus] = mapped_column(choice(ClientStatus, "status"))
    since: Mapped[date] = mapped_column(Date)


class StatusChangeRow(Base):
    """A dated change of a client's status."""

    __tablename__ = "status_change"
    __table_args__ = (Index("status_change_by_client", "client_id", "on"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    client_id: Mapped[int] = mapped_column(ForeignKey("client.id"))
    status: Mapped[ClientStatus] = mapped_column(choice(ClientStatus, "status"))
    on: Mapped[date] = mapped_column(Date)
    reason: Mapped[str] = mapped_column(Text)


class PhaseMarkRow(Base):
    """The day from which a client's work is in a phase; a day has one mark."""

    __tablename__ = "phase_mark"

    client_id: Mapped[int] = mapped_column(ForeignKey("client.id"), primary_key=True)
    since: Mapped[date] = mapped_column(Date, primary_key=True)
    phase: Mapped[Phase] = mapped_column(choice(Phase, "phase"))
