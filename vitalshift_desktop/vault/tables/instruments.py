"""The tables of what forms were scored with, of the counselor's own instruments, and of licences."""

from datetime import date

from sqlalchemy import Date, ForeignKey, Index, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from vitalshift_desktop.domain.measures.own_instruments import Origin
from vitalshift_desktop.vault.tables.choices import choice
from vitalshift_desktop.vault.tables.columns import Base


class DefinitionRow(Base):
    """An instrument as it was when a form was scored with it, in the format of its file; kept for ever."""

    __tablename__ = "instrument_definition"
    __table_args__ = (
        UniqueConstraint("instrument_id", "fingerprint", name="uq_instrument_definition_fingerprint"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    instrument_id: Mapped[str] = mapped_column(Text)
    version: Mapped[str] = mapped_column(Text)
    fingerprint: Mapped[str] = mapped_column(Text)
    definition: Mapped[str] = mapped_column(Text)


class OwnInstrumentRow(Base):
    """An instrument that the counselor defined or added, and which definition of it is the one to use."""

    __tablename__ = "own_instrument"

    instrument_id: Mapped[str] = mapped_column(Text, primary_key=True)
    origin: Mapped[Origin] = mapped_column(choice(Origin, "origin"))
    definition_id: Mapped[int] = mapped_column(ForeignKey("instrument_definition.id"))
    put_away: Mapped[bool]


class InstrumentSwitchRow(Base):
    """An instrument that was switched on or off; without a row it is on."""

    __tablename__ = "instrument_switch"

    instrument_id: Mapped[str] = mapped_column(Text, primary_key=True)
    is_on: Mapped[bool]


class LicenceRow(Base):
    """One record of a licence to use an instrument; the latest one counts."""

    __tablename__ = "instrument_licence"
    __table_args__ = (Index("instrument_licence_by_instrument", "instrument_id"), {"sqlite_autoincrement": True})

    id: Mapped[int] = mapped_column(primary_key=True)
    instrument_id: Mapped[str] = mapped_column(Text)
    granted_by: Mapped[str] = mapped_column(Text)
    reference: Mapped[str] = mapped_column(Text)
    valid_until: Mapped[date | None] = mapped_column(Date)
    noted_on: Mapped[date] = mapped_column(Date)
