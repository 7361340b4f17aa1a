"""Cells for ratings: a digit fills a cell and moves on."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from vitalshift_desktop.words import _

_TEN = 10


class NumberCell(QLineEdit):
    """One cell; it hands every key to its row."""

    pressed_key = Signal(object)
    left = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "cell")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAccessibleName(name)
        self.setMaxLength(2)
        self.setAcceptDrops(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def value(self) -> int | None:
        """The number in the cell, or None while it is empty."""
        return int(self.text()) if self.text() else None

    def show_value(self, value: int | None) -> None:
        """Show this number."""
        self.setText("" if value is None else str(value))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()
        self.pressed_key.emit(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class NumberRow(QWidget):
    """Cells that belong together; `changed` and `completed` tell only what the user did.

    A digit moves to the next cell. "1" waits where 10 is possible: 0 makes it 10, any other digit belongs to the
    next cell. The last cell keeps the focus, so that a digit never reaches a button.
    """

    changed = Signal()
    completed = Signal()

    def __init__(
        self,
        names: Sequence[str],
        *,
        name: str,
        lowest: int = 0,
        highest: int = 10,
        spacing: int = 8,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._lowest = lowest
        self._highest = highest
        self._waiting: NumberCell | None = None
        self._was_complete = False
        self.setAccessibleName(name)
        self.cells = tuple(NumberCell(self._spoken(name, part)) for part in names)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(spacing)
        for cell in self.cells:
            cell.pressed_key.connect(self._on_key)
            cell.left.connect(self._on_left)
            row.addWidget(cell)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def values(self) -> tuple[int | None, ...]:
        """The numbers from left to right, None for an empty cell."""
        return tuple(cell.value for cell in self.cells)

    @property
    def is_complete(self) -> bool:
        """Whether every cell has a number."""
        return None not in self.values

    def set_values(self, values: Sequence[int | None]) -> None:
        """Show these numbers without telling anybody."""
        self._waiting = None
        for cell, value in zip(self.cells, values, strict=True):
            cell.show_value(value)
        self._was_complete = self.is_complete

    def set_open(self, is_open: bool, why_shut: str = "") -> None:
        """Let the user type, or shut the row and say why as a tip."""
        for cell in self.cells:
            cell.setEnabled(is_open)
            cell.setToolTip("" if is_open else why_shut)

    def focus_first(self) -> None:
        """Put the focus into the first empty cell, or the first one."""
        empty = [cell for cell in self.cells if cell.value is None]
        (empty or list(self.cells))[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _spoken(self, name: str, part: str) -> str:
        return _("{who}, {what}, {lowest} to {highest}").format(
            who=name, what=part, lowest=self._lowest, highest=self._highest
        )

    def _on_key(self, event: QKeyEvent) -> None:
        cell = self.sender()
        if not isinstance(cell, NumberCell):
            return
        if event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier):
            return
        if event.text().isdecimal():
            event.accept()
            self._type(cell, int(event.text()))
        elif event.key() in _MOVES:
            event.accept()
            self._focus(self.cells.index(cell) + _MOVES[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            event.accept()
            self._erase(cell, back=event.key() == Qt.Key.Key_Backspace)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._settle()
        elif event.text().isprintable() and event.text():
            event.accept()  # a letter does nothing here, and must not reach the page

    def _type(self, cell: NumberCell, digit: int) -> None:
        index = self.cells.index(cell)
        is_last = index == len(self.cells) - 1
        if self._waiting is cell:
            self._waiting = None
            if digit == 0:
                self._put(cell, _TEN)
                self._focus(index + 1)
                return
            if not is_last:
                self._focus(index + 1)
                self._type(self.cells[index + 1], digit)
                return
        if not self._lowest <= digit <= self._highest:
            return
        self._waiting = cell if digit == 1 and self._highest >= _TEN else None
        self._put(cell, digit)
        if self._waiting is None:
            self._focus(index + 1)

    def _put(self, cell: NumberCell, value: int | None) -> None:
        if cell.value != value:
            cell.show_value(value)
            self.changed.emit()
        self._tell_if_complete()

    def _erase(self, cell: NumberCell, *, back: bool) -> None:
        self._waiting = None
        index = self.cells.index(cell)
        if cell.value is None and back and index > 0:
            self._focus(index - 1)
            cell = self.cells[index - 1]
        self._put(cell, None)

    def _focus(self, index: int) -> None:
        if 0 <= index < len(self.cells):
            self.cells[index].setFocus(Qt.FocusReason.TabFocusReason)

    def _on_left(self) -> None:
        self._settle()

    def _settle(self) -> None:
        """What was typed stands as it is: a waiting 1 is a 1."""
        if self._waiting is not None:
            self._waiting = None
            self._tell_if_complete()

    def _tell_if_complete(self) -> None:
        if self._waiting is not None:
            return
        if self.is_complete and not self._was_complete:
            self._was_complete = True
            self.completed.emit()
        self._was_complete = self.is_complete


_MOVES = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
