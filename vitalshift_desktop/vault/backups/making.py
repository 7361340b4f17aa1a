"""Making backups: one copy of the records, proven, then written to each place and proven there again."""

import os
import shutil
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import TracebackType

from vitalshift_desktop.domain.problems import (
    BackupCancelled,
    BackupDamaged,
    BackupFailed,
    BackupTampered,
    DiskFull,
    VaultIsDamaged,
    VaultIsLocked,
    VaultProblem,
)
from vitalshift_desktop.domain.vaults import Backup
from vitalshift_desktop.vault.backups.backup_check import backup_of, contents_of, prove_file, read_the_rest
from vitalshift_desktop.vault.backups.backup_file import HEADER, RECORDS, Manifest, Moved, write_backup
from vitalshift_desktop.vault.backups.backup_names import backup_name, sweep_parts
from vitalshift_desktop.vault.backups.backup_notes import note_made
from vitalshift_desktop.vault.connection import Connector, RawConnection
from vitalshift_desktop.vault.failures import told_as_problems
from vitalshift_desktop.vault.files.atomic_write import new_private_file, replace, sync_folder, temporary_beside
from vitalshift_desktop.vault.files.device_paths import VaultPaths
from vitalshift_desktop.vault.keys.header import Header
from vitalshift_desktop.vault.keys.key_slots import SlotType
from vitalshift_desktop.vault.keys.vault_key import VaultKey
from vitalshift_desktop.vault.meta import GENERATION
from vitalshift_desktop.vault.progress import Cancelled, Progress, share_of
from vitalshift_desktop.vault.seal import Digest
from vitalshift_desktop.vault.transactions import Transactions

_STEPS_BETWEEN_QUESTIONS = 2000
_SNAPSHOT = 0.4  # the share of the work that is done by then
_LITTLE_ROOM = 1024 * 1024
_Contents = Callable[[dict[str, Digest]], Manifest]


@dataclass(frozen=True, slots=True)
class Target:
    """A folder to back up to; with `recovery_only` the backup opens by recovery code alone."""

    folder: Path
    recovery_only: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one target: a proven backup, or the problem that kept it from being made."""

    target: Target
    backup: Backup | None = None
    problem: VaultProblem | None = None


@dataclass(frozen=True, slots=True)
class BackupJob:
    """Backs up an open vault, from any thread; `noted` is False for a vault too old to write down its backups."""

    vault: VaultPaths
    header: Header
    key: VaultKey
    connector: Connector
    transactions: Transactions
    now: Callable[[], datetime]
    noted: bool = True

    def made_in(self, targets: Sequence[Target], progress: Progress, cancelled: Cancelled) -> tuple[Outcome, ...]:
        """Write one state of the records to each target, prove each file and note it.

        A target that fails leaves nothing new there and does not keep the others from being tried. Raises what goes
        wrong before the first target, BackupCancelled and VaultIsLocked.
        """
        made = self.now()
        with told_as_problems():
            with self.transactions.write() as work:
                generation = work.meta.count_up(GENERATION)
            name = backup_name(self.header.vault_id, made, generation)
            with temporary_beside(self.vault.database) as snapshot:
                self._take_snapshot(snapshot, cancelled)
                progress(_SNAPSHOT)
                with self._check(snapshot, made, cancelled) as check:
                    size, each = snapshot.stat().st_size, (1.0 - _SNAPSHOT) / max(len(targets), 1)
                    outcomes = []
                    for number, target in enumerate(targets):
                        begin = _SNAPSHOT + number * each
                        written = share_of(size, begin, begin + each / 2, progress, cancelled)
                        read = share_of(size, begin + each / 2, begin + each, progress, cancelled)
                        outcomes.append(self._tried(target, _Work(name, snapshot, size, check, written, read)))
        progress(1.0)
        return tuple(outcomes)

    # ------------------------------------------------------------ the copy of the records

    def _take_snapshot(self, snapshot: Path, cancelled: Cancelled) -> None:
        """A consistent, encrypted copy of the records while others write."""
        os.close(new_private_file(snapshot))
        with self._stoppable(self.connector, cancelled) as raw:
            raw.execute("VACUUM INTO ?", (str(snapshot),))

    def _check(self, snapshot: Path, made: datetime, cancelled: Cancelled) -> "_Check":
        """Begin to read the copy; what is written before it is read must wait for its signed list of contents."""
        copy = Connector(snapshot, self.key, self.header.salt, read_only=True)

        def look() -> _Contents:
            with self._stoppable(copy, cancelled) as raw:
                read_the_rest(raw)
                return contents_of(raw, self.header, self.key, made)

        return _Check(look, copy)

    @contextmanager
    def _stoppable(self, connector: Connector, cancelled: Cancelled) -> Iterator[RawConnection]:
        """A connection whose statements end when the backup is stopped or the vault is locked."""

        def stop() -> int:
            return int(cancelled() or not self.connector.is_open)

        try:
            with connector.apart() as raw:
                raw.set_progress_handler(stop, _STEPS_BETWEEN_QUESTIONS)
                yield raw
        except VaultIsLocked:
            self._demand_open()
            raise BackupCancelled from None
        except VaultIsDamaged:
            self._demand_open()  # a key that was wiped a moment ago makes every page look forged
            raise
        self._demand_open()

    # ------------------------------------------------------------ one target

    def _tried(self, target: Target, work: "_Work") -> Outcome:
        try:
            with told_as_problems():
                backup = self._made(target, work)
        except (BackupCancelled, VaultIsLocked, VaultIsDamaged):
            raise
        except VaultProblem as problem:
            return Outcome(target, problem=problem)
        if self.noted:
            with self.transactions.write() as unit:
                note_made(unit, backup, self.vault.folder, self.now())
        return Outcome(target, backup)

    def _made(self, target: Target, work: "_Work") -> Backup:
        target.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if shutil.disk_usage(target.folder).free < work.size + _LITTLE_ROOM:
            raise DiskFull
        sweep_parts(target.folder, self.header.vault_id, self.now())
        path = target.folder / work.name
        if path.exists():
            raise BackupFailed
        header = self._header_for(target)
        try:
            manifest = self._write(path, header, work)
            prove_file(path, header, manifest, self.key, work.read)
            self._demand_open()
        except (BackupDamaged, BackupTampered):
            path.unlink(missing_ok=True)
            self._demand_open()
            raise BackupFailed from None
        except BaseException:
            path.unlink(missing_ok=True)
            raise
        return backup_of(path, header, manifest)

    def _write(self, path: Path, header: Header, work: "_Work") -> Manifest:
        written: list[Manifest] = []

        def manifest(header_digest: Digest, records_digest: Digest) -> bytes:
            written.append(work.check.contents()({HEADER: header_digest, RECORDS: records_digest}))
            return written[0].to_bytes(self.key)

        with temporary_beside(path) as part:
            write_backup(part, header.to_bytes(), work.snapshot, manifest, work.written)
            self._demand_open()  # locked meanwhile: the key that signed the list is gone
            replace(part, path)
            sync_folder(path.parent)
        return written[0]

    def _header_for(self, target: Target) -> Header:
        if not target.recovery_only:
            return self.header
        others = tuple(slot for slot in self.header.slots if slot.type is not SlotType.RECOVERY)
        return self.header.without(others).signed_by(self.key)

    def _demand_open(self) -> None:
        if not self.connector.is_open:
            raise VaultIsLocked


class _Check:
    """Reads the copy in a thread of its own, while it is being written to the first target."""

    def __init__(self, look: Callable[[], _Contents], copy: Connector) -> None:
        self._look = look
        self._copy = copy
        self._contents: _Contents | None = None
        self._problem: BaseException | None = None
        self._thread = threading.Thread(target=self._run, name="backup-check", daemon=True)

    def contents(self) -> _Contents:
        """The contents of the copy, once every page of it was found authentic; raises what was found wrong."""
        self._thread.join()
        if self._contents is None:
            raise self._problem or VaultIsDamaged()
        return self._contents

    def __enter__(self) -> "_Check":
        """Begin."""
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop reading, and let the copy go."""
        self._copy.close_all()
        self._thread.join()

    def _run(self) -> None:
        try:
            self._contents = self._look()
        except BaseException as problem:  # noqa: BLE001 -- handed to the thread that waits for it
            self._problem = problem


@dataclass(frozen=True, slots=True)
class _Work:
    """What all targets have in common, and how one of them tells how far it is."""

    name: str
    snapshot: Path
    size: int
    check: _Check
    written: Moved
    read: Moved
