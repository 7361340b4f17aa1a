"""The backups of an open vault: made, looked at again, and restored for a try."""

from collections.abc import Sequence

from vitalshift_desktop.domain.backups import MadeBackup
from vitalshift_desktop.domain.problems import (
    BackupDamaged,
    BackupTampered,
    KeySettingsOutOfBounds,
    VaultIsLocked,
    VaultIsNewer,
)
from vitalshift_desktop.vault.backups.backup_file import RECORDS, opened_archive
from vitalshift_desktop.vault.backups.drill import Drilled, OpenVault, drilled
from vitalshift_desktop.vault.backups.glance import contents_signed_by
from vitalshift_desktop.vault.backups.making import BackupJob, Outcome, Target
from vitalshift_desktop.vault.failures import told_as_problems
from vitalshift_desktop.vault.opening import Opened, Place
from vitalshift_desktop.vault.progress import Cancelled, Progress, never, unseen
from vitalshift_desktop.vault.transactions import Transactions
from vitalshift_desktop.vault.watch import Watch
from vitalshift_desktop.vault.ways_in import WaysIn


class OwnBackups:
    """What can be done with backups of one open vault; slow, from any thread."""

    def __init__(
        self, place: Place, parts: Opened, transactions: Transactions, watch: Watch, ways_in: WaysIn, opens: OpenVault
    ) -> None:
        self._place = place
        self._parts = parts
        self._transactions = transactions
        self._watch = watch
        self._ways_in = ways_in
        self._opens = opens

    def make(
        self,
        targets: Sequence[Target],
        *,
        progress: Progress = unseen,
        cancelled: Cancelled = never,
        noted: bool = True,
    ) -> tuple[Outcome, ...]:
        """Write one state of the records to several folders; one that fails does not keep the others from theirs.

        With `noted` False nothing is written down, for a vault too old for it. Raises BackupCancelled, VaultIsLocked,
        and what goes wrong on the vault's own drive.
        """
        self._demand_open()
        place, parts = self._place, self._parts
        job = BackupJob(
            place.vault, self._ways_in.header, parts.key, parts.connector, self._transactions, place.now, noted
        )
        outcomes = job.made_in(targets, progress, cancelled)
        made = [outcome.backup.generation for outcome in outcomes if outcome.backup]
        self._watch.generation = max(self._watch.generation, *made, 0)
        return outcomes

    def is_opened_by_todays_key(self, backup: MadeBackup) -> bool:
        """Whether the vault's present key opens this backup; one from before a change of the key needs its secrets."""
        return backup.opened_by.epoch == self._ways_in.header.epoch

    def looks_whole(self, backup: MadeBackup) -> bool:
        """A quick look at a file that is there: is it still this backup, of this size, with a list that the key signed.

        What somebody encrypted, emptied, cut, or replaced by an older backup is seen; a single flipped byte is not.
        Raises DriveFailed.
        """
        self._demand_open()
        with told_as_problems():
            try:
                if backup.size and backup.path.stat().st_size != backup.size:
                    return False
                if self.is_opened_by_todays_key(backup):
                    self._demand_this_one(backup)
                else:
                    with opened_archive(backup.path) as archive:
                        archive.getinfo(RECORDS)
            except (BackupDamaged, BackupTampered, VaultIsNewer, KeySettingsOutOfBounds):
                return False
        return True

    def drill(self, backup: MadeBackup, progress: Progress = unseen, cancelled: Cancelled = never) -> Drilled:
        """Restore a backup into a vault of its own beside this one, open it, check everything, and take it away again.

        Raises BackupDamaged, BackupTampered, BackupCancelled, VaultIsLocked, DiskFull, FolderIsReadOnly or DriveFailed.
        """
        self._demand_open()
        place, key = self._place, self._parts.key

        def stop() -> bool:
            return cancelled() or not self._transactions.is_open

        try:
            with told_as_problems():
                self._demand_this_one(backup)
            found = drilled(backup.path, key.copy(), place, self._opens, progress, stop)
        except Exception:
            self._demand_open()  # whatever a wiped key makes of it, the vault was locked
            raise
        self._demand_open()
        return found

    def _demand_this_one(self, backup: MadeBackup) -> None:
        """Raise BackupTampered for another backup of the same vault: whoever keeps them can exchange them."""
        if contents_signed_by(self._parts.key, backup.path).generation != backup.generation:
            raise BackupTampered

    def _demand_open(self) -> None:
        if not self._transactions.is_open:
            raise VaultIsLocked
