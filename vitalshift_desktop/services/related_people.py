"""What the counselor can do with the people around a client."""

from dataclasses import replace

from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.changes import Changed, Subject
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.related_people import PersonDetails, RelatedPerson, RelatedPersonId
from vitalshift_desktop.services.clock import Clock, today
from vitalshift_desktop.services.events import Events
from vitalshift_desktop.vault.vault import Vault

_NOT_YET = RelatedPersonId(0)


class RelatedPeople:
    """The people around the practice's clients."""

    def __init__(self, vault: Vault, clock: Clock, events: Events) -> None:
        self._vault = vault
        self._clock = clock
        self._events = events

    def of_client(self, client_id: ClientId) -> tuple[RelatedPerson, ...]:
        """The people around one client, in the order they were added."""
        with self._vault.read() as work:
            return work.related_people.of_client(client_id)

    def get(self, person_id: RelatedPersonId) -> RelatedPerson:
        """One of them; raises NotFound."""
        with self._vault.read() as work:
            return work.related_people.get(person_id)

    def add(self, client_id: ClientId, details: PersonDetails, *, by: object = None) -> RelatedPerson:
        """Somebody new; raises NameIsMissing, EndsBeforeItStarts, TextTooLong, HiddenCharacters or NotFound."""
        with self._vault.write() as work:
            work.clients.get(client_id)
            person = work.related_people.add(RelatedPerson(_NOT_YET, client_id, details.checked()))
            work.audit.append(AuditAct.RELATED_PERSON_ADDED, f"related_person:{person.id}")
        return self._published(person, by)

    def change(self, person_id: RelatedPersonId, details: PersonDetails, *, by: object = None) -> RelatedPerson:
        """Put these details in place of the earlier ones; raises as `add` does."""
        with self._vault.write() as work:
            person = replace(work.related_people.get(person_id), details=details.checked())
            work.related_people.save(person)
            work.audit.append(AuditAct.RELATED_PERSON_CHANGED, f"related_person:{person_id}")
        return self._published(person, by)

    def end(self, person_id: RelatedPersonId, *, by: object = None) -> RelatedPerson:
        """From tomorrow on this does not hold any more; raises EndsBeforeItStarts or NotFound."""
        person = self.get(person_id)
        return self.change(person_id, replace(person.details, until=today(self._clock)), by=by)

    def remove(self, person_id: RelatedPersonId, *, by: object = None) -> RelatedPerson:
        """Take somebody out and hand them back; raises NotFound, or StillInUse where other records name them."""
        with self._vault.write() as work:
            person = work.related_people.get(person_id)
            work.related_people.remove(person_id)
            work.audit.append(AuditAct.RELATED_PERSON_REMOVED, f"related_person:{person_id}")
        return self._published(person, by)

    def put_back(self, person: RelatedPerson, *, by: object = None) -> RelatedPerson:
        """Bring somebody back who was taken out, with the same id."""
        with self._vault.write() as work:
            work.related_people.add(person)
            work.audit.append(AuditAct.RELATED_PERSON_ADDED, f"related_person:{person.id}", again=True)
        return self._published(person, by)

    def _published(self, person: RelatedPerson, by: object) -> RelatedPerson:
        self._events.publish(Changed(Subject.CLIENTS, person.client_id, by))
        return person
