"""Opens the form of a place again, so that what was half filled can go back into it."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from vitalshift_desktop.domain.agreements import ClauseId, Topic
from vitalshift_desktop.domain.attachments import AttachmentId
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.contacts import ContactId
from vitalshift_desktop.domain.measures.administration import AdministrationId
from vitalshift_desktop.domain.medicines import MedicineId
from vitalshift_desktop.domain.note_templates import NoteTemplate
from vitalshift_desktop.domain.notes import AdditionKind, NoteId
from vitalshift_desktop.domain.related_people import RelatedPersonId
from vitalshift_desktop.domain.reminders import ReminderId
from vitalshift_desktop.domain.sessions import SessionId
from vitalshift_desktop.domain.snippets import SnippetId
from vitalshift_desktop.ui import (
    agreement_places,
    boundary_places,
    consent_places,
    entry_places,
    goal_places,
    measure_places,
    session_places,
)
from vitalshift_desktop.ui.agreements.agreement_form import AgreementForm
from vitalshift_desktop.ui.agreements.clause_form import ClauseForm
from vitalshift_desktop.ui.agreements.together_form import TogetherForm
from vitalshift_desktop.ui.answers.reviewing import review_form
from vitalshift_desktop.ui.clients.client_form import ClientForm
from vitalshift_desktop.ui.clients.dated_forms import RiskForm, ServiceForm
from vitalshift_desktop.ui.clients.end_form import EndForm
from vitalshift_desktop.ui.clients.file_forms import ContactForm, NeedsForm
from vitalshift_desktop.ui.clients.medicine_form import MedicineForm
from vitalshift_desktop.ui.clients.members_form import KindForm, MemberForm
from vitalshift_desktop.ui.clients.person_form import PersonForm
from vitalshift_desktop.ui.clients.phase_form import PhaseForm
from vitalshift_desktop.ui.clients.status_form import StatusForm
from vitalshift_desktop.ui.commitments.break_form import BreakForm
from vitalshift_desktop.ui.commitments.commitment_form import CommitmentForm
from vitalshift_desktop.ui.contacts.addition_form import ContactAdditionForm
from vitalshift_desktop.ui.contacts.capture_form import CaptureForm
from vitalshift_desktop.ui.contacts.contact_note_form import ContactNoteForm
from vitalshift_desktop.ui.contacts.outreach_form import OutreachForm
from vitalshift_desktop.ui.contacts.reply_form import ReplyForm
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.documents.document_form import DocumentForm
from vitalshift_desktop.ui.fees.charge_form import ChargeForm
from vitalshift_desktop.ui.fees.fee_form import FeeForm
from vitalshift_desktop.ui.handover.hand_over_form import HandOverForm
from vitalshift_desktop.ui.home.flag_acts import reason_form
from vitalshift_desktop.ui.measures import alliance_places
from vitalshift_desktop.ui.notes.addendum_form import AddendumForm
from vitalshift_desktop.ui.outcomes.levels_form import LevelsForm
from vitalshift_desktop.ui.reminders.reminder_form import ReminderForm
from vitalshift_desktop.ui.sessions.session_form import SessionForm
from vitalshift_desktop.ui.settings.snippet_form import SnippetForm
from vitalshift_desktop.ui.settings.template_form import TemplateForm
from vitalshift_desktop.ui.widgets.dialog_frame import DialogFrame

Maker = Callable[[Desk, list[str], QWidget], DialogFrame | None]


def form_of(desk: Desk, place: str, window: QWidget) -> DialogFrame | None:
    """The form of this place, not opened yet; None when there is nothing left to fill it in for. Raises NotFound."""
    kind, *rest = place.split(":")
    if kind == "reason_form":
        return reason_form(desk, place, window)
    make = _MAKERS.get(kind)
    return None if make is None else make(desk, rest, window)


def _client(desk: Desk, rest: list[str], window: QWidget) -> DialogFrame:
    return ClientForm(desk, ClientId(int(rest[0])) if rest else None, window)


def _status(desk: Desk, rest: list[str], window: QWidget) -> DialogFrame | None:
    client = desk.workspace.clients.get(ClientId(int(rest[0])))
    if len(rest) == 1:
        return StatusForm(desk, client, window)
    changes = desk.workspace.files.whole(client.id).statuses
    found = next((change for change in changes if change.id == int(rest[1])), None)
    return None if found is None else StatusForm(desk, client, window, change=found)


def _person(desk: Desk, rest: list[str], window: QWidget) -> DialogFrame:
    person_id = RelatedPersonId(int(rest[1]))
    found = desk.workspace.related_people.get(person_id) if person_id else None
    return PersonForm(desk, ClientId(int(rest[0])), window, person=found)


def _medicine(desk: Desk, rest: list[str], window: QWidget) -> DialogFrame:
    medicine_id = MedicineId(int(rest[1]))
    found = desk.workspace.medicines.get(medicine_id) if medicine_id else None
    return MedicineForm(desk, ClientId(int(rest[0])), window, medicine=found)


def _of_client(make: Callable[[Desk, ClientId, QWidget], DialogFrame]) -> Maker:
    """The maker of a form that needs to know the client alone."""
    return lambda desk, rest, window: make(desk, ClientId(int(rest[0])), window)


def _end(desk: Desk, rest: list[str], window: QWidget) -> DialogFrame | None:
    client_id = ClientId(int(rest[0]))
    episode = desk.workspace.episodes.current(client_id)
    if episode is None or not episode.is_open:
        return None
    return EndForm(desk, desk.workspace.clients.get(client_id), window)


def _phase(desk: Desk, rest: list[str], window: QWidget) -> DialogFrame:
    return PhaseForm(desk, ClientId(int(rest[0])), window)


def _session(desk: Desk, rest: list[str], window: QWidget) -> DialogFrame:
    client_id, session_id = (int(part) for part in rest)
    return SessionForm(
        desk,
        window,
        client_id=ClientId(client_id) if client_id else None,
        session_id=SessionId(session_id) if session_id else None,
    )


def _charge(desk: Desk, rest: list[str], window: QWidget) -> DialogFrame:
    return ChargeForm(desk, SessionId(int(rest[0])), window)


def _hand_over(desk: Desk, rest: list[str], window: QWidget) -> DialogFrame:
    return HandOverForm(desk, SessionId(int(rest[0])), window)


def _fee(desk: Desk, rest: list[str], window: QWidget) -> DialogFrame:
    return FeeForm(desk, ClientId(int(rest[0])), window)


def _reminder(desk: Desk, rest: list[str], window: QWidget) -> DialogFrame:
    client_id, reminder_id = (int(part) for part in rest)
    return ReminderForm(
        desk,
        window,
        client_id=ClientId(client_id) if client_id else None,
        reminder_id=ReminderId(reminder_id) if reminder_id else None,
    )


def _agreement(desk: Desk, rest: list[str], window: QWidget) -> DialogFrame:
    only = Topic(rest[1]) if rest[1] else None
    return AgreementForm(desk, ClientId(int(rest[0])), window, only=only)


def _clause(desk: Desk, rest: list[str], window: QWidget) -> DialogFrame:
    client_id, clause_id = (int(part) for part in rest)
    return ClauseForm(desk, ClientId(client_id), window, clause_id=ClauseId(clause_id) if clause_id else None)


def _answer_review(desk: Desk, rest: list[str], window: QWidget) -> DialogFrame | None:
    return review_form(desk, AdministrationId(int(rest[0])), window)


def _addendum(desk: Desk, rest: list[str], window: QWidget) -> DialogFrame:
    note_id = NoteId(int(rest[0]))
    kind = AdditionKind(rest[1]) if rest[1:] else AdditionKind.ADDENDUM
    return AddendumForm(desk, note_id, desk.workspace.notes.get(note_id).session.day, window, kind=kind)


def _document(desk: Desk, rest: list[str], window: QWidget) -> DialogFrame:
    return DocumentForm(desk, AttachmentId(int(rest[0])), window)


def _snippet(desk: Desk, rest: list[str], window: QWidget) -> DialogFrame:
    return SnippetForm(desk, SnippetId(int(rest[0])) if int(rest[0]) else None, window)


def _contact_note(desk: Desk, rest: list[str], window: QWidget) -> DialogFrame:
    client_id, contact_id = (int(part) for part in rest)
    return ContactNoteForm(
        desk, window, ClientId(client_id) if client_id else None, ContactId(contact_id) if contact_id else None
    )


def _contact_addition(desk: Desk, rest: list[str], window: QWidget) -> DialogFrame:
    return ContactAdditionForm(desk, ContactId(int(rest[0])), window)


def _reply(desk: Desk, rest: list[str], window: QWidget) -> DialogFrame:
    return ReplyForm(desk, ContactId(int(rest[0])), window)


def _capture(desk: Desk, rest: list[str], window: QWidget) -> DialogFrame:
    return CaptureForm(desk, window, f"capture:{rest[0]}")


def _template(desk: Desk, rest: list[str], window: QWidget) -> DialogFrame:
    key = ":".join(rest)  # that of an own template holds one; a new one has none
    known = desk.workspace.note_templates.get(key) if key else NoteTemplate("", "", ())
    return TemplateForm(desk, known, window)


_MAKERS: dict[str, Maker] = {
    **session_places.MAKERS,
    **entry_places.MAKERS,
    **measure_places.MAKERS,
    **agreement_places.MAKERS,
    **consent_places.MAKERS,
    "client_form": _client,
    "hand_over_form": _hand_over,
    "status_form": _status,
    "contact_form": _of_client(ContactForm),
    "needs_form": _of_client(NeedsForm),
    "risk_form": _of_client(RiskForm),
    "service_form": _of_client(ServiceForm),
    "kind_form": _of_client(KindForm),
    "member_form": _of_client(MemberForm),
    "person_form": _person,
    "medicine_form": _medicine,
    "end_form": _end,
    "phase_form": _phase,
    "session_form": _session,
    "reminder_form": _reminder,
    "charge_form": _charge,
    "fee_form": _fee,
    **goal_places.MAKERS,
    "levels_form": _of_client(LevelsForm),
    "agreement_form": _agreement,
    "clause_form": _clause,
    "together_form": _of_client(TogetherForm),
    "answer_review": _answer_review,
    **alliance_places.MAKERS,
    **boundary_places.MAKERS,
    "addendum_form": _addendum,
    "contact_note_form": _contact_note,
    "contact_addition_form": _contact_addition,
    "commitment_form": _of_client(CommitmentForm),
    "break_form": _of_client(BreakForm),
    "outreach_form": _of_client(OutreachForm),
    "reply_form": _reply,
    "capture": _capture,
    "document_form": _document,
    "snippet_form": _snippet,
    "template_form": _template,
}
