"""The keys of the client's page: digits fill a line and move on, arrows move, Enter is Done, Esc does nothing."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from vitalshift_desktop.ui.handover.answer_line import AnswerLine

_TEN = 10
_UP_DOWN = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_SIDEWAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ERASE = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
_TAB = Qt.FocusReason.TabFocusReason


class FormKeys(QObject):
    """Hears the keys of a page's lines. "1" waits where 10 is possible; any other digit belongs to the next line."""

    finished = Signal()
    moved = Signal(object)

    def __init__(self, lines: Sequence[AnswerLine], page: QWidget) -> None:
        super().__init__(page)
        self._lines = lines
        self._waiting: AnswerLine | None = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self.press(event)
        if event.type() == QEvent.Type.FocusIn:
            self.moved.emit(watched)
        if event.type() == QEvent.Type.MouseButtonPress:
            self._waiting = None
        return super().eventFilter(watched, event)

    def press(self, event: QKeyEvent) -> bool:
        """Do what the key stands for; False for keys of the window, such as Tab."""
        plain = not event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        place = self._place()
        if not plain or place is None or event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            return False
        self._act(event, place)
        event.accept()
        return True

    def _act(self, event: QKeyEvent, place: int) -> None:
        line, key = self._lines[place], Qt.Key(event.key())
        if event.text().isdecimal() and event.text().isascii():
            if not event.isAutoRepeat():  # a finger that rests on a key means one answer
                self._digit(place, int(event.text()))
            return
        self._waiting = None
        if key in _ENTER and not event.isAutoRepeat():
            self.finished.emit()
        elif key in _UP_DOWN:
            self._go(place + _UP_DOWN[key])
        elif key in _SIDEWAYS:
            focused = line.focused()
            line.take_focus(_TAB, (line.item.low if focused is None else focused) + _SIDEWAYS[key])
        elif key == Qt.Key.Key_Space:
            line.choose(line.focused())
        elif key in _ERASE:
            line.choose(None)

    def _digit(self, place: int, digit: int) -> None:
        line = self._lines[place]
        if self._waiting is line:
            self._waiting = None
            if digit == 0:
                self._choose(place, _TEN)
                return
            if place + 1 < len(self._lines):
                self._go(place + 1)
                self._digit(place + 1, digit)
                return
        if not line.item.low <= digit <= line.item.high:
            return
        if digit == 1 and line.item.high >= _TEN:
            line.choose(digit)
            line.take_focus(_TAB)
            self._waiting = line
        else:
            self._choose(place, digit)

    def _choose(self, place: int, answer: int) -> None:
        self._lines[place].choose(answer)
        self._lines[place].take_focus(_TAB)
        self._go(place + 1)

    def _go(self, place: int) -> None:
        if 0 <= place < len(self._lines):
            self._lines[place].take_focus(_TAB)

    def _place(self) -> int | None:
        return next((n for n, line in enumerate(self._lines) if line.focused() is not None), None)
