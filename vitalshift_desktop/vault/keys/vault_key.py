"""The vault key: 32 random bytes that everything else is derived from, wiped when no longer needed."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_SIZE = 32
_SALT = b"vshift"
_INFO = b"vshift/v1/"


class KeyLabel(StrEnum):
    """What a key derived from the vault key is for; the texts are part of the format."""

    DATABASE = "db"
    HEADER = "hdr-mac"
    SEAL = "seal"
    ANCHOR = "anchor"
    AUDIT = "audit"
    BACKUP = "backup-manifest"
    BACKUP_ROWS = "backup-rows"
    EMERGENCY_DRAFT = "draft-emergency"
    PREVIOUS_EPOCH = "prev-epoch"


class VaultKey:
    """The vault key in memory that can be wiped."""

    def __init__(self, key: bytearray) -> None:
        if len(key) != KEY_SIZE:
            raise ValueError("a vault key has 32 bytes")
        self._key = key

    @classmethod
    def random(cls) -> "VaultKey":
        """A new key from the system's random source."""
        return cls(bytearray(secrets.token_bytes(KEY_SIZE)))

    def copy(self) -> "VaultKey":
        """The same key in memory of its own."""
        return VaultKey(bytearray(self._key))

    @contextmanager
    def derived(self, label: KeyLabel) -> Iterator[bytearray]:
        """The key for one purpose, wiped afterwards."""
        derived = bytearray(KEY_SIZE)
        try:
            HKDF(SHA256(), KEY_SIZE, _SALT, _INFO + label.encode()).derive_into(self._key, derived)
            yield derived
        finally:
            wipe(derived)

    @contextmanager
    def exposed(self) -> Iterator[bytearray]:
        """The key itself, to be wrapped; not a copy."""
        yield self._key

    def wipe(self) -> None:
        """Overwrite the key; it cannot be used afterwards."""
        wipe(self._key)

    def __repr__(self) -> str:
        """Never the key."""
        return "VaultKey(…)"


def wipe(secret: bytearray) -> None:
    """Overwrite secret bytes with zeros, in place."""
    secret[:] = bytes(len(secret))
