"""What the counselor can do with the consultation log."""

from collections.abc import Mapping
from dataclasses import dataclass

from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.changes import Changed, Subject
from vitalshift_desktop.domain.clients import Client, ClientId
from vitalshift_desktop.domain.consultations import (
    Consultation,
    ConsultationDetails,
    ConsultationId,
    earlier,
    latest,
    standing,
)
from vitalshift_desktop.services.clock import Clock, today
from vitalshift_desktop.services.events import Events
from vitalshift_desktop.vault.vault import Vault

_NOT_YET = ConsultationId(0)


@dataclass(frozen=True, slots=True)
class ConsultationLog:
    """The entries as they stand, the newest day first, their clients, and how many there are with any words."""

    entries: tuple[Consultation, ...]
    clients: Mapping[ClientId, Client]
    known: int


class Consultations:
    """The log: entries are written once; a corrected one stands in place of the earlier, which stays to be read."""

    def __init__(self, vault: Vault, clock: Clock, events: Events) -> None:
        self._vault = vault
        self._clock = clock
        self._events = events

    def all(self) -> tuple[Consultation, ...]:
        """The log of the whole practice as it stands, the newest day first."""
        with self._vault.read() as work:
            return standing(work.consultations.all())

    def page(self, words: str = "") -> ConsultationLog:
        """The log of the whole practice, or what of it holds all these words, wherever they stand and however written.

        An earlier entry that another stands in place of is not searched.
        """
        with self._vault.read() as work:
            known = standing(work.consultations.all())
            found = tuple(one for one in known if one.details.holds(words))
            ids = {one.client_id for one in found if one.client_id is not None}
            return ConsultationLog(found, work.clients.of_ids(ids), len(known))

    def of_client(self, client_id: ClientId) -> tuple[Consultation, ...]:
        """The entries about one client as they stand, the newest day first."""
        with self._vault.read() as work:
            return standing(work.consultations.of_client(client_id))

    def get(self, entry_id: ConsultationId) -> Consultation:
        """One entry; raises NotFound."""
        with self._vault.read() as work:
            return work.consultations.get(entry_id)

    def latest(self, entry_id: ConsultationId) -> Consultation:
        """What stands in place of an entry now, itself when nothing does; raises NotFound."""
        with self._vault.read() as work:
            return latest(work.consultations.get(entry_id), work.consultations.all())

    def earlier(self, entry: Consultation) -> tuple[Consultation, ...]:
        """What an entry stands in place of, the latest first."""
        with self._vault.read() as work:
            return earlier(entry, work.consultations.all())

    def log(self, client_id: ClientId | None, details: ConsultationDetails, *, by: object = None) -> Consultation:
        """Log one, about a client or about none; raises NotFound, or as `ConsultationDetails.checked` does."""
        return self._log(client_id, details, None, by)

    def correct(self, entry_id: ConsultationId, details: ConsultationDetails, *, by: object = None) -> Consultation:
        """Write another in place of one; raises as `log` does, AlreadyRecorded where that was corrected already."""
        with self._vault.read() as work:
            before = work.consultations.get(entry_id)
        return self._log(before.client_id, details, before.id, by)

    def _log(
        self, client_id: ClientId | None, details: ConsultationDetails, replaces: ConsultationId | None, by: object
    ) -> Consultation:
        tidy = details.checked(today(self._clock))
        with self._vault.write() as work:
            if client_id is not None:
                work.clients.get(client_id)
            signer = work.practice.get().counselor_name
            entry = work.consultations.add(Consultation(_NOT_YET, client_id, tidy, self._clock.now(), signer, replaces))
            facts = {"again": True} if replaces is not None else {}
            work.audit.append(AuditAct.CONSULTATION_LOGGED, f"consultation:{entry.id}", **facts)
        self._events.publish(Changed(Subject.BOUNDARY_EVENTS, client_id, by))
        return entry
