"""Words for standing appointments, closures, and who was there."""

from collections.abc import Callable, Mapping
from enum import StrEnum

from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.closures import Lifting
from vitalshift_desktop.domain.presence import PresentRole
from vitalshift_desktop.words import _

Words = Mapping[StrEnum, str]


def act_words() -> Mapping[AuditAct, str]:
    """What was done to the calendar, as the audit trail says it."""
    return {
        AuditAct.SESSION_ATTENDANCE_AMENDED: _("Attendance corrected after signing"),
        AuditAct.SESSION_ONLINE_SET: _("Facts of an online session written"),
        AuditAct.SESSION_PRESENCE_SET: _("Who was there written"),
        AuditAct.STANDING_MADE: _("Standing appointment made"),
        AuditAct.STANDING_CHANGED: _("Standing appointment changed"),
        AuditAct.STANDING_ENDED: _("Standing appointment ended"),
        AuditAct.STANDING_TOPPED_UP: _("Sessions of standing appointments planned"),
        AuditAct.CLOSURE_ADDED: _("Practice closed for a time"),
        AuditAct.CLOSURE_CHANGED: _("Closed time changed"),
        AuditAct.CLOSURE_REMOVED: _("Closed time removed"),
    }


def _lifting() -> Words:
    return {Lifting.LEAVE_OUT: _("Leave them out"), Lifting.MOVE: _("Move them by a week")}


def _present_role() -> Words:
    return {
        PresentRole.GUARDIAN: _("Guardian"),
        PresentRole.PARTNER: _("Partner"),
        PresentRole.INTERPRETER: _("Interpreter"),
        PresentRole.SUPPORT: _("Support person"),
        PresentRole.COLLEAGUE: _("Colleague"),
        PresentRole.OTHER: _("Somebody else"),
    }


ALONE: Mapping[type[StrEnum], Callable[[], Words]] = {Lifting: _lifting, PresentRole: _present_role}
