"""The entries of the audit trail for a table: all their numbers, and the words of those that are looked at."""

from collections import OrderedDict
from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from vitalshift_desktop.ui.vault.audit_cells import Cells, headings
from vitalshift_desktop.ui.widgets.plain_tip import plain_tip

Index = QModelIndex | QPersistentModelIndex
Fetch = Callable[[Sequence[int]], Sequence[Cells]]

PAGE = 100
PAGES_KEPT = 40
_NOWHERE = QModelIndex()
_ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
_NOTHING: Cells = ("",) * 4


class AuditModel(QAbstractTableModel):
    """Asks for a page of entries when its first row is painted, and keeps the last few thousand."""

    def __init__(self, fetch: Fetch, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fetch = fetch
        self._ids: tuple[int, ...] = ()
        self._pages: OrderedDict[int, dict[str, Cells]] = OrderedDict()

    @property
    def ids(self) -> tuple[int, ...]:
        """The numbers of the entries, from top to bottom."""
        return self._ids

    def show_ids(self, ids: Sequence[int]) -> None:
        """Show these entries; where they are the same ones, only their words are asked for again."""
        if self._ids == tuple(ids):
            self._pages.clear()
            if self._ids:
                self.dataChanged.emit(self.index(0, 0), self.index(len(self._ids) - 1, self.columnCount() - 1))
            return
        self.beginResetModel()
        self._ids = tuple(ids)
        self._pages.clear()
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(headings())

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | Qt.AlignmentFlag | None:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return headings()[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if role not in _ROLES:
            return None
        words = self._cells(index.row())[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(words)
        spoken = role == Qt.ItemDataRole.AccessibleTextRole
        return f"{headings()[index.column()]} {words}".strip() if spoken else words

    def _cells(self, row: int) -> Cells:
        page = row // PAGE
        if page not in self._pages:
            self._pages[page] = {cells[0]: cells for cells in self._fetch(self._ids[page * PAGE : (page + 1) * PAGE])}
            while len(self._pages) > PAGES_KEPT:
                self._pages.popitem(last=False)
        return self._pages[page].get(str(self._ids[row]), _NOTHING)
