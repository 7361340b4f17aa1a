"""The rows of a damaged table that can still be read, and how many cannot."""

from collections.abc import Iterator

from sqlcipher3 import dbapi2

from vitalshift_desktop.vault.connection import Connector, RawConnection

Value = str | int | float | bytes | None
Row = tuple[Value, ...]

_AT_ONCE, _ONE_BY_ONE = 200, 64
_FURTHEST = 2**62


def quoted(name: str) -> str:
    """A name as it stands in a statement."""
    return '"' + name.replace('"', '""') + '"'


class ReadableRows:
    """Walks a table by its row numbers and steps over what cannot be read.

    A bad page spoils the connection that met it, so after each failure a fresh one goes on.
    """

    def __init__(self, connector: Connector, table: str, columns: tuple[str, ...]) -> None:
        self._connector = connector
        self._table = quoted(table)
        self._columns = ", ".join(quoted(column) for column in columns)
        self._raw: RawConnection | None = None
        self.was_torn = False

    def __iter__(self) -> Iterator[Row]:
        """Every row that can be read, in the order of their numbers."""
        after, limit = -_FURTHEST, _AT_ONCE
        try:
            while True:
                rows = self._after(after, limit)
                if rows:
                    yield from (row[1:] for row in rows)
                    after, limit = _number(rows[-1]), min(2 * limit, _AT_ONCE)
                elif rows is not None:
                    return
                elif limit > 1:
                    limit = max(limit // 4, 1)
                else:
                    following = self._beyond(after)
                    if following is None:
                        return
                    after = following - 1
        finally:
            self._let_go()

    def expected(self) -> int | None:
        """How many rows there should be, counted by whatever index is whole; None where nothing can tell."""
        indexes = self._asked(f"PRAGMA index_list({self._table})") or []
        whole = [f" INDEXED BY {quoted(str(row[1]))}" for row in indexes if not row[4]]  # a partial one has not all
        for by in ("", *whole):
            counted = self._asked(f"SELECT count(*) FROM {self._table}{by}")  # noqa: S608 -- quoted names
            if counted:
                return _number(counted[0])
        return None

    def _after(self, number: int, limit: int) -> list[Row] | None:
        """The next rows after this number; None where one of them cannot be read."""
        columns, table = self._columns, self._table
        query = f"SELECT rowid, {columns} FROM {table} WHERE rowid > ? ORDER BY rowid LIMIT ?"  # noqa: S608 -- quoted names
        rows = self._asked(query, (number, limit))
        self.was_torn = self.was_torn or rows is None
        return rows

    def _beyond(self, number: int) -> int | None:
        """The next number that can be read again: looked for one by one, then in strides; None if there is none."""
        start = max(number, 0)
        for step in range(1, _ONE_BY_ONE):
            rows = self._after(start + step, 1)
            if rows is not None:
                return _number(rows[0]) if rows else None
        stride = _ONE_BY_ONE
        while start + stride < _FURTHEST:
            rows = self._after(start + stride, 1)
            if rows is not None:
                return self._first_readable(start + stride // 2, start + stride, rows)
            stride *= 2
        return None

    def _first_readable(self, bad: int, good: int, rows: list[Row]) -> int | None:
        """Halve the stretch between a number after which reading fails and one after which it does not."""
        while good - bad > 1:
            middle = (bad + good) // 2
            found = self._after(middle, 1)
            if found is None:
                bad = middle
            else:
                good, rows = middle, found
        return _number(rows[0]) if rows else None

    def _asked(self, query: str, parameters: tuple[int, ...] = ()) -> list[Row] | None:
        """The answer, or None; after an error the connection that met it is not used again."""
        try:
            if self._raw is None:
                self._raw = self._connector.connect()
            return self._raw.execute(query, parameters).fetchall()
        except dbapi2.Error:
            self._let_go()
            return None

    def _let_go(self) -> None:
        raw, self._raw = self._raw, None
        if raw is not None:
            self._connector.closed(raw)


def _number(row: Row) -> int:
    return int(row[0] or 0)
