"""Making a table anew inside a migration, where SQLite cannot alter it: its text must be that of a table made today."""

import re
from collections.abc import Mapping, Sequence

from alembic import op
from sqlalchemy import text

_BEFORE = "_before"


def rebuild(table: str, create: str, columns: Sequence[str], added: Mapping[str, str] | None = None) -> None:
    """Make the table by the statement `create`, and copy its rows.

    `columns` are kept as they are; `added` are new columns with an SQL expression each. Indexes, the triggers of all
    tables that speak of this one, and the highest number that was given are kept. Foreign keys must be off.
    """
    values = dict.fromkeys(columns, "") | dict(added or {})
    into = ", ".join(f'"{name}"' for name in values)
    taken = ", ".join(expression or f'"{name}"' for name, expression in values.items())
    indexes, triggers = _indexes_of(table), _triggers_of(table)
    for name in triggers:
        op.execute(f'DROP TRIGGER "{name}"')
    for name in indexes:
        op.execute(f'DROP INDEX "{name}"')
    op.execute("PRAGMA legacy_alter_table=ON")  # or the tables that point here would point to the old one from now on
    op.execute(f'ALTER TABLE "{table}" RENAME TO "{table}{_BEFORE}"')
    op.execute("PRAGMA legacy_alter_table=OFF")
    op.execute(create)
    op.execute(f'INSERT INTO "{table}" ({into}) SELECT {taken} FROM "{table}{_BEFORE}"')  # noqa: S608 -- our own names
    _keep_number(table)
    op.execute(f'DROP TABLE "{table}{_BEFORE}"')
    for statement in (*indexes.values(), *triggers.values()):
        op.get_bind().exec_driver_sql(statement)


def _triggers_of(table: str) -> dict[str, str]:
    """Every trigger that stands on this table or speaks of it, in the order they were made."""
    rows = op.get_bind().execute(text("SELECT name, sql FROM sqlite_master WHERE type='trigger' ORDER BY rowid")).all()
    word = re.compile(rf"\b{table}\b")
    return {str(name): str(sql) for name, sql in rows if word.search(str(sql))}


def _indexes_of(table: str) -> dict[str, str]:
    query = text("SELECT name, sql FROM sqlite_master WHERE type='index' AND sql IS NOT NULL AND tbl_name=:table")
    return {str(name): str(sql) for name, sql in op.get_bind().execute(query, {"table": table})}


def _keep_number(table: str) -> None:
    # Numbers of an AUTOINCREMENT table are never given twice, also when the rows with the highest are gone.
    connection = op.get_bind()
    if connection.execute(text("SELECT 1 FROM sqlite_master WHERE name='sqlite_sequence'")).first() is None:
        return
    before = text("SELECT seq FROM sqlite_sequence WHERE name=:table")
    highest = connection.execute(before, {"table": f"{table}{_BEFORE}"}).scalar()
    if highest is not None:
        connection.execute(text("DELETE FROM sqlite_sequence WHERE name=:table"), {"table": table})
        connection.execute(
            text("INSERT INTO sqlite_sequence (name, seq) VALUES (:table, :seq)"), {"table": table, "seq": highest}
        )
