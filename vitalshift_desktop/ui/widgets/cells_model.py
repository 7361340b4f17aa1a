"""Short tables of words: what stands over the columns, and rows that have a key and their cells."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from vitalshift_desktop.ui.widgets.plain_tip import plain_tip

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class CellsRow:
    """One row: what it is the row of, and its words."""

    key: object
    cells: tuple[str, ...]


class HeadedModel(QAbstractTableModel):
    """A table with words over its columns, which stand at the left of them."""

    def __init__(self, headings: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headings = tuple(headings)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._headings)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | Qt.AlignmentFlag | None:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return self._headings[section] if role == Qt.ItemDataRole.DisplayRole else None


class CellsModel(HeadedModel):
    """For lists of some dozens; all rows are handed over whenever one changed."""

    def __init__(self, headings: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(headings, parent)
        self._rows: tuple[CellsRow, ...] = ()

    def show_rows(self, rows: Sequence[CellsRow]) -> None:
        """Show these rows; where they are the same ones nothing moves."""
        if self._rows == tuple(rows):
            return
        if [row.key for row in self._rows] == [row.key for row in rows]:
            self._rows = tuple(rows)
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(self._headings) - 1))
            return
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def key_at(self, place: int) -> object:
        """What the row at this place, from 0, is the row of."""
        return self._rows[place].key

    def place_of(self, key: object) -> int | None:
        """Where the row of this is, or None."""
        return next((place for place, row in enumerate(self._rows) if row.key == key), None)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        words = self._rows[index.row()].cells[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(words)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._headings[index.column()]} {words}".strip()
        return words if role == Qt.ItemDataRole.DisplayRole else None
