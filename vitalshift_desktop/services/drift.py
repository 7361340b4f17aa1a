"""The drift watch: what went beyond what was agreed, read from sessions, contacts and fees."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from vitalshift_desktop.domain.agreements import ClauseVersion, Topic
from vitalshift_desktop.domain.clause_versions import in_force_on
from vitalshift_desktop.domain.clients import Client, ClientId
from vitalshift_desktop.domain.contact_rules import ContactHours
from vitalshift_desktop.domain.drift import COUNTED_KINDS, Drift, OutOfHours, WaivedFee, is_out_of_hours, overruns
from vitalshift_desktop.domain.fees import ChargeState
from vitalshift_desktop.domain.problems import EndsBeforeItStarts
from vitalshift_desktop.domain.sessions import Session, at_local
from vitalshift_desktop.services.clock import Clock
from vitalshift_desktop.vault.unit_of_work import UnitOfWork
from vitalshift_desktop.vault.vault import Vault

_A_DAY = timedelta(days=1)  # no zone is further away from the counselor's than that


@dataclass(frozen=True, slots=True)
class DriftPage:
    """The lists of some days, the clients in them, and the hours of the practice, where they are set."""

    drift: Drift
    clients: Mapping[ClientId, Client]
    practice_hours: ContactHours | None


@dataclass(frozen=True, slots=True)
class _Contacts:
    """What was found among calls and messages, and how many were looked at."""

    out_of_hours: tuple[OutOfHours, ...]
    compared: int
    without_hours: int


class DriftWatch:
    """Reads only; nothing is kept of what it shows."""

    def __init__(self, vault: Vault, clock: Clock) -> None:
        self._vault = vault
        self._clock = clock

    def page(self, first: date, last: date, client_id: ClientId | None = None) -> DriftPage:
        """The lists of the days from `first` to `last`, both included, over all or for one client.

        Raises EndsBeforeItStarts.
        """
        if last < first:
            raise EndsBeforeItStarts
        zone = self._clock.zone()
        begin, end = at_local(first, time.min, zone) - _A_DAY, at_local(last, time.min, zone) + 2 * _A_DAY
        with self._vault.read() as work:
            sessions = [
                one
                for one in work.sessions.between(begin, end)
                if first <= one.day <= last and client_id in (None, one.client_id)
            ]
            rule = work.contact_rules.of_practice()
            contacts = _contacts(work, begin, end, (first, last), client_id, rule.hours if rule else None)
            lasted = work.contact_rules.lasted([one.id for one in sessions])
            agreed = work.contact_rules.agreed_minutes({one.client_id for one in sessions})
            drift = Drift(
                first=first,
                last=last,
                overruns=overruns(sessions, lasted, agreed),
                out_of_hours=contacts.out_of_hours,
                waived=_waived(work, sessions),
                held=sum(one.was_held for one in sessions),
                contacts=contacts.compared,
                without_hours=contacts.without_hours,
            )
            clients = work.clients.of_ids({one.client_id for one in drift.by_client()})
        return DriftPage(drift, clients, rule.hours if rule else None)


def _waived(work: UnitOfWork, sessions: Iterable[Session]) -> tuple[WaivedFee, ...]:
    known = {one.id: one for one in sessions}
    charges = work.fees.charges(list(known)).values()
    found = [
        WaivedFee(one.session_id, one.client_id, known[one.session_id].day, one.amount, one.currency)
        for one in charges
        if one.state is ChargeState.WAIVED
    ]
    return tuple(sorted(found, key=lambda one: (one.day, one.session_id), reverse=True))


def _contacts(
    work: UnitOfWork,
    begin: datetime,
    end: datetime,
    days: tuple[date, date],
    client_id: ClientId | None,
    practice: ContactHours | None,
) -> _Contacts:
    """Calls and messages of these days, each beside the hours agreed with its client on its day."""
    found = [
        (number, owner, details)
        for number, owner, details in work.contact_rules.contacts(begin, end)
        if details.kind in COUNTED_KINDS and days[0] <= details.day <= days[1] and client_id in (None, owner)
    ]
    hours = _AgreedHours(work, {owner for _number, owner, _details in found}, practice)
    out, compared = [], 0
    for number, owner, details in found:
        agreed = hours.on(owner, details.day)
        compared += agreed is not None
        if agreed is not None and is_out_of_hours(details.local_at, agreed):
            out.append(OutOfHours(number, owner, details.local_at, details.kind, details.started_by))
    return _Contacts(tuple(out), compared, len(found) - compared)


class _AgreedHours:
    """The hours for contact with some clients: those of the clause version of a day, else those of the practice."""

    def __init__(self, work: UnitOfWork, clients: set[ClientId], practice: ContactHours | None) -> None:
        self._practice = practice
        self._versions: dict[ClientId, list[ClauseVersion]] = {client_id: [] for client_id in clients}
        for version in work.agreements.on_topic(clients, Topic.CONTACT):
            self._versions[version.client_id].append(version)
        clauses = {one.clause_id for versions in self._versions.values() for one in versions}
        self._rules = work.contact_rules.of_clauses(clauses)

    def on(self, client_id: ClientId, day: date) -> ContactHours | None:
        """The hours that counted with a client on a day; None where none were written down."""
        for version in in_force_on(self._versions[client_id], day):
            rule = self._rules.get((version.clause_id, version.number))
            if rule is not None and rule.hours is not None:
                return rule.hours
        return self._practice
