"""The packet for the process that shows a form: as bytes, and back."""

import json
from dataclasses import asdict
from typing import Any

from vitalshift_desktop.domain.handovers import HandedForm, HandedItem, Packet

LARGEST = 60_000
"""Bytes; so much fits at once into a pipe that nobody reads yet."""


class BadPacket(ValueError):
    """The bytes are no packet of this version of the app."""


def packed(packet: Packet) -> bytes:
    """The packet as bytes; it holds no name, no number of a record and nothing secret but where to seal to."""
    facts = asdict(packet)
    facts["public_key"] = packet.public_key.hex()
    return json.dumps(facts, ensure_ascii=False).encode("utf-8", "surrogatepass")


def unpacked(data: bytes) -> Packet:
    """The packet that `packed` made; raises BadPacket."""
    try:
        facts: dict[str, Any] = json.loads(data.decode("utf-8", "surrogatepass"))
        forms = tuple(_form(form) for form in facts.pop("forms"))
        key = bytes.fromhex(facts.pop("public_key"))
        return Packet(**facts, public_key=key, forms=forms)
    except (ValueError, TypeError, KeyError, AttributeError):
        raise BadPacket from None


def _form(facts: dict[str, Any]) -> HandedForm:
    items = tuple(HandedItem(**item) for item in facts.pop("items"))
    words = tuple(facts.pop("answer_words"))
    return HandedForm(**facts, items=items, answer_words=words)
