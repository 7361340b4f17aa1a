"""The seal: what the records file looked like when the vault was last locked."""

import hashlib
import threading
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from vitalshift_desktop.vault.files.atomic_write import sync_folder, write_atomically
from vitalshift_desktop.vault.files.device_paths import VaultPaths
from vitalshift_desktop.vault.files.documents import (
    LARGEST,
    BadDocument,
    Json,
    expect_keys,
    from_hex,
    signed,
    text,
    verified,
    whole,
)
from vitalshift_desktop.vault.files.foreign_files import NotAFile, opened_file, read_at_most
from vitalshift_desktop.vault.keys.vault_key import KeyLabel, VaultKey
from vitalshift_desktop.vault.tables.columns import utc_instant, utc_text

FORMAT = 1


class SealState(StrEnum):
    """What the seal says about the records."""

    WHOLE = "whole"
    MISSING = "missing"
    FORGED = "forged"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Digest:
    """The size of a file in bytes and its SHA-256 in hex."""

    size: int
    sha256: str


class RecordsDigest:
    """The digest of the records, taken in a thread while the key is derived; no connection may be open meanwhile."""

    def __init__(self, vault: VaultPaths) -> None:
        self._vault = vault
        self._digest: Digest | None = None
        self._thread = threading.Thread(target=self._take, name="records-digest", daemon=True)
        self._thread.start()

    def taken(self) -> Digest | None:
        """The digest, once it is ready; None if the file could not be read or a log lies beside it."""
        self._thread.join()
        return self._digest

    def _take(self) -> None:
        try:
            self._digest = None if self._vault.has_log() else digest_of(self._vault)
        except OSError:
            pass  # opening the records tells what is wrong


def digest_of(vault: VaultPaths) -> Digest:
    """The digest of the records file; only while no connection is open in this process."""
    with opened_file(vault.database) as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
        return Digest(file.tell(), sha256)


def write_seal(vault: VaultPaths, key: VaultKey, vault_id: str, generation: int, at: datetime) -> None:
    """Seal the records as they lie on the drive; no connection may be open and no log left over."""
    digest = digest_of(vault)
    document: dict[str, Json] = {
        "format": FORMAT,
        "vault_id": vault_id,
        "generation": generation,
        "at": utc_text(at),
        "size": digest.size,
        "sha256": digest.sha256,
    }
    with key.derived(KeyLabel.SEAL) as seal_key:
        write_atomically(vault.seal, signed(document, seal_key))


def seal_state(
    vault: VaultPaths, key: VaultKey, vault_id: str, digest: Digest | None
) -> tuple[SealState, datetime | None]:
    """What the seal says about a digest taken before connecting, and when the vault was sealed."""
    try:
        data = read_at_most(vault.seal, LARGEST + 1)
    except FileNotFoundError:
        return SealState.MISSING, None
    except NotAFile:
        return SealState.FORGED, None
    try:
        with key.derived(KeyLabel.SEAL) as seal_key:
            document = verified(data, seal_key)
        expect_keys(document, "format", "vault_id", "generation", "at", "size", "sha256")
        whole(document["format"], FORMAT, FORMAT)
        sealed = Digest(whole(document["size"], 0, 2**63), from_hex(document["sha256"], 32).hex())
        at = utc_instant(text(document["at"]))
    except (BadDocument, ValueError):
        return SealState.FORGED, None
    if document["vault_id"] != vault_id:
        return SealState.FORGED, None
    return (SealState.WHOLE if sealed == digest else SealState.BROKEN), at


def break_seal(vault: VaultPaths) -> None:
    """Take the seal off before the first write, so that a crash does not look like meddling."""
    vault.seal.unlink(missing_ok=True)
    sync_folder(vault.folder)
