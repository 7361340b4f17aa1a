"""A short list beside the caret; the keys that move in it stay with the editor."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.spoken import say

MOST_SHOWN = 8
_WIDTH, _ROW, _FOOT, _SIDE, _AROUND = 380, 28, 26, 12, 4
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Choice:
    """One line: its words, and quieter words behind them."""

    text: str
    detail: str = ""


class CaretList(QWidget):
    """Lines to choose from, with a quiet line on the keys at the foot; it never takes the focus."""

    picked = Signal(int)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("caret_list")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._choices: tuple[Choice, ...] = ()
        self._foot = ""
        self.current = 0
        self.hide()

    @property
    def choices(self) -> tuple[Choice, ...]:
        """The lines that are shown."""
        return self._choices

    def show_choices(self, choices: Sequence[Choice], foot: str, caret: QRect) -> None:
        """Show these lines by a caret, whose place is given in the window."""
        is_new = tuple(choices) != self._choices or not self.isVisible()
        self._choices, self._foot = tuple(choices), foot
        self.current = min(self.current, len(choices) - 1) if not is_new else 0
        self.resize(self.sizeHint())
        self.move(self._beside(caret))
        self.raise_()
        self.show()
        self.update()
        if is_new:
            self._tell(foot)

    def follow(self, caret: QRect) -> None:
        """Stay beside the caret, which moved with the window."""
        self.move(self._beside(caret))

    def step(self, by: int) -> None:
        """Go up or down, around the ends."""
        self.current = (self.current + by) % len(self._choices)
        self.update()
        self._tell()

    def sizeHint(self) -> QSize:
        rows = min(MOST_SHOWN, len(self._choices))
        return QSize(theme().scale(_WIDTH), theme().scale(rows * _ROW + _FOOT + 2 * _AROUND))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = (event.position().toPoint().y() - theme().scale(_AROUND)) // theme().scale(_ROW)
        if 0 <= row < min(MOST_SHOWN, len(self._choices)):
            self.picked.emit(self._first() + row)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme().color("hair2"), 1))
        painter.setBrush(theme().color("surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        first = self._first()
        for row, choice in enumerate(self._choices[first : first + MOST_SHOWN]):
            self._paint_row(painter, self._row_rect(row), choice, is_current=first + row == self.current)
        foot = QRect(0, self.height() - theme().scale(_FOOT), self.width(), theme().scale(_FOOT))
        painter.setFont(theme().font("hint"))
        painter.setPen(theme().color("text2"))
        painter.drawText(foot.adjusted(theme().scale(_SIDE), 0, 0, 0), _LEFT, self._foot)

    def _paint_row(self, painter: QPainter, rect: QRect, choice: Choice, *, is_current: bool) -> None:
        if is_current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().color("sel"))
            painter.drawRoundedRect(QRectF(rect), 4, 4)
        inside = rect.adjusted(theme().scale(_SIDE - _AROUND), 0, -theme().scale(_SIDE - _AROUND), 0)
        font = theme().font("body", bold=is_current)
        painter.setFont(font)
        painter.setPen(theme().color("text"))
        painter.drawText(inside, _LEFT, choice.text)
        used = QFontMetrics(font).horizontalAdvance(choice.text + "   ")
        painter.setFont(theme().font("detail"))
        painter.setPen(theme().color("text2"))
        rest = inside.adjusted(used, 0, 0, 0)
        words = painter.fontMetrics().elidedText(choice.detail, Qt.TextElideMode.ElideRight, max(0, rest.width()))
        painter.drawText(rest, _LEFT, words)

    def _row_rect(self, row: int) -> QRect:
        around, height = theme().scale(_AROUND), theme().scale(_ROW)
        return QRect(around, around + row * height, self.width() - 2 * around, height)

    def _first(self) -> int:
        return max(0, min(self.current - MOST_SHOWN + 1, len(self._choices) - MOST_SHOWN))

    def _beside(self, caret: QRect) -> QPoint:
        """Below the caret, or above it where the window ends; inside the window at its sides."""
        window = self.window()
        below = caret.bottom() + 4
        top = below if below + self.height() <= window.height() else caret.top() - 4 - self.height()
        return QPoint(max(4, min(caret.left(), window.width() - self.width() - 4)), max(4, top))

    def _tell(self, foot: str = "") -> None:
        choice = self._choices[self.current]
        say(self, ". ".join(part for part in (choice.text, choice.detail, foot) if part))
