"""Keeping the full-text index up to date: what changed is read in again, away from typing.

Triggers write down what changed in the same transaction as the change, so that no way of writing can forget it. The
index keeps no text; it is told the old words to take them out, and they are gone from its pages then.
"""

import zlib
from datetime import date

from vitalshift_desktop.domain.problems import VaultIsDamaged
from vitalshift_desktop.vault.connection import RawConnection
from vitalshift_desktop.vault.records.search_entries import READERS, Entry

OPEN, FINAL = "search_open", "search_final"
_DAY = 1 << 24  # entries of one day, at most
_STALE = "SELECT kind, item FROM search_stale ORDER BY kind, item DESC LIMIT ?"
_KNOWN = "SELECT id, client_id, is_final, words FROM search_entry WHERE kind = ? AND item = ?"
_LAST_OF_DAY = "SELECT max(id) FROM search_entry WHERE id >= ? AND id < ?"
_ADD = "INSERT INTO search_entry (id, kind, item, client_id, is_final, words) VALUES (?, ?, ?, ?, ?, ?)"


def freshen(raw: RawConnection, most: int) -> int:
    """Read in again what changed, the newest first and so much at most; how much it was. Inside a transaction."""
    stale = [(int(kind or 0), int(item or 0)) for kind, item in raw.execute(_STALE, (most,)).fetchall()]
    for kind, item in stale:
        reader = READERS.get(kind)
        _renew(raw, kind, item, reader(raw, item) if reader else None)
        raw.execute("DELETE FROM search_stale WHERE kind = ? AND item = ?", (kind, item))
    return len(stale)


def mark_everything(raw: RawConnection) -> None:
    """Have everything read in again, for rows that came into the vault past its triggers."""
    for kind, items in _SOURCES:
        raw.execute(f"INSERT OR IGNORE INTO search_stale (kind, item) SELECT {kind}, {items}")
    raw.execute("INSERT OR IGNORE INTO search_stale (kind, item) SELECT kind, item FROM search_entry")


def begin_anew(raw: RawConnection) -> bool:
    """Empty the index and have everything read in again, where it no longer holds together; always True, as a change
    to be kept. The record, of which it is only made, stays as it is. Inside a transaction.
    """
    for index in (OPEN, FINAL):
        raw.execute(f"INSERT INTO {index}({index}) VALUES ('delete-all')")  # noqa: S608 -- our own names
    raw.execute("DELETE FROM search_entry")
    mark_everything(raw)
    return True


def first_of(day: date) -> int:
    """The number with which the entries of this day begin."""
    return day.toordinal() * _DAY


def end_of(day: date) -> int:
    """The number before which the entries of this day end."""
    return (day.toordinal() + 1) * _DAY


def day_of(entry: int) -> date:
    """The day of an entry by its number."""
    return date.fromordinal(entry // _DAY)


def unpacked(words: bytes) -> str:
    """The words of an entry as they were read in; raises VaultIsDamaged."""
    try:
        return zlib.decompress(words).decode()
    except (zlib.error, UnicodeDecodeError):
        raise VaultIsDamaged from None


_SOURCES = (
    (1, "id FROM note"),
    (2, "id FROM addendum"),
    (3, "id FROM contact_note"),
    (4, "id FROM goal"),
    (5, "clause_id * 10000 + number FROM clause_version"),
    (6, "id FROM attachment"),
    (7, "id FROM safety_plan"),
    (11, "id FROM consent"),
    (14, "id FROM commitment"),
    (15, "id FROM agreed_break"),
)


def _renew(raw: RawConnection, kind: int, item: int, entry: Entry | None) -> None:
    known = raw.execute(_KNOWN, (kind, item)).fetchone()
    if known is not None:
        number, client, is_final, packed = known
        words = unpacked(bytes(packed))  # type: ignore[arg-type]  # the column is a BLOB
        was = Entry(None if client is None else int(client), day_of(int(number or 0)), bool(is_final), words)
        if was == entry:
            return
        _take_out(raw, kind, int(number or 0), was)
    if entry is not None and entry.words.strip():
        _put_in(raw, kind, item, entry)


def _take_out(raw: RawConnection, kind: int, number: int, was: Entry) -> None:
    index = FINAL if was.is_final else OPEN
    statement = f"INSERT INTO {index}({index}, rowid, words, scope) VALUES ('delete', ?, ?, ?)"  # noqa: S608 -- our own names
    raw.execute(statement, (number, was.words, _scope(kind, was)))
    raw.execute("DELETE FROM search_entry WHERE id = ?", (number,))


def _put_in(raw: RawConnection, kind: int, item: int, entry: Entry) -> None:
    begin = first_of(entry.day)
    last = raw.execute(_LAST_OF_DAY, (begin, begin + _DAY)).fetchone()
    number = int(last[0]) + 1 if last and last[0] is not None else begin
    packed = zlib.compress(entry.words.encode())
    values = (number, kind, item, entry.client_id, entry.is_final, packed)
    raw.execute(_ADD, values)  # type: ignore[arg-type]  # any value of a row
    index = FINAL if entry.is_final else OPEN
    statement = f"INSERT INTO {index}(rowid, words, scope) VALUES (?, ?, ?)"  # noqa: S608 -- our own names
    raw.execute(statement, (number, entry.words, _scope(kind, entry)))


def _scope(kind: int, entry: Entry) -> str:
    """Words of our own by which the index finds a kind and a client."""
    return f"k{kind}" if entry.client_id is None else f"k{kind} c{entry.client_id}"
