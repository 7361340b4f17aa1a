"""Transactions on an open vault: one writer at a time, readers beside it."""

import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from datetime import datetime
from typing import cast

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session
from sqlcipher3 import dbapi2

from vitalshift_desktop.domain.problems import VaultIsDamaged, VaultIsLocked, VaultIsReadOnly
from vitalshift_desktop.vault.audit_trail import AuditTrail
from vitalshift_desktop.vault.connection import Connector, RawConnection, engine_on
from vitalshift_desktop.vault.failures import problem_of, told_as_problems
from vitalshift_desktop.vault.keys.vault_key import KeyLabel, VaultKey, wipe
from vitalshift_desktop.vault.stopping import Stopper
from vitalshift_desktop.vault.unit_of_work import UnitOfWork

_READ, _WRITE = "BEGIN", "BEGIN IMMEDIATE"


class Transactions:
    """Makes units of work until it is closed."""

    def __init__(self, connector: Connector, key: VaultKey, now: Callable[[], datetime]) -> None:
        self._connector = connector
        self._now = now
        self._engine = engine_on(connector.connect)
        self._turn = threading.RLock()
        self._writing = False
        self.read_only = False
        with key.derived(KeyLabel.AUDIT) as derived:
            self._audit_key = bytearray(derived)

    @property
    def is_open(self) -> bool:
        """Whether units of work can still be made."""
        return self._connector.is_open

    @contextmanager
    def read(self, stopper: Stopper | None = None) -> Iterator[UnitOfWork]:
        """One view of the vault; whatever is changed in it is dropped. Stopped it raises VaultIsLocked."""
        with self._unit(self._engine, keep=False, stopper=stopper) as work:
            yield work

    @contextmanager
    def write(self) -> Iterator[UnitOfWork]:
        """One act: kept as a whole when the block ends, dropped as a whole if it raises. Acts take turns.

        Raises VaultIsReadOnly while `read_only` is set.
        """
        self._demand_writable()
        with self._turn:
            if self._writing:
                raise RuntimeError("a unit of work inside another one would be half kept")
            self._writing = True
            try:
                with self._unit(self._engine, keep=True) as work:
                    yield work
            finally:
                self._writing = False

    def written(self, act: Callable[[RawConnection], bool]) -> bool:
        """One small act in plain statements, for what is saved all the time: kept if it returns True, else dropped.

        Takes its turn and raises as `write` does.
        """
        self._demand_writable()
        if not self._connector.is_open:
            raise VaultIsLocked
        with self._turn, told_as_problems(system=False, drive=self._connector.folder), self._connector.in_use():
            if self._writing:
                raise RuntimeError("a unit of work inside another one would be half kept")
            pooled = self._engine.raw_connection()
            try:
                return _kept(cast("RawConnection", pooled.driver_connection), act)
            finally:
                pooled.close()

    def turn(self) -> AbstractContextManager[bool]:
        """While this is held nobody else's act begins."""
        return self._turn

    @contextmanager
    def last_write(self, seconds: float) -> Iterator[UnitOfWork]:
        """The act that notes the locking; on a connection of its own, since all others may be held.

        Raises VaultIsLocked if another act does not end within these seconds, VaultIsReadOnly as `write` does.
        """
        self._demand_writable()
        if not self._turn.acquire(timeout=seconds):
            raise VaultIsLocked
        engine = engine_on(self._connector.connect)
        try:
            with self._unit(engine, keep=True) as work:
                yield work
        finally:
            engine.dispose()
            self._turn.release()

    def close(self) -> None:
        """Stop and close everything; from now on each unit of work raises VaultIsLocked."""
        try:
            self._connector.close_all()
            self._engine.dispose()
        finally:
            wipe(self._audit_key)

    def _demand_writable(self) -> None:
        if self.read_only:
            raise VaultIsReadOnly

    @contextmanager
    def _unit(self, engine: Engine, *, keep: bool, stopper: Stopper | None = None) -> Iterator[UnitOfWork]:
        if not self._connector.is_open:
            raise VaultIsLocked
        with told_as_problems(system=False, drive=self._connector.folder), self._connector.in_use():
            session = Session(engine, expire_on_commit=False)
            try:
                session.connection().exec_driver_sql(_WRITE if keep else _READ)
                with stopper.watching(_raw_of(session)) if stopper else nullcontext():
                    yield UnitOfWork(session, AuditTrail(session, self._audit_key, self._now))
                if keep:
                    session.commit()
            except DBAPIError as error:
                if isinstance(problem_of(error), VaultIsDamaged):
                    session.invalidate()  # one bad page spoils the connection that met it
                raise
            finally:
                self._ended(session)

    def _ended(self, session: Session) -> None:
        """Give the connection back; if the vault was locked meanwhile there is nothing left to give."""
        try:
            session.close()
        except DBAPIError:
            if self._connector.is_open:
                raise


def _raw_of(session: Session) -> RawConnection:
    return cast("RawConnection", session.connection().connection.driver_connection)


def _kept(raw: RawConnection, act: Callable[[RawConnection], bool]) -> bool:
    raw.execute("BEGIN IMMEDIATE")
    try:
        is_kept = act(raw)
        raw.execute("COMMIT" if is_kept else "ROLLBACK")
    except BaseException:
        with suppress(dbapi2.Error):  # SQLite may have dropped it already, such as on a full drive
            raw.execute("ROLLBACK")
        raise
    return is_kept
