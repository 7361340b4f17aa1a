"""Opening a vault up to the proof that header, key and records belong together and are whole."""

import os
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from vitalshift_desktop.domain.problems import (
    HeaderTampered,
    NotEnoughMemory,
    RecordsMissing,
    VaultIsDamaged,
    VaultNotFound,
    VaultProblem,
    WrongSecret,
)
from vitalshift_desktop.domain.vaults import VaultWarning, WarningKind
from vitalshift_desktop.vault.anchor import Anchor, read_anchor
from vitalshift_desktop.vault.connection import Connector, RawConnection
from vitalshift_desktop.vault.failures import told_as_problems
from vitalshift_desktop.vault.files.atomic_write import replace, sweep
from vitalshift_desktop.vault.files.device_paths import DevicePaths, VaultPaths
from vitalshift_desktop.vault.files.documents import BadDocument
from vitalshift_desktop.vault.files.lock_file import LockFile
from vitalshift_desktop.vault.files.sync_folders import conflicts_in
from vitalshift_desktop.vault.integrity import demand_whole
from vitalshift_desktop.vault.keys.header import Header
from vitalshift_desktop.vault.keys.header_files import HeaderCopies, device_header, read_copies, write_copies
from vitalshift_desktop.vault.keys.key_slots import unlocked
from vitalshift_desktop.vault.keys.recovery import RecoveryCode
from vitalshift_desktop.vault.keys.throttle import Throttle
from vitalshift_desktop.vault.keys.vault_key import VaultKey
from vitalshift_desktop.vault.meta import LAST_QUICK_CHECK, VAULT_ID
from vitalshift_desktop.vault.migrate import is_outdated
from vitalshift_desktop.vault.rotation import discard_new_records, finish_rotation
from vitalshift_desktop.vault.seal import Digest, RecordsDigest, SealState, seal_state
from vitalshift_desktop.vault.tables.columns import utc_instant

QUICK_CHECK_EVERY = timedelta(days=30)
Secret = str | RecoveryCode | VaultKey


@dataclass(slots=True)
class Place:
    """Where a vault lies, on which computer, and what time it is there."""

    vault: VaultPaths
    device: DevicePaths
    now: Callable[[], datetime]


@dataclass(slots=True)
class Opened:
    """A vault whose header, key and records were proven to belong together."""

    header: Header
    key: VaultKey
    connector: Connector
    lock: LockFile
    warnings: list[VaultWarning]
    failures: int
    outdated: bool
    checked: bool
    anchor: Anchor | None
    read_only: bool = False


def opened(place: Place, secret: Secret, *, use_device_header: bool) -> Opened:
    """Take the lock and open; on any problem everything is closed again and nothing was written to the records."""
    if not place.vault.looks_like_a_vault():
        raise VaultNotFound
    lock = LockFile(place.vault.lock)
    try:
        with told_as_problems():
            sweep(place.vault.folder)
            planted = _set_journal_aside(place.vault)
            copies = found_copies(place, use_device_header=use_device_header)
            digest = RecordsDigest(place.vault)
            try:
                header, key = proven(place, copies, secret)
            finally:
                digest.taken()  # nobody may read the file any more once a connection is open
            try:
                return _with_records(place, copies, header, key, lock, digest, planted=planted)
            except BaseException:
                key.wipe()
                raise
    except BaseException:
        lock.release()
        raise


def _set_journal_aside(vault: VaultPaths) -> bool:
    """Move a rollback journal out of the way: a vault never has one, and SQLite would play it into the records.

    The file is kept. The seal cannot notice it, since the records change only when SQLite connects.
    """
    if not vault.has_journal():
        return False
    replace(vault.journal, vault.folder / f"foreign-journal-{secrets.token_hex(4)}")
    return True


def found_copies(place: Place, *, use_device_header: bool) -> HeaderCopies:
    """The headers to try: the vault's own, or the one this computer keeps."""
    if use_device_header:
        kept = device_header(place.vault, place.device)
        if kept:
            return HeaderCopies((kept,), alike=False)
    return read_copies(place.vault, place.device)


def proven(place: Place, copies: HeaderCopies, secret: Secret, *, counted: bool = True) -> tuple[Header, VaultKey]:
    """The newest header that the secret opens and whose MAC holds, with the vault key; a wrong one counts as a try."""
    throttle = Throttle(place.device, place.now)
    # Each id counts: a header that somebody laid beside, with an id of his own, must not take the tries on itself.
    vault_ids = {header.vault_id for header in copies.headers} if isinstance(secret, str) and counted else set()
    for vault_id in vault_ids:
        throttle.check(vault_id)
    problem: VaultProblem = WrongSecret()
    is_wrong = False
    for header in copies.headers:
        try:
            return header, _key(header, secret)
        except WrongSecret:
            is_wrong = True
        except (HeaderTampered, NotEnoughMemory) as refused:
            problem = refused
    for vault_id in vault_ids if is_wrong and not isinstance(problem, HeaderTampered) else ():
        throttle.failed(vault_id)
    raise problem


def _key(header: Header, secret: Secret) -> VaultKey:
    if not isinstance(secret, VaultKey):
        return unlocked(header, secret)
    if not header.is_signed_by(secret):
        raise WrongSecret
    return secret.copy()


def _with_records(
    place: Place,
    copies: HeaderCopies,
    header: Header,
    key: VaultKey,
    lock: LockFile,
    digest: RecordsDigest,
    *,
    planted: bool,
) -> Opened:
    if not place.vault.has_records():
        raise RecordsMissing
    warnings: list[VaultWarning] = []
    was_rotating = header.previous is not None
    header = finish_rotation(place.vault, place.device, header, key)
    connector = Connector(place.vault.database, key, header.salt)
    try:
        with connector.apart() as raw:
            demand_same_vault(raw, header.vault_id)
            outdated = is_outdated(raw)
            due = _quick_check_is_due(raw, place.now())
        anchor = _anchor(place, key, header.vault_id, warnings)
        if was_rotating:
            odd = [_after_rotation(place, header, anchor)]
        else:
            odd = _as_the_seal_says(place, key, header.vault_id, digest.taken(), anchor)
        if planted:
            odd.append(VaultWarning(WarningKind.CHANGED_OUTSIDE))
        if odd or due:
            meddled = any(warning.kind is not WarningKind.NOT_CLOSED_CLEANLY for warning in odd)
            demand_whole(connector, full=meddled or was_rotating)
        warnings += odd + _about_the_files(place, copies, header)
        failures = Throttle(place.device, place.now).failures(header.vault_id)
        return Opened(header, key, connector, lock, warnings, failures, outdated, due or bool(odd), anchor)
    except BaseException:
        connector.close_all()
        raise


def _about_the_files(place: Place, copies: HeaderCopies, header: Header) -> list[VaultWarning]:
    """Mend a header copy that was not whole, and name the second versions that a service made of the files."""
    warnings = []
    if not copies.alike:
        write_copies(place.vault, place.device, header)
        warnings.append(VaultWarning(WarningKind.HEADER_REPAIRED))
    discard_new_records(place.vault)  # no header speaks of them any more, now that both copies are alike
    if conflicts := conflicts_in(place.vault.folder):
        warnings.append(VaultWarning(WarningKind.CONFLICT_COPIES, names=conflicts))
    return warnings


def demand_same_vault(raw: RawConnection, vault_id: str) -> None:
    """Raise VaultIsDamaged or HeaderTampered unless these are the records that belong to the header."""
    has_meta = raw.execute("SELECT 1 FROM sqlite_master WHERE type='table' AND name='meta'").fetchone()
    if not has_meta:
        raise VaultIsDamaged
    if _meta(raw, VAULT_ID) != vault_id:
        raise HeaderTampered


def _meta(raw: RawConnection, key: str) -> str | None:
    row = raw.execute("SELECT value FROM meta WHERE key=?", (key,)).fetchone()
    return str(row[0]) if row else None


def _quick_check_is_due(raw: RawConnection, now: datetime) -> bool:
    last = _meta(raw, LAST_QUICK_CHECK)
    return last is None or not timedelta() <= now - utc_instant(last) < QUICK_CHECK_EVERY


def _anchor(place: Place, key: VaultKey, vault_id: str, warnings: list[VaultWarning]) -> Anchor | None:
    try:
        return read_anchor(place.device, key, vault_id)
    except BadDocument:
        warnings.append(VaultWarning(WarningKind.ANCHOR_FORGED))
        return None


def _as_the_seal_says(
    place: Place, key: VaultKey, vault_id: str, digest: Digest | None, anchor: Anchor | None
) -> list[VaultWarning]:
    """What is odd about the records; nothing if they are as they were sealed."""
    state, sealed_at = seal_state(place.vault, key, vault_id, digest)
    if state is SealState.WHOLE:
        return []
    if state is SealState.MISSING and anchor is not None and not anchor.sealed:
        return [VaultWarning(WarningKind.NOT_CLOSED_CLEANLY)]
    return [VaultWarning(_WARNINGS[state], sealed_at)]


def _after_rotation(place: Place, header: Header, anchor: Anchor | None) -> VaultWarning:
    """What it means that the header spoke of an unfinished change of the vault key; `header` is the one that ends it.

    A crash in the change leaves no seal, and a computer that has not seen its end. Otherwise somebody kept the header
    of that moment and put it back, to have the records looked at less closely.
    """
    was_over = anchor is not None and anchor.header_seq >= header.seq
    is_put_back = was_over or os.path.lexists(place.vault.seal)
    return VaultWarning(WarningKind.CHANGED_OUTSIDE if is_put_back else WarningKind.NOT_CLOSED_CLEANLY)


_WARNINGS = {
    SealState.MISSING: WarningKind.SEAL_REMOVED,
    SealState.FORGED: WarningKind.SEAL_FORGED,
    SealState.BROKEN: WarningKind.CHANGED_OUTSIDE,
}
