"""What the counselor can do about backups."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.backup_rules import (
    LONGEST_WITHOUT,
    BackupRules,
    Reason,
    Standing,
    drill_is_due,
    is_due,
)
from vitalshift_desktop.domain.backups import BackupPlace, PlaceId, PlaceTrouble, ProvenRestore
from vitalshift_desktop.domain.changes import Changed, Subject
from vitalshift_desktop.domain.problems import BackupCancelled, BackupPlaceAway, Problem
from vitalshift_desktop.domain.vaults import Backup
from vitalshift_desktop.services.backup_facts import after_try, has_changes, has_failed
from vitalshift_desktop.services.backup_list import listed
from vitalshift_desktop.services.backup_views import (
    BackupRun,
    BackupState,
    BackupTrouble,
    ListedBackup,
    PlaceOutcome,
)
from vitalshift_desktop.services.clock import Clock
from vitalshift_desktop.services.events import Events
from vitalshift_desktop.vault.backup_notes import is_other_drive, keep_rules, last_drill, rules_of
from vitalshift_desktop.vault.backups import Outcome, Target
from vitalshift_desktop.vault.meta import BACKUP_PENDING
from vitalshift_desktop.vault.old_backups import give_up_older, taken_away
from vitalshift_desktop.vault.vault import Vault

__all__ = ["BackupRun", "BackupState", "BackupTrouble", "Backups", "ListedBackup", "PlaceOutcome", "Reason"]

_NEW = PlaceId(0)


class Backups:
    """Encrypted backups that were opened and compared."""

    def __init__(self, vault: Vault, clock: Clock, events: Events) -> None:
        self._vault = vault
        self._clock = clock
        self._events = events
        self._last_failed = False  # in a folder that is not one of the places

    # ------------------------------------------------------------ places and rules

    def places(self) -> tuple[BackupPlace, ...]:
        """The folders that backups go to."""
        with self._vault.read() as work:
            return work.backups.places()

    def add_place(self, folder: Path, *, recovery_only: bool = False, by: object = None) -> BackupPlace:
        """Let backups go to this folder too; if it is a place already, that place as it stands.

        With `recovery_only` the backups there open by recovery code alone, for a folder that somebody else keeps.
        """
        for known in self.places():
            if known.folder == folder:
                return known
        with self._vault.write() as work:
            place = work.backups.add_place(BackupPlace(_NEW, folder, recovery_only, self._clock.now()))
            work.audit.append(AuditAct.BACKUP_PLACE_ADDED, f"backup_place:{place.id}", recovery_only=recovery_only)
        self._events.publish(Changed(Subject.BACKUPS, by=by))
        return place

    def change_place(self, place_id: PlaceId, *, recovery_only: bool, by: object = None) -> BackupPlace:
        """Let the next backups in a place open by recovery code alone, or by the passphrase too. Raises NotFound."""
        with self._vault.write() as work:
            place = replace(work.backups.place(place_id), recovery_only=recovery_only)
            work.backups.save_place(place)
            work.audit.append(AuditAct.BACKUP_PLACE_CHANGED, f"backup_place:{place_id}", recovery_only=recovery_only)
        self._events.publish(Changed(Subject.BACKUPS, by=by))
        return place

    def remove_place(self, place_id: PlaceId, *, by: object = None) -> BackupPlace:
        """Let backups go there no longer; those that lie there stay. Raises NotFound."""
        with self._vault.write() as work:
            place = work.backups.remove_place(place_id)
            work.audit.append(AuditAct.BACKUP_PLACE_REMOVED, f"backup_place:{place_id}")
        self._events.publish(Changed(Subject.BACKUPS, by=by))
        return place

    def is_reachable(self, place: BackupPlace) -> bool:
        """Whether a place is there now.

        A place that was on another drive is not, while its folder lies on the vault's own: that is the empty folder
        where the drive would show.
        """
        try:
            there = place.folder.is_dir()
            return there and not (place.other_drive and not is_other_drive(place.folder, self._vault.folder))
        except OSError:
            return False

    def rules(self) -> BackupRules:
        """How many backups are kept, and how far one may shrink."""
        with self._vault.read() as work:
            return rules_of(work.meta)

    def set_rules(self, rules: BackupRules, *, by: object = None) -> None:
        """Set the rules. Raises BackupRulesOutOfRange."""
        rules.demand_possible()
        with self._vault.write() as work:
            keep_rules(work.meta, rules)
            work.audit.append(AuditAct.SETTINGS_CHANGED, "backups")
        self._events.publish(Changed(Subject.BACKUPS, by=by))

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
            has_first=any(backup.other_drive for backup in good),
            places=places,
            failing=failing,
            pending=pending,
            shrunk=good[0].shrunk if good else (),
            last_proven_restore=drilled,
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

    def standing(self, idle_seconds: float | None = None) -> Standing | None:
        """What decides whether a backup is due; None for a sample practice, which needs none."""
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
            has_place=any(self.is_reachable(place) for place in places),
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
            outcomes = self._vault.back_up_to(targets, progress=progress, cancelled=cancelled)
        told = [PlaceOutcome(place, o.backup, o.problem) for place, o in zip(here, outcomes, strict=True)]
        told += [PlaceOutcome(place, problem=BackupPlaceAway()) for place in away]
        removed = self._concluded(told)
        self._events.publish(Changed(Subject.BACKUPS))
        return BackupRun(tuple(told), removed)

    def back_up(self, folder: Path, progress: Callable[[float], None], cancelled: Callable[[], bool]) -> Backup:
        """Write an encrypted copy into one folder, open it and compare it; the folder need not be a place.

        Raises BackupFailed, BackupCancelled, DiskFull or FolderIsReadOnly.
        """
        place = next((place for place in self.places() if place.folder == folder), None)
        target = Target(folder, place is not None and place.recovery_only)
        try:
            (outcome,) = self._vault.back_up_to((target,), progress=progress, cancelled=cancelled)
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

    def accept_shrink(self, *, by: object = None) -> None:
        """The records are rightly smaller than before: from now on they are the measure, and the rules apply again."""
        with self._vault.write() as work:
            for backup in work.backups.made():
                if backup.shrunk:
                    work.backups.save(replace(backup, shrunk=()))
            work.audit.append(AuditAct.BACKUP_SHRINK_ACCEPTED)
        self._events.publish(Changed(Subject.BACKUPS, by=by))

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
