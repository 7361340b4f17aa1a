"""Brings a vault up to date, all steps in one transaction; the number of the newest step is SQLite's `user_version`."""

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import Connection

from vitalshift_desktop.domain.problems import VaultIsDamaged, VaultIsNewer
from vitalshift_desktop.vault.connection import Connector, RawConnection, engine_on
from vitalshift_desktop.vault.failures import told_as_problems
from vitalshift_desktop.vault.migrations import versions


@dataclass(frozen=True, slots=True)
class Step:
    """One step: its number, and what it does inside the transaction."""

    number: int
    upgrade: Callable[[], None]


def latest() -> int:
    """The number of the newest step this app knows."""
    return max(_numbers())


def version_of(raw: RawConnection) -> int:
    """The number of the newest step a vault has gone through."""
    row = raw.execute("PRAGMA user_version").fetchone()
    return int(row[0] or 0) if row else 0


def is_outdated(raw: RawConnection) -> bool:
    """Whether the vault needs steps; raises VaultIsNewer if it went through steps this app does not know."""
    version = version_of(raw)
    if version > latest():
        raise VaultIsNewer
    return version < latest()


def steps() -> tuple[Step, ...]:
    """All steps this app knows, in their order."""
    names = sorted(name for _, name, _ in pkgutil.iter_modules(versions.__path__))
    modules = [(int(name[:4]), importlib.import_module(f"{versions.__name__}.{name}")) for name in names]
    return tuple(Step(number, module.upgrade) for number, module in modules)


def bring_up_to_date(connector: Connector, known: tuple[Step, ...] | None = None) -> None:
    """Take all steps that are missing, of those known; a step that fails leaves the vault as it was."""
    made: list[RawConnection] = []

    def connect() -> RawConnection:
        raw = connector.connect()
        made.append(raw)
        raw.execute("PRAGMA foreign_keys=OFF")  # cannot be changed inside a transaction
        return raw

    engine = engine_on(connect)
    try:
        with told_as_problems(system=False), engine.begin() as connection:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            _take(steps() if known is None else known, connection)
    finally:
        engine.dispose()
        for raw in made:
            connector.closed(raw)


def _take(known: tuple[Step, ...], connection: Connection) -> None:
    from alembic.migration import MigrationContext  # slow to load, and hardly ever needed
    from alembic.operations import Operations

    context = MigrationContext.configure(connection, opts={"transactional_ddl": True})
    done = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
    with Operations.context(context):
        for step in known:
            if step.number > done:
                step.upgrade()
    if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
        raise VaultIsDamaged
    connection.exec_driver_sql(f"PRAGMA user_version={known[-1].number}")


def _numbers() -> list[int]:
    return [int(name[:4]) for _, name, _ in pkgutil.iter_modules(versions.__path__)]
