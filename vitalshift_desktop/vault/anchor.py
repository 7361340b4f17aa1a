"""The anchor: what this computer last saw of a vault, so that an older copy in its place is noticed."""

from dataclasses import dataclass
from datetime import datetime

from vitalshift_desktop.domain.problems import VaultProblem
from vitalshift_desktop.vault.failures import told_as_problems
from vitalshift_desktop.vault.files.atomic_write import write_atomically
from vitalshift_desktop.vault.files.device_paths import DevicePaths
from vitalshift_desktop.vault.files.documents import (
    LARGEST,
    BadDocument,
    Json,
    expect_keys,
    signed,
    text,
    verified,
    whole,
)
from vitalshift_desktop.vault.files.foreign_files import read_at_most
from vitalshift_desktop.vault.keys.vault_key import KeyLabel, VaultKey
from vitalshift_desktop.vault.tables.columns import utc_instant, utc_text

FORMAT = 1


@dataclass(frozen=True, slots=True)
class Anchor:
    """The newest state this computer saw; `sealed` says whether the vault was locked cleanly after it."""

    vault_id: str
    generation: int
    header_seq: int
    audit_head: str
    at: datetime
    sealed: bool

    def as_json(self) -> dict[str, Json]:
        """The document."""
        return {
            "format": FORMAT,
            "vault_id": self.vault_id,
            "generation": self.generation,
            "header_seq": self.header_seq,
            "audit_head": self.audit_head,
            "at": utc_text(self.at),
            "sealed": self.sealed,
        }


def read_anchor(device: DevicePaths, key: VaultKey, vault_id: str) -> Anchor | None:
    """The anchor of this vault; None if this computer has none; raises BadDocument if it is forged or damaged."""
    try:
        data = read_at_most(device.anchor(vault_id), LARGEST + 1)
    except FileNotFoundError:
        return None
    except OSError:
        raise BadDocument from None
    with key.derived(KeyLabel.ANCHOR) as anchor_key:
        document = verified(data, anchor_key)
    return _from_json(document, vault_id)


def write_anchor(device: DevicePaths, key: VaultKey, anchor: Anchor) -> None:
    """Remember this state; failing to do so only loses a warning."""
    try:
        with told_as_problems(), key.derived(KeyLabel.ANCHOR) as anchor_key:
            device.made()
            write_atomically(device.anchor(anchor.vault_id), signed(anchor.as_json(), anchor_key))
    except VaultProblem:
        pass  # the vault itself is safe; the next lock tries again


def _from_json(document: dict[str, Json], vault_id: str) -> Anchor:
    expect_keys(document, "format", "vault_id", "generation", "header_seq", "audit_head", "at", "sealed")
    whole(document["format"], FORMAT, FORMAT)
    sealed = document["sealed"]
    if document["vault_id"] != vault_id or not isinstance(sealed, bool):
        raise BadDocument
    try:
        at = utc_instant(text(document["at"]))
    except ValueError:
        raise BadDocument from None
    return Anchor(
        vault_id=vault_id,
        generation=whole(document["generation"], 0, 2**53),
        header_seq=whole(document["header_seq"], 1, 2**53),
        audit_head=text(document["audit_head"]),
        at=at,
        sealed=sealed,
    )
