"""Words for the marks of the alliance chart, for what they are classed as, and for what else stands on it."""

from collections.abc import Callable, Mapping
from enum import StrEnum

from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.chart_entries import EntryKind, Known
from vitalshift_desktop.domain.mark_classes import MarkClass
from vitalshift_desktop.domain.measures.administration import HowGiven
from vitalshift_desktop.words import _

Words = Mapping[StrEnum, str]


def act_words() -> Mapping[AuditAct, str]:
    """What was done about marks and the chart, as the audit trail says it."""
    return {
        AuditAct.DROP_TALKED_THROUGH: _("Drop talked through"),
        AuditAct.MARK_CLASSED: _("Mark classed"),
        AuditAct.CHART_ENTRY_ADDED: _("Entry on the chart added"),
        AuditAct.CHART_ENTRY_CHANGED: _("Entry on the chart changed"),
        AuditAct.CHART_ENTRY_TAKEN_OFF: _("Entry taken off the chart"),
    }


def _mark_class() -> Words:
    return {
        MarkClass.WITHDRAWAL: _("Withdrawal"),
        MarkClass.CONFRONTATION: _("Confrontation"),
        MarkClass.UNCLEAR: _("Unclear"),
        MarkClass.SOMETHING_ELSE: _("Something else"),
        MarkClass.NONE: _("No rupture after all"),
    }


def _mark_class_in_sentence() -> Words:
    return {
        MarkClass.WITHDRAWAL: _("withdrawal"),
        MarkClass.CONFRONTATION: _("confrontation"),
        MarkClass.UNCLEAR: _("unclear of which kind"),
        MarkClass.SOMETHING_ELSE: _("of another kind"),
        MarkClass.NONE: _("no rupture after all"),
    }


def _entry_kind() -> Words:
    return {
        EntryKind.NOTE: _("Note"),
        EntryKind.MEDICATION: _("Medication"),
        EntryKind.HOLIDAY: _("Holiday"),
        EntryKind.MOVE_ONLINE: _("Move online"),
        EntryKind.OTHER: _("Other event"),
    }


def _known() -> Words:
    return {
        Known.MEDICINE_BEGUN: _("Medicine begun"),
        Known.MEDICINE_ENDED: _("Medicine ended"),
        Known.PRACTICE_CLOSED: _("Practice closed"),
        Known.FIRST_VIDEO: _("First session by video"),
        Known.NOTE_ON_AGREEMENT: _("Note on an agreement"),
    }


def _how_given_in_sentence() -> Words:
    return {
        HowGiven.ALONE: _("alone"),
        HowGiven.READ_ALOUD: _("read aloud"),
        HowGiven.INTERPRETER: _("through the interpreter"),
        HowGiven.PHONE_OR_VIDEO: _("by phone or video"),
        HowGiven.PARENT_PRESENT: _("with a parent present"),
    }


ALONE: Mapping[type[StrEnum], Callable[[], Words]] = {
    MarkClass: _mark_class,
    EntryKind: _entry_kind,
    Known: _known,
}
IN_SENTENCE: Mapping[type[StrEnum], Callable[[], Words]] = {
    MarkClass: _mark_class_in_sentence,
    HowGiven: _how_given_in_sentence,
}
