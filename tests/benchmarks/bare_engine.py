"""The same statements without us: taken down while our services run, and run again through SQLAlchemy Core alone."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2

from vitalshift_desktop.vault.connection import SETTINGS
from vitalshift_desktop.vault.keys.header import read_header
from vitalshift_desktop.vault.keys.key_slots import unlocked
from vitalshift_desktop.vault.keys.vault_key import KeyLabel

Unit = list[tuple[Any, Any]]


def taken_down(act: Callable[[], object]) -> list[Unit]:
    """The reading units of work that an act consists of, each with its statements and their values."""
    units: list[Unit] = []

    def began(connection: Connection) -> None:
        units.append([])

    def executed(_connection: Connection, clause: Any, multi: Any, single: Any, _options: Any) -> None:  # noqa: ANN401
        units[-1].append((clause, multi or single))

    event.listen(Engine, "begin", began)
    event.listen(Engine, "before_execute", executed)
    try:
        act()
    finally:
        event.remove(Engine, "begin", began)
        event.remove(Engine, "before_execute", executed)
    return units


@contextmanager
def bare_engine(vault: Path, passphrase: str, place: Path) -> Iterator[Engine]:
    """An engine on a copy of the records: the key, the same settings of the connection, and nothing else of ours."""
    copy = place / "bare.db"
    shutil.copy(vault / "vault.db", copy)
    header = read_header((vault / "vault.hdr").read_bytes())
    with unlocked(header, passphrase).derived(KeyLabel.DATABASE) as key:
        raw = dbapi2.connect(str(copy), isolation_level=None, check_same_thread=False)
        raw.set_key(bytearray(f"x'{bytes(key).hex()}{header.salt.hex()}'".encode()))
    for setting in ("journal_mode=WAL", *SETTINGS):
        raw.execute(f"PRAGMA {setting}").fetchall()
    engine = create_engine("sqlite+pysqlite://", module=dbapi2, creator=lambda: raw, poolclass=StaticPool)
    try:
        yield engine
    finally:
        engine.dispose()


def run_again(engine: Engine, units: list[Unit]) -> None:
    """Run the statements, each unit in a transaction of its own, and read all rows."""
    for unit in units:
        with engine.connect() as connection:
            connection.exec_driver_sql("BEGIN")  # the driver begins none by itself
            for clause, values in unit:
                connection.execute(clause, values).all()
