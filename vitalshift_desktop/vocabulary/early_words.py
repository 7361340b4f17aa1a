"""Words for the first five sessions and their review sheets."""

from collections.abc import Callable, Mapping
from enum import StrEnum

from vitalshift_desktop.domain.early_reviews import ReviewPart
from vitalshift_desktop.domain.first_five import ReviewState
from vitalshift_desktop.words import _

Words = Mapping[StrEnum, str]


def _review_part() -> Words:
    return {
        ReviewPart.HELPS: _("What has been useful so far, what has not"),
        ReviewPart.GOALS: _("Are we working on what matters to you?"),
        ReviewPart.TASKS: _("Does the way we work fit you?"),
        ReviewPart.BOND: _("How is it to talk with me? What is hard to say here?"),
        ReviewPart.CHANGES: _("What we change from now on"),
    }


def _review_part_hint() -> Words:
    return {
        ReviewPart.HELPS: _("In the client’s words"),
        ReviewPart.GOALS: _("Goals to keep, to change, to add"),
        ReviewPart.TASKS: _("Pace, methods, what to do between sessions"),
        ReviewPart.BOND: _("Ask before you guess; a low number is a reason to ask, not a finding"),
        ReviewPart.CHANGES: _("Who does what, and when you look again"),
    }


def _review_state() -> Words:
    return {
        ReviewState.NOT_YET: _("not yet"),
        ReviewState.DUE: _("open"),
        ReviewState.BEGUN: _("begun"),
        ReviewState.DONE: _("done"),
    }


def review_hint(part: ReviewPart) -> str:
    """What belongs into a part of the sheet, shown while it is empty."""
    return _review_part_hint()[part]


ALONE: Mapping[type[StrEnum], Callable[[], Words]] = {ReviewPart: _review_part, ReviewState: _review_state}
