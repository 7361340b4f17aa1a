"""What the counselor can do with who may know what about a client."""

from dataclasses import dataclass
from datetime import date

from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.changes import Changed, Subject
from vitalshift_desktop.domain.clients import Client, ClientId
from vitalshift_desktop.domain.may_know import MayKnow, MayKnowDetails, MayKnowId, asked_about, called, current
from vitalshift_desktop.domain.minors import is_minor
from vitalshift_desktop.domain.related_people import RelatedPerson, RelatedRole
from vitalshift_desktop.services.clock import Clock, today
from vitalshift_desktop.services.events import Events
from vitalshift_desktop.vault.vault import Vault

_NOT_YET = MayKnowId(0)
_DECIDING = (RelatedRole.GUARDIAN, RelatedRole.SUBSTITUTE)


@dataclass(frozen=True, slots=True)
class MayKnowPage:
    """What holds now for one client, the people it is or could be about on `day`, and what was agreed before.

    `is_wanted` where others decide for the client, so that it should be agreed.
    """

    client: Client
    day: date
    now: MayKnow | None
    earlier: tuple[MayKnow, ...]
    people: tuple[RelatedPerson, ...]
    is_wanted: bool


class MayKnowAgreements:
    """Who may know what, for each client as it was agreed."""

    def __init__(self, vault: Vault, clock: Clock, events: Events) -> None:
        self._vault = vault
        self._clock = clock
        self._events = events

    def page(self, client_id: ClientId) -> MayKnowPage:
        """What was agreed for one client, and about whom it can be; raises NotFound."""
        day = today(self._clock)
        with self._vault.read() as work:
            client = work.clients.get(client_id)
            agreed = work.consents.may_know(client_id)
            people = asked_about(work.related_people.of_client(client_id), current(agreed), day)
        now = current(agreed)
        deciding = any(one.details.role in _DECIDING for one in people)
        return MayKnowPage(
            client=client,
            day=day,
            now=now,
            earlier=tuple(one for one in agreed[::-1] if one != now),
            people=people,
            is_wanted=deciding or is_minor(client.details.born, day),
        )

    def agree(self, client_id: ClientId, details: MayKnowDetails, *, by: object = None) -> MayKnow:
        """Write down what was agreed; it holds from now on, and what was agreed before stays.

        Raises NotFound, or what `MayKnowDetails.checked` does.
        """
        with self._vault.write() as work:
            work.clients.get(client_id)
            people = {one.id for one in work.related_people.of_client(client_id)}
            tidy = details.checked(people, today(self._clock))
            agreed = work.consents.add_may_know(MayKnow(_NOT_YET, client_id, tidy, self._clock.now()))
            work.audit.append(AuditAct.MAY_KNOW_AGREED, f"may_know:{agreed.id}", answers=len(tidy.cells))
        self._events.publish(Changed(Subject.CONSENTS, client_id, by))
        return agreed

    def about(self, client_id: ClientId, name: str) -> tuple[RelatedPerson, MayKnow] | None:
        """What holds for the person around a client who goes by this name; None where nothing was agreed for them."""
        if not name.strip():
            return None
        with self._vault.read() as work:
            person = called(work.related_people.of_client(client_id), name)
            now = current(work.consents.may_know(client_id))
        if person is None or now is None or not now.details.names(person.id):
            return None
        return person, now
