"""Words for people, sessions, notes and the practice."""

from collections.abc import Callable, Mapping
from enum import StrEnum

from vitalshift_desktop.domain.changes import Subject
from vitalshift_desktop.domain.clients import ClientStatus, Phase, ServiceType
from vitalshift_desktop.domain.disclosures import Outlet
from vitalshift_desktop.domain.notes import AdditionKind
from vitalshift_desktop.domain.practice import Paper, ShownAs
from vitalshift_desktop.domain.progress import Audience
from vitalshift_desktop.domain.sessions import Attendance, CancelledBy, Modality
from vitalshift_desktop.vocabulary.own_names import own_phase_names
from vitalshift_desktop.words import _

Words = Mapping[StrEnum, str]


def _client_status() -> Words:
    return {
        ClientStatus.ENQUIRY: _("Inquiry"),
        ClientStatus.WAITING: _("Waiting"),
        ClientStatus.ACTIVE: _("Active"),
        ClientStatus.PAUSED: _("Paused"),
        ClientStatus.CLOSED: _("Closed"),
    }


def _service_type() -> Words:
    return {
        ServiceType.COUNSELING: _("Counseling"),
        ServiceType.PSYCHOTHERAPY: _("Psychotherapy"),
        ServiceType.COACHING: _("Coaching"),
    }


def _service_type_in_sentence() -> Words:
    return {
        ServiceType.COUNSELING: _("counseling"),
        ServiceType.PSYCHOTHERAPY: _("psychotherapy"),
        ServiceType.COACHING: _("coaching"),
    }


def phase_names() -> Mapping[Phase, str]:
    """What we call the phases, where the practice has no name of its own."""
    return {
        Phase.BEGINNING: _("Beginning"),
        Phase.WORKING: _("Working"),
        Phase.CHANGE: _("Change"),
        Phase.ENDING: _("Ending"),
    }


def _phase() -> Words:
    own = own_phase_names()
    return {phase: own.get(phase, ours) for phase, ours in phase_names().items()}


def _attendance() -> Words:
    return {
        Attendance.PLANNED: _("Planned"),
        Attendance.ATTENDED: _("Attended"),
        Attendance.LATE: _("Late"),
        Attendance.CANCELLED: _("Canceled"),
        Attendance.DID_NOT_ATTEND: _("Did not attend"),
    }


def _attendance_in_sentence() -> Words:
    return {
        Attendance.PLANNED: _("planned"),
        Attendance.ATTENDED: _("attended"),
        Attendance.LATE: _("late"),
        Attendance.CANCELLED: _("canceled"),
        Attendance.DID_NOT_ATTEND: _("did not attend"),
    }


def _modality() -> Words:
    return {
        Modality.IN_PERSON: _("In person"),
        Modality.VIDEO: _("Video"),
        Modality.PHONE: _("Phone"),
        Modality.OUTDOORS: _("Outdoors"),
    }


def _modality_in_sentence() -> Words:
    return {
        Modality.IN_PERSON: _("in person"),
        Modality.VIDEO: _("by video"),
        Modality.PHONE: _("by phone"),
        Modality.OUTDOORS: _("outdoors"),
    }


def _cancelled_by() -> Words:
    return {
        CancelledBy.CLIENT: _("Canceled by client"),
        CancelledBy.COUNSELOR: _("Canceled by you"),
        CancelledBy.OTHER: _("Canceled by somebody else"),
    }


def _addition_kind() -> Words:
    return {
        AdditionKind.LATE_ENTRY: _("Late entry"),
        AdditionKind.ADDENDUM: _("Addendum"),
        AdditionKind.AMENDMENT: _("Amendment"),
    }


def _outlet() -> Words:
    return {Outlet.PDF: _("PDF"), Outlet.PRINTER: _("Printer")}


def _audience() -> Words:
    return {Audience.CLIENT: _("Client")}


def _paper() -> Words:
    return {Paper.A4: _("A4"), Paper.LETTER: _("Letter")}


def _shown_as() -> Words:
    return {ShownAs.INITIALS: _("Initials"), ShownAs.CODE: _("Client code")}


def _subject() -> Words:
    return {
        Subject.CLIENTS: _("Clients"),
        Subject.SESSIONS: _("Sessions"),
        Subject.CLOSURES: _("Practice closed"),
        Subject.FEES: _("Fees"),
        Subject.NOTES: _("Notes"),
        Subject.CONTACTS: _("Contact notes"),
        Subject.PROCESS_NOTES: _("Process notes"),
        Subject.GOALS: _("Goals"),
        Subject.AGREEMENTS: _("Agreements"),
        Subject.BOUNDARY_EVENTS: _("Notes on agreements"),
        Subject.CONSENTS: _("Consents"),
        Subject.SAFETY_PLANS: _("Safety plans"),
        Subject.ATTACHMENTS: _("Documents"),
        Subject.WRITING: _("Own words and snippets"),
        Subject.MEASURES: _("Measures"),
        Subject.REMINDERS: _("Reminders"),
        Subject.PRACTICE: _("Practice"),
        Subject.BACKUPS: _("Backups"),
        Subject.DISCLOSURES: _("Disclosures"),
        Subject.SECRETS: _("Ways in"),
        Subject.CHECKS: _("Checks of the vault"),
    }


ALONE: Mapping[type[StrEnum], Callable[[], Words]] = {
    ClientStatus: _client_status,
    ServiceType: _service_type,
    Phase: _phase,
    Attendance: _attendance,
    Modality: _modality,
    CancelledBy: _cancelled_by,
    AdditionKind: _addition_kind,
    Outlet: _outlet,
    Audience: _audience,
    Paper: _paper,
    ShownAs: _shown_as,
    Subject: _subject,
}

IN_SENTENCE: Mapping[type[StrEnum], Callable[[], Words]] = {
    ServiceType: _service_type_in_sentence,
    Attendance: _attendance_in_sentence,
    Modality: _modality_in_sentence,
}
