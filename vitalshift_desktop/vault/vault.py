"""The vault: created, opened, read, written, backed up, checked, closed."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.backups import MadeBackup
from vitalshift_desktop.domain.notes import Note
from vitalshift_desktop.domain.problems import BackupFailed, VaultIsLocked
from vitalshift_desktop.domain.vault_check import VaultCheck
from vitalshift_desktop.domain.vaults import Backup, ReadOnlyReason, VaultWarning
from vitalshift_desktop.vault.backups.backup_notes import note_made
from vitalshift_desktop.vault.backups.making import Target
from vitalshift_desktop.vault.backups.own_backups import OwnBackups
from vitalshift_desktop.vault.backups.restore_places import settle
from vitalshift_desktop.vault.check.kept_check import keep_check
from vitalshift_desktop.vault.check.proof import ProofJob
from vitalshift_desktop.vault.connection import Connector
from vitalshift_desktop.vault.creating import created, demand_free, demand_strong
from vitalshift_desktop.vault.emergency_draft import EmergencyDraft
from vitalshift_desktop.vault.files.device_paths import DevicePaths, VaultPaths
from vitalshift_desktop.vault.keys.header_files import keep_on_device
from vitalshift_desktop.vault.keys.key_slots import KdfCost, SlotType
from vitalshift_desktop.vault.keys.recovery import RecoveryCode
from vitalshift_desktop.vault.keys.throttle import Throttle
from vitalshift_desktop.vault.migrate import bring_up_to_date
from vitalshift_desktop.vault.opening import Opened, Place, Secret, opened
from vitalshift_desktop.vault.progress import Cancelled, Progress, never, unseen
from vitalshift_desktop.vault.reading import leave_nothing_of_reading, opened_to_read
from vitalshift_desktop.vault.records.draft_text import write_draft
from vitalshift_desktop.vault.records.search_index import begin_anew, freshen
from vitalshift_desktop.vault.stopping import Stopper
from vitalshift_desktop.vault.transactions import Transactions
from vitalshift_desktop.vault.unit_of_work import UnitOfWork
from vitalshift_desktop.vault.watch import Watch
from vitalshift_desktop.vault.ways_in import WaysIn


def utc_now() -> datetime:
    """The time by this computer's clock, in UTC."""
    return datetime.now(UTC)


class Vault:
    """An open vault. Any thread may use it; one act writes at a time."""

    def __init__(self, place: Place, parts: Opened, opened_by: SlotType) -> None:
        """Take over the parts of an opened vault and note in it that it was opened."""
        self._place = place
        self._lock = parts.lock
        self._key = parts.key
        self._connector: Connector = parts.connector
        self._transactions = Transactions(parts.connector, parts.key, place.now)
        self._watch = Watch(place, parts, self._transactions)
        self.ways_in = WaysIn(place, parts, self._transactions, self._watch, opened_by)
        self.emergency_draft = EmergencyDraft(place.device, parts.key, self.ways_in.header.vault_id)
        self.backups = OwnBackups(place, parts, self._transactions, self._watch, self.ways_in, Vault.open)
        self._is_open = True
        self._read_only: ReadOnlyReason | None = None
        self._not_begun: Opened | None = None
        self.opened_by = opened_by
        try:
            self._begin(parts)
        except BaseException:
            self._is_open = False
            self._transactions.close()
            self._watch.seal_again()
            self._let_go()
            raise

    @classmethod
    def create(
        cls,
        folder: Path,
        passphrase: str,
        *,
        paths: DevicePaths,
        now: Callable[[], datetime] = utc_now,
        cost: KdfCost | None = None,
    ) -> tuple["Vault", RecoveryCode]:
        """Make a vault where nothing is yet, and open it; without `cost` this computer's speed decides.

        Raises PassphraseTooWeak, VaultExists, FolderIsReadOnly, DiskFull, NotEnoughMemory or LibraryTooOld; then
        nothing is left behind.
        """
        demand_strong(passphrase)
        demand_free(folder)
        place = Place(VaultPaths(folder), paths, now)
        key, code = created(place, passphrase, cost or KdfCost.calibrated())
        try:
            return cls.open(folder, key, paths=paths, now=now), code
        finally:
            key.wipe()

    @classmethod
    def open(
        cls,
        folder: Path,
        secret: Secret,
        *,
        paths: DevicePaths,
        now: Callable[[], datetime] = utc_now,
        use_device_header: bool = False,
        read_only: bool = False,
    ) -> "Vault":
        """Open by passphrase (a text), recovery code, or a key that was derived before.

        `use_device_header` takes this computer's copy of the header, for a vault whose own copies are gone. Every
        way to fail is a problem of its own; none of them creates or changes records. With `read_only` a damaged
        vault opens as far as it can be read, and nothing in its folder changes.
        """
        settle(folder)
        place = Place(VaultPaths(folder), paths, now)
        open_it = opened_to_read if read_only else opened
        parts = open_it(place, secret, use_device_header=use_device_header)
        by_code = isinstance(secret, RecoveryCode)
        return cls(place, parts, SlotType.RECOVERY if by_code else SlotType.PASSPHRASE)

    @property
    def folder(self) -> Path:
        """The folder the vault lies in."""
        return self._place.vault.folder

    @property
    def device(self) -> DevicePaths:
        """Where this computer keeps what it remembers of the vault."""
        return self._place.device

    @property
    def vault_id(self) -> str:
        """The vault's own id, a uuid4 in text."""
        return self.ways_in.header.vault_id

    @property
    def created(self) -> datetime:
        """When the vault was made, to the second."""
        return datetime.fromtimestamp(self.ways_in.header.created, UTC)

    @property
    def generation(self) -> int:
        """A number that grows with each opening and each backup."""
        return self._watch.generation

    @property
    def warnings(self) -> tuple[VaultWarning, ...]:
        """What was noticed while the vault was opened."""
        return tuple(self._watch.warnings)

    @property
    def read_only(self) -> ReadOnlyReason | None:
        """Why nothing can be written, or None where it can."""
        return self._read_only

    @property
    def is_open(self) -> bool:
        """Whether the vault can still be used; after a change of its key it cannot, and is to be closed."""
        return self._is_open and self._transactions.is_open

    def read(self, stopper: Stopper | None = None) -> AbstractContextManager[UnitOfWork]:
        """One view of the vault; changes in it are dropped. Database errors leave as problems."""
        return self._transactions.read(stopper)

    def write(self) -> AbstractContextManager[UnitOfWork]:
        """One act, kept as a whole or not at all; after a problem such as DiskFull it can simply be tried again."""
        return self._transactions.write()

    def save_draft(self, before: Note, note: Note) -> bool:
        """Save the new text of a draft, quickly; False, and nothing is saved, if `before` is not what is stored."""
        return self._transactions.written(lambda raw: write_draft(raw, before, note))

    def freshen_search(self, most: int) -> bool:
        """Read so many of the changed entries into the full-text index, the newest first; False if none had changed."""
        return self._transactions.written(lambda raw: freshen(raw, most) > 0)

    def begin_search_anew(self) -> None:
        """Empty the full-text index and have everything read in again. Raises VaultIsDamaged where the damage lies
        deeper than the index.
        """
        self._transactions.written(begin_anew)

    def back_up(
        self, target: Path, *, recovery_only: bool = False, progress: Progress = unseen, cancelled: Cancelled = never
    ) -> Backup:
        """Write a backup into the folder `target`, open it again and compare; others may write meanwhile.

        With `recovery_only` the backup opens by recovery code alone. Raises BackupFailed, BackupCancelled, DiskFull
        or FolderIsReadOnly; then no file of this name is there and older backups are untouched.
        """
        (outcome,) = self.backups.make((Target(target, recovery_only),), progress=progress, cancelled=cancelled)
        if outcome.backup is None:
            raise outcome.problem or BackupFailed()
        return outcome.backup

    def last_backup(self) -> MadeBackup | None:
        """The newest backup that was opened and compared, and not found missing or damaged since."""
        with self.read() as work:
            return work.backups.newest_good()

    def check(
        self,
        *,
        words: Sequence[str] = (),
        backups: Sequence[Path] = (),
        progress: Progress = unseen,
        cancelled: Cancelled = never,
    ) -> VaultCheck:
        """Prove the vault: headers, page MACs, structure, trail, signed notes, and no plain text in files and backups.

        Raises BackupCancelled when stopped and VaultIsLocked; the result is kept in the vault, with its date.
        """
        self._demand_open()
        header, seen = self.ways_in.header, self.warnings
        job = ProofJob(self._place, header, self._key, self._connector, self._transactions, seen, words, backups)
        found = job.made(progress, cancelled)
        keep_check(self._transactions, found)
        return found

    def accept_older_state(self) -> None:
        """Write in a vault that is older than what this computer remembers; noted in the audit trail."""
        if self._read_only is not ReadOnlyReason.OLDER:
            return
        self._read_only, self._transactions.read_only = None, False
        parts, self._not_begun = self._not_begun, None
        if parts is not None:
            self._start_writing(parts)
        self._watch.accept_older_state()

    def close(self) -> None:
        """Lock the vault: cancel what runs, close every connection, seal, and let the folder go. Never raises."""
        if not self._is_open:
            return
        self._is_open = False
        try:
            head = self._watch.note_locked()
            self._transactions.close()
            if head is not None:
                self._watch.seal(head)
        finally:
            self._let_go()

    def __enter__(self) -> "Vault":
        """The vault itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Lock the vault."""
        self.close()

    def _begin(self, parts: Opened) -> None:
        """Begin to write, except in a vault that is damaged, or older than the one last seen and not accepted yet."""
        is_older = not parts.read_only and self._watch.is_older_than(parts.anchor)
        if parts.read_only or (is_older and not parts.outdated):
            self._not_begun = parts
        else:
            self._start_writing(parts)
        if parts.read_only or is_older:
            self._read_only = ReadOnlyReason.DAMAGED if parts.read_only else ReadOnlyReason.OLDER
            self._transactions.read_only = True
        Throttle(self._place.device, self._place.now).cleared(self.vault_id)

    def _start_writing(self, parts: Opened) -> None:
        self._watch.begin(parts.anchor)
        if parts.outdated:
            self._migrate()
        self._watch.note_opened(self.opened_by, parts.failures, checked=parts.checked)
        keep_on_device(self._place.device, self.ways_in.header)

    def _migrate(self) -> None:
        """A proven backup beside the records first, then all steps in one transaction."""
        (outcome,) = self.backups.make((Target(self.folder),), noted=False)
        if outcome.backup is None:
            raise outcome.problem or BackupFailed()
        bring_up_to_date(self._connector)
        with self.write() as work:
            note_made(work, outcome.backup, self.folder, self._place.now())
            work.audit.append(AuditAct.VAULT_MIGRATED)

    def _let_go(self) -> None:
        self.emergency_draft.forget()
        self._key.wipe()
        if self._read_only is ReadOnlyReason.DAMAGED:
            leave_nothing_of_reading(self._place.vault)
        self._lock.release()

    def _demand_open(self) -> None:
        if not self.is_open:
            raise VaultIsLocked
