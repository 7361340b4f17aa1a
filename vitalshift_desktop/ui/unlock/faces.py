"""Two faces that the ways back share: something runs, and something came out of it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vitalshift_desktop.ui.unlock.word_table import WordTable
from vitalshift_desktop.ui.widgets.buttons import Button
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.side_by_side import left
from vitalshift_desktop.words import _


class WorkFace(QWidget):
    """How far it is, and a button that stops it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.stop = Button(_("Stop"))
        self.stop.setObjectName(f"{name}.stop")
        self._how_far = TextLabel(tone="2", wrap=False)
        self._how_far.setObjectName(f"{name}.progress")
        stacked(self).addLayout(left(self.stop, self._how_far))

    def show_progress(self, part: float) -> None:
        """How far it is, 0.0 to 1.0."""
        self._how_far.setText(_("{percent} %").format(percent=int(part * 100)))


class ResultFace(QWidget):
    """What came back, in a table, to be used or left."""

    accepted = Signal()
    declined = Signal()

    def __init__(self, name: str, kept: str) -> None:
        super().__init__()
        self.table = WordTable(_("What came back"))
        self.table.setObjectName(f"{name}.table")
        self.accept = Button(_("Use these records"), variant="primary")
        self.accept.setObjectName(f"{name}.accept")
        self.decline = Button(_("Leave everything as it is"))
        self.decline.setObjectName(f"{name}.decline")
        column = stacked(self)
        column.addWidget(self.table)
        column.addWidget(TextLabel(kept, tone="3", size="c"))
        column.addLayout(left(self.accept, self.decline))
        self.accept.clicked.connect(self.accepted)
        self.decline.clicked.connect(self.declined)

    def show_rows(self, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Show these rows, and put the focus on the button that uses them."""
        self.table.show_rows(heads, rows)
        self.accept.setFocus()


def stacked(inside: QWidget) -> QVBoxLayout:
    """An even column inside a part of a page."""
    column = QVBoxLayout(inside)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(12)
    return column
