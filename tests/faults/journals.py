"""Rollback journals as somebody else could plant them beside the records."""

import struct

from tests.vault.vault_files import PAGE

_MAGIC = bytes.fromhex("d9d505f920a163d7")
_SECTOR = 512
_NONCE = 7


def journal_of(older: bytes, newer: bytes) -> bytes:
    """A journal that puts back, page by page, what changed from one state of the records to the next.

    Layout: https://www.sqlite.org/fileformat.html#the_rollback_journal; nothing in it needs a key.
    """
    places = [
        at for at in range(0, min(len(older), len(newer)), PAGE) if older[at : at + PAGE] != newer[at : at + PAGE]
    ]
    head = _MAGIC + struct.pack(">IIIII", len(places), _NONCE, len(newer) // PAGE, _SECTOR, PAGE)
    return head.ljust(_SECTOR, b"\0") + b"".join(_entry(at // PAGE + 1, older[at : at + PAGE]) for at in places)


def _entry(number: int, page: bytes) -> bytes:
    total = _NONCE + sum(page[at] for at in range(PAGE - 200, 0, -200))
    return struct.pack(">I", number) + page + struct.pack(">I", total & 0xFFFFFFFF)
