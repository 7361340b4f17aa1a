"""What the counselor can do with consents and releases."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from vitalshift_desktop.domain.attachments import AttachmentId
from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.changes import Changed, Subject
from vitalshift_desktop.domain.clients import Client, ClientId
from vitalshift_desktop.domain.consents import (
    Consent,
    ConsentDetails,
    ConsentId,
    ConsentKind,
    ConsentState,
    Withdrawal,
    in_force,
    newest,
    release_to,
    states,
)
from vitalshift_desktop.domain.kept_fingerprints import consent_parts, withdrawal_fingerprint
from vitalshift_desktop.domain.minors import check_together, is_minor
from vitalshift_desktop.domain.problems import AlreadyRecorded, NotFound
from vitalshift_desktop.domain.recipients import Recipient, recipients
from vitalshift_desktop.domain.related_people import ConsentPart, RelatedPerson
from vitalshift_desktop.domain.reviews import ReviewDue, ReviewKind
from vitalshift_desktop.services.attachments import Attachments
from vitalshift_desktop.services.clock import Clock, today
from vitalshift_desktop.services.events import Events
from vitalshift_desktop.vault.unit_of_work import UnitOfWork
from vitalshift_desktop.vault.vault import Vault

_NOT_YET = ConsentId(0)


@dataclass(frozen=True, slots=True)
class ConsentPage:
    """A client's consents, those given last first, and what each counts for on `day`.

    `current` holds the one that counts for each kind but releases, `releases` the one that counts for each recipient;
    `people` are those who may consent for the client, as their file says; `interpreter` is the language they need one
    for, "" where they need none.
    """

    client: Client
    day: date
    consents: tuple[Consent, ...]
    states: Mapping[ConsentId, ConsentState]
    current: Mapping[ConsentKind, Consent]
    releases: tuple[Consent, ...]
    people: tuple[RelatedPerson, ...]
    is_minor: bool
    interpreter: str

    def lacks(self, kind: ConsentKind) -> bool:
        """Whether there is none of this kind that holds today."""
        found = self.current.get(kind)
        return found is None or self.states[found.id] is not ConsentState.IN_FORCE


class Consents:
    """The consents of the practice's clients."""

    def __init__(self, vault: Vault, clock: Clock, events: Events, attachments: Attachments) -> None:
        self._vault = vault
        self._clock = clock
        self._events = events
        self._attachments = attachments

    def page(self, client_id: ClientId) -> ConsentPage:
        """Everything about one client's consents as of today; raises NotFound."""
        day = today(self._clock)
        with self._vault.read() as work:
            client = work.clients.get(client_id)
            known = work.consents.of_client(client_id)
            people = work.related_people.of_client(client_id)
            language = work.files.get(client_id).interpreter_language.strip()
        counting = newest(known)
        return ConsentPage(
            client=client,
            day=day,
            consents=known[::-1],
            states=states(known, day),
            current={kind: one for (kind, _to), one in counting.items() if kind is not ConsentKind.RELEASE},
            releases=tuple(one for one in known[::-1] if counting.get(one.about) == one and _is_release(one)),
            people=tuple(one for one in people if one.details.consent is not ConsentPart.NONE),
            is_minor=is_minor(client.details.born, day),
            interpreter=language,
        )

    def get(self, consent_id: ConsentId) -> Consent:
        """One record; raises NotFound."""
        with self._vault.read() as work:
            return work.consents.get(consent_id)

    def in_force(self, client_id: ClientId) -> tuple[Consent, ...]:
        """The consents and releases of one client that hold today, in the order of their kinds."""
        with self._vault.read() as work:
            return in_force(work.consents.of_client(client_id), today(self._clock))

    def lacks_therapy(self, client_id: ClientId) -> bool:
        """Whether no consent to therapy itself of one client holds today."""
        return not any(one.details.kind is ConsentKind.THERAPY for one in self.in_force(client_id))

    def release_to(self, client_id: ClientId, recipient: str) -> Consent | None:
        """The release that lets this recipient be told something today, if there is one."""
        with self._vault.read() as work:
            return release_to(work.consents.of_client(client_id), recipient, today(self._clock))

    def recipients(self, client_id: ClientId) -> tuple[Recipient, ...]:
        """Whom a page about a client may be handed to, as the record knows them today; raises NotFound."""
        with self._vault.read() as work:
            work.clients.get(client_id)
            people = [one.details for one in work.related_people.of_client(client_id)]
            return recipients(work.consents.of_client(client_id), people, today(self._clock))

    def record(
        self,
        client_id: ClientId,
        details: ConsentDetails,
        *,
        corrects: ConsentId | None = None,
        scan: AttachmentId | None = None,
        by: object = None,
    ) -> Consent:
        """Write a consent down, at once with its scan; an earlier one of its kind is replaced by it and stays.

        With `corrects` it puts an earlier record right: AlreadyRecorded where that was done before, or where it was
        taken back. Raises ConsentsTogether, NotFound, and what `ConsentDetails.checked` does.
        """
        tidy = details.checked(today(self._clock))
        with self._vault.write() as work:
            work.clients.get(client_id)
            if corrects is not None:
                _demand_correctable(work, client_id, corrects, tidy)
            people = [one.details for one in work.related_people.of_client(client_id)]
            check_together(tidy.givers, people, tidy.given_on)
            wanted = Consent(_NOT_YET, client_id, tidy, self._clock.now(), corrects)
            consent = work.consents.add(wanted)
            if scan is not None:
                self._link(work, consent, scan)
            act = AuditAct.CONSENT_RECORDED if corrects is None else AuditAct.CONSENT_CORRECTED
            sealed = consent_parts(consent)[0]
            work.audit.append(act, f"consent:{consent.id}", kind=tidy.kind.value, fingerprint=sealed)
        self._publish(client_id, by)
        return consent

    def withdraw(self, consent_id: ConsentId, on: date, words: str, *, by: object = None) -> None:
        """Write down that it was taken back; what was recorded stays.

        Raises NotFound, AlreadyRecorded when it was before, or what `Withdrawal.checked` does.
        """
        with self._vault.write() as work:
            consent = work.consents.get(consent_id)
            if consent.withdrawal is not None:
                raise AlreadyRecorded
            wanted = Withdrawal(on, words, self._clock.now())
            taken_back = wanted.checked(consent.details.given_on, today(self._clock))
            work.consents.withdraw(consent_id, taken_back)
            kind, sealed = consent.details.kind.value, withdrawal_fingerprint(taken_back)
            work.audit.append(AuditAct.CONSENT_WITHDRAWN, f"consent:{consent_id}", kind=kind, fingerprint=sealed)
        self._publish(consent.client_id, by)

    def link_scan(self, consent_id: ConsentId, attachment_id: AttachmentId, *, by: object = None) -> None:
        """Say which attachment is the scan of a consent on paper; of several the last one counts. Raises NotFound."""
        with self._vault.write() as work:
            consent = work.consents.get(consent_id)
            self._link(work, consent, attachment_id)
            work.audit.append(AuditAct.CONSENT_SCAN_LINKED, f"consent:{consent_id}")
        self._publish(consent.client_id, by)

    def link_scan_file(self, consent_id: ConsentId, name: str, data: bytes, *, by: object = None) -> None:
        """Keep a scan among the client's documents and link it; one that is there already is used.

        Raises NotFound, or what `Attachments.add` raises for a file that cannot be kept.
        """
        scan = self._attachments.kept(self.get(consent_id).client_id, name, data, by=by)
        self.link_scan(consent_id, scan.id, by=by)

    def _link(self, work: UnitOfWork, consent: Consent, attachment_id: AttachmentId) -> None:
        if work.attachments.get(attachment_id).client_id != consent.client_id:
            raise NotFound
        work.consents.link_scan(consent.id, attachment_id, self._clock.now())

    def _publish(self, client_id: ClientId, by: object) -> None:
        self._events.publish(Changed(Subject.CONSENTS, client_id, by))


def reviews_due(work: UnitOfWork, day: date) -> tuple[ReviewDue, ...]:
    """The consents and releases whose last day has come by this day and that nothing took the place of."""
    by_client: dict[ClientId, list[Consent]] = {}
    for one in work.consents.of_those_ending(day):
        by_client.setdefault(one.client_id, []).append(one)
    return tuple(
        _review(one, until)
        for known in by_client.values()
        for one in newest(known).values()
        if one.withdrawal is None and (until := one.details.until) is not None and until <= day
    )


def _review(consent: Consent, until: date) -> ReviewDue:
    kind = ReviewKind.RELEASE if _is_release(consent) else ReviewKind.CONSENT
    return ReviewDue(kind, until, consent.client_id, consent.id, consent.details.recipient)


def _is_release(consent: Consent) -> bool:
    return consent.details.kind is ConsentKind.RELEASE


def _demand_correctable(work: UnitOfWork, client_id: ClientId, corrects: ConsentId, details: ConsentDetails) -> None:
    earlier = work.consents.get(corrects)
    if earlier.client_id != client_id or earlier.details.kind is not details.kind:
        raise NotFound
    if earlier.withdrawal is not None:
        raise AlreadyRecorded
