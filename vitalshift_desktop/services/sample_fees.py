"""The fees of the sample practice: one agreement for each client, and what became of each session."""

from dataclasses import dataclass
from datetime import timedelta

from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.fees import Charge, ChargeState, FeeAgreement, FeeAgreementId, PaidBy
from vitalshift_desktop.domain.money import usual_currency
from vitalshift_desktop.domain.sessions import Session
from vitalshift_desktop.services.sample_entry import Entry
from vitalshift_desktop.vault.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class SampleFee:
    """The fee in minor units from the first session on; days count from the day of writing.

    What was held before today is paid, but for the days that are due or waived; a missed day may be charged.
    """

    amount: int
    words: str
    due: tuple[int, ...]
    waived: tuple[int, ...]
    charged: tuple[int, ...]


def read_fee(entry: Entry) -> SampleFee | None:
    """The fee of one client, where the file has one."""
    part = entry.one("fee")
    if part is None:
        return None
    fee = SampleFee(
        amount=part.whole("amount"),
        words=part.text("words", ""),
        due=part.wholes("due"),
        waived=part.wholes("waived"),
        charged=part.wholes("charged"),
    )
    part.finish()
    return fee


def write_fee(work: UnitOfWork, client_id: ClientId, sample: SampleFee, sessions: dict[int, Session]) -> None:
    """The agreement, and what became of each session, by its day counted from the day of writing."""
    currency = work.fees.currency() or usual_currency(work.practice.get().jurisdiction)
    first = min(session.day for session in sessions.values()) - timedelta(days=7)
    agreement = FeeAgreement(FeeAgreementId(0), client_id, sample.amount, currency, first, sample.words)
    work.fees.agree(agreement.checked())
    for day, session in sessions.items():
        state = _state(sample, day, session)
        if state is not None:
            method = PaidBy.TRANSFER if state is ChargeState.PAID else None
            work.fees.put(Charge(session.id, client_id, state, sample.amount, currency, session.day, method).checked())


def _state(sample: SampleFee, day: int, session: Session) -> ChargeState | None:
    if day in sample.waived:
        return ChargeState.WAIVED
    if day in sample.charged:
        return ChargeState.DUE
    return ChargeState.PAID if session.was_held and day < 0 and day not in sample.due else None
