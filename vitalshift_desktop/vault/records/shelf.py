"""What all shelves share: questions put as statements that are made once, and their rows read as plain tuples.

A row object for each row would cost several times the reading, and a statement made anew several times its answer.
"""

from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from sqlalchemy import JSON, ColumnElement, Row, Select, bindparam, func, select
from sqlalchemy.orm import InstrumentedAttribute
from sqlalchemy.orm import Session as Connection

from vitalshift_desktop.vault.tables.columns import Base

Question = Select[*tuple[Any, ...]]
Answer = Row[*tuple[Any, ...]]


class Shelf:
    """The rows of one subject, valid while its unit of work lasts."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def _rows(self, statement: Question, **values: object) -> Sequence[Answer]:
        return rows(self._connection, statement, **values)


def rows(connection: Connection, statement: Question, **values: object) -> Sequence[Answer]:
    """All rows that a statement finds with these values for its `bindparam`s."""
    return connection.connection().execute(statement, values).all()


def columns_of(table: type[Base], kind: type) -> list[InstrumentedAttribute[Any]]:
    """The columns with the names of a dataclass's fields, in their order, so that a row makes one as it stands."""
    return [getattr(table, field.name) for field in fields(kind)]


def among(column: ColumnElement[Any] | InstrumentedAttribute[Any], name: str = "ids") -> ColumnElement[bool]:
    """Whether a column is one of the list `name`; as one value, so that the statement stays the same for any list."""
    known = func.json_each(bindparam(name, type_=JSON())).table_valued("value")
    return column.in_(select(known.c.value))
