import importlib
import pkgutil
import re

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, text
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from vitalshift_desktop.vault import tables
from vitalshift_desktop.vault.tables.columns import Base
from vitalshift_desktop.vault.unit_of_work import UnitOfWork
from vitalshift_desktop.vault.vault import Vault

for module in pkgutil.iter_modules(tables.__path__):
    importlib.import_module(f"{tables.__name__}.{module.name}")


def connection_of(work: UnitOfWork) -> Connection:
    return work.clients._connection.connection()


def plain(statement: str) -> str:
    """The statement with one space wherever there is any."""
    return re.sub(r" ?([(),]) ?", r"\1", re.sub(r"\s+", " ", statement.strip()))


def stored(work: UnitOfWork, kind: str) -> dict[str, str]:
    rows = connection_of(work).execute(
        text("SELECT name, sql FROM sqlite_master WHERE type = :kind AND sql IS NOT NULL"), {"kind": kind}
    )
    return {name: plain(sql) for name, sql in rows if not name.startswith("sqlite_")}


def is_table_of_rows(name: str | None, kind: str, _parents: object) -> bool:
    """The full-text index has no row class: SQLite makes its tables itself."""
    return kind != "table" or not str(name).startswith(("search_open", "search_final"))


def test_migrations_end_where_the_tables_begin(open_vault: Vault) -> None:
    with open_vault.read() as work:
        context = MigrationContext.configure(connection_of(work), opts={"include_name": is_table_of_rows})
        assert compare_metadata(context, Base.metadata) == []


def test_migrated_tables_have_the_checks_and_keys_of_the_row_classes(open_vault: Vault) -> None:
    dialect = sqlite.dialect()
    wanted = {
        table.name: plain(str(CreateTable(table).compile(dialect=dialect))) for table in Base.metadata.sorted_tables
    }
    with open_vault.read() as work:
        found = stored(work, "table")
    assert {name: found[name] for name in wanted} == wanted


def test_migrated_indexes_are_those_of_the_row_classes(open_vault: Vault) -> None:
    dialect = sqlite.dialect()
    indexes = [index for table in Base.metadata.sorted_tables for index in table.indexes]
    wanted = {str(index.name): plain(str(CreateIndex(index).compile(dialect=dialect))) for index in indexes}
    with open_vault.read() as work:
        assert stored(work, "index") == wanted


def test_a_migrated_vault_is_sound(open_vault: Vault) -> None:
    with open_vault.read() as work:
        connection = connection_of(work)
        assert connection.execute(text("PRAGMA foreign_key_check")).all() == []
        assert connection.execute(text("PRAGMA integrity_check")).scalar() == "ok"
        assert connection.execute(text("PRAGMA foreign_keys")).scalar() == 1
