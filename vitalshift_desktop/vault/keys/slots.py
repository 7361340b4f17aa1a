"""Key slots as the header holds them: how a secret becomes a key, and the vault key wrapped under it."""

from dataclasses import dataclass
from enum import StrEnum

from vitalshift_desktop.vault.files.documents import (
    BadDocument,
    Json,
    expect_keys,
    from_base64,
    mapping,
    text,
    to_base64,
    whole,
)

SALT_SIZE = 16
NONCE_SIZE = 12
WRAPPED_SIZE = 48
ARGON2_VERSION = 19
WRAP_ALGORITHM = "AES-256-GCM"

LEAST_MEMORY, MOST_MEMORY = 64 * 1024, 4 * 1024 * 1024
LEAST_PASSES, MOST_PASSES = 3, 64
LEAST_LANES, MOST_LANES = 1, 64


class SlotType(StrEnum):
    """What opens a slot; `OS` is kept free for the system's key store."""

    PASSPHRASE = "passphrase"
    RECOVERY = "recovery"
    OS = "os"


@dataclass(frozen=True, slots=True)
class Argon2Settings:
    """Argon2id (RFC 9106) with `m_kib` KiB of memory, `t` passes and `p` lanes."""

    m_kib: int
    t: int
    p: int
    salt: bytes

    @property
    def within_bounds(self) -> bool:
        """64 MiB to 4 GiB, 3 to 64 passes, 1 to 64 lanes: less is a downgrade, more a bomb."""
        return (
            LEAST_MEMORY <= self.m_kib <= MOST_MEMORY
            and LEAST_PASSES <= self.t <= MOST_PASSES
            and LEAST_LANES <= self.p <= MOST_LANES
        )

    def as_json(self) -> dict[str, Json]:
        """The part of the document."""
        salt = to_base64(self.salt)
        return {"alg": "argon2id", "v": ARGON2_VERSION, "m_kib": self.m_kib, "t": self.t, "p": self.p, "salt": salt}


@dataclass(frozen=True, slots=True)
class HkdfSettings:
    """HKDF-SHA256 (RFC 5869), enough for a secret of 128 random bits."""

    salt: bytes

    @property
    def within_bounds(self) -> bool:
        """Nothing to choose, nothing to bound."""
        return True

    def as_json(self) -> dict[str, Json]:
        """The part of the document."""
        return {"alg": "hkdf-sha256", "salt": to_base64(self.salt)}


@dataclass(frozen=True, slots=True)
class Wrap:
    """The vault key under a slot's own key: AES-256-GCM, ciphertext and tag together."""

    nonce: bytes
    wrapped: bytes


@dataclass(frozen=True, slots=True)
class Slot:
    """One way to open the vault."""

    id: int
    type: SlotType
    kdf: Argon2Settings | HkdfSettings
    wrap: Wrap

    def as_json(self) -> dict[str, Json]:
        """The part of the document."""
        wrap: dict[str, Json] = {
            "alg": WRAP_ALGORITHM,
            "nonce": to_base64(self.wrap.nonce),
            "ct": to_base64(self.wrap.wrapped),
        }
        return {"id": self.id, "type": self.type.value, "kdf": self.kdf.as_json(), "wrap": wrap}

    @classmethod
    def from_json(cls, value: Json) -> "Slot":
        """The part of the document, checked but for the bounds of its settings; raises BadDocument."""
        part = mapping(value)
        expect_keys(part, "id", "type", "kdf", "wrap")
        try:
            kind = SlotType(text(part["type"]))
        except ValueError:
            raise BadDocument from None
        kdf = mapping(part["kdf"])
        return cls(
            id=whole(part["id"], 1, 2**31),
            type=kind,
            kdf=_argon2(kdf) if kind is SlotType.PASSPHRASE else _hkdf(kdf),
            wrap=_wrap(mapping(part["wrap"])),
        )


def _argon2(part: dict[str, Json]) -> Argon2Settings:
    expect_keys(part, "alg", "v", "m_kib", "t", "p", "salt")
    if part["alg"] != "argon2id":
        raise BadDocument
    whole(part["v"], ARGON2_VERSION, ARGON2_VERSION)
    return Argon2Settings(
        m_kib=whole(part["m_kib"], 0, 2**63),
        t=whole(part["t"], 0, 2**63),
        p=whole(part["p"], 0, 2**63),
        salt=from_base64(part["salt"], SALT_SIZE),
    )


def _hkdf(part: dict[str, Json]) -> HkdfSettings:
    expect_keys(part, "alg", "salt")
    if part["alg"] != "hkdf-sha256":
        raise BadDocument
    return HkdfSettings(from_base64(part["salt"], SALT_SIZE))


def _wrap(part: dict[str, Json]) -> Wrap:
    expect_keys(part, "alg", "nonce", "ct")
    if part["alg"] != WRAP_ALGORITHM:
        raise BadDocument
    return Wrap(from_base64(part["nonce"], NONCE_SIZE), from_base64(part["ct"], WRAPPED_SIZE))
