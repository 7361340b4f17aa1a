"""Connections to the encrypted records: keyed first, hardened next, checked last."""

import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Protocol
from urllib.parse import quote

from sqlalchemy import Engine, create_engine
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

from vitalshift_desktop.domain.problems import LibraryTooOld, VaultIsLocked
from vitalshift_desktop.vault.failures import told_as_problems
from vitalshift_desktop.vault.keys.vault_key import KeyLabel, VaultKey, wipe

OLDEST_SQLITE = (3, 51, 3)  # the first without the WAL-reset fault, which loses commits
BUSY_SECONDS = 5.0
CLOSING_SECONDS = 2.0
POOL_SIZE = 3  # the window, the worker beside it, and a search; none of them waits for another
POOL_SECONDS = 10.0
_HEX = b"0123456789abcdef"
_IN_MEMORY = 2

SETTINGS = (
    "foreign_keys=ON",
    "synchronous=FULL",
    "temp_store=MEMORY",  # a temporary file would hold plain text
    "secure_delete=ON",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "cache_size=-16000",  # KiB; with the usual 2 MB a long list deciphers the same pages again and again
    "recursive_triggers=ON",  # so that INSERT OR REPLACE cannot get past a trigger that refuses a deletion
)
_MAC_SETTINGS = ("fullfsync=ON", "checkpoint_fullfsync=ON")


class RawCursor(Protocol):
    """What a statement answered; `rowcount` is how many rows it changed."""

    rowcount: int

    def fetchone(self) -> tuple[str | int | float | bytes | None, ...] | None:
        """The next row, or None."""

    def fetchall(self) -> list[tuple[str | int | float | bytes | None, ...]]:
        """All rows left."""

    def fetchmany(self, size: int, /) -> list[tuple[str | int | float | bytes | None, ...]]:
        """So many rows at most; none at the end."""

    def __iter__(self) -> Iterator[tuple[str | int | float | bytes | None, ...]]:
        """One row after the other."""


class RawConnection(Protocol):
    """The driver's own connection."""

    in_transaction: bool

    def execute(self, sql: str, parameters: Sequence[str | int | bytearray] = (), /) -> RawCursor:
        """Run one statement."""

    def set_key(self, key: bytearray, /) -> None:
        """Give the key, before anything else."""

    def set_progress_handler(self, handler: Callable[[], int] | None, n: int, /) -> None:
        """Call the handler every `n` steps; a number other than 0 stops the statement."""

    def interrupt(self) -> None:
        """Stop what is running on it, from any thread."""

    def close(self) -> None:
        """Close it and its files."""


class Connector:
    """Opens connections to one records file, and can close every one of them."""

    def __init__(self, database: Path, key: VaultKey, salt: bytes, *, read_only: bool = False) -> None:
        self._database = database
        self._salt = salt
        self._read_only = read_only
        self._guard = threading.Lock()
        self._idle = threading.Condition()
        self._users: Counter[int] = Counter()
        self._open: list[RawConnection] = []
        self._closed = False
        with key.derived(KeyLabel.DATABASE) as derived:
            self._key = bytearray(derived)

    def connect(self) -> RawConnection:
        """A keyed, hardened and checked connection; it never makes a file. Errors are the driver's own.

        Raises VaultIsLocked after `close_all`, LibraryTooOld if the library is not the one that encrypts.
        """
        with self._guard:
            if self._closed:
                raise VaultIsLocked
            raw = self._plain()
            try:
                self._unlock(raw)
                _harden(raw, read_only=self._read_only)
                self_test(raw)
            except BaseException:
                raw.close()
                raise
            self._open.append(raw)
            return raw

    @contextmanager
    def apart(self) -> Iterator[RawConnection]:
        """A connection of its own, closed afterwards; errors of the database leave as problems."""
        with told_as_problems(system=False, drive=self.folder), self.in_use():
            raw = self.connect()
            try:
                yield raw
            finally:
                self.closed(raw)

    @contextmanager
    def in_use(self) -> Iterator[None]:
        """While this lasts, `close_all` interrupts and waits a moment before it closes connections."""
        me = threading.get_ident()
        with self._idle:
            self._users[me] += 1
        try:
            yield
        finally:
            with self._idle:
                self._users[me] -= 1
                self._idle.notify_all()

    def closed(self, raw: RawConnection) -> None:
        """Close one connection."""
        with self._guard:
            if raw in self._open:
                self._open.remove(raw)
        raw.close()

    @property
    def folder(self) -> Path:
        """Where the records file lies."""
        return self._database.parent

    @property
    def name(self) -> str:
        """The name of the records file."""
        return self._database.name

    @property
    def is_open(self) -> bool:
        """Whether connections can still be made."""
        return not self._closed

    def close_all(self) -> None:
        """Stop what is running, close every connection, empty the log, wipe the key, and open none again.

        Not from within a statement, such as a progress handler: SQLite does not bear its connection to go then.
        """
        if self._closed:
            return
        self._closed = True
        deadline = time.monotonic() + CLOSING_SECONDS
        with self._idle:
            while self._others_at_work() and time.monotonic() < deadline:
                self._interrupt()
                self._idle.wait(0.02)
        with self._guard:
            for raw in self._open:
                with suppress(dbapi2.Error):  # one that cannot be closed must not keep the others open
                    raw.close()
            self._open.clear()
            try:
                if not self._read_only:
                    self._empty_log()
            finally:
                wipe(self._key)

    def __enter__(self) -> "Connector":
        """The connector itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close all connections."""
        self.close_all()

    def _others_at_work(self) -> bool:
        return any(count for user, count in self._users.items() if user != threading.get_ident())

    def _interrupt(self) -> None:
        with self._guard:
            for raw in self._open:
                try:
                    raw.interrupt()
                except dbapi2.ProgrammingError:
                    pass  # closed by its user at this very moment

    def _empty_log(self) -> None:
        """Move what is in the log into the records, so that they can be sealed; what cannot be moved stays safe."""
        try:
            raw = self._plain()
            try:
                self._unlock(raw)
                raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            finally:
                raw.close()
        except dbapi2.Error:
            pass

    def _plain(self) -> RawConnection:
        mode = "ro" if self._read_only else "rw"
        raw: RawConnection = dbapi2.connect(
            f"file:{quote(self._database.as_posix())}?mode={mode}",
            uri=True,
            isolation_level=None,
            check_same_thread=False,
            timeout=BUSY_SECONDS,
        )
        return raw

    def _unlock(self, raw: RawConnection) -> None:
        raw.execute("PRAGMA cipher_log_level=NONE").fetchall()
        text = key_text(self._key, self._salt)
        try:
            raw.set_key(text)
        finally:
            wipe(text)
        raw.execute("SELECT count(*) FROM sqlite_master").fetchone()


def check_library(sqlite: tuple[int, ...], cipher: str) -> None:
    """Raise LibraryTooOld unless the library encrypts and has SQLite 3.51.3 or newer."""
    if sqlite < OLDEST_SQLITE or not cipher:
        raise LibraryTooOld


def self_test(raw: RawConnection) -> None:
    """Raise LibraryTooOld unless this connection encrypts and keeps its temporary data in memory."""
    version = raw.execute("PRAGMA cipher_version").fetchone()
    check_library(dbapi2.sqlite_version_info, str(version[0]) if version else "")
    if raw.execute("PRAGMA temp_store").fetchone() != (_IN_MEMORY,):
        raise LibraryTooOld


def engine_on(creator: Callable[[], RawConnection]) -> Engine:
    """The engine over our connections: a few of them pooled, transactions begun by us, no values in error texts.

    Nothing listens to it: with a single listener every statement goes a longer way.
    """
    return create_engine(
        "sqlite+pysqlite://",
        module=dbapi2,
        creator=creator,
        poolclass=QueuePool,
        pool_size=POOL_SIZE,
        max_overflow=0,
        pool_use_lifo=True,  # the connection used last has its pages at hand; another is for work beside it
        pool_timeout=POOL_SECONDS,
        pool_reset_on_return=None,  # every unit of work ends its own transaction
        hide_parameters=True,
        echo=False,
    )


def _harden(raw: RawConnection, *, read_only: bool) -> None:
    for setting in SETTINGS + (_MAC_SETTINGS if sys.platform == "darwin" else ()):
        raw.execute(f"PRAGMA {setting}").fetchall()
    if not read_only:
        raw.execute("PRAGMA journal_mode=WAL").fetchall()


def key_text(key: bytearray, salt: bytes) -> bytearray:
    """The raw key and salt as SQLCipher takes them, made without a text that could not be wiped."""
    text = bytearray(b"x'")
    for byte in (*key, *salt):
        text.append(_HEX[byte >> 4])
        text.append(_HEX[byte & 15])
    text += b"'"
    return text
