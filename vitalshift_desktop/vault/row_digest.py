"""The digest of a table's rows: every value by its kind, length and bytes, in the order SQLite gives the rows.

Format 2 writes, value after value: `n` for nothing, `i<number>;`, `f<number as Python repr>;`, `t<bytes>:` and the
text in UTF-8, `b<bytes>:` and the bytes, and `.` at the end of a row. It is an HMAC: a bare digest, which lies in each
backup for whoever keeps it, would let him try what a table of few rows may say. Format 1, of the first release, was the
bare SHA-256 of Python's `repr` of each row.
"""

import hashlib
import hmac
from collections.abc import Sequence

from vitalshift_desktop.vault.connection import RawCursor

_ROWS_AT_ONCE = 64
_FIRST_FORMAT = 1
_Value = str | int | float | bytes | None


def digest_of_rows(found: RawCursor, key: bytearray, written_format: int) -> tuple[int, str]:
    """How many rows these are, and their HMAC-SHA256 in hex."""
    is_first, rows = written_format == _FIRST_FORMAT, 0
    digest = hashlib.sha256() if is_first else hmac.new(key, digestmod="sha256")
    spelled = _repr_of if is_first else _spelling_of
    while chunk := found.fetchmany(_ROWS_AT_ONCE):
        digest.update(spelled(chunk))
        rows += len(chunk)
    return rows, digest.hexdigest()


def _spelling_of(chunk: Sequence[Sequence[_Value]]) -> bytes:
    parts: list[bytes] = []
    add = parts.append
    for row in chunk:
        for value in row:
            if type(value) is str:
                data = value.encode()
                add(b"t%d:" % len(data))
                add(data)
            elif type(value) is int:
                add(b"i%d;" % value)
            else:
                add(_rarely(value))
        add(b".")
    return b"".join(parts)


def _rarely(value: _Value) -> bytes:
    if value is None:
        return b"n"
    if isinstance(value, bytes):
        return b"b%d:" % len(value) + value
    return f"f{value!r};".encode()


def _repr_of(chunk: Sequence[Sequence[_Value]]) -> bytes:
    return "".join(map(repr, chunk)).encode()
