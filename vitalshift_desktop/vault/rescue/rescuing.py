"""The way back from a damaged vault: the newest good backup and what can still be read, made whole beside it."""

import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from vitalshift_desktop.domain.problems import VaultIsDamaged, VaultProblem, WrongSecret
from vitalshift_desktop.domain.rescue import Rescued, Salvage
from vitalshift_desktop.vault.backups.backup_check import contents_of
from vitalshift_desktop.vault.backups.restore_places import RESTORING, Phase, beside, write_phase
from vitalshift_desktop.vault.backups.restoring import Restored, restored_beside
from vitalshift_desktop.vault.connection import Connector
from vitalshift_desktop.vault.failures import told_as_problems
from vitalshift_desktop.vault.files.device_paths import VaultPaths
from vitalshift_desktop.vault.files.lock_file import LockFile
from vitalshift_desktop.vault.keys.header import Header
from vitalshift_desktop.vault.keys.header_files import HeaderCopies
from vitalshift_desktop.vault.keys.vault_key import VaultKey
from vitalshift_desktop.vault.meta import AUDIT_HEAD, GENERATION
from vitalshift_desktop.vault.opening import Place, Secret, found_copies, proven
from vitalshift_desktop.vault.progress import Cancelled, Progress
from vitalshift_desktop.vault.reading import leave_nothing_of_reading, records_of
from vitalshift_desktop.vault.rescue.rebuilding import completed, rebuilt

_RESTORED = 0.6  # the share of the work that is done once the backup stands


@dataclass(frozen=True, slots=True)
class Rescue:
    """A whole vault beside the damaged one, as `switched` takes it, and what it is made of."""

    restored: Restored
    rescued: Rescued


def rescued_by_backup(file: Path, secret: Secret, place: Place, progress: Progress, cancelled: Cancelled) -> Rescue:
    """Restore the backup beside the damaged vault at `place`, and add what only the damaged file still holds.

    The damaged vault is only read. Raises what restoring raises, and VaultInUse; then nothing is left behind.
    """
    restored = restored_beside(file, secret, place.vault.folder, place, _part(progress, 0.0, _RESTORED), cancelled)
    try:
        before = dict(restored.manifest.counts)
        salvage = None
        with _readable(place, secret, restored) as source:
            if source is not None:
                there, header, key = restored.place, restored.header, restored.key
                salvage = completed(there, header, key, source, _part(progress, _RESTORED, 1.0), cancelled)
        _look_again(restored)
        return Rescue(restored, Rescued(restored.manifest.made, before, _counts(restored), salvage))
    except BaseException:
        restored.discard()
        raise


def rescued_without_backup(
    secret: Secret, place: Place, progress: Progress, cancelled: Cancelled, *, use_device_header: bool
) -> Rescue:
    """Make a new vault beside the damaged one from what can still be read of it; opens by the same secrets.

    Raises VaultIsDamaged if nothing can be read, what opening raises about header and secret, VaultInUse, DiskFull,
    FolderIsReadOnly or BackupCancelled; then nothing is left behind.
    """
    target = place.vault.folder
    with told_as_problems(), _locked(place):
        header, key = proven(place, found_copies(place, use_device_header=use_device_header), secret)
        try:
            with _connected(place, header, key) as source:
                if source is None:
                    raise VaultIsDamaged
                restored, salvage = _rebuilt_beside(target, place, header, key, source, progress, cancelled)
        except BaseException:
            key.wipe()
            raise
    return Rescue(restored, Rescued(None, {}, _counts(restored), salvage))


def _rebuilt_beside(
    target: Path,
    place: Place,
    header: Header,
    key: VaultKey,
    source: Connector,
    progress: Progress,
    cancelled: Cancelled,
) -> tuple[Restored, Salvage]:
    there = Place(VaultPaths(beside(target, f"{RESTORING}{secrets.token_hex(4)}")), place.device, place.now)
    new_header, salvage = rebuilt(there, header, key, source, progress, cancelled)
    lock: LockFile | None = None
    try:
        lock = LockFile(there.vault.lock)
        write_phase(there.vault.folder, Phase.READY, target)
        with Connector(there.vault.database, key, header.salt, read_only=True) as connector, connector.apart() as raw:
            manifest = contents_of(raw, new_header, key, place.now())({})
        leave_nothing_of_reading(there.vault)
    except BaseException:
        if lock:
            lock.release()
        shutil.rmtree(there.vault.folder, ignore_errors=True)
        raise
    generation, head = manifest.generation, manifest.audit_head
    return Restored(there, target, new_header, key, manifest, generation, head, lock, None), salvage


# ------------------------------------------------------------ the damaged file


@contextmanager
def _readable(place: Place, secret: Secret, restored: Restored) -> Iterator[Connector | None]:
    """The damaged records, opened for reading by whatever header fits; None if not even their first page is whole."""
    if not place.vault.has_records():
        yield None
        return
    with _locked(place):
        for header, key in _keys(place, secret, restored):
            with _connected(place, header, key) as source:
                if source is not None:
                    yield source
                    return
        yield None


def _keys(place: Place, secret: Secret, restored: Restored) -> Iterator[tuple[Header, VaultKey]]:
    """Headers with keys to try: the vault's own, opened by the backup's key or the secret; then the backup's."""
    copies = HeaderCopies((), alike=False)
    for from_device in (False, True):
        with suppress(VaultProblem):
            copies = found_copies(place, use_device_header=from_device)
        for header in copies.headers:
            if header.is_signed_by(restored.key):
                yield header, restored.key
        with suppress(VaultProblem):
            yield from _proven_once(place, copies, secret)
    yield restored.header, restored.key


def _proven_once(place: Place, copies: HeaderCopies, secret: Secret) -> Iterator[tuple[Header, VaultKey]]:
    """The header that the secret opens; a secret that opened the backup is no guess and counts as no try."""
    if not copies.headers:
        raise WrongSecret
    header, key = proven(place, copies, secret, counted=False)
    try:
        yield header, key
    finally:
        key.wipe()


@contextmanager
def _connected(place: Place, header: Header, key: VaultKey) -> Iterator[Connector | None]:
    try:
        records = records_of(place.vault, header)
    except (OSError, VaultProblem):
        records = place.vault
    with Connector(records.database, key, header.salt, read_only=True) as connector:
        is_readable = False
        with suppress(VaultProblem), connector.apart() as raw:
            is_readable = raw.execute("SELECT 1 FROM sqlite_master WHERE name='meta'").fetchone() is not None
        yield connector if is_readable else None


@contextmanager
def _locked(place: Place) -> Iterator[None]:
    lock = LockFile(place.vault.lock)
    try:
        yield
    finally:
        leave_nothing_of_reading(place.vault)
        lock.release()


# ------------------------------------------------------------ the new one


def _look_again(restored: Restored) -> None:
    """The rescue wrote into the restored vault: what this computer will remember of it is its state now."""
    vault, key, salt = restored.place.vault, restored.key, restored.header.salt
    with Connector(vault.database, key, salt, read_only=True) as connector, connector.apart() as raw:
        facts = {str(row[0]): str(row[1]) for row in raw.execute("SELECT key, value FROM meta").fetchall()}
    leave_nothing_of_reading(vault)
    restored.generation, restored.head = int(facts[GENERATION]), facts[AUDIT_HEAD]


def _counts(restored: Restored) -> dict[str, int]:
    vault, key, salt = restored.place.vault, restored.key, restored.header.salt
    with Connector(vault.database, key, salt, read_only=True) as connector, connector.apart() as raw:
        made = contents_of(raw, restored.header, key, restored.place.now())({})
    leave_nothing_of_reading(vault)
    return made.counts


def _part(progress: Progress, begin: float, end: float) -> Progress:
    def told(share: float) -> None:
        progress(begin + (end - begin) * share)

    return told
