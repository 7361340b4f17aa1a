"""What the counselor can do with the worksheet for before and after."""

from datetime import date

from vitalshift_desktop.domain.agreements import ClauseId
from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.boundary_events import WorksheetId
from vitalshift_desktop.domain.changes import Changed, Subject
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.problems import NotFound
from vitalshift_desktop.domain.worksheets import Before, Worksheet, WorksheetAddition
from vitalshift_desktop.services.clock import Clock, today
from vitalshift_desktop.services.events import Events
from vitalshift_desktop.vault.unit_of_work import UnitOfWork
from vitalshift_desktop.vault.vault import Vault

_NOT_YET = WorksheetId(0)


class Worksheets:
    """Worksheets: changed freely until they are closed, afterwards only added to."""

    def __init__(self, vault: Vault, clock: Clock, events: Events) -> None:
        self._vault = vault
        self._clock = clock
        self._events = events

    def of_client(self, client_id: ClientId) -> tuple[Worksheet, ...]:
        """The worksheets about one client, the newest first."""
        with self._vault.read() as work:
            return work.worksheets.of_client(client_id)

    def get(self, worksheet_id: WorksheetId) -> Worksheet:
        """One worksheet; raises NotFound."""
        with self._vault.read() as work:
            return work.worksheets.get(worksheet_id)

    def begin(
        self, client_id: ClientId, before: Before, clause_id: ClauseId | None = None, *, by: object = None
    ) -> Worksheet:
        """Write down what is to be done and why; raises NotFound, or as `Before.checked` does."""
        now = self._clock.now()
        with self._vault.write() as work:
            work.clients.get(client_id)
            _check_clause(work, client_id, clause_id)
            new = Worksheet(_NOT_YET, client_id, before.checked(), today(self._clock), now, now, clause_id)
            worksheet = work.worksheets.add(new)
            work.audit.append(AuditAct.WORKSHEET_WRITTEN, f"worksheet:{worksheet.id}")
        return self._published(worksheet, by)

    def change(
        self,
        worksheet_id: WorksheetId,
        before: Before,
        clause_id: ClauseId | None,
        *,
        base_version: int,
        by: object = None,
    ) -> Worksheet:
        """Put other words in place of those before; raises as `Worksheet.changed` does, or NotFound."""
        with self._vault.write() as work:
            known = work.worksheets.get(worksheet_id)
            _check_clause(work, known.client_id, clause_id)
            worksheet = known.changed(before, clause_id, self._clock.now(), base_version)
            work.worksheets.save(worksheet, expected_version=base_version)
            work.audit.append(AuditAct.WORKSHEET_WRITTEN, f"worksheet:{worksheet_id}")
        return self._published(worksheet, by)

    def close(self, worksheet_id: WorksheetId, happened: str, on: date, *, by: object = None) -> Worksheet:
        """Say what happened and close it; raises as `Worksheet.closed` does, or NotFound."""
        with self._vault.write() as work:
            known = work.worksheets.get(worksheet_id)
            signer = work.practice.get().counselor_name
            worksheet = known.closed(happened, on, self._clock.now(), today(self._clock), signer)
            work.worksheets.save(worksheet, expected_version=known.version)
            work.audit.append(AuditAct.WORKSHEET_CLOSED, f"worksheet:{worksheet_id}")
        return self._published(worksheet, by)

    def add_to(self, worksheet_id: WorksheetId, text: str, *, by: object = None) -> Worksheet:
        """Add to a closed one; raises as `Worksheet.added` does, or NotFound."""
        with self._vault.write() as work:
            addition = WorksheetAddition(text, self._clock.now(), work.practice.get().counselor_name)
            worksheet = work.worksheets.get(worksheet_id).added(addition)
            work.worksheets.append(worksheet)
            count = len(worksheet.additions)
            work.audit.append(AuditAct.WORKSHEET_ADDED_TO, f"worksheet:{worksheet_id}", additions=count)
        return self._published(worksheet, by)

    def remove(self, worksheet_id: WorksheetId, *, by: object = None) -> Worksheet:
        """Take an open one away and hand it back for `restore`; raises AlreadyRecorded for a closed one, NotFound."""
        with self._vault.write() as work:
            worksheet = work.worksheets.remove(worksheet_id)
            work.audit.append(AuditAct.WORKSHEET_REMOVED, f"worksheet:{worksheet_id}")
        return self._published(worksheet, by)

    def restore(self, worksheet: Worksheet, *, by: object = None) -> Worksheet:
        """Put a removed one back as it was."""
        with self._vault.write() as work:
            work.worksheets.restore(worksheet)
            work.audit.append(AuditAct.WORKSHEET_WRITTEN, f"worksheet:{worksheet.id}", again=True)
        return self._published(worksheet, by)

    def _published(self, worksheet: Worksheet, by: object) -> Worksheet:
        self._events.publish(Changed(Subject.BOUNDARY_EVENTS, worksheet.client_id, by))
        return worksheet


def _check_clause(work: UnitOfWork, client_id: ClientId, clause_id: ClauseId | None) -> None:
    if clause_id is None:
        return
    if all(version.clause_id != clause_id for version in work.agreements.versions(client_id)):
        raise NotFound
