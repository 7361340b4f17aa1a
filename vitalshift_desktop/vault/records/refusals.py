"""What the vault refuses to write, told as a problem the counselor can understand."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from sqlalchemy import Executable
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session as Connection

from vitalshift_desktop.domain.problems import (
    AlreadyRecorded,
    CodeIsTaken,
    NoteAlreadySigned,
    NoteNotSigned,
    NotFound,
    RecordProblem,
    ScanOfAgreement,
    StillInUse,
    TextNotStorable,
    WorksheetIsOpen,
)

Row = TypeVar("Row")

# The words that the triggers of the migrations, or the database itself, put into a refusal.
REFUSALS: tuple[tuple[str, type[RecordProblem]], ...] = (
    ("note is signed", NoteAlreadySigned),
    ("note is not signed", NoteNotSigned),
    ("already recorded", AlreadyRecorded),
    ("worksheet is open", WorksheetIsOpen),
    ("the document is the scan of an agreement", ScanOfAgreement),
    ("still in use", StillInUse),
    ("UNIQUE constraint failed: client.code", CodeIsTaken),
    ("UNIQUE constraint failed", AlreadyRecorded),
)


@contextmanager
def refusals_told() -> Iterator[None]:
    """A refusal inside leaves as a problem, without the text that was refused."""
    try:
        yield
    except IntegrityError as error:
        words = str(error.orig)
        refusal = next((problem for sign, problem in REFUSALS if sign in words), None)
        if refusal is None:
            raise
        raise refusal from None
    except UnicodeEncodeError:
        raise TextNotStorable from None


def flush(connection: Connection) -> None:
    """Send what waits to the vault."""
    with refusals_told():
        connection.flush()


def insert(connection: Connection, rows: Iterable[object]) -> None:
    """Write new rows."""
    connection.add_all(rows)
    flush(connection)


def delete(connection: Connection, row: object) -> None:
    """Take a row out; raises StillInUse when others hang on it."""
    connection.delete(row)
    try:
        flush(connection)
    except IntegrityError as error:
        if "FOREIGN KEY" not in str(error.orig):
            raise
        raise StillInUse from None


def deleted_unless_used(connection: Connection, statement: Executable) -> bool:
    """Take rows out by a statement; False, with the unit of work going on, when others hang on them."""
    try:
        connection.connection().execute(statement)
    except IntegrityError as error:
        if "FOREIGN KEY" not in str(error.orig):
            raise
        return False
    return True


def found(row: Row | None) -> Row:
    """The row that was looked for; raises NotFound."""
    if row is None:
        raise NotFound
    return row
