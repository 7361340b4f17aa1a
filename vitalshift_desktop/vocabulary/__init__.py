"""The words for the practice's own terms, looked up when they are shown."""

from enum import StrEnum

from vitalshift_desktop.domain.reminders import Repeat, RepeatUnit
from vitalshift_desktop.vocabulary import (
    agreement_words,
    contact_words,
    fee_words,
    measure_words,
    people_words,
    practice_words,
)
from vitalshift_desktop.words import _, ngettext

_ALONE = {
    **practice_words.ALONE,
    **people_words.ALONE,
    **agreement_words.ALONE,
    **contact_words.ALONE,
    **fee_words.ALONE,
    **measure_words.ALONE,
}
_IN_SENTENCE = {
    **practice_words.IN_SENTENCE,
    **agreement_words.IN_SENTENCE,
    **contact_words.IN_SENTENCE,
    **fee_words.IN_SENTENCE,
}


def label(member: StrEnum) -> str:
    """The word or words for one term, as they stand alone on screen or paper; KeyError for a term without words."""
    return _ALONE[type(member)]()[member]


def in_sentence(member: StrEnum) -> str:
    """The words for a way of meeting, a service, an attendance or a state as they stand inside a sentence."""
    return _IN_SENTENCE[type(member)]()[member]


def repeat_words(repeat: Repeat | None) -> str:
    """How a reminder repeats, such as "Every 4 sessions"; "Once" when it does not."""
    if repeat is None:
        return _("Once")
    n = repeat.every
    words = {
        RepeatUnit.DAYS: ngettext("Every day", "Every {n} days", n),
        RepeatUnit.WEEKS: ngettext("Every week", "Every {n} weeks", n),
        RepeatUnit.MONTHS: ngettext("Every month", "Every {n} months", n),
        RepeatUnit.SESSIONS: ngettext("Every session", "Every {n} sessions", n),
    }
    return words[repeat.unit].format(n=n)


def section_heading(key: str) -> str:
    """The heading of a note's section, by its key; KeyError for an unknown one."""
    headings = {"text": _("Note"), "data": _("Data"), "assessment": _("Assessment"), "plan": _("Plan")}
    return headings[key]


def section_hint(key: str) -> str:
    """What belongs under a note's heading, by its key; KeyError for an unknown one."""
    hints = {
        "text": _("what happened, in your own order"),
        "data": _("what was said and seen"),
        "assessment": _("how I understand it"),
        "plan": _("what happens next, and who does it"),
    }
    return hints[key]
