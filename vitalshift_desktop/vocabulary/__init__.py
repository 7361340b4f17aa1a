"""The words for the practice's own terms, looked up when they are shown."""

from enum import StrEnum

from vitalshift_desktop.domain.notes import Section
from vitalshift_desktop.domain.reminders import Repeat, RepeatUnit
from vitalshift_desktop.vocabulary import (
    agreement_words,
    alliance_words,
    boundary_words,
    calendar_words,
    commitment_words,
    consent_words,
    contact_words,
    early_words,
    episode_words,
    fee_words,
    measure_words,
    people_words,
    practice_words,
    search_words,
    task_words,
)
from vitalshift_desktop.vocabulary.weekday_words import monthly_words, weekly_words
from vitalshift_desktop.words import _, ngettext

_ALONE = {
    **practice_words.ALONE,
    **people_words.ALONE,
    **agreement_words.ALONE,
    **alliance_words.ALONE,
    **boundary_words.ALONE,
    **calendar_words.ALONE,
    **consent_words.ALONE,
    **commitment_words.ALONE,
    **episode_words.ALONE,
    **contact_words.ALONE,
    **early_words.ALONE,
    **fee_words.ALONE,
    **measure_words.ALONE,
    **search_words.ALONE,
    **task_words.ALONE,
}
_IN_SENTENCE = {
    **practice_words.IN_SENTENCE,
    **agreement_words.IN_SENTENCE,
    **alliance_words.IN_SENTENCE,
    **episode_words.IN_SENTENCE,
    **contact_words.IN_SENTENCE,
    **consent_words.IN_SENTENCE,
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
    if repeat.nth is not None:
        return monthly_words(repeat)
    if repeat.on:
        return weekly_words(repeat)
    n = repeat.every
    words = {
        RepeatUnit.DAYS: ngettext("Every day", "Every {n} days", n),
        RepeatUnit.WEEKS: ngettext("Every week", "Every {n} weeks", n),
        RepeatUnit.MONTHS: ngettext("Every month", "Every {n} months", n),
        RepeatUnit.SESSIONS: ngettext("Every session", "Every {n} sessions", n),
    }
    return words[repeat.unit].format(n=n)


def heading_words(section: Section) -> str:
    """The heading of a note's section: its own words, or those its key stood for before notes kept them."""
    known = {"text": _("Note"), "data": _("Data"), "assessment": _("Assessment"), "plan": _("Plan")}
    return section.heading or known.get(section.key, section.key)
