"""What the counselor can do with clients."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.changes import Changed, Subject
from vitalshift_desktop.domain.clients import (
    Client,
    ClientDetails,
    ClientId,
    ClientStatus,
    Phase,
    PhaseMark,
    StatusChange,
    next_code,
    status_of,
)
from vitalshift_desktop.domain.problems import NotFound, TalkIsMissing
from vitalshift_desktop.services.client_header import ClientHeader, client_header
from vitalshift_desktop.services.client_lines import ClientLine, client_lines
from vitalshift_desktop.services.clock import Clock, today
from vitalshift_desktop.services.episodes import follow_status
from vitalshift_desktop.services.events import Events
from vitalshift_desktop.services.needs_a_look import NeedsALook
from vitalshift_desktop.services.timeline import timeline
from vitalshift_desktop.services.timeline_entries import TimelineEntry
from vitalshift_desktop.vault.unit_of_work import UnitOfWork
from vitalshift_desktop.vault.vault import Vault

_NOT_YET = ClientId(0)


class Clients:
    """The clients of the practice."""

    def __init__(self, vault: Vault, clock: Clock, events: Events, needs_a_look: NeedsALook) -> None:
        self._vault = vault
        self._clock = clock
        self._events = events
        self._needs_a_look = needs_a_look

    def add(self, details: ClientDetails, *, status: ClientStatus = ClientStatus.ACTIVE, by: object = None) -> Client:
        """A new client from today on; without a code they get the next free one.

        Raises NameIsMissing, DateIsImpossible, TextTooLong or CodeIsTaken.
        """
        day = today(self._clock)
        with self._vault.write() as work:
            tidy = with_code(work, details.checked(day))
            client = work.clients.add(Client(_NOT_YET, tidy, status, day))
            work.clients.add_status_change(StatusChange(client.id, status, day))
            follow_status(work, client.id, status, day)
            work.audit.append(AuditAct.CLIENT_ADDED, f"client:{client.id}", status=status.value)
        self._publish(client.id, by)
        return client

    def change(self, client_id: ClientId, details: ClientDetails, *, by: object = None) -> Client:
        """Put these details in place of the earlier ones; raises as `add` does, or NotFound or TalkIsMissing."""
        with self._vault.write() as work:
            client = changed(work, client_id, details.checked(today(self._clock)))
            work.audit.append(AuditAct.CLIENT_CHANGED, f"client:{client_id}")
        self._publish(client_id, by)
        return client

    def set_status(
        self,
        client_id: ClientId,
        status: ClientStatus,
        reason: str = "",
        *,
        on: date | None = None,
        by: object = None,
    ) -> Client:
        """Move a client to another status today or on a day before, with the reason.

        Dated back, a later change still tells where the client stands now. Raises DateIsImpossible, TextTooLong,
        HiddenCharacters or NotFound, and EpisodeHasEnded where the work has to begin again first.
        """
        day = today(self._clock)
        with self._vault.write() as work:
            client = work.clients.get(client_id)
            change = StatusChange(client_id, status, on or day, reason).checked(client.details.born, day)
            work.clients.add_status_change(change)
            client = with_status(work, client)
            follow_status(work, client_id, client.status, change.on)
            work.audit.append(AuditAct.CLIENT_STATUS_CHANGED, f"client:{client_id}", status=status.value)
        self._publish(client_id, by)
        return client

    def set_phase(self, client_id: ClientId, phase: Phase, *, by: object = None) -> None:
        """From today on the work with this client is in this phase."""
        with self._vault.write() as work:
            work.clients.get(client_id)
            work.clients.mark_phase(PhaseMark(client_id, phase, today(self._clock)))
            work.audit.append(AuditAct.PHASE_MARKED, f"client:{client_id}", phase=phase.value)
        self._publish(client_id, by)

    def get(self, client_id: ClientId) -> Client:
        """One client; raises NotFound."""
        with self._vault.read() as work:
            return work.clients.get(client_id)

    def by_code(self, code: str) -> Client:
        """The client with this record code; raises NotFound."""
        with self._vault.read() as work:
            client = work.clients.by_code(code.strip())
        if client is None:
            raise NotFound
        return client

    def open(self, client_id: ClientId) -> Client:
        """One client, whose record the counselor looks at now; the view is written into the audit trail.

        Where nothing can be written the record can still be looked at.
        """
        if self._vault.read_only:
            return self.get(client_id)
        with self._vault.write() as work:
            client = work.clients.get(client_id)
            work.audit.append(AuditAct.CLIENT_VIEWED, f"client:{client_id}")
        return client

    def has_any(self) -> bool:
        """Whether there is a client at all."""
        with self._vault.read() as work:
            return work.clients.has_any()

    def lines(self, statuses: Collection[ClientStatus] | None = None) -> tuple[ClientLine, ...]:
        """Every client, or those with one of these statuses, ordered by name."""
        with self._vault.read() as work:
            flags = self._needs_a_look.all(work)
            return client_lines(work, statuses, flags, self._clock)

    def header(self, client_id: ClientId) -> ClientHeader:
        """What stands over every page of a client."""
        with self._vault.read() as work:
            return client_header(work, client_id, self._clock)

    def timeline(self, client_id: ClientId) -> tuple[TimelineEntry, ...]:
        """What happened with a client, newest first."""
        with self._vault.read() as work:
            return timeline(work, client_id)

    def _publish(self, client_id: ClientId, by: object) -> None:
        self._events.publish(Changed(Subject.CLIENTS, client_id, by))


def changed(work: UnitOfWork, client_id: ClientId, details: ClientDetails) -> Client:
    """Write checked details in place of a client's earlier ones; raises CodeIsTaken, NotFound or TalkIsMissing."""
    before = work.clients.get(client_id)
    if details.service_type is not before.details.service_type:
        raise TalkIsMissing
    client = replace(before, details=with_code(work, details))
    work.clients.save(client)
    return client


def with_status(work: UnitOfWork, client: Client) -> Client:
    """Write where a client stands by the history of their status."""
    client = replace(client, status=status_of(work.clients.status_changes(client.id)))
    work.clients.save(client)
    return client


def with_code(work: UnitOfWork, details: ClientDetails) -> ClientDetails:
    """Checked details, with the next free record code where they have none."""
    return details if details.code else replace(details, code=next_code(work.clients.codes()))
