"""Cells for ratings: a digit fills a cell and moves on."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from vitalshift_desktop.ui.widgets.scale_typing import can_be, can_grow, is_on, pasted
from vitalshift_desktop.words import _

_SHORTEST = 2


class NumberCell(QLineEdit):
    """One cell; it hands every key to its row."""

    pressed_key = Signal(object)
    left = Signal()
    entered = Signal()

    def __init__(self, name: str, parent: QWidget | None = None, *, longest: int = _SHORTEST) -> None:
        super().__init__(parent)
        self.setProperty("role", "cell")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAccessibleName(name)
        self.setMaxLength(max(_SHORTEST, longest))
        self.setAcceptDrops(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def value(self) -> int | None:
        """The number in the cell, or None while it is empty."""
        return int(self.text()) if self.text().removeprefix("-") else None

    def show_value(self, value: int | None) -> None:
        """Show this number."""
        self.setText("" if value is None else str(value))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()
        self.pressed_key.emit(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class NumberRow(QWidget):
    """Cells that belong together; `changed` and `completed` tell only what the user did.

    A digit moves to the next cell. A digit that another one could make a higher number waits: "1" where 10 is
    possible becomes 10 with a 0, any other digit belongs to the next cell. The last cell keeps the focus, so that a
    digit never reaches a button. `refused` tells of a number that is not on the scale.
    """

    changed = Signal()
    completed = Signal()
    refused = Signal()

    def __init__(
        self,
        names: Sequence[str],
        *,
        name: str,
        lowest: int = 0,
        highest: int = 10,
        limits: Sequence[tuple[int, int]] = (),
        spacing: int = 8,
        parent: QWidget | None = None,
    ) -> None:
        """`limits` are the ends of each cell where they differ."""
        super().__init__(parent)
        self._limits = tuple(limits) or ((lowest, highest),) * len(names)
        self._waiting: NumberCell | None = None
        self._was_complete = False
        self.cells = tuple(NumberCell("", longest=max(len(str(end)) for end in ends)) for ends in self._limits)
        self.call(names, name)
        self._lay_out(spacing)
        for cell in self.cells:
            cell.pressed_key.connect(self._on_key)
            cell.left.connect(self._on_left)

    def _lay_out(self, spacing: int) -> None:
        """Put the cells beside each other."""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(spacing)
        for cell in self.cells:
            row.addWidget(cell)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def values(self) -> tuple[int | None, ...]:
        """The numbers from left to right, None for an empty cell."""
        return tuple(
            cell.value if is_on(cell.value, ends) else None for cell, ends in zip(self.cells, self._limits, strict=True)
        )

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

    def take_text(self, text: str, at: int = 0) -> bool:
        """Fill cells from a pasted line of numbers, beginning with cell `at`; False, and nothing filled, where not."""
        numbers = pasted(text, self._limits[at:])
        if not numbers:
            return False
        self._waiting = None
        for number, cell in zip(numbers, self.cells[at:], strict=False):
            cell.show_value(number)
        self._focus(min(at + len(numbers), len(self.cells) - 1))
        self.changed.emit()
        self._tell_if_complete()
        return True

    def call(self, names: Sequence[str], name: str) -> None:
        """Say what each cell and what all of them are about."""
        self.setAccessibleName(name)
        spoken = _("{who}, {what}, {lowest} to {highest}")
        for cell, part, (lowest, highest) in zip(self.cells, names, self._limits, strict=True):
            cell.setAccessibleName(spoken.format(who=name, what=part, lowest=lowest, highest=highest))

    def _on_key(self, event: QKeyEvent) -> None:
        cell = self.sender()
        if not isinstance(cell, NumberCell):
            return
        if event.matches(QKeySequence.StandardKey.Paste):
            event.accept()
            if not self.take_text(QApplication.clipboard().text(), self.cells.index(cell)):
                self.refused.emit()
            return
        if event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier):
            return
        if event.text().isdecimal() or (event.text() == "-" and self._limits[self.cells.index(cell)][0] < 0):
            event.accept()
            if not event.isAutoRepeat():  # a finger that rests on a key means one answer
                self._type(cell, event.text())
        else:
            self._move(cell, event)

    def _move(self, cell: NumberCell, event: QKeyEvent) -> None:
        """Keys that are no numbers."""
        if event.key() in _MOVES:
            event.accept()
            self._focus(self.cells.index(cell) + _MOVES[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            event.accept()
            self._erase(cell, back=event.key() == Qt.Key.Key_Backspace)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._settle()
        elif event.text().isprintable() and event.text():
            event.accept()  # a letter does nothing here, and must not reach the page

    def _type(self, cell: NumberCell, sign: str) -> None:
        index = self.cells.index(cell)
        ends = self._limits[index]
        begun = cell.text() if self._waiting is cell else ""
        text = begun + sign
        if begun and not can_be(text, ends):
            if not is_on(cell.value, ends):  # such as the 5 of what was to be 50
                self.refused.emit()
                return
            self._waiting = None
            if index < len(self.cells) - 1:
                self._focus(index + 1)
                self._type(self.cells[index + 1], sign)
                return
            text = sign
        if not can_be(text, ends):
            self.refused.emit()
            return
        self._waiting = cell if can_grow(text, ends) else None
        self._put(cell, text)
        if self._waiting is None:
            self._focus(index + 1)

    def _put(self, cell: NumberCell, text: str) -> None:
        if cell.text() != text:
            cell.setText(text)
            self.changed.emit()
        self._tell_if_complete()

    def _erase(self, cell: NumberCell, *, back: bool) -> None:
        self._waiting = None
        index = self.cells.index(cell)
        if not cell.text() and back and index > 0:
            self._focus(index - 1)
            cell = self.cells[index - 1]
        self._put(cell, "")

    def _focus(self, index: int) -> None:
        if 0 <= index < len(self.cells):
            self.cells[index].setFocus(Qt.FocusReason.TabFocusReason)

    def _on_left(self) -> None:
        self._settle()

    def _settle(self) -> None:
        """What was typed stands as it is: a waiting 1 is a 1; the beginning of a number that it could not be goes."""
        if self._waiting is not None:
            cell, self._waiting = self._waiting, None
            if not is_on(cell.value, self._limits[self.cells.index(cell)]):
                self._put(cell, "")
            self._tell_if_complete()

    def _tell_if_complete(self) -> None:
        if self._waiting is not None:
            return
        if self.is_complete and not self._was_complete:
            self._was_complete = True
            self.completed.emit()
        self._was_complete = self.is_complete


_MOVES = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
