"""Small JSON documents with one spelling each, checksums and keyed signatures."""

import base64
import binascii
import hmac
import json
from collections.abc import Mapping

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]
LARGEST = 64 * 1024
# Made once: a trail of a hundred thousand entries is spelled out entry by entry.
_ENCODER = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=True, allow_nan=False)


class BadDocument(Exception):
    """The bytes are not a document of the expected form."""


def canonical(document: Mapping[str, Json]) -> bytes:
    """The one spelling of a document: sorted keys, no spaces, ASCII."""
    return _ENCODER.encode(document).encode()


def parsed(data: bytes) -> dict[str, Json]:
    """The document in these bytes; raises BadDocument for anything but the one spelling of an object."""
    if len(data) > LARGEST:
        raise BadDocument
    try:
        document = json.loads(data.decode("ascii"))
        if isinstance(document, dict) and canonical(document) == data:
            return document
    except (ValueError, RecursionError):
        pass
    raise BadDocument


def signature(document: Mapping[str, Json], key: bytearray) -> str:
    """HMAC-SHA256 of the document's one spelling, in hex."""
    return hmac.digest(key, canonical(document), "sha256").hex()


def signed(document: Mapping[str, Json], key: bytearray) -> bytes:
    """The document with its signature under `mac`."""
    return canonical({**document, "mac": signature(document, key)})


def verified(data: bytes, key: bytearray) -> dict[str, Json]:
    """The document without its signature; raises BadDocument if the signature is not of this key."""
    document = parsed(data)
    mac = document.pop("mac", None)
    if not is_same(mac, signature(document, key)):
        raise BadDocument
    return document


def is_same(given: Json, computed: str) -> bool:
    """Whether a sum or signature is the computed one, without telling by time where they differ."""
    return isinstance(given, str) and given.isascii() and hmac.compare_digest(given, computed)


def expect_keys(document: Mapping[str, Json], *keys: str) -> None:
    """Raise BadDocument unless the document has exactly these keys."""
    if set(document) != set(keys):
        raise BadDocument


def text(value: Json) -> str:
    """The value, if it is a text."""
    if not isinstance(value, str):
        raise BadDocument
    return value


def whole(value: Json, low: int, high: int) -> int:
    """The value, if it is a whole number from `low` to `high`."""
    if type(value) is not int or not low <= value <= high:
        raise BadDocument
    return value


def mapping(value: Json) -> dict[str, Json]:
    """The value, if it is an object."""
    if not isinstance(value, dict):
        raise BadDocument
    return value


def to_base64(data: bytes) -> str:
    """Bytes as text."""
    return base64.b64encode(data).decode()


def from_base64(value: Json, size: int) -> bytes:
    """The `size` bytes that `to_base64` wrote."""
    try:
        data = base64.b64decode(text(value), validate=True)
    except (binascii.Error, ValueError):
        raise BadDocument from None
    if len(data) != size or to_base64(data) != value:
        raise BadDocument
    return data


def from_hex(value: Json, size: int) -> bytes:
    """The `size` bytes written as lower-case hex."""
    try:
        data = bytes.fromhex(text(value))
    except ValueError:
        raise BadDocument from None
    if len(data) != size or data.hex() != value:
        raise BadDocument
    return data
