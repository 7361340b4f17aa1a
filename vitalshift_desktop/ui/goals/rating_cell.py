"""A cell for one rating from 0 to 10."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from vitalshift_desktop.domain.goals import HIGHEST_RATING, LOWEST_RATING
from vitalshift_desktop.ui.widgets.field import LabeledField
from vitalshift_desktop.ui.widgets.number_cells import NumberRow

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RatingCell(NumberRow):
    """One number; `settled` tells when the user wrote, changed or took out a rating, and a 1 will not become a 10."""

    settled = Signal()
    entered = Signal()

    def __init__(self, what: str, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__([what], name=name, lowest=LOWEST_RATING, highest=HIGHEST_RATING, parent=parent)
        self._told: int | None = None
        self.cell = self.cells[0]
        self.changed.connect(self._on_typed)
        self.completed.connect(self.settle)
        self.cell.left.connect(self.settle)
        self.cell.pressed_key.connect(self._on_pressed)

    @property
    def value(self) -> int | None:
        """The number in the cell, or None while it is empty."""
        return self.cell.value

    def show_value(self, value: int | None) -> None:
        """Show this rating without telling anybody; what is being typed stays where nothing new has come."""
        if value != self._told:
            self._told = value
            self.set_values([value])

    def settle(self) -> None:
        """Tell what stands in the cell now, if it was not told before."""
        if self.value != self._told:
            self._told = self.value
            self.settled.emit()

    def _on_typed(self) -> None:
        # A 1 may still become a 10; it is told when the cell is left or Enter is pressed.
        if self.value != 1:
            self.settle()

    def _on_pressed(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            event.accept()
            self.settle()
            self.entered.emit()


class RatingField(LabeledField):
    """A labeled cell for a rating that may stay empty."""

    def __init__(self, label: str, *, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(label, hint=hint, parent=parent)
        self.rating = RatingCell(label, name=label)
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.rating)
        row.addStretch(1)
        self._take(line, self.rating.cell)
        self.rating.settled.connect(self.clear_error)

    @property
    def value(self) -> int | None:
        """The number that is written, or None."""
        return self.rating.value

    def show_value(self, value: int | None) -> None:
        """Show this number without telling anybody."""
        self.rating.show_value(value)
