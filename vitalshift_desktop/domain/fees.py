"""What a client pays: dated agreements about the fee, and what became of it session by session."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import NewType

from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.money import checked_amount
from vitalshift_desktop.domain.problems import AmountOutOfRange, TextTooLong
from vitalshift_desktop.domain.sessions import Attendance, CancelledBy, Session, SessionId

FeeAgreementId = NewType("FeeAgreementId", int)
LONGEST_WORDS = 200


class ChargeState(StrEnum):
    """What became of the fee for a session."""

    DUE = "due"
    PAID = "paid"
    WAIVED = "waived"
    NOT_CHARGED = "not_charged"


class PaidBy(StrEnum):
    """How a fee was paid."""

    CASH = "cash"
    TRANSFER = "transfer"
    CARD = "card"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class FeeAgreement:
    """The fee for one session from a day on, in minor units; the words say what is special about it."""

    id: FeeAgreementId
    client_id: ClientId
    amount: int
    currency: str
    from_day: date
    words: str = ""

    def checked(self) -> "FeeAgreement":
        """The same, tidied; raises AmountOutOfRange or TextTooLong."""
        checked_amount(self.amount, self.currency)
        if len(self.words.strip()) > LONGEST_WORDS:
            raise TextTooLong
        return replace(self, words=" ".join(self.words.split()))


@dataclass(frozen=True, slots=True)
class Charge:
    """What was recorded about the fee for one session; `day` is when it was paid or decided, `method` only if paid."""

    session_id: SessionId
    client_id: ClientId
    state: ChargeState
    amount: int
    currency: str
    day: date
    method: PaidBy | None = None

    def checked(self) -> "Charge":
        """The same, with a method only where it was paid; raises AmountOutOfRange."""
        checked_amount(self.amount, self.currency)
        if self.state in (ChargeState.DUE, ChargeState.PAID) and not self.amount:
            raise AmountOutOfRange
        return replace(self, method=self.method if self.state is ChargeState.PAID else None)


@dataclass(frozen=True, slots=True)
class SessionFee:
    """The fee for one session as a list tells it; `state` None: missed or cancelled, and nobody has said yet."""

    state: ChargeState | None
    amount: int
    currency: str
    charge: Charge | None = None

    @property
    def is_due(self) -> bool:
        """True when money is still to come."""
        return self.state is ChargeState.DUE

    @property
    def is_open(self) -> bool:
        """True when somebody has to say whether it is charged."""
        return self.state is None


def agreement_on(agreements: Iterable[FeeAgreement], day: date) -> FeeAgreement | None:
    """The agreement that holds on a day: the latest one from that day or before; of two from one day the later."""
    held = [one for one in agreements if one.from_day <= day]
    return max(held, key=lambda one: (one.from_day, one.id), default=None)


def asks_for_charge(session: Session) -> bool:
    """Whether a session that did not take place asks "charge as agreed?": missed, or cancelled late by the client."""
    if session.attendance is Attendance.DID_NOT_ATTEND:
        return True
    return (
        session.attendance is Attendance.CANCELLED
        and session.cancelled_by is CancelledBy.CLIENT
        and session.late_notice
    )


def fee_of(session: Session, agreements: Iterable[FeeAgreement], charge: Charge | None) -> SessionFee | None:
    """The fee for a session: as recorded, else as agreed for a held one; None where there is none."""
    if charge is not None:
        return SessionFee(charge.state, charge.amount, charge.currency, charge)
    agreed = agreement_on(agreements, session.day)
    if agreed is None or not agreed.amount:
        return None
    if session.was_held:
        return SessionFee(ChargeState.DUE, agreed.amount, agreed.currency)
    return SessionFee(None, agreed.amount, agreed.currency) if asks_for_charge(session) else None


def sums_by_currency(fees: Sequence[SessionFee]) -> dict[str, int]:
    """What these come to, for each currency apart, in minor units."""
    sums: dict[str, int] = {}
    for fee in fees:
        sums[fee.currency] = sums.get(fee.currency, 0) + fee.amount
    return sums
