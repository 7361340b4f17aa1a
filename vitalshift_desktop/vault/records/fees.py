"""Fees: rows to domain and back, one at a time and in bulk."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import replace

from sqlalchemy import bindparam, func, select

from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.fees import Charge, ChargeState, FeeAgreement, FeeAgreementId, PaidBy
from vitalshift_desktop.domain.sessions import Attendance, Session, SessionId
from vitalshift_desktop.vault.records.refusals import delete, flush, found, insert
from vitalshift_desktop.vault.records.sessions import HELD
from vitalshift_desktop.vault.records.shelf import Question, Shelf, among, columns_of
from vitalshift_desktop.vault.tables.fees import FeeAgreementRow, FeeSettingRow, SessionChargeRow
from vitalshift_desktop.vault.tables.sessions import SessionRow

ONLY_ROW = 1

_AGREED = select(*columns_of(FeeAgreementRow, FeeAgreement)).order_by(FeeAgreementRow.from_day, FeeAgreementRow.id)
_ONE_AGREED = _AGREED.where(FeeAgreementRow.id == bindparam("agreement"))
_AGREED_WITH = _AGREED.where(among(FeeAgreementRow.client_id))
_CHARGED = select(*columns_of(SessionChargeRow, Charge))
_CHARGES = _CHARGED.where(among(SessionChargeRow.session_id))
_IN_STATE = _CHARGED.where(SessionChargeRow.state == bindparam("state"))
_LAST_METHODS = (
    _CHARGED.where(SessionChargeRow.client_id == bindparam("client"), SessionChargeRow.method.is_not(None))
    .order_by(SessionChargeRow.day.desc(), SessionChargeRow.session_id.desc())
    .limit(1)
)
_CURRENCY = select(FeeSettingRow.currency)
# Sessions that may be due without anybody having said so: of clients with an agreement, and nothing recorded.
_UNCHARGED = (
    select(*columns_of(SessionRow, Session))
    .where(
        SessionRow.client_id.in_(select(FeeAgreementRow.client_id).where(FeeAgreementRow.amount > 0)),
        SessionRow.attendance.in_((*HELD, Attendance.CANCELLED, Attendance.DID_NOT_ATTEND)),
        ~select(SessionChargeRow.session_id).where(SessionChargeRow.session_id == SessionRow.id).exists(),
        func.substr(SessionRow.starts, 1, 10)
        >= select(func.date(func.min(FeeAgreementRow.from_day), "-1 day"))
        .where(FeeAgreementRow.client_id == SessionRow.client_id)
        .scalar_subquery(),
    )
    .order_by(SessionRow.starts, SessionRow.id)
)


class FeeShelf(Shelf):
    """The fee agreements of the vault, and what became of the fee for each session."""

    def currency(self) -> str | None:
        """The currency that the practice chose, or None while it chose none."""
        found_rows = self._rows(_CURRENCY)
        return str(found_rows[0][0]) if found_rows else None

    def set_currency(self, currency: str) -> None:
        """Write the currency of the practice."""
        self._connection.merge(FeeSettingRow(id=ONLY_ROW, currency=currency))
        flush(self._connection)

    def agree(self, agreement: FeeAgreement) -> FeeAgreement:
        """Write a new agreement and give it its id; the id it came with is not used."""
        row = _write(FeeAgreementRow(client_id=agreement.client_id), agreement)
        insert(self._connection, [row])
        return replace(agreement, id=FeeAgreementId(row.id))

    def restore(self, agreement: FeeAgreement) -> None:
        """Write a removed agreement again, under its old id."""
        insert(self._connection, [_write(FeeAgreementRow(id=agreement.id, client_id=agreement.client_id), agreement)])

    def save(self, agreement: FeeAgreement) -> None:
        """Write what changed about an agreement; it stays with its client. Raises NotFound."""
        _write(found(self._connection.get(FeeAgreementRow, agreement.id)), agreement)
        flush(self._connection)

    def remove(self, agreement_id: FeeAgreementId) -> FeeAgreement:
        """Take out an agreement and hand it back; raises NotFound."""
        agreement = self.get(agreement_id)
        delete(self._connection, found(self._connection.get(FeeAgreementRow, agreement_id)))
        return agreement

    def get(self, agreement_id: FeeAgreementId) -> FeeAgreement:
        """One agreement; raises NotFound."""
        return found(next(iter(self._agreements(_ONE_AGREED, agreement=agreement_id)), None))

    def agreements_of(self, client_ids: Collection[ClientId]) -> dict[ClientId, tuple[FeeAgreement, ...]]:
        """The agreements of some clients, the earliest first; a client without one is left out."""
        by_client: defaultdict[ClientId, list[FeeAgreement]] = defaultdict(list)
        for one in self._agreements(_AGREED_WITH, ids=list(client_ids)):
            by_client[one.client_id].append(one)
        return {client_id: tuple(theirs) for client_id, theirs in by_client.items()}

    def charges(self, session_ids: Collection[SessionId]) -> dict[SessionId, Charge]:
        """What was recorded about some sessions; a session without a record is left out."""
        return {charge.session_id: charge for charge in self._charges(_CHARGES, ids=list(session_ids))}

    def in_state(self, state: ChargeState) -> tuple[Charge, ...]:
        """All charges of the practice in one state."""
        return self._charges(_IN_STATE, state=state)

    def put(self, charge: Charge) -> None:
        """Write what became of the fee for a session, in place of what was recorded before."""
        row = self._connection.get(SessionChargeRow, charge.session_id)
        row = row or SessionChargeRow(session_id=charge.session_id, client_id=charge.client_id)
        row.state, row.amount, row.currency = charge.state, charge.amount, charge.currency
        row.day, row.method = charge.day, charge.method
        insert(self._connection, [row])

    def take_out(self, session_id: SessionId) -> None:
        """Forget what was recorded about a session, if anything was."""
        row = self._connection.get(SessionChargeRow, session_id)
        if row is not None:
            delete(self._connection, row)

    def last_method(self, client_id: ClientId) -> PaidBy | None:
        """How this client paid last; None while nobody said."""
        paid = self._charges(_LAST_METHODS, client=client_id)
        return paid[0].method if paid else None

    def uncharged(self) -> tuple[Session, ...]:
        """Past sessions about whose fee nothing was recorded, of clients with an agreement, in order of time."""
        return tuple(Session(*row) for row in self._rows(_UNCHARGED))

    def _agreements(self, which: Question, **values: object) -> tuple[FeeAgreement, ...]:
        return tuple(FeeAgreement(*row) for row in self._rows(which, **values))

    def _charges(self, which: Question, **values: object) -> tuple[Charge, ...]:
        return tuple(Charge(*row) for row in self._rows(which, **values))


def _write(row: FeeAgreementRow, agreement: FeeAgreement) -> FeeAgreementRow:
    row.amount = agreement.amount
    row.currency = agreement.currency
    row.from_day = agreement.from_day
    row.words = agreement.words
    return row
