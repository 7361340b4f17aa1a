"""A small table of words: what there was, what there is now, what was lost."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from vitalshift_desktop.ui.widgets.flow_column import empty
from vitalshift_desktop.ui.widgets.hairline import Hairline
from vitalshift_desktop.ui.widgets.labels import TextLabel


class WordTable(QWidget):
    """Rows of words under their headings; numbers stand at the right of their column."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._name = name
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 1)

    def show_rows(self, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Show these rows in place of the ones before."""
        empty(self._grid)
        self._put(0, heads, tone="3", size="c")
        self._grid.addWidget(Hairline(), 1, 0, 1, len(heads))
        for place, row in enumerate(rows):
            self._put(place + 2, row, tone="", size="m")
        said = "; ".join(", ".join(f"{head} {word}" for head, word in zip(heads, row, strict=True)) for row in rows)
        self.setAccessibleDescription(said)

    def words(self) -> list[str]:
        """Every word that is shown, row by row."""
        return [label.text() for label in self.findChildren(TextLabel) if label.parent() is self]

    def _put(self, row: int, words: Sequence[str], *, tone: str, size: str) -> None:
        for column, word in enumerate(words):
            label = TextLabel(word, tone=tone, size=size, wrap=False)
            side = Qt.AlignmentFlag.AlignLeft if column == 0 else Qt.AlignmentFlag.AlignRight
            self._grid.addWidget(label, row, column, side)
