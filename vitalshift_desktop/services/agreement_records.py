"""What the counselor can do with an agreement that was made: look at it, its signed page, and who has a copy."""

from dataclasses import dataclass, replace
from datetime import date

from vitalshift_desktop.domain.agreed_snapshots import is_unaltered
from vitalshift_desktop.domain.agreement_copies import AgreementCopy, CopyId, CopyWay
from vitalshift_desktop.domain.agreement_page import AgreementPage
from vitalshift_desktop.domain.agreements import Agreement, AgreementId
from vitalshift_desktop.domain.attachments import Attachment, AttachmentId
from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.changes import Changed, Subject
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.disclosures import Outlet
from vitalshift_desktop.domain.problems import NotFound
from vitalshift_desktop.domain.progress import Audience
from vitalshift_desktop.services.agreeing import RenderPage, copy_of
from vitalshift_desktop.services.attachments import Attachments
from vitalshift_desktop.services.clock import Clock, today
from vitalshift_desktop.services.disclosures import entered
from vitalshift_desktop.services.events import Events
from vitalshift_desktop.vault.vault import Vault

COPY = "agreement_copy"


@dataclass(frozen=True, slots=True)
class AgreementSheet:
    """An agreement with all that stands around it; `unaltered` is False when it lost its fingerprint."""

    agreement: Agreement
    unaltered: bool
    scans: tuple[Attachment, ...]
    copies: tuple[AgreementCopy, ...]


class AgreementRecords:
    """The agreements that were made, one by one."""

    def __init__(self, vault: Vault, clock: Clock, events: Events, attachments: Attachments) -> None:
        self._vault = vault
        self._clock = clock
        self._events = events
        self._attachments = attachments

    def sheet(self, agreement_id: AgreementId) -> AgreementSheet:
        """One agreement with its signed pages and its copies; raises NotFound."""
        with self._vault.read() as work:
            agreement = work.agreements.get(agreement_id)
            scans = work.agreeing.scans([agreement_id]).get(agreement_id, ())
            return AgreementSheet(
                agreement,
                is_unaltered(agreement),
                tuple(work.attachments.get(one) for one in scans),
                work.agreeing.copies([agreement_id]),
            )

    def add_scan(self, agreement_id: AgreementId, attachment_id: AttachmentId, *, by: object = None) -> None:
        """Say that a document of the client shows the signed page.

        Raises NotFound, also for a document of somebody else, or AlreadyRecorded.
        """
        with self._vault.write() as work:
            agreement = work.agreements.get(agreement_id)
            if work.attachments.get(attachment_id).client_id != agreement.client_id:
                raise NotFound
            work.agreeing.add_scan(agreement_id, attachment_id)
            work.audit.append(AuditAct.AGREEMENT_SCAN_ADDED, f"agreement:{agreement_id}", attachment=attachment_id)
        self._publish(agreement.client_id, by)

    def add_scan_file(self, agreement_id: AgreementId, name: str, data: bytes, *, by: object = None) -> None:
        """Keep a scan among the client's documents and put it with the agreement; one that is there already is used.

        Raises NotFound, AlreadyRecorded, or what `Attachments.add` raises for a file that cannot be kept.
        """
        client_id = self.sheet(agreement_id).agreement.client_id
        self.add_scan(agreement_id, self._attachments.kept(client_id, name, data, by=by).id, by=by)

    def remove_scan(self, agreement_id: AgreementId, attachment_id: AttachmentId, *, by: object = None) -> None:
        """Take a document off an agreement; the document stays with the client."""
        with self._vault.write() as work:
            agreement = work.agreements.get(agreement_id)
            work.agreeing.remove_scan(agreement_id, attachment_id)
            work.audit.append(AuditAct.AGREEMENT_SCAN_REMOVED, f"agreement:{agreement_id}", attachment=attachment_id)
        self._publish(agreement.client_id, by)

    def add_copy(
        self, agreement_id: AgreementId, on: date, to_whom: str, way: CopyWay, *, by: object = None
    ) -> AgreementCopy:
        """Enter by hand that somebody received this agreement.

        Raises NameIsMissing, TextTooLong, HiddenCharacters, or DateIsImpossible for a day before it or still to come.
        """
        wanted = AgreementCopy(CopyId(0), agreement_id, on, to_whom, way)
        with self._vault.write() as work:
            agreement = work.agreements.get(agreement_id)
            added = work.agreeing.add_copy(wanted.checked(agreement.agreed_on, today(self._clock)))
            work.audit.append(AuditAct.AGREEMENT_COPY_GIVEN, f"agreement:{agreement_id}", way=way.value)
        self._publish(agreement.client_id, by)
        return added

    def remove_copy(self, copy: AgreementCopy, *, by: object = None) -> None:
        """Take out what was entered by hand; AlreadyRecorded for a page of ours, which is in the ledger for good."""
        with self._vault.write() as work:
            agreement = work.agreements.get(copy.agreement_id)
            work.agreeing.remove_copy(copy.id)
            work.audit.append(AuditAct.AGREEMENT_COPY_REMOVED, f"agreement:{copy.agreement_id}")
        self._publish(agreement.client_id, by)

    def put_back_copy(self, copy: AgreementCopy, *, by: object = None) -> None:
        """Put back what was taken out, as it was."""
        with self._vault.write() as work:
            agreement = work.agreements.get(copy.agreement_id)
            work.agreeing.add_copy(copy)
            work.audit.append(AuditAct.AGREEMENT_COPY_GIVEN, f"agreement:{copy.agreement_id}", again=True)
        self._publish(agreement.client_id, by)

    def page(self, agreement_id: AgreementId) -> AgreementPage:
        """The copy as it would be printed, still without a serial; raises NotFound."""
        with self._vault.read() as work:
            return copy_of(work, work.agreements.get(agreement_id), today(self._clock))

    def hand_out_copy(
        self, agreement_id: AgreementId, to_whom: str, outlet: Outlet, render: RenderPage, *, by: object = None
    ) -> AgreementCopy:
        """Print or save a copy for somebody: entered in the ledger and among those who received it, all or nothing.

        Raises NameIsMissing, TextTooLong, HiddenCharacters, NotFound, or what `render` raises.
        """
        day = today(self._clock)
        way = CopyWay.AS_FILE if outlet is Outlet.PDF else CopyWay.HANDED_OVER
        with self._vault.write() as work:
            agreement = work.agreements.get(agreement_id)
            wanted = AgreementCopy(CopyId(0), agreement_id, day, to_whom, way).checked(agreement.agreed_on, day)
            page = copy_of(work, agreement, day)
            made, _content = entered(
                work,
                self._clock,
                agreement.client_id,
                COPY,
                Audience.CLIENT.value,
                outlet,
                lambda serial: render(replace(page, serial=serial)),
            )
            added = work.agreeing.add_copy(replace(wanted, serial=made.serial))
        self._publish(agreement.client_id, by)
        self._events.publish(Changed(Subject.DISCLOSURES, agreement.client_id, by))
        return added

    def _publish(self, client_id: ClientId, by: object) -> None:
        self._events.publish(Changed(Subject.AGREEMENTS, client_id, by))
