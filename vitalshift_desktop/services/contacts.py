"""What the counselor can do with contact notes in a client's record."""

from datetime import datetime

from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.changes import Changed, Subject
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.contacts import (
    ContactAddition,
    ContactDetails,
    ContactId,
    ContactNote,
    addition_fingerprint,
)
from vitalshift_desktop.domain.plain_text import check_visible
from vitalshift_desktop.domain.problems import DateIsImpossible
from vitalshift_desktop.services.clock import Clock
from vitalshift_desktop.services.events import Events
from vitalshift_desktop.vault.unit_of_work import UnitOfWork
from vitalshift_desktop.vault.vault import Vault

_NOT_YET = ContactId(0)


def refuse_before_birth(work: UnitOfWork, client_id: ClientId, details: ContactDetails) -> None:
    """Raise DateIsImpossible for a contact on a day before the client was born."""
    born = work.clients.get(client_id).details.born
    if born is not None and details.day < born:
        raise DateIsImpossible


class Contacts:
    """The contacts between sessions: changed freely until they are signed, afterwards only added to."""

    def __init__(self, vault: Vault, clock: Clock, events: Events) -> None:
        self._vault = vault
        self._clock = clock
        self._events = events

    def of_client(self, client_id: ClientId) -> tuple[ContactNote, ...]:
        """The contacts filed in one client's record, the newest first."""
        with self._vault.read() as work:
            return work.contacts.of_client(client_id)

    def count_of(self, client_id: ClientId) -> int:
        """How many contacts are filed in one client's record."""
        with self._vault.read() as work:
            return work.contacts.count_of(client_id)

    def get(self, contact_id: ContactId) -> ContactNote:
        """One contact, filed or in the inbox; raises NotFound."""
        with self._vault.read() as work:
            return work.contacts.get(contact_id)

    def add(
        self, client_id: ClientId, details: ContactDetails, *, sign: bool = False, by: object = None
    ) -> ContactNote:
        """A new contact in a client's record, signed if wished.

        Raises TextIsMissing, TextTooLong or DateIsImpossible.
        """
        now = self._clock.now()
        with self._vault.write() as work:
            refuse_before_birth(work, client_id, details)
            contact = written(work, client_id, details, now)
            contact = signed(work, contact, now) if sign else contact
        return self._published(contact, by)

    def change(
        self, contact_id: ContactId, details: ContactDetails, *, base_version: int, by: object = None
    ) -> ContactNote:
        """Put these details in place of the earlier ones.

        Raises as `add` does, NoteAlreadySigned, or NoteChangedElsewhere when the stored version is another one.
        """
        with self._vault.write() as work:
            before = work.contacts.get(contact_id)
            if before.client_id is not None:
                refuse_before_birth(work, before.client_id, details)
            contact = before.changed(details, before.client_id, self._clock.now())
            work.contacts.save(contact, expected_version=base_version)
            work.audit.append(AuditAct.CONTACT_CHANGED, f"contact:{contact_id}")
        return self._published(contact, by)

    def sign(self, contact_id: ContactId, *, by: object = None) -> ContactNote:
        """Sign a filed contact; after this it can only be added to. Raises NoteAlreadySigned or NoteNotSigned."""
        with self._vault.write() as work:
            contact = signed(work, work.contacts.get(contact_id), self._clock.now())
        return self._published(contact, by)

    def add_to(self, contact_id: ContactId, text: str, reason: str, *, by: object = None) -> ContactNote:
        """Add to a signed contact, with the reason.

        Raises NoteNotSigned, TextIsMissing, TextTooLong or HiddenCharacters.
        """
        check_visible(reason)
        with self._vault.write() as work:
            signer = work.practice.get().counselor_name
            addition = ContactAddition(text.strip(), reason.strip(), self._clock.now(), signer)
            contact = work.contacts.get(contact_id).added(addition)
            work.contacts.append(contact)
            sealed, count = addition_fingerprint(addition), len(contact.additions)
            work.audit.append(AuditAct.CONTACT_AMENDED, f"contact:{contact_id}", additions=count, fingerprint=sealed)
        return self._published(contact, by)

    def remove(self, contact_id: ContactId, *, by: object = None) -> ContactNote:
        """Take one that is not signed away and hand it back for `restore`; raises NoteAlreadySigned."""
        with self._vault.write() as work:
            contact = work.contacts.remove(contact_id)
            work.audit.append(AuditAct.CONTACT_REMOVED, f"contact:{contact_id}")
        return self._published(contact, by)

    def restore(self, contact: ContactNote, *, by: object = None) -> ContactNote:
        """Put a removed contact back as it was."""
        with self._vault.write() as work:
            work.contacts.restore(contact)
            work.audit.append(AuditAct.CONTACT_ADDED, f"contact:{contact.id}", again=True)
        return self._published(contact, by)

    def _published(self, contact: ContactNote, by: object) -> ContactNote:
        self._events.publish(Changed(Subject.CONTACTS, contact.client_id, by))
        return contact


def written(work: UnitOfWork, client_id: ClientId, details: ContactDetails, now: datetime) -> ContactNote:
    """Write a new contact into a client's record, within a unit of work; raises as `ContactDetails.checked` does."""
    contact = work.contacts.add(ContactNote(_NOT_YET, client_id, details.checked(now), now, now, filed_at=now))
    work.audit.append(AuditAct.CONTACT_ADDED, f"contact:{contact.id}")
    return contact


def signed(work: UnitOfWork, contact: ContactNote, now: datetime) -> ContactNote:
    """Sign a contact within a unit of work, as of an instant; raises what `Contacts.sign` raises."""
    done = contact.signed(now, work.practice.get().counselor_name)
    work.contacts.save(done, expected_version=contact.version)
    work.audit.append(AuditAct.CONTACT_SIGNED, f"contact:{contact.id}", fingerprint=done.fingerprint)
    return done
