"""Inputs that are almost right: bytes that were damaged, documents with odd values, texts with slips."""

import random
from copy import deepcopy
from typing import Any

Document = dict[str, Any]

_INSERTED = [b"[", b"{", b'"', b"9" * 5000, b"null", b"1e400", b"\\ud800", b"[" * 9000, b"\x00", b"\xff\xfe", b"-0"]
_ODD: list[Any] = [
    None,
    True,
    -1,
    0,
    2**70,
    1.5,
    "",
    "A" * 70,
    "\ud800",
    [],
    {},
    [[]],
    {"a": 1},
    "2026-02-30",
    "0" * 64,
]
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZOILUoilu-–_ \u00a0\tÄß\ud800\U0001f511٣\u200b"


def bytes_changed(data: bytes, dice: random.Random) -> bytes:
    """The bytes with one to four things wrong."""
    changed = bytearray(data)
    for _ in range(dice.randint(1, 4)):
        place = dice.randrange(len(changed)) if changed else 0
        match dice.randrange(5):
            case 0:
                changed[place : place + 1] = bytes([dice.randrange(256)])
            case 1:
                del changed[place : place + dice.randint(1, 40)]
            case 2:
                changed[place:place] = dice.choice(_INSERTED)
            case 3:
                del changed[place:]
            case _:
                changed[place:place] = changed[dice.randrange(len(changed) or 1) :][:60]
    return bytes(changed)


def values_changed(document: Document, dice: random.Random) -> None:
    """Change the document in one to three places: another value, one more, one less."""
    for _ in range(dice.randint(1, 3)):
        _change_one(document, dice)


def text_changed(text: str, dice: random.Random) -> str:
    """The text with a few slips of the hand, or something else altogether."""
    if dice.random() < 0.05:
        return "".join(dice.choice(_LETTERS) for _ in range(dice.choice([0, 1, 31, 32, 33, 40, 3000])))
    letters = list(text)
    for _ in range(dice.randint(1, 3)):
        place = dice.randrange(len(letters))
        match dice.randrange(4):
            case 0:
                letters[place] = dice.choice(_LETTERS)
            case 1:
                letters.insert(place, dice.choice(_LETTERS))
            case 2:
                letters[place - 1], letters[place] = letters[place], letters[place - 1]
            case _:
                letters[place] = letters[place].swapcase()
    return "".join(letters)


def _change_one(document: Document, dice: random.Random) -> None:
    holder: Any = document
    while True:
        keys = list(holder) if isinstance(holder, dict) else list(range(len(holder)))
        key = dice.choice(keys) if keys else None
        value = None if key is None else holder[key]
        if isinstance(value, dict | list) and dice.random() < 0.8:
            holder = value
            continue
        if key is not None and dice.random() < 0.7:
            holder[key] = _odd(dice)
        elif key is not None and dice.random() < 0.5:
            del holder[key]
        elif isinstance(holder, dict):
            holder[dice.choice(["x", "prev", "alg", ""])] = _odd(dice)
        else:
            holder.append(_odd(dice))
        return


def _odd(dice: random.Random) -> Any:  # noqa: ANN401 -- the point is that it can be anything
    return deepcopy(dice.choice(_ODD))  # a copy, since it may be changed in its turn
