"""Taking over what can still be read of a damaged records file, row by row, into whole records."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from sqlcipher3 import dbapi2

from vitalshift_desktop.domain.problems import BackupCancelled
from vitalshift_desktop.domain.rescue import Salvage, SalvagedTable
from vitalshift_desktop.vault.audit_trail import NO_HEAD
from vitalshift_desktop.vault.connection import Connector, RawConnection
from vitalshift_desktop.vault.meta import AUDIT_HEAD
from vitalshift_desktop.vault.progress import Cancelled, Progress
from vitalshift_desktop.vault.records.search_index import mark_everything
from vitalshift_desktop.vault.rescue.readable_rows import ReadableRows, Row, quoted

AUDIT, META = "audit", "meta"
_MADE_ANEW = {META, "search_entry", "search_stale"}


@dataclass(slots=True)
class _Table:
    """One table as both files have it: the columns they share, the key's columns, and what is to be taken over."""

    name: str
    columns: tuple[str, ...]
    key: tuple[int, ...]
    parents: frozenset[str]
    new: list[Row] = field(default_factory=list)
    changed: list[Row] = field(default_factory=list)
    refused: int = 0
    orphans: int = 0
    missing: int = 0
    is_exact: bool = True

    def key_of(self, row: Row) -> Row:
        """The values that name the row."""
        return tuple(row[place] for place in self.key)

    @property
    def where(self) -> str:
        """The condition that finds a row by its key."""
        return " AND ".join(f"{quoted(self.columns[place])} IS ?" for place in self.key)


def salvaged(source: Connector, target: Connector, progress: Progress, cancelled: Cancelled) -> Salvage:
    """Take over every row of `source` that `target` lacks or has in another state, in one transaction.

    A row that is final in the target, such as a signed note, stays as it is there. Rows whose parent was lost are
    lost as well, so that the records hold together. Raises BackupCancelled; then the target is as it was.
    """
    with target.apart() as raw:
        tables = _in_order(_shared(source, raw))
        raw.execute("BEGIN IMMEDIATE")
        try:
            for place, table in enumerate(tables):
                if cancelled():
                    raise BackupCancelled
                progress(place / max(len(tables), 1))
                _gather(source, raw, table)
            with _triggers_aside(raw):
                for table in tables:
                    _take(raw, table)
                _drop_orphans(raw, tables)
            mark_everything(raw)
            raw.execute("COMMIT")
        except BaseException:
            if raw.in_transaction:
                raw.execute("ROLLBACK")
            raise
    progress(1.0)
    return Salvage(tuple(_result(table) for table in tables))


# ------------------------------------------------------------ what there is to take over


def _shared(source: Connector, raw: RawConnection) -> list[_Table]:
    with source.apart() as damaged:
        theirs = {name: _columns(damaged, name) for name in _names(damaged)}
    found = []
    for name in _names(raw):
        known = _columns(raw, name)
        columns = tuple(column for column in known if column in theirs.get(name, ()))
        key = tuple(place for place, column in enumerate(columns) if known[column])
        parents = {str(row[2]) for row in raw.execute(f"PRAGMA foreign_key_list({quoted(name)})").fetchall()} - {name}
        if columns and key and name not in _MADE_ANEW:
            found.append(_Table(name, columns, key, frozenset(parents)))
    return found


def _names(raw: RawConnection) -> list[str]:
    query = "SELECT name FROM pragma_table_list WHERE schema='main' AND type='table' AND name NOT LIKE 'sqlite_%'"
    return sorted(str(row[0]) for row in raw.execute(query))


def _columns(raw: RawConnection, table: str) -> dict[str, bool]:
    """Each column's name, and whether it belongs to the key."""
    rows = raw.execute(f"PRAGMA table_info({quoted(table)})").fetchall()
    return {str(row[1]): bool(row[5]) for row in rows}


def _in_order(tables: Sequence[_Table]) -> list[_Table]:
    """Parents before children; a circle is broken anywhere, the orphans are looked for at the end anyhow."""
    left, ordered = list(tables), list[_Table]()
    while left:
        waiting = {table.name for table in left}
        ready = [table for table in left if not table.parents & waiting] or left[:1]
        ordered += ready
        left = [table for table in left if table not in ready]
    return ordered


def _gather(source: Connector, raw: RawConnection, table: _Table) -> None:
    rows = ReadableRows(source, table.name, table.columns)
    expected, read = rows.expected(), 0
    accepts = _chained(raw, table) if table.name == AUDIT else None
    for row in rows:
        read += 1
        ours = _ours(raw, table, row)
        if ours is None:
            if accepts is None or accepts(row):
                table.new.append(row)
            else:
                table.refused += 1
        elif ours != row:
            if accepts is None and _is_open(raw, table, row):
                table.changed.append(row)
            else:
                table.refused += 1
    table.is_exact = not rows.was_torn or expected is not None
    table.missing = max((expected or 0) - read, 0 if table.is_exact else 1)


def _ours(raw: RawConnection, table: _Table, row: Row) -> Row | None:
    columns = ", ".join(quoted(column) for column in table.columns)
    query = f"SELECT {columns} FROM {quoted(table.name)} WHERE {table.where}"  # noqa: S608 -- quoted names
    return raw.execute(query, table.key_of(row)).fetchone()  # type: ignore[arg-type]  # any value of a row


def _is_open(raw: RawConnection, table: _Table, row: Row) -> bool:
    """Whether the target's own rules would let this row change; tried and taken back."""
    raw.execute("SAVEPOINT asking")
    try:
        _change(raw, table, row)
    except dbapi2.IntegrityError as refused:
        # A duplicate or a missing parent may come right with the other rows; a rule of the record does not.
        return "constraint failed" in str(refused)
    else:
        return True
    finally:
        raw.execute("ROLLBACK TO asking")
        raw.execute("RELEASE asking")


class _chained:  # noqa: N801 -- used as a function that remembers the entry before
    """Takes entries of the audit trail only as the unbroken continuation of the trail that is there."""

    def __init__(self, raw: RawConnection, table: _Table) -> None:
        row = raw.execute("SELECT value FROM meta WHERE key=?", (AUDIT_HEAD,)).fetchone()
        number, _, self._mac = str(row[0] if row else NO_HEAD).partition(":")
        self._number = int(number)
        self._id, self._prev, self._own = (table.columns.index(name) for name in ("id", "prev", "mac"))

    def __call__(self, row: Row) -> bool:
        if row[self._id] != self._number + 1 or row[self._prev] != self._mac:
            return False
        self._number, self._mac = self._number + 1, str(row[self._own])
        return True


# ------------------------------------------------------------ taking it over


def _take(raw: RawConnection, table: _Table) -> None:
    columns = ", ".join(quoted(column) for column in table.columns)
    places = ", ".join("?" for _column in table.columns)
    insert = f"INSERT INTO {quoted(table.name)} ({columns}) VALUES ({places})"  # noqa: S608 -- quoted names
    table.changed = [row for row in table.changed if _fits(raw, table, row, None)]
    table.new = [row for row in table.new if _fits(raw, table, row, insert)]
    if table.name == AUDIT and table.new:
        last = table.new[-1]
        number, mac = (last[table.columns.index(name)] for name in ("id", "mac"))
        head = "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value=excluded.value"
        raw.execute(head, (AUDIT_HEAD, f"{int(number or 0)}:{mac!s}"))


def _fits(raw: RawConnection, table: _Table, row: Row, insert: str | None) -> bool:
    try:
        if insert is None:
            _change(raw, table, row)
        else:
            raw.execute(insert, row)  # type: ignore[arg-type]  # any value of a row
    except dbapi2.IntegrityError:
        table.refused += 1
        return False
    return True


def _change(raw: RawConnection, table: _Table, row: Row) -> None:
    values = ", ".join(f"{quoted(column)}=?" for column in table.columns)
    update = f"UPDATE {quoted(table.name)} SET {values} WHERE {table.where}"  # noqa: S608 -- quoted names
    raw.execute(update, (*row, *table.key_of(row)))  # type: ignore[arg-type]  # any value of a row


def _drop_orphans(raw: RawConnection, tables: Sequence[_Table]) -> None:
    """Take out again what points to a row that was lost, until the records hold together."""
    known = {table.name: table for table in tables}
    while orphans := {(str(row[0]), int(row[1] or 0)) for row in raw.execute("PRAGMA foreign_key_check").fetchall()}:
        for name, number in orphans:
            raw.execute(f"DELETE FROM {quoted(name)} WHERE rowid=?", (number,))  # noqa: S608 -- quoted name
            known[name].orphans += 1


@contextmanager
def _triggers_aside(raw: RawConnection) -> Iterator[None]:
    """The record's rules were kept when a row was first written; among themselves the rows come in any order."""
    triggers = raw.execute("SELECT name, sql FROM sqlite_master WHERE type='trigger' ORDER BY rowid").fetchall()
    raw.execute("PRAGMA defer_foreign_keys=ON")
    for name, _sql in triggers:
        raw.execute(f"DROP TRIGGER {quoted(str(name))}")
    yield
    for _name, sql in triggers:
        raw.execute(str(sql))


def _result(table: _Table) -> SalvagedTable:
    taken = len(table.new) + len(table.changed) - table.orphans
    return SalvagedTable(table.name, taken, table.missing + table.refused + table.orphans, table.is_exact)
