"""The state of the backups in a few words, as the navigation says it."""

from dataclasses import dataclass

from vitalshift_desktop.services.backups import BackupState, BackupTrouble
from vitalshift_desktop.services.clock import local, today
from vitalshift_desktop.ui.dates_in_words import relative_day, time_words
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.words import _


@dataclass(frozen=True)
class StateWords:
    """A headline and a detail; not good means that something is to be done."""

    headline: str
    detail: str
    good: bool


def state_words(desk: Desk) -> StateWords:
    """How the backups stand now."""
    if desk.workspace.practice.get().is_sample:
        return StateWords(_("Sample practice"), _("No backup needed"), good=True)
    state = desk.workspace.backups.state()
    if state.problem is BackupTrouble.FAILED:
        return StateWords(_("Backup failed"), _("See what to do"), good=False)
    if state.last_good_at is None:
        detail = _("Back up now") if state.places else _("Choose a folder")
        return StateWords(_("Not backed up yet"), detail, good=False)
    return _with_day(desk, state)


def _with_day(desk: Desk, state: BackupState) -> StateWords:
    assert state.last_good_at is not None  # noqa: S101 -- asked before
    clock = desk.workspace.clock
    moment, here = local(clock, state.last_good_at), today(clock)
    day = relative_day(moment.date(), here)
    headline = _("Backed up {day}").format(day=day.lower() if (here - moment.date()).days <= 1 else day)
    if not desk.workspace.care.has_backup_elsewhere():
        return StateWords(headline, _("On this drive only"), good=False)
    return StateWords(headline, time_words(moment), good=state.problem is None)
