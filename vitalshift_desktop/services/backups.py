"""What the counselor can do about backups."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from vitalshift_desktop.domain.backup_rules import (
    LONGEST_WITHOUT,
    Reason,
    Standing,
    drill_is_due,
    is_due,
)
from vitalshift_desktop.domain.backups import BackupPlace, MadeBackup, PlaceTrouble, ProvenRestore
from vitalshift_desktop.domain.changes import Changed, Subject
from vitalshift_desktop.domain.problems import BackupCancelled, BackupPlaceAway, Problem
from vitalshift_desktop.domain.vaults import Backup
from vitalshift_desktop.services.backup_care import looked_at, restored_for_a_try
from vitalshift_desktop.services.backup_facts import after_try, has_changes, has_failed
from vitalshift_desktop.services.backup_list import listed
from vitalshift_desktop.services.backup_places import BackupPlaces
from vitalshift_desktop.services.backup_views import (
    BackupRun,
    BackupState,
    BackupTrouble,
    ListedBackup,
    PlaceOutcome,
)
from vitalshift_desktop.services.clock import Clock
from vitalshift_desktop.services.events import Events
from vitalshift_desktop.vault.backups.backup_notes import last_drill
from vitalshift_desktop.vault.backups.making import Outcome, Target
from vitalshift_desktop.vault.backups.old_backups import give_up_older, taken_away
from vitalshift_desktop.vault.meta import BACKUP_PENDING
from vitalshift_desktop.vault.vault import Vault

__all__ = ["BackupRun", "BackupState", "BackupTrouble", "Backups", "ListedBackup", "PlaceOutcome", "Reason"]


class Backups(BackupPlaces):
    """Encrypted backups that were opened and compared."""

    def __init__(self, vault: Vault, clock: Clock, events: Events) -> None:
        super().__init__(vault, clock, events)
        self._last_failed = False  # in a folder that is not one of the places

    # ------------------------------------------------------------ how they stand

    def state(self) -> BackupState:
        """How the backups stand; a sample practice needs none."""
        with self._vault.read() as work:
            is_sample, places, made = work.practice.get().is_sample, work.backups.places(), work.backups.made()
            pending, drilled = work.meta.get(BACKUP_PENDING) is not None, last_drill(work.meta)
        good = [backup for backup in made if backup.is_good]
        last = good[0] if good else None
        failing = tuple(place for place in places if place.trouble not in (None, PlaceTrouble.AWAY))
        return BackupState(
            last_good_at=last.made if last else None,
            folder=places[0].folder if places else last.folder if last else None,
            problem=None if is_sample else self._trouble(last.made if last else None, failing),
            other_drive=last is not None and last.other_drive,
            places=places,
            failing=failing,
            pending=pending,
            shrunk=good[0].shrunk if good else (),
            last_proven_restore=drilled,
            spoilt=tuple(backup for backup in made if backup.proven_at and not backup.is_good),
        )

    def has_changes(self) -> bool:
        """Whether anything was written that the newest good backup does not hold; quick enough to ask often."""
        with self._vault.read() as work:
            return has_changes(work, work.backups.newest_good())

    def due(self, reason: Reason, idle_seconds: float | None = None) -> bool:
        """Whether a backup should be made now for this reason; for IDLE tell how long nobody touched the computer.

        A sample practice needs none, except when it is asked for.
        """
        standing = self.standing(idle_seconds)
        return reason is Reason.MANUAL if standing is None else is_due(reason, standing)

    def standing(self, idle_seconds: float | None = None, *, has_place: bool | None = None) -> Standing | None:
        """What decides whether a backup is due; None for a sample practice, which needs none.

        `has_place` tells whether any place is in reach; the folders are looked at only where that is not known.
        """
        with self._vault.read() as work:
            newest, is_sample = work.backups.newest_good(), work.practice.get().is_sample
            places, pending = work.backups.places(), work.meta.get(BACKUP_PENDING) is not None
            changed = has_changes(work, newest)
        if is_sample:
            return None
        return Standing(
            now=self._clock.now(),
            newest=newest.made if newest else None,
            changed=changed,
            has_place=any(map(self.is_reachable, places)) if has_place is None else has_place,
            idle_seconds=idle_seconds,
            pending=pending,
        )

    def place_is_behind(self, place: BackupPlace) -> bool:
        """Whether the records hold something that the newest good backup in this place, just plugged in, does not."""
        with self._vault.read() as work:
            here = (made for made in work.backups.made() if made.is_good and made.folder == place.folder)
            return has_changes(work, next(here, None))

    @property
    def last_proven_restore(self) -> ProvenRestore | None:
        """The last restore drill in which everything was right."""
        with self._vault.read() as work:
            return last_drill(work.meta)

    def drill_due(self) -> bool:
        """Whether a backup should be restored for a try: a month after the last try, or after the first backup."""
        with self._vault.read() as work:
            last, made = last_drill(work.meta), work.backups.made()
        first = min((backup.made for backup in made if backup.is_good), default=None)
        return drill_is_due(self._clock.now(), last.at if last else None, first)

    def listed(self) -> tuple[ListedBackup, ...]:
        """The backups of this vault, the newest first: those it remembers, and others that lie in reachable places."""
        with self._vault.read() as work:
            made, places = work.backups.made(), work.backups.places()
        reachable = {place.folder for place in places if self.is_reachable(place)}
        return listed(made, reachable, self._vault.ways_in.header)

    # ------------------------------------------------------------ making them, slow

    def back_up_everywhere(
        self,
        progress: Callable[[float], None],
        cancelled: Callable[[], bool],
        reason: Reason = Reason.MANUAL,
    ) -> BackupRun:
        """Write one state of the records to every place that can be reached, prove each file, then tidy by the rules.

        A place that fails or is away is told in the run and does not keep the others from theirs. One that is cut
        short, also by locking, is remembered as pending. Raises BackupCancelled, VaultIsLocked, or what went wrong on
        the vault's own drive.
        """
        places = self.places()
        here = [place for place in places if self.is_reachable(place)]
        away = [place for place in places if place not in here]
        outcomes: tuple[Outcome, ...] = ()
        if here:
            with self._vault.write() as work:
                work.meta.set(BACKUP_PENDING, reason.value)
            targets = [Target(place.folder, place.recovery_only) for place in here]
            outcomes = self._vault.backups.make(targets, progress=progress, cancelled=cancelled)
        told = [PlaceOutcome(place, o.backup, o.problem) for place, o in zip(here, outcomes, strict=True)]
        told += [PlaceOutcome(place, problem=BackupPlaceAway()) for place in away]
        removed = self._concluded(told)
        self._events.publish(Changed(Subject.BACKUPS))
        return BackupRun(tuple(told), removed)

    def back_up(
        self,
        folder: Path,
        progress: Callable[[float], None],
        cancelled: Callable[[], bool],
        *,
        recovery_only: bool = False,
    ) -> Backup:
        """Write an encrypted copy into one folder, open it and compare it; the folder need not be a place.

        With `recovery_only`, or in a place that is so, it opens by recovery code alone.

        Raises BackupFailed, BackupCancelled, DiskFull or FolderIsReadOnly.
        """
        place = next((place for place in self.places() if place.folder == folder), None)
        target = Target(folder, recovery_only or (place is not None and place.recovery_only))
        try:
            (outcome,) = self._vault.backups.make((target,), progress=progress, cancelled=cancelled)
            if outcome.problem:
                raise outcome.problem
        except BackupCancelled:
            raise
        except Problem as problem:
            self._last_failed = True
            if place:
                self._concluded([PlaceOutcome(place, problem=problem)])
            raise
        assert outcome.backup is not None  # noqa: S101 -- an outcome has the one or the other
        self._last_failed = False
        if place:
            self._concluded([PlaceOutcome(place, outcome.backup)])
        self._events.publish(Changed(Subject.BACKUPS))
        return outcome.backup

    # ------------------------------------------------------------ looking after them, slow

    def look_after(self) -> tuple[MadeBackup, ...]:
        """Look whether the newest backups in each place are still there and still backups.

        Gives those that are newly found spoilt or gone, as after somebody encrypted or emptied the drive; until then
        they counted as good.
        """
        here = {place.folder for place in self.places() if self.is_reachable(place)}
        spoilt = looked_at(self._vault, self._clock.now(), here)
        if spoilt:
            self._events.publish(Changed(Subject.BACKUPS))
        return spoilt

    def drill(self, progress: Callable[[float], None], cancelled: Callable[[], bool]) -> ProvenRestore:
        """Restore the newest good backup within reach into a vault of its own for a moment, open it and check it all.

        Nothing of it is left. Raises NoBackupToTry, BackupDamaged, BackupTampered, RestoreDrillFailed,
        BackupCancelled, DiskFull, DriveFailed or VaultIsLocked.
        """
        try:
            return restored_for_a_try(self._vault, self._clock.now, progress, cancelled)
        finally:
            self._events.publish(Changed(Subject.BACKUPS))

    # ------------------------------------------------------------ how a try ended

    def _concluded(self, told: Sequence[PlaceOutcome]) -> tuple[str, ...]:
        """Write down how each place did; give up older backups where one was made. Gives the names that went."""
        zone, now = ZoneInfo(self._clock.zone()), self._clock.now()
        with self._vault.write() as work:
            surplus: list[Path] = []
            known = {place.id for place in work.backups.places()}
            for outcome in told:
                if outcome.place.id not in known:
                    continue  # taken out of the list meanwhile
                work.backups.save_place(after_try(outcome, now, self._vault.folder))
                if outcome.backup:
                    surplus += give_up_older(work, outcome.place.folder, zone)
            if any(outcome.backup for outcome in told) and not any(has_failed(outcome) for outcome in told):
                work.meta.forget(BACKUP_PENDING)
        for path in surplus:
            taken_away(path)
        return tuple(path.name for path in surplus)

    def _trouble(self, made: datetime | None, failing: Sequence[BackupPlace]) -> BackupTrouble | None:
        if self._last_failed or failing:
            return BackupTrouble.FAILED
        if made is None:
            return BackupTrouble.NEVER
        return BackupTrouble.OVERDUE if self._clock.now() - made > LONGEST_WITHOUT else None
