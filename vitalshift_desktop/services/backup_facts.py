"""Small facts about backups that several acts need."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from vitalshift_desktop.domain.backup_rules import QUIET_ACTS
from vitalshift_desktop.domain.backups import BackupPlace, MadeBackup, PlaceTrouble
from vitalshift_desktop.domain.problems import BackupPlaceAway, Problem
from vitalshift_desktop.services.backup_views import PlaceOutcome
from vitalshift_desktop.vault.backups.backup_notes import is_other_drive
from vitalshift_desktop.vault.unit_of_work import UnitOfWork


def has_changes(work: UnitOfWork, newest: MadeBackup | None) -> bool:
    """Whether anything was written that this backup does not hold."""
    if newest is None:
        return True
    return work.audit.has_others_after(newest.audit_entry, QUIET_ACTS) or work.notes.changed_since(newest.made)


def has_failed(outcome: PlaceOutcome) -> bool:
    """Whether a place was there and yet no backup was made; being away is no failure."""
    return outcome.problem is not None and not isinstance(outcome.problem, BackupPlaceAway)


def after_try(outcome: PlaceOutcome, at: datetime, vault: Path) -> BackupPlace:
    """The place with what the last try there tells about it."""
    place = replace(outcome.place, tried_at=at)
    if outcome.backup:
        return replace(place, trouble=None, other_drive=is_other_drive(place.folder, vault))
    trouble = PlaceTrouble.of(outcome.problem or Problem())
    if trouble is PlaceTrouble.AWAY and place.trouble is not None:
        return place  # what went wrong while it was there is still true
    return replace(place, trouble=trouble)
