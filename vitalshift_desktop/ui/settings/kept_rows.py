"""A list of small things that are kept: each with a way to change it, where there is one, and to take it out."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vitalshift_desktop.ui.widgets.buttons import IconButton, LinkButton
from vitalshift_desktop.ui.widgets.flow_column import empty
from vitalshift_desktop.ui.widgets.hairline import Hairline
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.words import _


@dataclass(frozen=True, slots=True)
class Kept:
    """One thing by its key, with its name and, below it, more about it."""

    key: object
    name: str
    detail: str = ""


class KeptRow(QWidget):
    """Signals carry the key."""

    changed = Signal(object)
    removed = Signal(object)

    def __init__(self, kept: Kept, *, can_change: bool) -> None:
        super().__init__()
        self.kept = kept
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(TextLabel(kept.name, role="name", size="m"))
        if kept.detail:
            words.addWidget(TextLabel(kept.detail, tone="2", size="m"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 6, 0, 6)
        row.setSpacing(8)
        row.addLayout(words, 1)
        self.change = LinkButton(_("Change…"))
        self.change.setAccessibleName(_("Change {name}…").format(name=kept.name))
        self.change.clicked.connect(self._on_change)
        self.remove = IconButton("x", _("Remove {name}").format(name=kept.name))
        self.remove.clicked.connect(self._on_remove)
        for button in (self.change, self.remove):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.change.setVisible(can_change)

    def _on_change(self) -> None:
        self.changed.emit(self.kept.key)

    def _on_remove(self) -> None:
        self.removed.emit(self.kept.key)


class KeptRows(QWidget):
    """Rows with a line between; without any, a sentence. The focus stays at the same place."""

    changed = Signal(object)
    removed = Signal(object)

    def __init__(self, without: str, *, can_change: bool) -> None:
        super().__init__()
        self._without = without
        self._can_change = can_change
        self._shown: tuple[Kept, ...] | None = None
        self.rows: list[KeptRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_kept(self, kept: Sequence[Kept]) -> None:
        """Show these things; what is shown already is left alone."""
        if tuple(kept) == self._shown:
            return
        held = next((place for place, row in enumerate(self.rows) if row.remove.hasFocus()), None)
        self._shown = tuple(kept)
        empty(self._column)
        self.rows = [KeptRow(one, can_change=self._can_change) for one in kept]
        if not kept:
            self._column.addWidget(TextLabel(self._without, tone="2", size="m"))
        for row in self.rows:
            row.changed.connect(self.changed)
            row.removed.connect(self.removed)
            self._column.addWidget(row)
            row.show()  # a layout would show it later, and until then it could not take the focus
            self._column.addWidget(Hairline())
        if held is not None and self.rows:
            self.rows[min(held, len(self.rows) - 1)].remove.setFocus()
