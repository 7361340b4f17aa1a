"""A chart's numbers as a table: columns across as in the chart, rows below each other."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from vitalshift_desktop.ui.widgets.plain_tip import plain_tip

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


def _never(_place: int) -> bool:
    return False


def _nothing(_place: int) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class TwinRow:
    """One row: its name, the words of a column, whether that cell deserves a look, and whether it stands back.

    `spoken` are the words for a screen reader where the cell itself has only room for a sign.
    """

    name: str
    cell: Callable[[int], str]
    is_lit: Callable[[int], bool] = _never
    is_quiet: bool = False
    spoken: Callable[[int], str] | None = None


@dataclass(frozen=True, slots=True)
class Twin:
    """What a table shows: `keys` tell its columns apart, `corner` names the heads, `sentence` reads a column out."""

    keys: tuple[Hashable, ...] = ()
    corner: str = ""
    head: Callable[[int], str] = _nothing
    is_lit: Callable[[int], bool] = _never
    rows: tuple[TwinRow, ...] = field(default=())
    sentence: Callable[[int], str] = _nothing


class TwinModel(QAbstractTableModel):
    """Holds the twin as it is; the smallest change is told, so that scroll and current cell stay."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.twin = Twin()

    def show_twin(self, twin: Twin) -> None:
        """Show this table."""
        rows = len(twin.rows)
        same = twin.keys == self.twin.keys and rows == len(self.twin.rows)
        if not same:
            self.beginResetModel()
        self.twin = twin
        if not same:
            self.endResetModel()
        elif twin.keys and rows:
            self.dataChanged.emit(self.index(0, 0), self.index(rows - 1, len(twin.keys) - 1))
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, rows - 1)
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(twin.keys) - 1)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.twin.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.twin.keys)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.twin.rows[index.row()].cell(index.column())
        spoken = self.twin.rows[index.row()].spoken
        if role == Qt.ItemDataRole.AccessibleTextRole and spoken is not None:
            return spoken(index.column())
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            words = self.twin.sentence(index.column())
            return plain_tip(words) if role == Qt.ItemDataRole.ToolTipRole else words
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignCenter
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Horizontal:
            return self.twin.head(section) if section < len(self.twin.keys) else None
        return self.twin.rows[section].name if section < len(self.twin.rows) else None

    def is_lit(self, row: int, place: int) -> bool:
        """Whether this cell deserves a look."""
        return self.twin.rows[row].is_lit(place)
