"""The board as a table: one row for each client in the first five sessions."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt

from vitalshift_desktop.domain.clients import Client
from vitalshift_desktop.services.first_five import BoardRow
from vitalshift_desktop.ui.insights.board_words import CellWords, cell_words, headings
from vitalshift_desktop.ui.widgets.cells_model import HeadedModel
from vitalshift_desktop.ui.widgets.plain_tip import plain_tip

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class BoardModel(HeadedModel):
    """Every cell is read out as its whole sentence."""

    def __init__(self, name: Callable[[Client], str], parent: QObject | None = None) -> None:
        super().__init__(headings(), parent)
        self._name = name
        self.rows: tuple[BoardRow, ...] = ()

    def show_rows(self, rows: Sequence[BoardRow]) -> None:
        """Show these rows."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def words(self, row: int, column: int) -> CellWords:
        """The words of one cell."""
        shown = self.rows[row]
        return cell_words(shown, column, self._name(shown.client))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if role == Qt.ItemDataRole.DisplayRole:
            return self.words(index.row(), index.column()).brief
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.words(index.row(), index.column()).sentence
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self.words(index.row(), index.column()).sentence)
        return None
