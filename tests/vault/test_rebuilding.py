"""Making a table anew in a migration: rows, indexes, triggers of all tables, foreign keys and numbers stay."""

from collections.abc import Iterator

import pytest
from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import Connection, create_engine, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.pool import StaticPool

from vitalshift_desktop.vault.migrations.rebuilding import rebuild

OLD = (
    "CREATE TABLE thing (id INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT CHECK (kind IN ('a')), sealed INTEGER)",
    "CREATE INDEX thing_by_kind ON thing (kind)",
    "CREATE TABLE part (id INTEGER PRIMARY KEY, thing_id INTEGER REFERENCES thing (id))",
    "CREATE TRIGGER thing_sealed BEFORE UPDATE ON thing WHEN OLD.sealed BEGIN SELECT RAISE(ABORT, 'sealed'); END",
    (
        "CREATE TRIGGER part_sealed BEFORE DELETE ON part WHEN (SELECT sealed FROM thing WHERE id = OLD.thing_id)"
        " BEGIN SELECT RAISE(ABORT, 'sealed'); END"
    ),
    "INSERT INTO thing VALUES (1, 'a', 1), (7, 'a', 0)",
    "INSERT INTO part VALUES (1, 1)",
    "DELETE FROM thing WHERE id = 7",
)
NEW = "CREATE TABLE thing (id INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT, sealed INTEGER, words TEXT NOT NULL)"


@pytest.fixture
def rebuilt() -> Iterator[Connection]:
    engine = create_engine("sqlite://", poolclass=StaticPool)
    with engine.connect() as connection:
        for statement in OLD:
            connection.execute(text(statement))
        with Operations.context(MigrationContext.configure(connection)):
            rebuild("thing", NEW, ("id", "kind", "sealed"), {"words": "'about ' || kind"})
        yield connection
    engine.dispose()


def names(connection: Connection, kind: str) -> set[str]:
    query = text("SELECT name FROM sqlite_master WHERE type = :kind AND sql IS NOT NULL AND name NOT LIKE 'sqlite_%'")
    return set(connection.execute(query, {"kind": kind}).scalars())


def test_rows_indexes_and_triggers_are_there_and_nothing_of_the_old_table(rebuilt: Connection) -> None:
    assert rebuilt.execute(text("SELECT * FROM thing")).all() == [(1, "a", 1, "about a")]
    assert names(rebuilt, "table") == {"thing", "part"}
    assert names(rebuilt, "index") == {"thing_by_kind"}
    assert names(rebuilt, "trigger") == {"thing_sealed", "part_sealed"}


def test_what_is_sealed_stays_sealed_and_the_old_check_is_gone(rebuilt: Connection) -> None:
    for statement in ("UPDATE thing SET kind = 'b'", "DELETE FROM part"):
        with pytest.raises(IntegrityError, match="sealed"):
            rebuilt.execute(text(statement))
    rebuilt.execute(text("INSERT INTO thing (kind, sealed, words) VALUES ('b', 0, '')"))


def test_no_number_is_given_twice_and_other_tables_still_point_here(rebuilt: Connection) -> None:
    rebuilt.execute(text("INSERT INTO thing (kind, sealed, words) VALUES ('b', 0, '')"))
    assert rebuilt.execute(text("SELECT max(id) FROM thing")).scalar() == 8
    assert [row[2] for row in rebuilt.execute(text("PRAGMA foreign_key_list(part)"))] == ["thing"]
