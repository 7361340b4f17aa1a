"""What the counselor can do with boundary agreements."""

from dataclasses import dataclass, replace
from datetime import date

from vitalshift_desktop.domain.agreed_snapshots import sealed
from vitalshift_desktop.domain.agreeing import HowAgreed, Party, PartyKind, demand_jointly
from vitalshift_desktop.domain.agreements import (
    AgreedHow,
    Agreement,
    AgreementId,
    ClauseId,
    ClauseVersion,
    DraftClause,
    in_force,
)
from vitalshift_desktop.domain.audit import AuditAct, AuditDetail
from vitalshift_desktop.domain.changes import Changed, Subject
from vitalshift_desktop.domain.clause_versions import check_review, in_force_on
from vitalshift_desktop.domain.clients import Client, ClientId
from vitalshift_desktop.domain.problems import DateIsImpossible, NotFound, TextIsMissing
from vitalshift_desktop.services.clause_versions import brought_into_force
from vitalshift_desktop.services.clock import Clock, today
from vitalshift_desktop.services.events import Events
from vitalshift_desktop.vault.unit_of_work import UnitOfWork
from vitalshift_desktop.vault.vault import Vault

_NOT_YET = AgreementId(0)


@dataclass(frozen=True, slots=True)
class ReviewDue:
    """A clause in force whose day for looking at it again has come."""

    client: Client
    clause: ClauseVersion


class Agreements:
    """The agreements of the practice's clients, clause by clause."""

    def __init__(self, vault: Vault, clock: Clock, events: Events) -> None:
        self._vault = vault
        self._clock = clock
        self._events = events

    def agree(
        self,
        client_id: ClientId,
        clauses: tuple[DraftClause, ...],
        agreed_on: date,
        review_on: date | None,
        how: AgreedHow | HowAgreed,
        *,
        by: object = None,
    ) -> Agreement:
        """Bring clauses into force as one dated agreement; `how` alone means that the client agreed, and nobody else.

        Raises TextIsMissing, also without any clause, TextTooLong, DateIsImpossible for a day still to come,
        NobodyAgreed, DrawingIsMissing or AgreedByOneOfTwo, or as `brought_into_force` does.

        A clause on a topic that is in force already becomes its next version; unchanged wording stays the same version.
        """
        tidy = [clause.checked() for clause in clauses]
        if not tidy:
            raise TextIsMissing
        if agreed_on > today(self._clock):
            raise DateIsImpossible
        with self._vault.write() as work:
            agreed_how = _demanded(work, client_id, how, agreed_on)
            agreed = brought_into_force(work, client_id, tidy, agreed_on, review_on)
            agreement = work.agreements.add(made_agreement(client_id, agreed_on, agreed_how, review_on, agreed))
            facts: AuditDetail = {"clauses": len(agreed), "how": agreement.how.value}
            about = f"agreement:{agreement.id}"
            work.audit.append(AuditAct.CLAUSE_AGREED, about, fingerprint=agreement.fingerprint, **facts)
        self._publish(client_id, by)
        return agreement

    def end_clause(self, clause_id: ClauseId, on: date, *, by: object = None) -> ClauseVersion:
        """End a clause on a day.

        Raises NotFound when no version of it is in force, DateIsImpossible for a day before it was, or still to come.
        """
        if on > today(self._clock):
            raise DateIsImpossible
        with self._vault.write() as work:
            clause = _current(work, clause_id).ended(on)
            work.agreements.save_version(clause)
            work.audit.append(AuditAct.CLAUSE_CHANGED, f"clause:{clause_id}", state=clause.state.value)
        self._publish(clause.client_id, by)
        return clause

    def set_review(self, clause_id: ClauseId, review_on: date | None, *, by: object = None) -> ClauseVersion:
        """Choose the day on which a clause is looked at again, or none.

        Raises NotFound as `end_clause` does, or ReviewBeforeStart.
        """
        with self._vault.write() as work:
            current = _current(work, clause_id)
            check_review(current.effective_on, review_on)
            clause = replace(current, review_on=review_on)
            work.agreements.save_version(clause)
            work.audit.append(AuditAct.CLAUSE_CHANGED, f"clause:{clause_id}", review=str(review_on or ""))
        self._publish(clause.client_id, by)
        return clause

    def versions(self, client_id: ClientId) -> tuple[ClauseVersion, ...]:
        """Every version of every clause of one client, oldest first."""
        with self._vault.read() as work:
            return work.agreements.versions(client_id)

    def in_force(self, client_id: ClientId) -> tuple[ClauseVersion, ...]:
        """The clauses in force with one client, in the order of their topics."""
        with self._vault.read() as work:
            return in_force(work.agreements.versions(client_id))

    def in_force_on(self, client_id: ClientId, day: date) -> tuple[ClauseVersion, ...]:
        """The clause versions that were in force with one client on a day, in the order of their topics."""
        with self._vault.read() as work:
            return in_force_on(work.agreements.versions(client_id), day)

    def of_client(self, client_id: ClientId) -> tuple[Agreement, ...]:
        """The agreements made with one client, newest first."""
        with self._vault.read() as work:
            return work.agreements.of_client(client_id)[::-1]

    def due(self, today: date) -> tuple[ReviewDue, ...]:
        """The clauses that were to be looked at again by this day, the longest waiting first."""
        with self._vault.read() as work:
            waiting = sorted(work.agreements.due(today), key=lambda clause: clause.review_on or today)
            clients = work.clients.of_ids({clause.client_id for clause in waiting})
        return tuple(ReviewDue(clients[clause.client_id], clause) for clause in waiting)

    def _publish(self, client_id: ClientId, by: object) -> None:
        self._events.publish(Changed(Subject.AGREEMENTS, client_id, by))


def _current(work: UnitOfWork, clause_id: ClauseId) -> ClauseVersion:
    version = work.agreements.version_in_force(clause_id)
    if version is None:
        raise NotFound
    return version


def _demanded(work: UnitOfWork, client_id: ClientId, how: AgreedHow | HowAgreed, on: date) -> HowAgreed:
    """How it was agreed, checked: by whoever can agree for this client."""
    client = work.clients.get(client_id)
    whole = how if isinstance(how, HowAgreed) else by_client_alone(how, client)
    checked = whole.checked()
    demand_jointly(checked.parties, [one.details for one in work.related_people.of_client(client_id)], on)
    return checked


def by_client_alone(how: AgreedHow, client: Client) -> HowAgreed:
    """Agreed by the client and nobody else."""
    return HowAgreed(how, (Party(PartyKind.CLIENT, client.details.legal_name or client.name),))


def made_agreement(
    client_id: ClientId, on: date, how: HowAgreed, review_on: date | None, clauses: tuple[ClauseVersion, ...]
) -> Agreement:
    """The dated snapshot of these versions, with its fingerprint and without an id."""
    return sealed(
        Agreement(
            id=_NOT_YET,
            client_id=client_id,
            agreed_on=on,
            how=how.how,
            review_on=review_on,
            clauses=clauses,
            fingerprint="",
            parties=how.parties,
            words=how.words,
            serial=how.serial,
        )
    )
