"""The words of the audit trail for goals, agreements and reminders: what was done, and to which objects."""

from collections.abc import Callable, Mapping
from typing import Final

from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.words import _


def act_words() -> Mapping[AuditAct, str]:
    """The acts about goals, agreements and reminders."""
    return {
        AuditAct.REVIEW_PUT_OFF: _("Review put off"),
        AuditAct.GOAL_ADDED: _("Goal added"),
        AuditAct.GOAL_CHANGED: _("Goal changed"),
        AuditAct.GOAL_RATED: _("Goal rated"),
        AuditAct.GOAL_LEVEL_SET: _("Level of a goal set"),
        AuditAct.TASK_ADDED: _("Task added"),
        AuditAct.TASK_CHANGED: _("Task changed"),
        AuditAct.TASK_ANSWERED: _("Client’s answer to a task written down"),
        AuditAct.TASK_DONE: _("Task done or open again"),
        AuditAct.TASK_REMOVED: _("Task removed"),
        AuditAct.CONSENT_RECORDED: _("Consent recorded"),
        AuditAct.CONSENT_CORRECTED: _("Consent put right"),
        AuditAct.CONSENT_WITHDRAWN: _("Consent taken back"),
        AuditAct.CONSENT_SCAN_LINKED: _("Scan of a consent linked"),
        AuditAct.MAY_KNOW_AGREED: _("Agreed who may know what"),
        AuditAct.COMMITMENT_AGREED: _("Rhythm and length agreed"),
        AuditAct.COMMITMENT_TAKEN_BACK: _("Agreed rhythm and length taken back"),
        AuditAct.BREAK_AGREED: _("Break agreed"),
        AuditAct.BREAK_TAKEN_BACK: _("Agreed break taken back"),
        AuditAct.OUTREACH_REPLY_NOTED: _("Reply to reaching out noted"),
        AuditAct.SESSION_COURSE_SET: _("Start and length of a session noted"),
        **_clause_words(),
        **_note_words(),
        AuditAct.SIGNING_PAGE_ASIDE: _("Page for signing set aside, or taken up again"),
        AuditAct.AGREEMENT_SCAN_ADDED: _("Signed page put with an agreement"),
        AuditAct.AGREEMENT_SCAN_REMOVED: _("Signed page taken off an agreement"),
        AuditAct.AGREEMENT_COPY_GIVEN: _("Copy of an agreement given"),
        AuditAct.AGREEMENT_COPY_REMOVED: _("Entry about a copy of an agreement removed"),
        AuditAct.REMINDER_ADDED: _("Reminder added"),
        AuditAct.REMINDER_CHANGED: _("Reminder changed"),
        AuditAct.REMINDER_DONE: _("Reminder done"),
        AuditAct.REMINDER_DELETED: _("Reminder removed"),
        AuditAct.CALENDAR_SAVED: _("Calendar file saved"),
        AuditAct.BELL_SWITCHED: _("Bell while locked switched on or off"),
    }


def _clause_words() -> Mapping[AuditAct, str]:
    return {
        AuditAct.CLAUSE_PROPOSED: _("Boundary proposed"),
        AuditAct.CLAUSE_PROPOSAL_REMOVED: _("Proposed boundary removed"),
        AuditAct.CLAUSE_WORDING_KEPT: _("Own wording of a boundary changed"),
        AuditAct.CLAUSE_CHANGED: _("Boundary changed"),
        AuditAct.CLAUSE_AGREED: _("Boundaries agreed"),
        AuditAct.CLAUSES_REVIEWED: _("Boundaries looked at together"),
        AuditAct.CLAUSES_REVIEW_TAKEN_BACK: _("Look at the boundaries taken back"),
    }


def _note_words() -> Mapping[AuditAct, str]:
    return {
        AuditAct.BOUNDARY_EVENT_NOTED: _("Note on an agreement written"),
        AuditAct.BOUNDARY_EVENT_ADDED_TO: _("Note on an agreement added to"),
        AuditAct.BOUNDARY_EVENT_CLASSED: _("Note on an agreement classed"),
        AuditAct.BOUNDARY_EVENT_SET_ASIDE: _("Note on an agreement set aside"),
        AuditAct.CLAUSE_LOOKED_AT: _("Boundary looked at again"),
        AuditAct.WORKSHEET_WRITTEN: _("Worksheet written"),
        AuditAct.WORKSHEET_CLOSED: _("Worksheet closed"),
        AuditAct.WORKSHEET_ADDED_TO: _("Worksheet added to"),
        AuditAct.WORKSHEET_REMOVED: _("Worksheet removed"),
        AuditAct.CONSULTATION_LOGGED: _("Consultation logged"),
    }


OBJECTS: Final[Mapping[str, Callable[[], str]]] = {
    "goal": lambda: _("Goal"),
    "task": lambda: _("Task"),
    "agreement": lambda: _("Agreement"),
    "clause": lambda: _("Boundary"),
    "consent": lambda: _("Consent"),
    "may_know": lambda: _("Who may know what"),
    "commitment": lambda: _("Rhythm and length"),
    "agreed_break": lambda: _("Agreed break"),
    "boundary_event": lambda: _("Note on an agreement"),
    "worksheet": lambda: _("Worksheet for before and after"),
    "consultation": lambda: _("Consultation"),
    "reminder": lambda: _("Reminder"),
}
