"""One step of setting up: a title, a sentence, and what to fill in."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.side_by_side import held

COLUMN_WIDTH = 560


class Step(QWidget):
    """Tells the frame around it when it is complete; Enter in its last field goes on."""

    changed = Signal()
    entered = Signal()

    def __init__(self, title: str, words: str) -> None:
        super().__init__()
        self._limited: list[QWidget] = []
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(14)
        self.title = TextLabel(title, role="h1")
        self.words = TextLabel(words, tone="2")
        self.column.addWidget(self.title)
        self.add_limited(self.words)
        theme().changed.connect(self._fit_limited)

    def add_limited(self, widget: QWidget) -> None:
        """Put a widget at the end, no wider than a line one likes to read, at any text size."""
        self._limited.append(widget)
        widget.setMaximumWidth(theme().scale(COLUMN_WIDTH))
        self.column.addLayout(held(widget))

    def is_complete(self) -> bool:
        """True when one may go on."""
        return True

    def focus_first(self) -> None:
        """Put the focus where typing begins."""
        self.setFocus()

    def _fit_limited(self) -> None:
        for widget in self._limited:
            widget.setMaximumWidth(theme().scale(COLUMN_WIDTH))
