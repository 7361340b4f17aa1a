"""Opening a vault for reading alone, as far as it can still be read; nothing in its folder is changed."""

from vitalshift_desktop.domain.problems import RecordsMissing, VaultIsDamaged, VaultNotFound
from vitalshift_desktop.domain.vaults import VaultWarning, WarningKind
from vitalshift_desktop.vault.connection import Connector
from vitalshift_desktop.vault.failures import told_as_problems
from vitalshift_desktop.vault.files.device_paths import VaultPaths
from vitalshift_desktop.vault.files.foreign_files import opened_file
from vitalshift_desktop.vault.files.lock_file import LockFile
from vitalshift_desktop.vault.keys.header import Header
from vitalshift_desktop.vault.keys.slots import SALT_SIZE
from vitalshift_desktop.vault.keys.throttle import Throttle
from vitalshift_desktop.vault.keys.vault_key import VaultKey
from vitalshift_desktop.vault.migrate import is_outdated
from vitalshift_desktop.vault.opening import Opened, Place, Secret, demand_same_vault, found_copies, proven


def opened_to_read(place: Place, secret: Secret, *, use_device_header: bool) -> Opened:
    """Take the lock and open without a look at the whole; damage shows where it is met, as VaultIsDamaged.

    Nothing is repaired, finished, swept or sealed. Raises what opening raises, VaultIsDamaged only where not even
    the first page can be read, or where the records still need to be brought up to date.
    """
    if not place.vault.looks_like_a_vault():
        raise VaultNotFound
    lock = LockFile(place.vault.lock)
    try:
        with told_as_problems():
            copies = found_copies(place, use_device_header=use_device_header)
            header, key = proven(place, copies, secret)
            try:
                return _with_records(place, header, key, lock)
            except BaseException:
                key.wipe()
                raise
    except BaseException:
        lock.release()
        raise


def leave_nothing_of_reading(vault: VaultPaths) -> None:
    """Take away the two files that SQLite made for reading: its index of the log, and a log without content."""
    try:
        if not vault.has_log():
            vault.log_index.unlink(missing_ok=True)
            vault.log.unlink(missing_ok=True)
    except OSError:
        pass  # left behind they harm nothing


def records_of(vault: VaultPaths, header: Header) -> VaultPaths:
    """Where the records lie that this header opens: in mid-rotation they may still bear their new file's name."""
    if header.previous is None or not vault.has_records() or vault.database_salt() != header.previous.salt:
        return vault
    with opened_file(vault.new_database) as file:
        if file.read(SALT_SIZE) != header.salt:
            raise VaultIsDamaged
    moved = VaultPaths(vault.folder)
    moved.database = vault.new_database
    return moved


def _with_records(place: Place, header: Header, key: VaultKey, lock: LockFile) -> Opened:
    if not place.vault.has_records():
        raise RecordsMissing
    try:
        records = records_of(place.vault, header)
    except FileNotFoundError:
        raise VaultIsDamaged from None
    connector = Connector(records.database, key, header.salt, read_only=True)
    try:
        with connector.apart() as raw:
            demand_same_vault(raw, header.vault_id)
            if is_outdated(raw):
                raise VaultIsDamaged
        failures = Throttle(place.device, place.now).failures(header.vault_id)
        warnings = [VaultWarning(WarningKind.READ_ONLY)]
        return Opened(header, key, connector, lock, warnings, failures, False, False, None, read_only=True)
    except BaseException:
        connector.close_all()
        leave_nothing_of_reading(place.vault)
        raise
