"""Making a new vault: built whole beside its place, then renamed into it."""

import os
import secrets
import shutil
import uuid
from pathlib import Path

from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.problems import PassphraseTooWeak, VaultExists
from vitalshift_desktop.vault.connection import Connector
from vitalshift_desktop.vault.failures import told_as_problems
from vitalshift_desktop.vault.files.atomic_write import new_private_file, sync_folder
from vitalshift_desktop.vault.files.device_paths import VaultPaths
from vitalshift_desktop.vault.keys.header import Header
from vitalshift_desktop.vault.keys.header_files import write_copies
from vitalshift_desktop.vault.keys.key_slots import KdfCost, new_passphrase_slot, new_recovery_slot
from vitalshift_desktop.vault.keys.passphrase import strength
from vitalshift_desktop.vault.keys.recovery import RecoveryCode
from vitalshift_desktop.vault.keys.slots import SALT_SIZE
from vitalshift_desktop.vault.keys.vault_key import VaultKey
from vitalshift_desktop.vault.meta import GENERATION, LAST_QUICK_CHECK, VAULT_ID
from vitalshift_desktop.vault.migrate import bring_up_to_date
from vitalshift_desktop.vault.opening import Place
from vitalshift_desktop.vault.seal import write_seal
from vitalshift_desktop.vault.tables.columns import utc_text
from vitalshift_desktop.vault.transactions import Transactions


def demand_strong(passphrase: str) -> None:
    """Raise PassphraseTooWeak unless a vault takes this passphrase."""
    if not strength(passphrase).acceptable:
        raise PassphraseTooWeak


def created(place: Place, passphrase: str, cost: KdfCost) -> tuple[VaultKey, RecoveryCode]:
    """Make a vault where nothing is yet; after a failure nothing is left. Raises VaultExists and those of opening."""
    demand_strong(passphrase)
    target = place.vault.folder
    with told_as_problems():
        demand_free(target)
        target.parent.mkdir(parents=True, exist_ok=True)
        part = unfinished(target)
        part.mkdir(mode=0o700)
        try:
            key, code = _built(Place(VaultPaths(part), place.device, place.now), passphrase, cost)
            put_in_place(part, target)
        except BaseException:
            shutil.rmtree(part, ignore_errors=True)
            raise
    return key, code


def _built(place: Place, passphrase: str, cost: KdfCost) -> tuple[VaultKey, RecoveryCode]:
    key, code = VaultKey.random(), RecoveryCode.random()
    at = int(place.now().timestamp())
    header = Header(str(uuid.uuid4()), seq=1, epoch=1, created=at, salt=secrets.token_bytes(SALT_SIZE), slots=())
    header = header.with_slot(new_passphrase_slot(header, passphrase, key, cost))
    header = header.with_slot(new_recovery_slot(header, code, key))
    _write_records(place, key, header)
    write_seal(place.vault, key, header.vault_id, 0, place.now())
    write_copies(place.vault, place.device, header.signed_by(key))
    return key, code


def _write_records(place: Place, key: VaultKey, header: Header) -> None:
    os.close(new_private_file(place.vault.database))  # SQLite gives its log the same rights
    connector = Connector(place.vault.database, key, header.salt)
    transactions = Transactions(connector, key, place.now)
    try:
        bring_up_to_date(connector)
        with transactions.write() as work:
            work.meta.set(VAULT_ID, header.vault_id)
            work.meta.set(GENERATION, "0")
            work.meta.set(LAST_QUICK_CHECK, utc_text(place.now()))
            work.audit.append(AuditAct.VAULT_CREATED)
    finally:
        transactions.close()


def demand_free(target: Path) -> None:
    """Raise VaultExists unless nothing or an empty folder is there."""
    if target.exists() and not (target.is_dir() and not any(target.iterdir())):
        raise VaultExists


def unfinished(target: Path) -> Path:
    """A free name beside `target` for a vault that is being made."""
    return target.with_name(f"{target.name}.part-{secrets.token_hex(4)}")


def put_in_place(part: Path, target: Path) -> None:
    """Give a finished, closed vault its name, durably."""
    if target.exists():
        target.rmdir()
    part.rename(target)
    sync_folder(target.parent)
