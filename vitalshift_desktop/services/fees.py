"""What the counselor can do with fees."""

from datetime import date, timedelta

from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.changes import Changed, Subject
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.fees import (
    Charge,
    ChargeState,
    FeeAgreement,
    FeeAgreementId,
    PaidBy,
    SessionFee,
    agreement_on,
    fee_of,
)
from vitalshift_desktop.domain.money import CURRENCIES, usual_currency
from vitalshift_desktop.domain.problems import DateIsImpossible, FeeNotAgreed
from vitalshift_desktop.domain.sessions import Session, SessionId
from vitalshift_desktop.services.clock import Clock, today
from vitalshift_desktop.services.events import Events
from vitalshift_desktop.services.fee_lines import (
    ClientFees,
    FeeLine,
    UnpaidPage,
    fees_of_sessions,
    sums_of,
    unpaid_page,
)
from vitalshift_desktop.vault.unit_of_work import UnitOfWork
from vitalshift_desktop.vault.vault import Vault

_NOT_YET = FeeAgreementId(0)
LONGEST_AHEAD = timedelta(days=2 * 366)
EARLIEST = date(1980, 1, 1)


class Fees:
    """Fee agreements, and what became of the fee for each session."""

    def __init__(self, vault: Vault, clock: Clock, events: Events) -> None:
        self._vault = vault
        self._clock = clock
        self._events = events

    # ------------------------------------------------------------ looking

    def currency(self) -> str:
        """The currency of the practice: the one it chose, else that of its jurisdiction."""
        with self._vault.read() as work:
            return _currency(work)

    def of_session(self, session_id: SessionId) -> SessionFee | None:
        """The fee for one session; None where none is agreed or recorded. Raises NotFound."""
        with self._vault.read() as work:
            return fees_of_sessions(work, (work.sessions.get(session_id),)).get(session_id)

    def last_method(self, client_id: ClientId) -> PaidBy | None:
        """How this client paid last; None while nobody said."""
        with self._vault.read() as work:
            return work.fees.last_method(client_id)

    def of_client(self, client_id: ClientId) -> ClientFees:
        """The agreements of one client and what is still to be paid."""
        now = self._clock.now()
        with self._vault.read() as work:
            agreements = work.fees.agreements_of((client_id,)).get(client_id, ())
            sessions = work.sessions.of_client(client_id)
            fees = fees_of_sessions(work, sessions)
        due = tuple(
            FeeLine(one, fees[one.id])
            for one in sessions
            if one.id in fees and fees[one.id].is_due and one.starts <= now
        )
        return ClientFees(
            agreements=agreements[::-1],
            in_force=agreement_on(agreements, today(self._clock)),
            due=due,
            sums=sums_of(due),
            waived=sum(1 for fee in fees.values() if fee.state is ChargeState.WAIVED),
        )

    def unpaid(self) -> UnpaidPage:
        """All that is still to be paid in the practice, the oldest first."""
        with self._vault.read() as work:
            return unpaid_page(work, self._clock.now())

    # ------------------------------------------------------------ agreements

    def set_currency(self, currency: str, *, by: object = None) -> None:
        """Work in this currency from now on; what was agreed and paid keeps its own. ValueError for an unknown one."""
        if currency not in CURRENCIES:
            raise ValueError("an unknown currency")
        with self._vault.write() as work:
            work.fees.set_currency(currency)
            work.audit.append(AuditAct.SETTINGS_CHANGED, "practice")
        self._events.publish(Changed(Subject.FEES, by=by))

    def agree(
        self, client_id: ClientId, amount: int, from_day: date, words: str = "", *, by: object = None
    ) -> FeeAgreement:
        """Agree a fee, in minor units, from a day on; raises AmountOutOfRange, TextTooLong or DateIsImpossible."""
        self._check_day(from_day)
        with self._vault.write() as work:
            work.clients.get(client_id)
            wanted = FeeAgreement(_NOT_YET, client_id, amount, _currency(work), from_day, words).checked()
            agreement = work.fees.agree(wanted)
            work.audit.append(AuditAct.FEE_AGREED, _object(agreement.id))
        self._published(client_id, by)
        return agreement

    def change(self, agreement: FeeAgreement, *, by: object = None) -> FeeAgreement:
        """Put right what was agreed; what was recorded of a session stays. Raises as `agree` does, or NotFound."""
        self._check_day(agreement.from_day)
        with self._vault.write() as work:
            checked = agreement.checked()
            work.fees.save(checked)
            work.audit.append(AuditAct.FEE_AGREED, _object(agreement.id), again=True)
        self._published(agreement.client_id, by)
        return checked

    def remove(self, agreement_id: FeeAgreementId, *, by: object = None) -> FeeAgreement:
        """Take an agreement out and hand it back for `restore`."""
        with self._vault.write() as work:
            agreement = work.fees.remove(agreement_id)
            work.audit.append(AuditAct.FEE_AGREEMENT_REMOVED, _object(agreement_id))
        self._published(agreement.client_id, by)
        return agreement

    def restore(self, agreement: FeeAgreement, *, by: object = None) -> None:
        """Put a removed agreement back as it was."""
        with self._vault.write() as work:
            work.fees.restore(agreement)
            work.audit.append(AuditAct.FEE_AGREEMENT_REMOVED, _object(agreement.id), undone=True)
        self._published(agreement.client_id, by)

    # ------------------------------------------------------------ one session

    def charge(
        self,
        session_id: SessionId,
        state: ChargeState,
        *,
        amount: int | None = None,
        day: date | None = None,
        method: PaidBy | None = None,
        by: object = None,
    ) -> Charge | None:
        """Say what became of the fee; hands back what stood there before, for `put_back`.

        Without an amount it is the one recorded or agreed: FeeNotAgreed where there is none and money is meant.
        Raises AmountOutOfRange, or DateIsImpossible for a day that is still to come.
        """
        when = day or today(self._clock)
        if when > today(self._clock) or when < EARLIEST:
            raise DateIsImpossible
        with self._vault.write() as work:
            session = work.sessions.get(session_id)
            before = work.fees.charges((session_id,)).get(session_id)
            cost, currency = _cost(work, session, before, amount)
            if cost is None and state in (ChargeState.DUE, ChargeState.PAID):
                raise FeeNotAgreed
            charge = Charge(session_id, session.client_id, state, cost or 0, currency, when, method)
            work.fees.put(charge.checked())
            work.audit.append(AuditAct.FEE_RECORDED, f"session:{session_id}", state=state.value)
        self._published(session.client_id, by)
        return before

    def put_back(self, session_id: SessionId, before: Charge | None, *, by: object = None) -> None:
        """Take back what was said about the fee: as it stood before, or nothing recorded."""
        with self._vault.write() as work:
            session = work.sessions.get(session_id)
            if before is None:
                work.fees.take_out(session_id)
            else:
                work.fees.put(before)
            work.audit.append(AuditAct.FEE_RECORDED, f"session:{session_id}", undone=True)
        self._published(session.client_id, by)

    def _check_day(self, day: date) -> None:
        if not EARLIEST <= day <= today(self._clock) + LONGEST_AHEAD:
            raise DateIsImpossible

    def _published(self, client_id: ClientId, by: object) -> None:
        self._events.publish(Changed(Subject.FEES, client_id, by))


def _currency(work: UnitOfWork) -> str:
    return work.fees.currency() or usual_currency(work.practice.get().jurisdiction)


def _object(agreement_id: FeeAgreementId) -> str:
    return f"fee_agreement:{agreement_id}"


def _cost(work: UnitOfWork, session: Session, before: Charge | None, amount: int | None) -> tuple[int | None, str]:
    """The amount and its currency: as given, as recorded, or as agreed for that day; None for no amount."""
    agreed = work.fees.agreements_of((session.client_id,)).get(session.client_id, ())
    known = fee_of(session, agreed, before)
    held = agreement_on(agreed, session.day)
    currency = known.currency if known else held.currency if held else _currency(work)
    if amount is not None:
        return amount, currency
    if known is not None and known.amount:
        return known.amount, currency
    return (held.amount or None if held else None), currency
