"""What the counselor can do with attachments: scans of signed forms, letters, pictures."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from vitalshift_desktop.domain.attachments import (
    Attachment,
    AttachmentId,
    check_size,
    demand_whole,
    kind_of,
    sha256_of,
    tidy_name,
)
from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.changes import Changed, Subject
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.notes import NoteId
from vitalshift_desktop.domain.problems import AttachmentIsThere, DateIsImpossible, NotFound, TextIsMissing
from vitalshift_desktop.domain.sessions import SessionId
from vitalshift_desktop.services.clock import Clock, today
from vitalshift_desktop.services.events import Events
from vitalshift_desktop.vault.records.notes import NoteHead
from vitalshift_desktop.vault.vault import Vault

_NOT_YET = AttachmentId(0)


@dataclass(frozen=True, slots=True)
class RemovedAttachment:
    """An attachment that was taken out, with its content, so that it can be put back."""

    attachment: Attachment
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class NoteOfAttachment:
    """The note an attachment hangs on: the civil day of its session, and whether it is signed."""

    day: date
    is_signed: bool


class Attachments:
    """The attachments of the practice's clients."""

    def __init__(self, vault: Vault, clock: Clock, events: Events) -> None:
        self._vault = vault
        self._clock = clock
        self._events = events

    def add(
        self, client_id: ClientId, name: str, data: bytes, *, note_id: NoteId | None = None, by: object = None
    ) -> Attachment:
        """Keep this content, encrypted, as of today; it may hang on an unsigned note of the client.

        Raises AttachmentIsEmpty, AttachmentTooLarge or AttachmentNotReadable; AttachmentIsThere when the client has
        exactly this content already; NoteAlreadySigned, or NotFound for a note of somebody else.
        """
        check_size(len(data))
        kind, sha256 = kind_of(data), sha256_of(data)
        day, now = today(self._clock), self._clock.now()
        shown = tidy_name(name, fallback=kind.value)
        wanted = Attachment(_NOT_YET, client_id, note_id, shown, kind, len(data), sha256, day, now)
        with self._vault.write() as work:
            work.clients.get(client_id)
            if note_id is not None and work.notes.get(note_id).client_id != client_id:
                raise NotFound
            if work.attachments.same_as(client_id, sha256) is not None:
                raise AttachmentIsThere
            added = work.attachments.add(wanted, data)
            work.audit.append(AuditAct.ATTACHMENT_ADDED, f"attachment:{added.id}", bytes=len(data))
        return self._published(added, by)

    def kept(self, client_id: ClientId, name: str, data: bytes, *, by: object = None) -> Attachment:
        """Keep this content, or give the attachment of the client that has exactly it already.

        Raises what `add` raises for a file that cannot be kept.
        """
        try:
            return self.add(client_id, name, data, by=by)
        except AttachmentIsThere:
            with self._vault.read() as work:
                there = work.attachments.same_as(client_id, sha256_of(data))
            if there is None:
                raise
            return there

    def open(self, attachment_id: AttachmentId) -> bytes:
        """The content, to look at now; the view is written into the audit trail.

        Where nothing can be written it can still be looked at. Raises NotFound, or AttachmentIsDamaged unless every
        byte is the one that was added.
        """
        with self._vault.read() as work:
            attachment = work.attachments.get(attachment_id)
            data = demand_whole(attachment, work.attachments.content(attachment_id))
        if not self._vault.read_only:
            with self._vault.write() as work:
                work.audit.append(AuditAct.ATTACHMENT_VIEWED, f"attachment:{attachment_id}")
        return data

    def change(self, attachment_id: AttachmentId, name: str, day: date, *, by: object = None) -> Attachment:
        """Give it another name and the day it is about.

        Raises TextIsMissing for no name, DateIsImpossible for a day to come or before the year 1900, NoteAlreadySigned.
        """
        shown = tidy_name(name)
        if not shown:
            raise TextIsMissing
        if day > today(self._clock) or day.year < 1900:
            raise DateIsImpossible
        with self._vault.write() as work:
            changed = replace(work.attachments.get(attachment_id), name=shown, day=day)
            work.attachments.save(changed)
            work.audit.append(AuditAct.ATTACHMENT_CHANGED, f"attachment:{attachment_id}")
        return self._published(changed, by)

    def remove(self, attachment_id: AttachmentId, *, by: object = None) -> RemovedAttachment:
        """Take it out of the records and hand it back for `restore`; NoteAlreadySigned once its note is signed."""
        with self._vault.write() as work:
            removed = RemovedAttachment(work.attachments.get(attachment_id), work.attachments.content(attachment_id))
            work.attachments.remove(attachment_id)
            work.audit.append(AuditAct.ATTACHMENT_REMOVED, f"attachment:{attachment_id}")
        self._published(removed.attachment, by)
        return removed

    def restore(self, removed: RemovedAttachment, *, by: object = None) -> Attachment:
        """Put a removed attachment back as it was, under its old id; NoteAlreadySigned when its note was since.

        Where its note went to another file meanwhile it follows.
        """
        with self._vault.write() as work:
            wanted = removed.attachment
            if wanted.note_id is not None:
                wanted = replace(wanted, client_id=work.notes.get(wanted.note_id).client_id)
            put_back = work.attachments.add(wanted, removed.data)
            work.audit.append(AuditAct.ATTACHMENT_ADDED, f"attachment:{put_back.id}", again=True)
        return self._published(put_back, by)

    def get(self, attachment_id: AttachmentId) -> Attachment:
        """One attachment without its content; raises NotFound."""
        with self._vault.read() as work:
            return work.attachments.get(attachment_id)

    def of_client(self, client_id: ClientId) -> tuple[Attachment, ...]:
        """The attachments of one client, the latest day first."""
        with self._vault.read() as work:
            return work.attachments.of_client(client_id)

    def of_note(self, note_id: NoteId) -> tuple[Attachment, ...]:
        """What hangs on a note, in the order it was added."""
        with self._vault.read() as work:
            return work.attachments.of_note(note_id)

    def count_of(self, client_id: ClientId) -> int:
        """How many a client has."""
        with self._vault.read() as work:
            return work.attachments.count_of(client_id)

    def of_session(self, session_id: SessionId) -> tuple[NoteHead | None, tuple[Attachment, ...]]:
        """The note of a session, if one was begun, and what hangs on it."""
        with self._vault.read() as work:
            note = work.notes.heads((session_id,)).get(session_id)
            return note, (work.attachments.of_note(note.id) if note is not None else ())

    def notes_of(self, attachments: Sequence[Attachment]) -> dict[AttachmentId, NoteOfAttachment]:
        """The note that each of these hangs on; those that hang on none are left out."""
        with self._vault.read() as work:
            notes = work.attachments.notes_of([one.id for one in attachments])
            sessions = work.sessions.of_ids([session_id for session_id, _signed in notes.values()])
        return {one: NoteOfAttachment(sessions[at].day, is_signed) for one, (at, is_signed) in notes.items()}

    def is_sealed(self, attachment: Attachment) -> bool:
        """Whether it hangs on a signed note, so that it stays as it is."""
        if attachment.note_id is None:
            return False
        with self._vault.read() as work:
            return work.notes.get(attachment.note_id).is_signed

    def _published(self, attachment: Attachment, by: object) -> Attachment:
        self._events.publish(Changed(Subject.ATTACHMENTS, attachment.client_id, by))
        return attachment
