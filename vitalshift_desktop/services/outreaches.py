"""What the counselor can do when a client has gone quiet: reach out, and note what came of it."""

from dataclasses import dataclass
from datetime import date

from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.changes import Changed, Subject
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.contacts import ContactDetails, ContactId, ContactNote
from vitalshift_desktop.domain.outreach import Outreach, OutreachReply, Reply, is_outreach, outreach_log
from vitalshift_desktop.domain.problems import NotFound
from vitalshift_desktop.domain.silence import Silence
from vitalshift_desktop.services.clock import Clock, today
from vitalshift_desktop.services.contacts import refuse_before_birth, written
from vitalshift_desktop.services.events import Events
from vitalshift_desktop.services.silence_watch import silences
from vitalshift_desktop.vault.unit_of_work import UnitOfWork
from vitalshift_desktop.vault.vault import Vault


@dataclass(frozen=True, slots=True)
class OutreachView:
    """The silence of one client, None while there is none to speak of, and the log of reaching out, newest first."""

    silence: Silence | None
    log: tuple[Outreach, ...]


class Outreaches:
    """Reaching out; what goes out is a contact note like any other, and only what came of it is kept beside."""

    def __init__(self, vault: Vault, clock: Clock, events: Events) -> None:
        self._vault = vault
        self._clock = clock
        self._events = events

    def view(self, client_id: ClientId) -> OutreachView:
        """How long this client has been quiet, and how the counselor reached out so far."""
        with self._vault.read() as work:
            found = silences(work, self._clock, (client_id,)).get(client_id)
            log = outreach_log(work.contacts.of_client(client_id), work.outreach.replies_of((client_id,)))
        return OutreachView(found, log)

    def of_contact(self, contact_id: ContactId) -> Outreach | None:
        """One contact with what came of it; None for one that did not go out to the client. Raises NotFound."""
        with self._vault.read() as work:
            contact = work.contacts.get(contact_id)
            if contact.client_id is None:
                return None
            replies = work.outreach.replies_of((contact.client_id,))
        return next(iter(outreach_log((contact,), replies)), None)

    def reach_out(
        self,
        client_id: ClientId,
        details: ContactDetails,
        reply: Reply = Reply.NONE_YET,
        words: str = "",
        *,
        by: object = None,
    ) -> Outreach:
        """Write a contact note that went out, and what came of it on its day.

        Raises what `Contacts.add` raises, TextTooLong or HiddenCharacters for the words. ValueError for a contact that
        somebody else started, or that came in.
        """
        now = self._clock.now()
        with self._vault.write() as work:
            refuse_before_birth(work, client_id, details)
            contact = written(work, client_id, details, now)
            if not is_outreach(contact):
                raise ValueError(details.direction)
            noted = self._noted(work, contact, reply, details.day, words) if reply is not Reply.NONE_YET else None
        self._publish(client_id, by)
        return Outreach(contact, noted)

    def note_reply(
        self, contact_id: ContactId, reply: Reply, on: date, words: str = "", *, by: object = None
    ) -> OutreachReply:
        """Note what came of a contact that went out, also later; of several the last counts.

        Raises NotFound, also for a contact that did not go out, TextTooLong, HiddenCharacters or DateIsImpossible.
        """
        with self._vault.write() as work:
            contact = work.contacts.get(contact_id)
            if contact.client_id is None or not contact.is_filed or not is_outreach(contact):
                raise NotFound
            noted = self._noted(work, contact, reply, on, words)
        self._publish(noted.client_id, by)
        return noted

    def take_back_reply(self, noted: OutreachReply, before: OutreachReply | None, *, by: object = None) -> None:
        """Say that what came of a contact was noted by mistake: it stays, and what was known before counts again.

        Raises what `note_reply` does.
        """
        if before is None:
            self.note_reply(noted.contact_id, Reply.NONE_YET, noted.on, by=by)
        else:
            self.note_reply(noted.contact_id, before.reply, max(before.on, noted.on), before.words, by=by)

    def _noted(self, work: UnitOfWork, contact: ContactNote, reply: Reply, on: date, words: str) -> OutreachReply:
        client_id = ClientId(int(contact.client_id or 0))
        wanted = OutreachReply(contact.id, client_id, reply, on, words, self._clock.now())
        noted = wanted.checked(contact.details.day, today(self._clock))
        work.outreach.add(noted)
        work.audit.append(AuditAct.OUTREACH_REPLY_NOTED, f"contact:{contact.id}", reply=reply.value)
        return noted

    def _publish(self, client_id: ClientId, by: object) -> None:
        self._events.publish(Changed(Subject.CONTACTS, client_id, by))
