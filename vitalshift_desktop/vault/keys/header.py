"""The header: who can open the vault, with an accident sum anyone can check and a MAC only the vault key can make."""

import hashlib
import re
from dataclasses import dataclass, replace

from vitalshift_desktop.domain.problems import KeySettingsOutOfBounds, VaultIsNewer
from vitalshift_desktop.vault.files.documents import (
    BadDocument,
    Json,
    canonical,
    expect_keys,
    from_base64,
    from_hex,
    is_same,
    mapping,
    parsed,
    signature,
    text,
    to_base64,
    whole,
)
from vitalshift_desktop.vault.keys.slots import NONCE_SIZE, SALT_SIZE, WRAPPED_SIZE, Slot, SlotType
from vitalshift_desktop.vault.keys.vault_key import KeyLabel, VaultKey

MAGIC = "VSHIFT"
FORMAT = 1
READER = 1
ENGINE = "sqlcipher4"
PAGE_SIZE = 4096
MOST_SLOTS = 32
LATEST_SECOND = 2**40
_UUID4 = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")


@dataclass(frozen=True, slots=True)
class Previous:
    """The key and salt from before a rotation, wrapped under the new vault key while the rotation is finishing."""

    salt: bytes
    epoch: int
    nonce: bytes
    wrapped: bytes

    def as_json(self) -> dict[str, Json]:
        """The part of the document."""
        return {
            "salt": self.salt.hex(),
            "epoch": self.epoch,
            "nonce": to_base64(self.nonce),
            "ct": to_base64(self.wrapped),
        }

    @classmethod
    def from_json(cls, value: Json) -> "Previous":
        """The part of the document, checked; raises BadDocument."""
        part = mapping(value)
        expect_keys(part, "salt", "epoch", "nonce", "ct")
        return cls(
            salt=from_hex(part["salt"], SALT_SIZE),
            epoch=whole(part["epoch"], 1, 2**31),
            nonce=from_base64(part["nonce"], NONCE_SIZE),
            wrapped=from_base64(part["ct"], WRAPPED_SIZE),
        )


@dataclass(frozen=True, slots=True)
class Header:
    """What a header says; `created` is in seconds since 1970, `salt` names the key epoch of the records."""

    vault_id: str
    seq: int
    epoch: int
    created: int
    salt: bytes
    slots: tuple[Slot, ...]
    previous: Previous | None = None
    mac: str = ""

    def slots_of(self, kind: SlotType) -> tuple[Slot, ...]:
        """The slots of this type."""
        return tuple(slot for slot in self.slots if slot.type is kind)

    @property
    def next_slot_id(self) -> int:
        """An id that no slot of this header has."""
        return max((slot.id for slot in self.slots), default=0) + 1

    def with_slot(self, slot: Slot) -> "Header":
        """The same header with one slot more, not signed yet."""
        return replace(self, slots=(*self.slots, slot))

    def without(self, slots: tuple[Slot, ...]) -> "Header":
        """The same header without these slots, not signed yet."""
        return replace(self, slots=tuple(slot for slot in self.slots if slot not in slots))

    def next(self) -> "Header":
        """The same header as a later one, not signed yet."""
        return replace(self, seq=self.seq + 1)

    def signed_by(self, key: VaultKey) -> "Header":
        """The same header with its MAC."""
        with key.derived(KeyLabel.HEADER) as mac_key:
            return replace(self, mac=signature(self._body(), mac_key))

    def is_signed_by(self, key: VaultKey) -> bool:
        """Whether the MAC is of this key and this content."""
        with key.derived(KeyLabel.HEADER) as mac_key:
            return is_same(self.mac, signature(self._body(), mac_key))

    def to_bytes(self) -> bytes:
        """The file's content."""
        document: dict[str, Json] = {**self._body(), "mac": self.mac}
        return canonical({**document, "sum": _sum(document)})

    def _body(self) -> dict[str, Json]:
        body: dict[str, Json] = {
            "magic": MAGIC,
            "format": FORMAT,
            "min_reader": READER,
            "vault_id": self.vault_id,
            "seq": self.seq,
            "epoch": self.epoch,
            "created": self.created,
            "db": {"engine": ENGINE, "page_size": PAGE_SIZE, "salt": self.salt.hex()},
            "slots": [slot.as_json() for slot in self.slots],
        }
        if self.previous:
            body["prev"] = self.previous.as_json()
        return body


def read_header(data: bytes) -> Header:
    """The header in these bytes; nothing is derived and no key is needed.

    Raises BadDocument for damaged bytes, VaultIsNewer if a newer app is needed, and KeySettingsOutOfBounds if a slot
    asks for key derivation outside the accepted bounds.
    """
    document = parsed(data)
    if document.get("magic") != MAGIC:
        raise BadDocument
    given = document.pop("sum", None)
    if not is_same(given, _sum(document)):
        raise BadDocument
    if whole(document.get("min_reader"), 1, 2**31) > READER:
        raise VaultIsNewer
    header = _from_json(document)
    if not all(slot.kdf.within_bounds for slot in header.slots):
        raise KeySettingsOutOfBounds
    return header


def _from_json(document: dict[str, Json]) -> Header:
    has_previous = "prev" in document
    previous = document.pop("prev", None)
    expect_keys(document, "magic", "format", "min_reader", "vault_id", "seq", "epoch", "created", "db", "slots", "mac")
    whole(document["format"], FORMAT, FORMAT)
    vault_id = text(document["vault_id"])
    if not _UUID4.fullmatch(vault_id):
        raise BadDocument
    return Header(
        vault_id=vault_id,
        seq=whole(document["seq"], 1, 2**53),
        epoch=whole(document["epoch"], 1, 2**31),
        created=whole(document["created"], 0, LATEST_SECOND),
        salt=_database_salt(mapping(document["db"])),
        slots=_slots(document["slots"]),
        previous=Previous.from_json(previous) if has_previous else None,
        mac=from_hex(document["mac"], hashlib.sha256().digest_size).hex(),
    )


def _database_salt(part: dict[str, Json]) -> bytes:
    expect_keys(part, "engine", "page_size", "salt")
    if part["engine"] != ENGINE:
        raise BadDocument
    whole(part["page_size"], PAGE_SIZE, PAGE_SIZE)
    return from_hex(part["salt"], SALT_SIZE)


def _slots(value: Json) -> tuple[Slot, ...]:
    if not isinstance(value, list) or not 1 <= len(value) <= MOST_SLOTS:
        raise BadDocument
    slots = tuple(Slot.from_json(part) for part in value)
    if len({slot.id for slot in slots}) != len(slots):
        raise BadDocument
    return slots


def _sum(document: dict[str, Json]) -> str:
    return hashlib.sha256(canonical(document)).hexdigest()
