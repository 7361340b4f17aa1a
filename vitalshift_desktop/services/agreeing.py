"""What the counselor can do to have clauses agreed: who can agree, and pages that are printed and signed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from vitalshift_desktop.domain.agreeing import AgreedHow, HowAgreed, Party, PartyKind, possible_parties
from vitalshift_desktop.domain.agreement_copies import SigningPage
from vitalshift_desktop.domain.agreement_page import Agreed, AgreementPage, PageClause
from vitalshift_desktop.domain.agreements import Agreement, DraftClause
from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.changes import Changed, Subject
from vitalshift_desktop.domain.clause_versions import check_review
from vitalshift_desktop.domain.clients import Client, ClientId
from vitalshift_desktop.domain.disclosures import Outlet
from vitalshift_desktop.domain.minors import ConsentGap, consent_gap, is_minor
from vitalshift_desktop.domain.problems import DateIsImpossible, NotFound, TextIsMissing
from vitalshift_desktop.domain.progress import Audience, Letterhead
from vitalshift_desktop.domain.related_people import PersonDetails
from vitalshift_desktop.services.agreements import Agreements
from vitalshift_desktop.services.clock import Clock, today
from vitalshift_desktop.services.disclosures import Rendered, entered
from vitalshift_desktop.services.events import Events
from vitalshift_desktop.services.joint_files import members_of
from vitalshift_desktop.vault.unit_of_work import UnitOfWork
from vitalshift_desktop.vault.vault import Vault

FOR_SIGNING = "agreement_for_signing"
RenderPage = Callable[[AgreementPage], Rendered]
"""Sets a page that has its serial, hands it out, and gives the PDF and its sheets."""


@dataclass(frozen=True, slots=True)
class WhoAgrees:
    """Who can agree for a client on a day; `gap` is what is missing for a minor, if anything is."""

    parties: tuple[Party, ...]
    is_minor: bool
    gap: ConsentGap | None


class Agreeing:
    """How clauses come to be agreed."""

    def __init__(self, vault: Vault, clock: Clock, events: Events, agreements: Agreements) -> None:
        self._vault = vault
        self._clock = clock
        self._events = events
        self._agreements = agreements

    def who(self, client_id: ClientId, day: date) -> WhoAgrees:
        """Who can agree on a day: the client or the members of a joint file, and whoever consents for them."""
        with self._vault.read() as work:
            client, people = work.clients.get(client_id), _people(work, client_id)
            parties = possible_parties(_names(work, client), people, day)
        born = client.details.born
        return WhoAgrees(parties, is_minor(born, day), consent_gap(born, people, day))

    def names_to_leave_out(self, client_id: ClientId) -> tuple[str, ...]:
        """The names that should not stand on paper, where the client asked for another name to be used; else none."""
        with self._vault.read() as work:
            if not work.files.get(client_id).cover_name.strip():
                return ()
            client = work.clients.get(client_id)
            return (client.name, *_names(work, client))

    def page_for_signing(
        self, client_id: ClientId, clauses: Sequence[DraftClause], review_on: date | None
    ) -> AgreementPage:
        """The page as it would be printed, still without a serial. Raises TextIsMissing or TextTooLong."""
        with self._vault.read() as work:
            return self._for_signing(work, client_id, _checked(clauses), review_on)

    def print_for_signing(
        self,
        client_id: ClientId,
        clauses: Sequence[DraftClause],
        review_on: date | None,
        outlet: Outlet,
        render: RenderPage,
        *,
        by: object = None,
    ) -> SigningPage:
        """Hand out a page for signing and let it wait for the signature; nothing is in force yet.

        Raises TextIsMissing, also without any clause, TextTooLong, ReviewBeforeStart, or
        what `render` raises; then nothing is recorded and the serial is free again.
        """
        tidy, day = _checked(clauses), today(self._clock)
        check_review(day, review_on)
        with self._vault.write() as work:
            page = self._for_signing(work, client_id, tidy, review_on)
            made, _content = entered(
                work,
                self._clock,
                client_id,
                FOR_SIGNING,
                Audience.CLIENT.value,
                outlet,
                lambda serial: render(replace(page, serial=serial)),
            )
            waiting = SigningPage(made.serial, client_id, day, review_on, tidy)
            work.agreeing.add_page(waiting)
        self._publish(client_id, by, Subject.DISCLOSURES)
        return waiting

    def waiting(self, client_id: ClientId) -> tuple[SigningPage, ...]:
        """The pages that were printed and neither signed nor set aside, oldest first."""
        with self._vault.read() as work:
            return work.agreeing.waiting(client_id)

    def signed(
        self, client_id: ClientId, serial: str, parties: tuple[Party, ...], day: date, *, by: object = None
    ) -> Agreement:
        """Bring the clauses of a signed page into force, word for word as they were printed.

        Raises NotFound for a page that does not wait, DateIsImpossible for a day before it was printed, or what
        `Agreements.agree` raises.
        """
        page = next((one for one in self.waiting(client_id) if one.serial == serial), None)
        if page is None:
            raise NotFound
        review_on = page.review_on if page.review_on is not None and page.review_on >= day else None
        if day < page.printed_on:
            raise DateIsImpossible
        how = HowAgreed(AgreedHow.ON_PAPER, parties, serial=serial)
        known = {version.clause_id for version in self._agreements.versions(client_id)}
        clauses = tuple(one if one.clause_id in known else replace(one, clause_id=None) for one in page.clauses)
        return self._agreements.agree(client_id, clauses, day, review_on, how, by=by)

    def set_aside(self, client_id: ClientId, serial: str, *, by: object = None) -> None:
        """Let a page wait no longer; it stays in the ledger. Raises NotFound for a page that is not this client's."""
        self._set_aside(client_id, serial, today(self._clock), by)

    def wait_again(self, client_id: ClientId, serial: str, *, by: object = None) -> None:
        """Let a page that was set aside wait again."""
        self._set_aside(client_id, serial, None, by)

    def _set_aside(self, client_id: ClientId, serial: str, on: date | None, by: object) -> None:
        with self._vault.write() as work:
            work.agreeing.set_page_aside(client_id, serial, on)
            again = on is None
            work.audit.append(AuditAct.SIGNING_PAGE_ASIDE, f"client:{client_id}", serial=serial, again=again)
        self._publish(client_id, by)

    def _for_signing(
        self, work: UnitOfWork, client_id: ClientId, clauses: Sequence[DraftClause], review_on: date | None
    ) -> AgreementPage:
        client, day = work.clients.get(client_id), today(self._clock)
        signers = possible_parties(_names(work, client), _people(work, client_id), day)
        page = blank_page(work, client, day)
        return replace(
            page,
            clauses=tuple(PageClause.of_draft(one) for one in clauses),
            signers=on_paper(signers, page.client, work.files.get(client_id).cover_name),
            review_on=review_on,
        )

    def _publish(self, client_id: ClientId, by: object, *subjects: Subject) -> None:
        for subject in (Subject.AGREEMENTS, *subjects):
            self._events.publish(Changed(subject, client_id, by))


def blank_page(work: UnitOfWork, client: Client, day: date) -> AgreementPage:
    """A page with letterhead and client, and nothing on it.

    Where the client asked for another name to be used, the page carries the record code or initials instead.
    """
    practice = work.practice.get()
    full = client.details.legal_name or client.name
    is_covered = bool(work.files.get(client.id).cover_name)
    return AgreementPage(
        client=(client.code or client.initials) if is_covered else full,
        record_code="" if is_covered else client.code,
        clauses=(),
        prepared_on=day,
        service_type=client.details.service_type,
        letterhead=Letterhead.of(practice),
        paper=practice.paper,
        is_sample=practice.is_sample,
    )


def on_paper(parties: Sequence[Party], shown: str, cover_name: str) -> tuple[Party, ...]:
    """The same people as they stand on paper: the client not by name where another name is to be used."""
    if not cover_name:
        return tuple(parties)
    return tuple(replace(one, name=shown) if one.kind is PartyKind.CLIENT else one for one in parties)


def copy_of(work: UnitOfWork, agreement: Agreement, day: date) -> AgreementPage:
    """The page that shows an agreement as it was made."""
    page = blank_page(work, work.clients.get(agreement.client_id), day)
    parties = on_paper(agreement.parties, page.client, work.files.get(agreement.client_id).cover_name)
    how = replace(agreement.how_agreed, parties=parties)
    return replace(
        page,
        clauses=tuple(PageClause.of_version(one) for one in agreement.clauses),
        agreed=Agreed(agreement.agreed_on, how, agreement.fingerprint),
        review_on=agreement.review_on,
    )


def _checked(clauses: Sequence[DraftClause]) -> tuple[DraftClause, ...]:
    tidy = tuple(clause.checked() for clause in clauses)
    if not tidy:
        raise TextIsMissing
    return tidy


def _people(work: UnitOfWork, client_id: ClientId) -> tuple[PersonDetails, ...]:
    return tuple(person.details for person in work.related_people.of_client(client_id))


def _names(work: UnitOfWork, client: Client) -> tuple[str, ...]:
    """The client's name in full, or those of the members of a joint file."""
    members = members_of(work, client.id) if work.files.get(client.id).is_joint else ()
    return tuple(member.name for member in members) or (client.details.legal_name or client.name,)
