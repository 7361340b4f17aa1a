"""How a note is laid out: its text with the rail beside it, or one of its other tabs in their place."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from vitalshift_desktop.ui.notes.note_header import AT_HAND, NOTE, NoteHeader
from vitalshift_desktop.ui.notes.rail import Rail
from vitalshift_desktop.ui.page import NotePane
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.flow_column import FlowColumn

TEXT_WIDTH, RAIL_WIDTH, NARROW_RAIL_WIDTH = 660, 340, 300
NARROW_UNDER, ONE_COLUMN_UNDER = 900, 700
_ANY_WIDTH = 16777215


class NoteBody(QWidget):
    """The head with its tabs above; below text, foot and rail, in one column where there is no room for two."""

    tab_shown = Signal(str)
    """Another tab was brought to the front, by its key."""

    def __init__(
        self, header: NoteHeader, parts: Sequence[QWidget], foot: QWidget, rail: Rail, panes: Sequence[NotePane]
    ) -> None:
        super().__init__()
        self._header = header
        self._parts = tuple(parts)
        self._rail = rail
        self._panes = {pane.key: pane.page for pane in panes}
        self._key = NOTE
        self._build(foot)
        theme().changed.connect(self._fit)
        header.tab_picked.connect(self.show_tab)

    def _build(self, foot: QWidget) -> None:
        paper = FlowColumn()
        for part in self._parts:
            paper.add(part, gap=12)
        self._left = QWidget()
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        left.addWidget(paper, 1)
        left.addWidget(foot)
        self._both = QWidget()
        row = QHBoxLayout(self._both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._left, 1)
        row.addWidget(self._rail)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._both)
        for page in self._panes.values():
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header)
        column.addWidget(self._stack, 1)

    @property
    def key(self) -> str:
        """The tab that is shown: "note", "at_hand" or the key of a pane."""
        return self._key

    def show_tab(self, key: str) -> None:
        """Show a tab; "at_hand" is the rail, which stands beside the text where there is room."""
        if key == AT_HAND and not self._is_one_column:
            key = NOTE
        is_new, self._key = key != self._key, key
        self._header.show_tab(key)
        pane = self._panes.get(key)
        self._stack.setCurrentWidget(pane or self._both)
        self._left.setHidden(key == AT_HAND)
        self._rail.setHidden(self._is_one_column and key != AT_HAND)
        if is_new:
            self.tab_shown.emit(key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @property
    def _is_one_column(self) -> bool:
        return self.width() < theme().scale(ONE_COLUMN_UNDER)

    def _fit(self) -> None:
        narrow = self.width() < theme().scale(NARROW_UNDER)
        self._header.show_narrow(narrow=self._is_one_column)
        for part in self._parts:
            part.setMaximumWidth(theme().scale(TEXT_WIDTH))
        self._rail.setMinimumWidth(0)
        self._rail.setMaximumWidth(
            _ANY_WIDTH if self._is_one_column else theme().scale(NARROW_RAIL_WIDTH if narrow else RAIL_WIDTH)
        )
        if not self._is_one_column:
            self._rail.setMinimumWidth(self._rail.maximumWidth())
        self.show_tab(self._key)
