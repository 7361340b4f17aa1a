"""Answers sealed to a hand-over: whoever knows its public key can seal, only the vault can open.

A sealed file is MAGIC, a version byte, an ephemeral X25519 public key (32 bytes), then ChaCha20-Poly1305 of a text
padded to one length, so that the size tells nothing. Key and nonce are HKDF-SHA256 of the shared secret, salted with
both public keys. The hand-over's public key never stands in any file outside the vault, so nobody else can seal either.
Vault, hand-over and forms are bound in as associated data. Needs neither the vault nor its key, so that the process
that shows the form loads nothing else of them.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from vitalshift_desktop.domain.handovers import FileRefusal, FormAnswers
from vitalshift_desktop.vault.files.documents import BadDocument, Json, canonical, expect_keys, mapping, parsed, text

MAGIC = b"VSHANDOVER"
VERSION = 1
PLAIN_SIZE = 8192
_LENGTH, _KEY, _NONCE, _TAG = 4, 32, 12, 16
_HEAD = len(MAGIC) + 1 + _KEY
SEALED_SIZE = _HEAD + PLAIN_SIZE + _TAG


class NotSealedForThis(Exception):
    """The bytes were not sealed for this hand-over; `refusal` says what they are."""

    def __init__(self, refusal: FileRefusal) -> None:
        super().__init__()
        self.refusal = refusal


@dataclass(frozen=True, slots=True)
class BoundTo:
    """What a sealed file belongs to: the vault, the hand-over's tag, and the forms in their order."""

    vault_id: str
    tag: str
    forms: tuple[str, ...]

    def as_bytes(self) -> bytes:
        """The one spelling of it."""
        return canonical({"vault": self.vault_id, "handover": self.tag, "forms": list(self.forms)})


def new_key_pair() -> tuple[bytes, bytes]:
    """A one-time key: private and public, 32 bytes each."""
    private = X25519PrivateKey.generate()
    return private.private_bytes_raw(), private.public_key().public_bytes_raw()


def sealed(public_key: bytes, bound: BoundTo, answers: Sequence[FormAnswers]) -> bytes:
    """The answers as a file's bytes, always of the same length; raises ValueError for more than fit."""
    once = X25519PrivateKey.generate()
    ours = once.public_key().public_bytes_raw()
    key, nonce = _key_and_nonce(once, public_key, ours + public_key)
    head = MAGIC + bytes([VERSION]) + ours
    return head + ChaCha20Poly1305(key).encrypt(nonce, _padded(answers), head + bound.as_bytes())


def fits(answers: Sequence[FormAnswers]) -> bool:
    """Whether a sealed file holds these answers."""
    try:
        _padded(answers)
    except ValueError:
        return False
    return True


def opened_seal(private_key: bytes, bound: BoundTo, data: bytes) -> tuple[FormAnswers, ...]:
    """The answers in a sealed file; raises NotSealedForThis."""
    demand_form(data)
    head, theirs = data[:_HEAD], data[_HEAD - _KEY : _HEAD]
    private = X25519PrivateKey.from_private_bytes(private_key)
    try:
        key, nonce = _key_and_nonce(private, theirs, theirs + private.public_key().public_bytes_raw())
        plain = ChaCha20Poly1305(key).decrypt(nonce, data[_HEAD:], head + bound.as_bytes())
        return _answers(plain)
    except (InvalidTag, ValueError, BadDocument):
        raise NotSealedForThis(FileRefusal.FORGED) from None


def demand_form(data: bytes) -> None:
    """Raise NotSealedForThis unless these bytes have the form of a sealed file of this version."""
    if data[: len(MAGIC)] == MAGIC and data[len(MAGIC) : len(MAGIC) + 1] > bytes([VERSION]):
        raise NotSealedForThis(FileRefusal.NEWER)
    if len(data) != SEALED_SIZE or not data.startswith(MAGIC + bytes([VERSION])):
        raise NotSealedForThis(FileRefusal.NOT_WHOLE)


def _key_and_nonce(private: X25519PrivateKey, public: bytes, salt: bytes) -> tuple[bytes, bytes]:
    shared = private.exchange(X25519PublicKey.from_public_bytes(public))
    both = HKDF(SHA256(), _KEY + _NONCE, salt, b"VitalShift hand-over 1").derive(shared)
    return both[:_KEY], both[_KEY:]


def _padded(answers: Sequence[FormAnswers]) -> bytes:
    forms: list[Json] = [
        {"id": one.instrument_id, "answers": None if one.answers is None else list(one.answers)} for one in answers
    ]
    written = canonical({"forms": forms})
    if len(written) > PLAIN_SIZE - _LENGTH:
        raise ValueError("more answers than a sealed file holds")
    return (len(written).to_bytes(_LENGTH, "big") + written).ljust(PLAIN_SIZE, b"\0")


def _answers(plain: bytes) -> tuple[FormAnswers, ...]:
    size = int.from_bytes(plain[:_LENGTH], "big")
    if any(plain[_LENGTH + size :]):
        raise BadDocument
    document = parsed(plain[_LENGTH : _LENGTH + size])
    expect_keys(document, "forms")
    forms = document["forms"]
    if not isinstance(forms, list):
        raise BadDocument
    return tuple(_form(mapping(form)) for form in forms)


def _form(form: dict[str, Json]) -> FormAnswers:
    expect_keys(form, "id", "answers")
    given = form["answers"]
    if given is None:
        return FormAnswers(text(form["id"]), None)
    if not isinstance(given, list):
        raise BadDocument
    return FormAnswers(text(form["id"]), tuple(_answer(answer) for answer in given))


def _answer(value: Json) -> int | None:
    if value is not None and type(value) is not int:
        raise BadDocument
    return value
