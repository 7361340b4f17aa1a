"""Fees as lists show them: session by session, and what is still to be paid."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from vitalshift_desktop.domain.clients import Client, ClientId
from vitalshift_desktop.domain.fees import (
    ChargeState,
    FeeAgreement,
    SessionFee,
    fee_of,
    sums_by_currency,
)
from vitalshift_desktop.domain.sessions import Session, SessionId
from vitalshift_desktop.vault.unit_of_work import UnitOfWork

Sums = dict[str, int]


@dataclass(frozen=True, slots=True)
class FeeLine:
    """The fee of one session that is due, or that somebody has to decide about."""

    session: Session
    fee: SessionFee


@dataclass(frozen=True, slots=True)
class UnpaidClient:
    """What one client still has to pay, the oldest session first; `sums` by currency, in minor units."""

    client: Client
    lines: tuple[FeeLine, ...]
    sums: Sums


@dataclass(frozen=True, slots=True)
class UnpaidPage:
    """What is still to be paid, the client with the oldest session first; waived fees are counted apart."""

    clients: tuple[UnpaidClient, ...]
    sums: Sums
    to_decide: tuple[tuple[Client, FeeLine], ...]
    waived: int
    waived_sums: Sums


@dataclass(frozen=True, slots=True)
class ClientFees:
    """The fee agreements of one client, newest first, the one that holds today, and what is still to be paid."""

    agreements: tuple[FeeAgreement, ...]
    in_force: FeeAgreement | None
    due: tuple[FeeLine, ...]
    sums: Sums
    waived: int


def fees_of_sessions(work: UnitOfWork, sessions: Sequence[Session]) -> dict[SessionId, SessionFee]:
    """The fee of each of these sessions that has one, read in bulk."""
    agreements = work.fees.agreements_of({session.client_id for session in sessions})
    charges = work.fees.charges([session.id for session in sessions])
    found = (
        (session.id, fee_of(session, agreements.get(session.client_id, ()), charges.get(session.id)))
        for session in sessions
    )
    return {session_id: fee for session_id, fee in found if fee is not None}


def unpaid_page(work: UnitOfWork, now: datetime) -> UnpaidPage:
    """All fees of the practice that are due or not decided at this instant."""
    lines = _open_lines(work, now)
    clients = work.clients.of_ids({line.session.client_id for line in lines})
    due = [line for line in lines if line.fee.is_due]
    by_client: defaultdict[ClientId, list[FeeLine]] = defaultdict(list)
    for line in due:
        by_client[line.session.client_id].append(line)
    waived = [SessionFee(one.state, one.amount, one.currency, one) for one in work.fees.in_state(ChargeState.WAIVED)]
    return UnpaidPage(
        clients=tuple(
            UnpaidClient(clients[client_id], tuple(theirs), sums_of(theirs)) for client_id, theirs in by_client.items()
        ),
        sums=sums_of(due),
        to_decide=tuple((clients[line.session.client_id], line) for line in lines if line.fee.is_open),
        waived=len(waived),
        waived_sums=sums_by_currency(waived),
    )


def sums_of(lines: Iterable[FeeLine]) -> Sums:
    """What these come to, for each currency apart."""
    return sums_by_currency([line.fee for line in lines])


def _open_lines(work: UnitOfWork, now: datetime) -> list[FeeLine]:
    """Everything due or not decided, in order of time."""
    recorded = {charge.session_id: charge for charge in work.fees.in_state(ChargeState.DUE)}
    sessions = [*work.sessions.of_ids(recorded).values(), *work.fees.uncharged()]
    agreements = work.fees.agreements_of({session.client_id for session in sessions})
    lines = []
    for session in sorted(sessions, key=lambda one: (one.starts, one.id)):
        fee = fee_of(session, agreements.get(session.client_id, ()), recorded.get(session.id))
        if fee is not None and (fee.is_due or fee.is_open) and session.starts <= now:
            lines.append(FeeLine(session, fee))
    return lines
