"""Making and opening key slots: a secret becomes a key, the key wraps or unwraps the vault key."""

import os
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, replace

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from vitalshift_desktop.domain.problems import HeaderTampered, NotEnoughMemory, WrongSecret
from vitalshift_desktop.vault.files.documents import Json, canonical
from vitalshift_desktop.vault.keys.header import FORMAT, MAGIC, Header
from vitalshift_desktop.vault.keys.passphrase import passphrase_bytes
from vitalshift_desktop.vault.keys.recovery import RecoveryCode
from vitalshift_desktop.vault.keys.slots import (
    NONCE_SIZE,
    SALT_SIZE,
    Argon2Settings,
    HkdfSettings,
    Slot,
    SlotType,
    Wrap,
)
from vitalshift_desktop.vault.keys.vault_key import KEY_SIZE, VaultKey, wipe

__all__ = ["KdfCost", "SlotType", "new_passphrase_slot", "new_recovery_slot", "slot_of", "unlocked"]

_MIB = 1024
_RECOVERY_INFO = b"vshift/v1/recovery-slot"
_SLOW, _TOO_SLOW = 1.0, 2.5
_SHARE_OF_MEMORY = 8


@dataclass(frozen=True, slots=True)
class KdfCost:
    """How dear one guess of the passphrase is: `m_kib` KiB of memory, `t` passes, `p` lanes (Argon2id, RFC 9106)."""

    m_kib: int
    t: int = 3
    p: int = 4

    @classmethod
    def default(cls) -> "KdfCost":
        """256 MiB, 3 passes, 4 lanes: about half a second on a laptop."""
        return cls(256 * _MIB)

    @classmethod
    def floor(cls) -> "KdfCost":
        """64 MiB, 3 passes, 4 lanes: the second recommended option of RFC 9106, never less."""
        return cls(64 * _MIB)

    @classmethod
    def calibrated(
        cls, seconds: Callable[["KdfCost"], float] | None = None, memory_mib: int | None = None
    ) -> "KdfCost":
        """The dearest cost this computer carries: under 1.0 s and at most 1/8 of its memory, or else less.

        Starts at the default; doubles up to 1 GiB; falls to 128 and 64 MiB where a run takes over 2.5 s or does not
        fit. `seconds` measures one run (raising MemoryError) and `memory_mib` is the size of memory, both in place
        of this computer's own.
        """
        measure = seconds or _measured
        most = (memory_mib or _memory_mib()) // _SHARE_OF_MEMORY * _MIB
        chosen = cls.default()
        for smaller in (128, 64):
            if _fits(chosen, measure, _TOO_SLOW):
                break
            chosen = cls(smaller * _MIB)
        if chosen != cls.default():
            return chosen
        for larger in (512, 1024):
            if larger * _MIB > most or not _fits(cls(larger * _MIB), measure, _SLOW):
                break
            chosen = cls(larger * _MIB)
        return chosen

    @classmethod
    def of(cls, slot: Slot) -> "KdfCost":
        """The cost of an existing passphrase slot."""
        kdf = slot.kdf
        return cls(kdf.m_kib, kdf.t, kdf.p) if isinstance(kdf, Argon2Settings) else cls.default()


def new_passphrase_slot(header: Header, passphrase: str, key: VaultKey, cost: KdfCost) -> Slot:
    """A slot with an id of its own that opens this vault by this passphrase; raises NotEnoughMemory."""
    settings = Argon2Settings(cost.m_kib, cost.t, cost.p, secrets.token_bytes(SALT_SIZE))
    secret = passphrase_bytes(passphrase)
    try:
        return _wrapped(header, SlotType.PASSPHRASE, settings, secret, key)
    finally:
        wipe(secret)


def new_recovery_slot(header: Header, code: RecoveryCode, key: VaultKey) -> Slot:
    """A slot with an id of its own that opens this vault by this recovery code."""
    settings = HkdfSettings(secrets.token_bytes(SALT_SIZE))
    return _wrapped(header, SlotType.RECOVERY, settings, code.secret(), key)


def unlocked(header: Header, secret: str | RecoveryCode) -> VaultKey:
    """The vault key, from a passphrase or a recovery code.

    Raises WrongSecret if no slot opens, HeaderTampered if one opens but the header's MAC is not of that key, and
    NotEnoughMemory if this computer cannot derive the key.
    """
    kind = SlotType.PASSPHRASE if isinstance(secret, str) else SlotType.RECOVERY
    given = passphrase_bytes(secret) if isinstance(secret, str) else secret.secret()
    try:
        key = _first_opened(header, kind, given)
    finally:
        wipe(given)
    if not header.is_signed_by(key):
        key.wipe()
        raise HeaderTampered
    return key


def slot_of(header: Header, code: RecoveryCode) -> Slot:
    """The slot that this recovery code opens; raises WrongSecret if there is none."""
    for slot in header.slots_of(SlotType.RECOVERY):
        alone = replace(header, slots=(slot,))
        secret = code.secret()
        try:
            _first_opened(alone, SlotType.RECOVERY, secret).wipe()
        except WrongSecret:
            continue
        finally:
            wipe(secret)
        return slot
    raise WrongSecret


def _first_opened(header: Header, kind: SlotType, secret: bytearray) -> VaultKey:
    for slot in header.slots_of(kind):
        slot_key = _slot_key(slot.kdf, secret)
        try:
            return _unwrapped(header, slot, slot_key)
        except InvalidTag:
            continue
        finally:
            wipe(slot_key)
    raise WrongSecret


def _unwrapped(header: Header, slot: Slot, slot_key: bytearray) -> VaultKey:
    key = bytearray(KEY_SIZE)
    bound = _bound_to(header, slot.id, slot.type, slot.kdf)
    AESGCM(slot_key).decrypt_into(slot.wrap.nonce, slot.wrap.wrapped, bound, key)
    return VaultKey(key)


def _wrapped(
    header: Header, kind: SlotType, kdf: Argon2Settings | HkdfSettings, secret: bytearray, key: VaultKey
) -> Slot:
    slot_id, nonce = header.next_slot_id, secrets.token_bytes(NONCE_SIZE)
    slot_key = _slot_key(kdf, secret)
    try:
        with key.exposed() as plain:
            wrapped = AESGCM(slot_key).encrypt(nonce, plain, _bound_to(header, slot_id, kind, kdf))
    finally:
        wipe(slot_key)
    return Slot(slot_id, kind, kdf, Wrap(nonce, wrapped))


def _bound_to(header: Header, slot_id: int, kind: SlotType, kdf: Argon2Settings | HkdfSettings) -> bytes:
    """What a wrap is bound to, so that it opens in no other vault, slot or setting."""
    bound: dict[str, Json] = {
        "magic": MAGIC,
        "format": FORMAT,
        "vault_id": header.vault_id,
        "epoch": header.epoch,
        "id": slot_id,
        "type": kind.value,
        "kdf": kdf.as_json(),
    }
    return canonical(bound)


def _slot_key(kdf: Argon2Settings | HkdfSettings, secret: bytearray) -> bytearray:
    slot_key = bytearray(KEY_SIZE)
    if isinstance(kdf, HkdfSettings):
        HKDF(SHA256(), KEY_SIZE, kdf.salt, _RECOVERY_INFO).derive_into(secret, slot_key)
        return slot_key
    try:
        argon2 = Argon2id(salt=kdf.salt, length=KEY_SIZE, iterations=kdf.t, lanes=kdf.p, memory_cost=kdf.m_kib)
        argon2.derive_into(secret, slot_key)  # type: ignore[arg-type]  # its hints lag behind: it takes any buffer
    except MemoryError:
        raise NotEnoughMemory from None
    return slot_key


def _fits(cost: KdfCost, seconds: Callable[[KdfCost], float], limit: float) -> bool:
    try:
        return seconds(cost) <= limit
    except (MemoryError, NotEnoughMemory):
        return False


def _measured(cost: KdfCost) -> float:
    settings = Argon2Settings(cost.m_kib, cost.t, cost.p, bytes(SALT_SIZE))
    start = time.perf_counter()
    _slot_key(settings, bytearray(b"how long does this take"))
    return time.perf_counter() - start


def _memory_mib() -> int:
    """The size of this computer's memory; 2 GiB where it does not say."""
    try:
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // (_MIB * _MIB)
    except (AttributeError, ValueError, OSError):
        return 2048
