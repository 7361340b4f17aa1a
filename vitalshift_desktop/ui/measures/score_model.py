"""The chart's numbers as a table: sessions across, day, both ratings and their gap below each other."""

from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from vitalshift_desktop.ui.dates_in_words import short_day
from vitalshift_desktop.ui.measures.chart_facts import ChartFacts, Column
from vitalshift_desktop.ui.measures.session_words import gap_words, session_words, value_words
from vitalshift_desktop.words import _

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Line(IntEnum):
    """The rows of the table."""

    DAY = 0
    CLIENT = 1
    YOU = 2
    GAP = 3


class ScoreModel(QAbstractTableModel):
    """Holds the facts as they are; the smallest change is told, so that scroll and current cell stay."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.facts = ChartFacts()
        self._name = ""

    def show_facts(self, facts: ChartFacts, name: str) -> None:
        """Show these facts of a client called so."""
        same = [one.session_id for one in facts.columns] == [one.session_id for one in self.facts.columns]
        if not same:
            self.beginResetModel()
        self.facts, self._name = facts, name
        if not same:
            self.endResetModel()
        elif facts.columns:
            self.dataChanged.emit(self.index(0, 0), self.index(len(Line) - 1, len(facts.columns) - 1))
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(Line) - 1)
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(facts.columns) - 1)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(Line)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.facts.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        column = self.facts.columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(Line(index.row()), column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return session_words(column, self._name, self.facts.series)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignCenter
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Horizontal:
            return str(self.facts.columns[section].session_no) if section < len(self.facts.columns) else None
        return self._names()[section]

    def is_lit(self, line: Line, place: int) -> bool:
        """Whether this cell deserves a look: a marked score, or a wide gap."""
        column = self.facts.columns[place]
        return (line is Line.CLIENT and column.is_marked) or (line is Line.GAP and column.has_wide_gap)

    def _names(self) -> tuple[str, ...]:
        gap = _("You − {name}").format(name=self._name)
        return (_("Date"), self._name, _("You"), gap)

    def _words(self, line: Line, column: Column) -> str:
        words = {
            Line.DAY: short_day(column.day),
            Line.CLIENT: value_words(column.client, self.facts.series),
            Line.YOU: value_words(column.you, self.facts.series),
            Line.GAP: gap_words(column.gap, self.facts.series),
        }
        return words[line]
