"""The tables of fee agreements, of what became of the fee for each session, and of the practice's currency."""

from datetime import date

from sqlalchemy import CheckConstraint, Date, ForeignKey, ForeignKeyConstraint, Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from vitalshift_desktop.domain.fees import ChargeState, PaidBy
from vitalshift_desktop.vault.tables.choices import choice
from vitalshift_desktop.vault.tables.columns import Base


class FeeAgreementRow(Base):
    """The fee for one client from a day on; amounts in minor units."""

    __tablename__ = "fee_agreement"
    __table_args__ = (
        CheckConstraint("amount >= 0", name="amount"),
        Index("fee_agreement_by_client", "client_id", "from_day"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    client_id: Mapped[int] = mapped_column(ForeignKey("client.id"))
    amount: Mapped[int]
    currency: Mapped[str] = mapped_column(Text)
    from_day: Mapped[date] = mapped_column(Date)
    words: Mapped[str] = mapped_column(Text)


class SessionChargeRow(Base):
    """What was recorded about the fee for one session; a session without a row follows its agreement."""

    __tablename__ = "session_charge"
    __table_args__ = (
        ForeignKeyConstraint(
            ["session_id", "client_id"], ["session.id", "session.client_id"], name="fk_session_charge_session"
        ),
        CheckConstraint("amount >= 0", name="amount"),
        CheckConstraint("method IS NULL OR state = 'paid'", name="paid"),
        Index("session_charge_by_client", "client_id"),
        Index("session_charge_by_state", "state", "client_id"),
    )

    session_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    client_id: Mapped[int]
    state: Mapped[ChargeState] = mapped_column(choice(ChargeState, "state"))
    amount: Mapped[int]
    currency: Mapped[str] = mapped_column(Text)
    day: Mapped[date] = mapped_column(Date)
    method: Mapped[PaidBy | None] = mapped_column(choice(PaidBy, "method"))


class FeeSettingRow(Base):
    """The currency that the practice works in; no row means that of its jurisdiction."""

    __tablename__ = "fee_setting"
    __table_args__ = (CheckConstraint("id = 1", name="one_row"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    currency: Mapped[str] = mapped_column(Text)
