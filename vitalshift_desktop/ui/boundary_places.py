"""Opens the forms about notes on agreements again, so that what was half filled can go back into them."""

from PySide6.QtWidgets import QWidget

from vitalshift_desktop.domain.agreements import ClauseId
from vitalshift_desktop.domain.boundary_events import AdditionKind, BoundaryEventId, WorksheetId
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.consultations import ConsultationId
from vitalshift_desktop.domain.contacts import ContactId
from vitalshift_desktop.ui.boundary_events.after_forms import AfterForm
from vitalshift_desktop.ui.boundary_events.consultation_form import ConsultationForm
from vitalshift_desktop.ui.boundary_events.event_addition_form import EventAdditionForm
from vitalshift_desktop.ui.boundary_events.event_form import EventForm, NoteFrom
from vitalshift_desktop.ui.boundary_events.look_form import LookForm
from vitalshift_desktop.ui.boundary_events.rule_form import RuleForm
from vitalshift_desktop.ui.boundary_events.worksheet_form import WorksheetForm
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.widgets.dialog_frame import DialogFrame


def _event(desk: Desk, rest: list[str], window: QWidget) -> DialogFrame:
    client_id, clause_id, contact_id, worksheet_id = (int(part) for part in rest)
    begun = NoteFrom(
        ClauseId(clause_id) if clause_id else None,
        ContactId(contact_id) if contact_id else None,
        WorksheetId(worksheet_id) if worksheet_id else None,
    )
    return EventForm(desk, ClientId(client_id), window, begun)


def _addition(desk: Desk, rest: list[str], window: QWidget) -> DialogFrame:
    return EventAdditionForm(desk, BoundaryEventId(int(rest[0])), AdditionKind(rest[1]), window)


def _look(desk: Desk, rest: list[str], window: QWidget) -> DialogFrame:
    return LookForm(desk, ClientId(int(rest[0])), ClauseId(int(rest[1])), window)


def _rule(desk: Desk, rest: list[str], window: QWidget) -> DialogFrame | None:
    client_id, clause_id = (int(part) for part in rest)
    if not client_id:
        return RuleForm(desk, window)
    in_force = desk.workspace.agreements.in_force(ClientId(client_id))
    version = next((one for one in in_force if one.clause_id == clause_id), None)
    return None if version is None else RuleForm(desk, window, version)


def _worksheet(desk: Desk, rest: list[str], window: QWidget) -> DialogFrame | None:
    client_id, worksheet_id = (int(part) for part in rest)
    if not worksheet_id:
        return WorksheetForm(desk, ClientId(client_id), window)
    if desk.workspace.worksheets.get(WorksheetId(worksheet_id)).is_closed:
        return None
    return WorksheetForm(desk, ClientId(client_id), window, WorksheetId(worksheet_id))


def _after(desk: Desk, rest: list[str], window: QWidget) -> DialogFrame | None:
    worksheet_id, adds = WorksheetId(int(rest[0])), bool(int(rest[1]))
    if desk.workspace.worksheets.get(worksheet_id).is_closed is not adds:
        return None
    return AfterForm(desk, worksheet_id, window, adds=adds)


def _consultation(desk: Desk, rest: list[str], window: QWidget) -> DialogFrame:
    client_id, entry_id = (int(part) for part in rest)
    known = ConsultationId(entry_id) if entry_id else None
    return ConsultationForm(desk, ClientId(client_id) if client_id else None, window, known)


MAKERS = {
    "boundary_event_form": _event,
    "event_addition_form": _addition,
    "look_form": _look,
    "rule_form": _rule,
    "worksheet_form": _worksheet,
    "after_form": _after,
    "consultation_form": _consultation,
}
"""The makers of these forms by their places."""
