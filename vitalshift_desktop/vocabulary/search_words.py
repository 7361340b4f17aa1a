"""The words for what can be found in the record."""

from collections.abc import Callable, Mapping
from enum import StrEnum

from vitalshift_desktop.domain.record_search import EntryKind
from vitalshift_desktop.words import _


def _entry_kinds() -> Mapping[StrEnum, str]:
    return {
        EntryKind.NOTE: _("Session note"),
        EntryKind.ADDENDUM: _("Added to a note"),
        EntryKind.CONTACT: _("Contact note"),
        EntryKind.GOAL: _("Goal"),
        EntryKind.AGREEMENT: _("Clause of the boundaries"),
        EntryKind.ATTACHMENT: _("Document"),
        EntryKind.SAFETY_PLAN: _("Safety plan"),
        EntryKind.CONSENT: _("Consent"),
        EntryKind.COMMITMENT: _("Rhythm and length"),
        EntryKind.AGREED_BREAK: _("Agreed break"),
        EntryKind.BOUNDARY_EVENT: _("Note on an agreement"),
        EntryKind.WORKSHEET: _("Worksheet for before and after"),
        EntryKind.CONSULTATION: _("Consultation"),
    }


ALONE: Mapping[type[StrEnum], Callable[[], Mapping[StrEnum, str]]] = {EntryKind: _entry_kinds}
