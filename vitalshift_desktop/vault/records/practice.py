"""The practice: its one row to domain and back."""

from dataclasses import asdict

from sqlalchemy import select

from vitalshift_desktop.domain.practice import Practice
from vitalshift_desktop.vault.records.refusals import flush
from vitalshift_desktop.vault.records.shelf import Shelf, columns_of
from vitalshift_desktop.vault.tables.practice import PracticeRow

ONLY_ROW = 1
_PRACTICE = select(*columns_of(PracticeRow, Practice))


class PracticeShelf(Shelf):
    """The settings of the practice."""

    def get(self) -> Practice:
        """The practice as it was saved last, or a fresh one."""
        found = self._rows(_PRACTICE)
        return Practice(*found[0]) if found else Practice()

    def save(self, practice: Practice) -> None:
        """Write the practice."""
        self._connection.merge(PracticeRow(id=ONLY_ROW, **asdict(practice)))
        flush(self._connection)
