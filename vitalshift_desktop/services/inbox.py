"""Quick capture: a thought kept at once, and filed where it belongs when there is time."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.changes import Changed, Subject
from vitalshift_desktop.domain.clients import Client, ClientId
from vitalshift_desktop.domain.contacts import ContactDetails, ContactId, ContactNote
from vitalshift_desktop.domain.folding import folded
from vitalshift_desktop.domain.notes import Note, Section
from vitalshift_desktop.domain.problems import NoteChangedElsewhere
from vitalshift_desktop.domain.sessions import Session, SessionId
from vitalshift_desktop.services.clock import Clock, today
from vitalshift_desktop.services.contacts import refuse_before_birth, signed
from vitalshift_desktop.services.events import Events
from vitalshift_desktop.services.notes import Notes
from vitalshift_desktop.vault.unit_of_work import UnitOfWork
from vitalshift_desktop.vault.vault import Vault

_NOT_YET = ContactId(0)
STALE = timedelta(days=1)
"""What waits longer than this asks to be filed."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """How many captures wait, since when the oldest does, and whether that is long enough to say so."""

    count: int = 0
    oldest: datetime | None = None
    is_stale: bool = False


@dataclass(frozen=True, slots=True)
class InboxLine:
    """One capture, the client it was meant for, if one was named, and how long it has waited."""

    contact: ContactNote
    client: Client | None
    age: timedelta


@dataclass(frozen=True, slots=True)
class FiledIntoNote:
    """What filing into a session's note did, so that it can be taken back."""

    contact: ContactNote
    before: Note
    after: Note


class Inbox:
    """Everything that was captured and not filed yet."""

    def __init__(self, vault: Vault, clock: Clock, events: Events, notes: Notes) -> None:
        self._vault = vault
        self._clock = clock
        self._events = events
        self._notes = notes

    # ------------------------------------------------------------ looking

    def waiting(self) -> Waiting:
        """What waits to be filed, for the navigation and the day's page."""
        with self._vault.read() as work:
            return what_waits(work, self._clock.now())

    def lines(self) -> tuple[InboxLine, ...]:
        """All that waits, the oldest first."""
        now = self._clock.now()
        with self._vault.read() as work:
            contacts = work.contacts.inbox()
            named = {contact.client_id for contact in contacts if contact.client_id is not None}
            clients = work.clients.of_ids(named) if named else {}
        return tuple(
            InboxLine(one, clients.get(one.client_id or ClientId(0)), now - one.created_at) for one in contacts
        )

    def sessions_for(self, client_id: ClientId) -> tuple[Session, ...]:
        """The client's sessions of today whose notes can still take text."""
        day = today(self._clock)
        with self._vault.read() as work:
            own = [one for one in work.sessions.of_client(client_id) if one.day == day and one.stands]
            heads = work.notes.heads([one.id for one in own]) if own else {}
        return tuple(one for one in own if one.id not in heads or not heads[one.id].is_signed)

    def clients(self) -> tuple[Client, ...]:
        """All clients by name, to say whom a capture or a contact is about; nothing else of them is read."""
        with self._vault.read() as work:
            return tuple(sorted(work.clients.all(), key=lambda client: (folded(client.name), client.id)))

    # ------------------------------------------------------------ acting

    def capture(self, text: str, client_id: ClientId | None = None, *, by: object = None) -> ContactNote:
        """Keep a text as of now; raises TextIsMissing or TextTooLong."""
        now = self._clock.now()
        details = ContactDetails(now, self._clock.zone(), text).checked(now)
        with self._vault.write() as work:
            contact = work.contacts.add(ContactNote(_NOT_YET, client_id, details, now, now))
            work.audit.append(AuditAct.CONTACT_CAPTURED, f"contact:{contact.id}")
        return self._published(contact, by)

    def assign(self, contact_id: ContactId, client_id: ClientId | None, *, by: object = None) -> ContactNote:
        """Say whom a capture is about, or that it is about nobody yet."""
        now = self._clock.now()
        with self._vault.write() as work:
            before = work.contacts.get(contact_id)
            contact = before.changed(before.details, client_id, now)
            work.contacts.save(contact, expected_version=before.version)
            work.audit.append(AuditAct.CONTACT_CHANGED, f"contact:{contact_id}")
        return self._published(contact, by)

    def file(
        self,
        contact_id: ContactId,
        client_id: ClientId,
        details: ContactDetails,
        *,
        base_version: int,
        sign: bool = False,
        by: object = None,
    ) -> ContactNote:
        """Put a capture into a client's record as a contact note with these details, and sign it if wished.

        Raises TextIsMissing, TextTooLong, DateIsImpossible, NoteAlreadySigned or NoteChangedElsewhere.
        """
        now = self._clock.now()
        with self._vault.write() as work:
            before = work.contacts.get(contact_id)
            refuse_before_birth(work, client_id, details)
            contact = before.changed(details, client_id, now).filed(client_id, now)
            work.contacts.save(contact, expected_version=base_version)
            work.audit.append(AuditAct.CONTACT_FILED, f"contact:{contact_id}")
            contact = signed(work, contact, now) if sign else contact
        return self._published(contact, by)

    def take_back(self, contact: ContactNote, *, by: object = None) -> ContactNote:
        """Let a capture wait again as it did before it was filed, changed or thrown away; raises NoteAlreadySigned."""
        with self._vault.write() as work:
            if work.contacts.exists(contact.id):
                work.contacts.remove(contact.id)
            work.contacts.restore(contact)
            work.audit.append(AuditAct.CONTACT_CAPTURED, f"contact:{contact.id}", again=True)
        return self._published(contact, by)

    def throw_away(self, contact_id: ContactId, *, by: object = None) -> ContactNote:
        """Give a capture up and hand it back for `take_back`."""
        with self._vault.write() as work:
            contact = work.contacts.remove(contact_id)
            work.audit.append(AuditAct.CONTACT_REMOVED, f"contact:{contact_id}")
        return self._published(contact, by)

    def file_into_note(self, contact_id: ContactId, session_id: SessionId, *, by: object = None) -> FiledIntoNote:
        """Put a capture at the end of the first section of a session's note, begun now if there is none.

        Raises NoteAlreadySigned or TextTooLong; then no note is begun, either.
        """
        with self._vault.write() as work:
            contact = work.contacts.remove(contact_id)
            before = work.notes.of_session(session_id) or self._notes.begun(work, session_id)
            after = before.written(_with(before.sections, contact.details.text), self._clock.now())
            work.notes.save_text(after, expected_version=before.version)
            work.audit.append(AuditAct.CONTACT_FILED, f"note:{after.id}")
        return self._moved(FiledIntoNote(contact, before, after), by)

    def take_out_of_note(self, filed: FiledIntoNote, *, by: object = None) -> None:
        """Let a capture wait again, its text gone from the note.

        Raises NoteAlreadySigned, or NoteChangedElsewhere when the note was written in since.
        """
        with self._vault.write() as work:
            now = work.notes.get(filed.after.id)
            if now.version != filed.after.version:
                raise NoteChangedElsewhere
            work.notes.save_text(now.written(filed.before.sections, self._clock.now()), expected_version=now.version)
            work.contacts.restore(filed.contact)
            work.audit.append(AuditAct.CONTACT_CAPTURED, f"contact:{filed.contact.id}", again=True)
        self._moved(filed, by)

    def _moved(self, filed: FiledIntoNote, by: object) -> FiledIntoNote:
        self._events.publish(Changed(Subject.NOTES, filed.after.client_id, by))
        self._published(filed.contact, by)
        return filed

    def _published(self, contact: ContactNote, by: object) -> ContactNote:
        self._events.publish(Changed(Subject.CONTACTS, contact.client_id, by))
        return contact


def what_waits(work: UnitOfWork, now: datetime) -> Waiting:
    """What waits to be filed now."""
    count, oldest = work.contacts.waiting()
    return Waiting(count, oldest, oldest is not None and now - oldest >= STALE)


def _with(sections: tuple[Section, ...], text: str) -> tuple[Section, ...]:
    first = sections[0]
    longer = f"{first.text.rstrip()}\n\n{text}" if first.text.strip() else text
    return (replace(first, text=longer), *sections[1:])
