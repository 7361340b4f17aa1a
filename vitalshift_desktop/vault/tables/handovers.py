"""The tables of forms that were handed over: what was armed, its one-time key, and what became of it."""

from datetime import datetime

from sqlalchemy import (
    JSON,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    LargeBinary,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

from vitalshift_desktop.domain.client_measures import Moment
from vitalshift_desktop.domain.handovers import HandoverState
from vitalshift_desktop.domain.measures.administration import Rater
from vitalshift_desktop.vault.tables.choices import choice
from vitalshift_desktop.vault.tables.columns import Base, UtcTime


class HandoverRow(Base):
    """One hand-over; it never changes. `forms` is a list of instruments' ids in JSON."""

    __tablename__ = "handover"
    __table_args__ = (
        ForeignKeyConstraint(
            ["session_id", "client_id"], ["session.id", "session.client_id"], name="fk_handover_session"
        ),
        UniqueConstraint("tag", name="uq_handover_tag"),
        Index("handover_by_session", "session_id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    client_id: Mapped[int] = mapped_column(ForeignKey("client.id"))
    session_id: Mapped[int]
    tag: Mapped[str] = mapped_column(Text)
    rater: Mapped[Rater] = mapped_column(choice(Rater, "rater"))
    forms: Mapped[list[str]] = mapped_column(JSON)
    moment: Mapped[Moment] = mapped_column(choice(Moment, "moment"))
    late_reason: Mapped[str] = mapped_column(Text)
    larger_text: Mapped[bool]
    armed_at: Mapped[datetime] = mapped_column(UtcTime)


class HandoverKeyRow(Base):
    """The one-time key of a hand-over that is open; gone once it is closed."""

    __tablename__ = "handover_key"

    handover_id: Mapped[int] = mapped_column(ForeignKey("handover.id"), primary_key=True, autoincrement=False)
    private_key: Mapped[bytes] = mapped_column(LargeBinary)


class HandoverStateRow(Base):
    """What became of a hand-over; rows are only added, and one of them closes it. `digest` is that of its file."""

    __tablename__ = "handover_state"
    __table_args__ = (
        Index("handover_closed_once", "handover_id", unique=True, sqlite_where=text("state <> 'cleared'")),
        Index("handover_cleared_once", "handover_id", unique=True, sqlite_where=text("state = 'cleared'")),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    handover_id: Mapped[int] = mapped_column(ForeignKey("handover.id"))
    state: Mapped[HandoverState] = mapped_column(choice(HandoverState, "state"))
    at: Mapped[datetime] = mapped_column(UtcTime)
    digest: Mapped[str] = mapped_column(Text)
