"""The state of the backups in a few words, as the navigation says it."""

from dataclasses import dataclass
from datetime import datetime

from vitalshift_desktop.domain.vault_care import CareKind
from vitalshift_desktop.services.clock import local, today
from vitalshift_desktop.ui.dates_in_words import relative_day, time_words
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.words import _

_NOT_GOOD = frozenset({CareKind.BACKUP_OVERDUE, CareKind.BACKUPS_SPOILT, CareKind.RECORDS_SHRUNK})


@dataclass(frozen=True)
class StateWords:
    """A headline and a detail; not good means that something is to be done."""

    headline: str
    detail: str
    good: bool


def state_words(desk: Desk) -> StateWords:
    """How the backups stand now."""
    workspace = desk.workspace
    facts = workspace.care.facts()
    if facts.is_sample:
        return StateWords(_("Sample practice"), _("No backup needed"), good=True)
    if facts.failing_since is not None:
        return StateWords(_("Backup failed"), _("See what to do"), good=False)
    if facts.last_good_at is None:
        detail = _("Back up now") if workspace.backups.places() else _("Choose a folder")
        return StateWords(_("Not backed up yet"), detail, good=False)
    if facts.elsewhere_at is None:
        return StateWords(_headline(desk, facts.last_good_at), _("On this drive only"), good=False)
    moment = local(workspace.clock, facts.last_good_at)
    troubled = any(care.kind in _NOT_GOOD for care in workspace.care.look().items)
    return StateWords(_headline(desk, facts.last_good_at), time_words(moment), good=not troubled)


def _headline(desk: Desk, made: datetime) -> str:
    clock = desk.workspace.clock
    day, here = local(clock, made).date(), today(clock)
    words = relative_day(day, here)
    return _("Backed up {day}").format(day=words.lower() if (here - day).days <= 1 else words)
