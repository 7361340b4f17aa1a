"""The practice: its one row to domain and back."""

from dataclasses import asdict, fields

from sqlalchemy.orm import Session as Connection

from vitalshift_desktop.domain.practice import Practice
from vitalshift_desktop.vault.records.refusals import flush
from vitalshift_desktop.vault.tables.practice import PracticeRow

ONLY_ROW = 1


class PracticeShelf:
    """The settings of the practice."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self) -> Practice:
        """The practice as it was saved last, or a fresh one."""
        row = self._connection.get(PracticeRow, ONLY_ROW)
        if row is None:
            return Practice()
        return Practice(**{field.name: getattr(row, field.name) for field in fields(Practice)})

    def save(self, practice: Practice) -> None:
        """Write the practice."""
        self._connection.merge(PracticeRow(id=ONLY_ROW, **asdict(practice)))
        flush(self._connection)
