"""Where backups go, and the rules for keeping them."""

from dataclasses import replace
from pathlib import Path

from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.backup_rules import BackupRules
from vitalshift_desktop.domain.backups import BackupPlace, PlaceId
from vitalshift_desktop.domain.changes import Changed, Subject
from vitalshift_desktop.services.clock import Clock
from vitalshift_desktop.services.events import Events
from vitalshift_desktop.vault.backups.backup_notes import is_other_drive, keep_rules, rules_of
from vitalshift_desktop.vault.vault import Vault

_NEW = PlaceId(0)


class BackupPlaces:
    """The folders that backups go to, how many are kept there, and how far one may shrink."""

    def __init__(self, vault: Vault, clock: Clock, events: Events) -> None:
        self._vault = vault
        self._clock = clock
        self._events = events

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

    def accept_shrink(self, *, by: object = None) -> None:
        """The records are rightly smaller than before: from now on they are the measure, and the rules apply again."""
        with self._vault.write() as work:
            for backup in work.backups.made():
                if backup.shrunk:
                    work.backups.save(replace(backup, shrunk=()))
            work.audit.append(AuditAct.BACKUP_SHRINK_ACCEPTED)
        self._events.publish(Changed(Subject.BACKUPS, by=by))
