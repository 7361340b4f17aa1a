"""Whose the objects of the audit trail are, and of which session; looked up when shown, never kept in the trail."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Select, literal, null, select
from sqlalchemy.orm import Session as Connection

from vitalshift_desktop.vault.tables.agreements import AgreementRow, ClauseRow
from vitalshift_desktop.vault.tables.alliance import ChartEntryRow
from vitalshift_desktop.vault.tables.attachments import AttachmentRow
from vitalshift_desktop.vault.tables.boundary_events import BoundaryEventRow
from vitalshift_desktop.vault.tables.client_files import FileMemberRow
from vitalshift_desktop.vault.tables.client_measures import ClientMeasureRow, MeasurePauseRow
from vitalshift_desktop.vault.tables.clients import ClientRow
from vitalshift_desktop.vault.tables.commitments import AgreedBreakRow, CommitmentRow
from vitalshift_desktop.vault.tables.consents import ConsentRow, MayKnowRow
from vitalshift_desktop.vault.tables.contacts import ContactNoteRow
from vitalshift_desktop.vault.tables.episodes import EpisodeRow
from vitalshift_desktop.vault.tables.fees import FeeAgreementRow
from vitalshift_desktop.vault.tables.goals import GoalRow
from vitalshift_desktop.vault.tables.handovers import HandoverRow
from vitalshift_desktop.vault.tables.measures import AdministrationRow
from vitalshift_desktop.vault.tables.medicines import MedicineRow
from vitalshift_desktop.vault.tables.notes import NoteRow
from vitalshift_desktop.vault.tables.process_notes import ProcessNoteRow
from vitalshift_desktop.vault.tables.related_people import RelatedPersonRow
from vitalshift_desktop.vault.tables.reminders import ReminderRow
from vitalshift_desktop.vault.tables.safety_plans import SafetyPlanRow
from vitalshift_desktop.vault.tables.sessions import SessionRow
from vitalshift_desktop.vault.tables.standing import StandingRow
from vitalshift_desktop.vault.tables.tasks import TaskRow
from vitalshift_desktop.vault.tables.worksheets import ConsultationRow, WorksheetRow

# For each kind of object its id, its client and its session.
_OWNERS: Final[Mapping[str, tuple[Any, Any, Any]]] = {
    "client": (ClientRow.id, ClientRow.id, null()),
    "related_person": (RelatedPersonRow.id, RelatedPersonRow.client_id, null()),
    "medicine": (MedicineRow.id, MedicineRow.client_id, null()),
    "member": (FileMemberRow.id, FileMemberRow.file_id, null()),
    "episode": (EpisodeRow.id, EpisodeRow.client_id, null()),
    "safety_plan": (SafetyPlanRow.id, SafetyPlanRow.client_id, null()),
    "session": (SessionRow.id, SessionRow.client_id, SessionRow.id),
    "standing": (StandingRow.id, StandingRow.client_id, null()),
    "note": (NoteRow.id, NoteRow.client_id, NoteRow.session_id),
    "goal": (GoalRow.id, GoalRow.client_id, null()),
    "task": (TaskRow.id, TaskRow.client_id, null()),
    "agreement": (AgreementRow.id, AgreementRow.client_id, null()),
    "clause": (ClauseRow.id, ClauseRow.client_id, null()),
    "consent": (ConsentRow.id, ConsentRow.client_id, null()),
    "may_know": (MayKnowRow.id, MayKnowRow.client_id, null()),
    "commitment": (CommitmentRow.id, CommitmentRow.client_id, null()),
    "agreed_break": (AgreedBreakRow.id, AgreedBreakRow.client_id, null()),
    "boundary_event": (BoundaryEventRow.id, BoundaryEventRow.client_id, null()),
    "worksheet": (WorksheetRow.id, WorksheetRow.client_id, null()),
    "consultation": (ConsultationRow.id, ConsultationRow.client_id, null()),
    "attachment": (AttachmentRow.id, AttachmentRow.client_id, null()),
    "contact": (ContactNoteRow.id, ContactNoteRow.client_id, null()),
    "process_note": (ProcessNoteRow.id, ProcessNoteRow.client_id, ProcessNoteRow.session_id),
    "reminder": (ReminderRow.id, ReminderRow.client_id, null()),
    "fee_agreement": (FeeAgreementRow.id, FeeAgreementRow.client_id, null()),
    "chart_entry": (ChartEntryRow.id, ChartEntryRow.client_id, null()),
    "administration": (AdministrationRow.id, AdministrationRow.client_id, AdministrationRow.session_id),
    "client_measure": (ClientMeasureRow.id, ClientMeasureRow.client_id, null()),
    "measure_pause": (MeasurePauseRow.id, MeasurePauseRow.client_id, null()),
    "handover": (HandoverRow.id, HandoverRow.client_id, HandoverRow.session_id),
}


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose an object is, and to which session it belongs, if to one."""

    client_id: int | None
    session_id: int | None


class AuditObjects:
    """Answers about objects such as "note:17"."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def owners(self, objects: Iterable[str]) -> dict[str, Owner]:
        """Whose these are; what is not in the records any more is left out, but a client's own number stays."""
        wanted: defaultdict[str, set[int]] = defaultdict(set)
        for one in objects:
            kind, _colon, number = one.partition(":")
            if kind in _OWNERS and number.isdecimal():
                wanted[kind].add(int(number))
        return {one: owner for kind, ids in wanted.items() for one, owner in self._owners(kind, ids)}

    def of_client(self, client_id: int) -> list[str]:
        """All objects of one client; the client's own even when nothing else of it is left."""
        found = {f"client:{client_id}"}
        for kind, (id_column, client_column, _session) in _OWNERS.items():
            query: Select[Any] = select(id_column).where(client_column == client_id)
            found |= {f"{kind}:{number}" for number in self._connection.scalars(query)}
        return sorted(found)

    def _owners(self, kind: str, ids: set[int]) -> Iterable[tuple[str, Owner]]:
        id_column, client_column, session_column = _OWNERS[kind]
        query: Select[Any] = select(id_column, client_column, session_column, literal(kind)).where(id_column.in_(ids))
        for number, client_id, session_id, _kind in self._connection.execute(query):
            yield f"{kind}:{number}", Owner(client_id, session_id)
