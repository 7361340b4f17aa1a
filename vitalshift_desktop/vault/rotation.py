"""Finishing a change of the vault key that a crash interrupted."""

from dataclasses import replace as changed

from vitalshift_desktop.domain.problems import VaultIsDamaged
from vitalshift_desktop.vault.atomic_write import replace, sync_folder
from vitalshift_desktop.vault.device_paths import DevicePaths, VaultPaths
from vitalshift_desktop.vault.failures import told_as_problems
from vitalshift_desktop.vault.foreign_files import opened_file
from vitalshift_desktop.vault.header import Header
from vitalshift_desktop.vault.header_files import write_copies
from vitalshift_desktop.vault.slots import SALT_SIZE
from vitalshift_desktop.vault.vault_key import VaultKey


def finish_rotation(vault: VaultPaths, device: DevicePaths, header: Header, key: VaultKey) -> Header:
    """The header once nothing of a rotation is pending; the salt at the head of the records says what is left to do.

    A header that names a previous key is only written after the new records lie whole beside the old ones. Raises
    VaultIsDamaged if they are gone. No connection may be open.
    """
    if header.previous is None:
        return header
    if vault.database_salt() == header.previous.salt:
        with told_as_problems():
            _put_new_records_in_place(vault, header.salt)
    finished = changed(header.next(), previous=None).signed_by(key)
    write_copies(vault, device, finished)
    return finished


def _put_new_records_in_place(vault: VaultPaths, salt: bytes) -> None:
    try:
        with opened_file(vault.new_database) as file:
            is_new = file.read(SALT_SIZE) == salt
    except FileNotFoundError:
        is_new = False
    if not is_new:
        raise VaultIsDamaged
    replace(vault.new_database, vault.database)
    sync_folder(vault.folder)
