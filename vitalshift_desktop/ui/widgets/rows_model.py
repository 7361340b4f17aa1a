"""The rows of a list, handed to the view with the smallest change."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index: TypeAlias = QModelIndex | QPersistentModelIndex

_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its key, a name, something at the right, a second line and an icon after the name."""

    key: object
    text: str
    right: str = ""
    detail: str = ""
    icon: str = ""
    icon_tone: str = "attnmark"
    tip: str = ""
    right_tone: str = ""

    @property
    def spoken(self) -> str:
        """The whole row in words."""
        return ", ".join(part for part in (self.text, self.tip, self.detail, self.right) if part)


class RowsModel(QAbstractListModel):
    """Holds a tuple of rows with different keys; whatever stays the same stays selected and in place."""

    def __init__(self, rows: Sequence[Row] = (), parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = list(rows)

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows from top to bottom."""
        return tuple(self._rows)

    def row_at(self, place: int) -> Row:
        """The row at this place, from 0."""
        return self._rows[place]

    def place_of(self, key: object) -> int | None:
        """Where the row with this key is, or None."""
        return next((place for place, row in enumerate(self._rows) if row.key == key), None)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken
        return None

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows: take out what is gone, move what moved, put in what is new, repaint what changed."""
        self._take_out({row.key for row in rows})
        staying = {row.key for row in self._rows}
        self._put_in_order([row.key for row in rows if row.key in staying])
        place = 0
        while place < len(rows):
            if rows[place].key in staying:
                self._repaint(place, rows[place])
                place += 1
                continue
            end = place
            while end < len(rows) and rows[end].key not in staying:
                end += 1
            self.beginInsertRows(QModelIndex(), place, end - 1)
            self._rows[place:place] = rows[place:end]
            self.endInsertRows()
            place = end

    def _repaint(self, place: int, row: Row) -> None:
        if self._rows[place] != row:
            self._rows[place] = row
            self.dataChanged.emit(self.index(place), self.index(place))

    def _put_in_order(self, keys: Sequence[object]) -> None:
        for place, key in enumerate(keys):
            if self._rows[place].key == key:
                continue
            old = next(at for at in range(place, len(self._rows)) if self._rows[at].key == key)
            self.beginMoveRows(QModelIndex(), old, old, QModelIndex(), place)
            self._rows.insert(place, self._rows.pop(old))
            self.endMoveRows()

    def _take_out(self, staying: set[object]) -> None:
        place = len(self._rows)
        while place:
            end = place
            while place and self._rows[place - 1].key not in staying:
                place -= 1
            if place < end:
                self.beginRemoveRows(QModelIndex(), place, end - 1)
                del self._rows[place:end]
                self.endRemoveRows()
            else:
                place -= 1
