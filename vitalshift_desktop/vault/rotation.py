"""The last steps of a change of the vault key, at its end, or at an opening after a crash.

The header of a rotation that is not finished names the previous key, wrapped under the new one. It is written only
after the new records lie whole beside the old ones, so the one way to go is forward.
"""

import secrets
from dataclasses import replace as changed

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from vitalshift_desktop.domain.problems import VaultIsDamaged
from vitalshift_desktop.vault.anchor import read_anchor, write_anchor
from vitalshift_desktop.vault.failures import told_as_problems
from vitalshift_desktop.vault.files.atomic_write import replace, sync_folder
from vitalshift_desktop.vault.files.device_paths import DevicePaths, VaultPaths
from vitalshift_desktop.vault.files.documents import BadDocument, canonical
from vitalshift_desktop.vault.files.foreign_files import NotAFile, opened_file
from vitalshift_desktop.vault.keys.header import FORMAT, MAGIC, Header, Previous
from vitalshift_desktop.vault.keys.header_files import write_copies
from vitalshift_desktop.vault.keys.slots import NONCE_SIZE, SALT_SIZE
from vitalshift_desktop.vault.keys.vault_key import KEY_SIZE, KeyLabel, VaultKey

_SIDE_FILES = ("", "-wal", "-shm", "-journal")


def finish_rotation(vault: VaultPaths, device: DevicePaths, header: Header, key: VaultKey) -> Header:
    """The header once nothing of a rotation is pending: new records in place, then the anchor, then the header.

    Raises VaultIsDamaged if the new records are gone. No connection may be open.
    """
    previous = header.previous
    if previous is None:
        return header
    with told_as_problems():
        _put_new_records_in_place(vault, header, previous)
    _sign_anchor_again(device, header, previous, key)
    finished = changed(header.next(), previous=None).signed_by(key)
    write_copies(vault, device, finished)
    return finished


def previous_of(header: Header, key: VaultKey, new_key: VaultKey) -> Previous:
    """What the new header says of the one before: its salt and epoch, and its key under the new one."""
    nonce = secrets.token_bytes(NONCE_SIZE)
    with new_key.derived(KeyLabel.PREVIOUS_EPOCH) as wrapping, key.exposed() as plain:
        bound = _bound_to(header.vault_id, header.epoch, header.salt)
        return Previous(header.salt, header.epoch, nonce, AESGCM(wrapping).encrypt(nonce, plain, bound))


def previous_key(header: Header, previous: Previous, key: VaultKey) -> VaultKey | None:
    """The key from before the rotation, or None if it cannot be unwrapped; whoever asks wipes it."""
    plain = bytearray(KEY_SIZE)
    bound = _bound_to(header.vault_id, previous.epoch, previous.salt)
    try:
        with key.derived(KeyLabel.PREVIOUS_EPOCH) as wrapping:
            AESGCM(wrapping).decrypt_into(previous.nonce, previous.wrapped, bound, plain)
    except InvalidTag:
        return None
    return VaultKey(plain)


def discard_new_records(vault: VaultPaths) -> None:
    """Take away new records that no header speaks of: those of a rotation that never came to its end."""
    for ending in _SIDE_FILES:
        vault.new_database.with_name(f"{vault.new_database.name}{ending}").unlink(missing_ok=True)


def _put_new_records_in_place(vault: VaultPaths, header: Header, previous: Previous) -> None:
    if vault.database_salt() != header.salt == _salt_of_new_records(vault):
        replace(vault.new_database, vault.database)
        sync_folder(vault.folder)
    elif vault.database_salt() == previous.salt:
        raise VaultIsDamaged


def _salt_of_new_records(vault: VaultPaths) -> bytes | None:
    try:
        with opened_file(vault.new_database) as file:
            return file.read(SALT_SIZE)
    except (FileNotFoundError, NotAFile):
        return None


def _sign_anchor_again(device: DevicePaths, header: Header, previous: Previous, key: VaultKey) -> None:
    """What this computer remembers was signed under the previous key; it stays as it is, under the new one.

    A memory that neither key signed stays too, to be told at opening.
    """
    old = previous_key(header, previous, key)
    if old is None:
        return
    try:
        anchor = read_anchor(device, old, header.vault_id)
    except BadDocument:
        return
    finally:
        old.wipe()
    if anchor is not None:
        write_anchor(device, key, changed(anchor, sealed=False))


def _bound_to(vault_id: str, epoch: int, salt: bytes) -> bytes:
    return canonical({"magic": MAGIC, "format": FORMAT, "vault_id": vault_id, "epoch": epoch, "salt": salt.hex()})
