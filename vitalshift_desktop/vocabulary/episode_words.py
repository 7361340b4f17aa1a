"""Words for episodes, their endings, and the parts of a safety plan."""

from collections.abc import Callable, Mapping
from enum import StrEnum

from vitalshift_desktop.domain.episodes import Confirm, DecidedBy, Ending
from vitalshift_desktop.domain.safety_plans import PlanPart
from vitalshift_desktop.words import _

Words = Mapping[StrEnum, str]


def _ending() -> Words:
    return {
        Ending.PLANNED: _("Planned ending"),
        Ending.UNPLANNED: _("Unplanned ending"),
        Ending.LOSS_OF_CONTACT: _("Loss of contact"),
        Ending.REFERRED_ON: _("Referred on"),
    }


def _ending_in_sentence() -> Words:
    return {
        Ending.PLANNED: _("planned ending"),
        Ending.UNPLANNED: _("unplanned ending"),
        Ending.LOSS_OF_CONTACT: _("loss of contact"),
        Ending.REFERRED_ON: _("referred on"),
    }


def _decided_by() -> Words:
    return {
        DecidedBy.CLIENT: _("The client"),
        DecidedBy.COUNSELOR: _("You"),
        DecidedBy.BOTH: _("Both of you"),
        DecidedBy.OTHER: _("Somebody or something else"),
    }


def _decided_by_in_sentence() -> Words:
    return {
        DecidedBy.CLIENT: _("decided by the client"),
        DecidedBy.COUNSELOR: _("decided by you"),
        DecidedBy.BOTH: _("decided by both of you"),
        DecidedBy.OTHER: _("decided by somebody or something else"),
    }


def _confirm() -> Words:
    return {
        Confirm.CONTACT: _("Telephone, email and address are right"),
        Confirm.SAFE_CONTACT: _("How to reach them safely is right"),
        Confirm.MEDICINES: _("Medicines and other care are right"),
        Confirm.CONSENTS: _("Consents were talked through again"),
    }


def _plan_part() -> Words:
    return {
        PlanPart.WARNING_SIGNS: _("Warning signs"),
        PlanPart.OWN_STEPS: _("What I do"),
        PlanPart.PEOPLE_AND_PLACES: _("People and places"),
        PlanPart.WHOM_TO_CALL: _("Whom to call"),
        PlanPart.SAFER: _("Making things safer"),
    }


ALONE: Mapping[type[StrEnum], Callable[[], Words]] = {
    Ending: _ending,
    DecidedBy: _decided_by,
    Confirm: _confirm,
    PlanPart: _plan_part,
}
IN_SENTENCE: Mapping[type[StrEnum], Callable[[], Words]] = {
    Ending: _ending_in_sentence,
    DecidedBy: _decided_by_in_sentence,
}


def part_hint(part: PlanPart) -> str:
    """What belongs into a part of a safety plan."""
    hints = {
        PlanPart.WARNING_SIGNS: _("thoughts, moods, situations that tell me it is beginning"),
        PlanPart.OWN_STEPS: _("what I can do by myself that has helped before"),
        PlanPart.PEOPLE_AND_PLACES: _("who and what takes my mind off it"),
        PlanPart.WHOM_TO_CALL: _("people and services, each with a number"),
        PlanPart.SAFER: _("what we agreed to put out of reach, and who helps"),
    }
    return hints[part]
