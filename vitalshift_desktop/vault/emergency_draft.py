"""A file of this computer for what could not be kept in the vault, such as on a full drive; encrypted by its key."""

import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from vitalshift_desktop.domain.problems import VaultIsLocked
from vitalshift_desktop.vault.failures import told_as_problems
from vitalshift_desktop.vault.files.atomic_write import write_atomically
from vitalshift_desktop.vault.files.device_paths import DevicePaths
from vitalshift_desktop.vault.files.foreign_files import NotAFile, read_at_most
from vitalshift_desktop.vault.keys.vault_key import KeyLabel, VaultKey

MAGIC = b"VSDRAFT1"
_NONCE = 12
_HALVES = "surrogatepass"  # half a sign, as some programs paste it, must not cost the rest of the text
_LARGEST = 64 * 1024 * 1024  # two of the longest texts there can be, and what stood there first


class EmergencyDraft:
    """`draft-emergency-<vault_id>`: MAGIC, a nonce of 12 bytes, then AES-256-GCM of UTF-8 text, bound to the vault id.

    It is read at the next unlocking and then removed. A file that does not open with this vault's key stays untouched.
    """

    def __init__(self, device: DevicePaths, key: VaultKey, vault_id: str) -> None:
        self._device = device
        self._key: VaultKey | None = key
        self._vault_id = vault_id

    def write(self, text: str) -> None:
        """Keep this text; raises DiskFull, FolderIsReadOnly, or VaultIsLocked after `forget`."""
        with told_as_problems():
            write_atomically(
                self._device.made() / self._device.emergency_draft(self._vault_id).name, self._sealed(text)
            )

    def read(self) -> str | None:
        """The text that was kept; None when there is none that this vault's key opens."""
        try:
            data = read_at_most(self._device.emergency_draft(self._vault_id), _LARGEST)
        except (FileNotFoundError, NotAFile, PermissionError):
            return None
        nonce, sealed = data[len(MAGIC) : len(MAGIC) + _NONCE], data[len(MAGIC) + _NONCE :]
        if not data.startswith(MAGIC) or len(nonce) != _NONCE:
            return None
        with self._wanted().derived(KeyLabel.EMERGENCY_DRAFT) as key:
            try:
                return AESGCM(bytes(key)).decrypt(nonce, sealed, self._bound_to()).decode("utf-8", _HALVES)
            except (InvalidTag, UnicodeDecodeError):
                return None

    def remove(self) -> None:
        """It was taken into the vault."""
        self._device.emergency_draft(self._vault_id).unlink(missing_ok=True)

    def forget(self) -> None:
        """The vault is locked: its key is not used any more."""
        self._key = None

    def _sealed(self, text: str) -> bytes:
        nonce = secrets.token_bytes(_NONCE)
        with self._wanted().derived(KeyLabel.EMERGENCY_DRAFT) as key:
            return MAGIC + nonce + AESGCM(bytes(key)).encrypt(nonce, text.encode("utf-8", _HALVES), self._bound_to())

    def _bound_to(self) -> bytes:
        return MAGIC + self._vault_id.encode()

    def _wanted(self) -> VaultKey:
        if self._key is None:
            raise VaultIsLocked
        return self._key
