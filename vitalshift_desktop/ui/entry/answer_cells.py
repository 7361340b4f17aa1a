"""The cells of a form: one for each item, with its words where they may be shown, else with its number."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QSizePolicy, QWidget

from vitalshift_desktop.domain.measures.instrument import Instrument, Licence
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.number_cells import NumberCell, NumberRow
from vitalshift_desktop.words import _

_BESIDE = 6
"""Cells in a line where there are no words."""


class AnswerCells(NumberRow):
    """A digit moves on; Space, Enter and the arrows move on too and leave a blank. Enter in the last cell submits."""

    submitted = Signal()
    item_entered = Signal(int)
    """The item (from 1) whose cell has the focus now."""

    def __init__(self, form: Instrument, parent: QWidget | None = None) -> None:
        self._form = form
        self._has_words = form.licence is not Licence.SCORING and any(item.client_words for item in form.items)
        names = [_named(number, item.client_words) for number, item in enumerate(form.items, start=1)]
        limits = [form.ends(number) for number in range(1, len(form.items) + 1)]
        super().__init__(names, name=form.name, limits=limits, parent=parent)
        self._step = 1 if self._has_words else _BESIDE
        self.setObjectName("measure.answers")
        for number, cell in enumerate(self.cells, start=1):
            cell.setObjectName(f"measure.answer.{number}")
            cell.entered.connect(partial(self.item_entered.emit, number))

    def set_covered(self, *, covered: bool) -> None:
        """Show dots in place of the answers, while somebody may be looking."""
        mode = QLineEdit.EchoMode.Password if covered else QLineEdit.EchoMode.Normal
        for cell in self.cells:
            cell.setEchoMode(mode)

    def _lay_out(self, spacing: int) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 2, 0, 2)
        grid.setHorizontalSpacing(spacing + 4)
        grid.setVerticalSpacing(spacing)
        if self._has_words:
            self._put_words(grid)
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        else:
            self._put_numbers(grid)
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def _put_words(self, grid: QGridLayout) -> None:
        top = Qt.AlignmentFlag.AlignTop
        for place, (item, cell) in enumerate(zip(self._form.items, self.cells, strict=True)):
            number = TextLabel(str(place + 1), tone="3", size="m", wrap=False)
            number.setMinimumHeight(theme().scale(28))
            words = TextLabel(item.client_words, role="rail")
            words.setMinimumHeight(theme().scale(28))
            grid.addWidget(number, place, 0, top)
            grid.addWidget(words, place, 1)
            grid.addWidget(cell, place, 2, top)
        grid.setColumnStretch(1, 1)

    def _put_numbers(self, grid: QGridLayout) -> None:
        for place, cell in enumerate(self.cells):
            line, column = divmod(place, _BESIDE)
            number = TextLabel(str(place + 1), tone="3", size="m", wrap=False)
            number.setBuddy(cell)
            grid.addWidget(number, line, 2 * column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(cell, line, 2 * column + 1)
        grid.setColumnStretch(2 * _BESIDE, 1)

    def _move(self, cell: NumberCell, event: QKeyEvent) -> None:
        index = self.cells.index(cell)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
            self._settle()
            if index == len(self.cells) - 1:
                self.submitted.emit()
            else:
                self._focus(index + 1)
        elif event.key() == Qt.Key.Key_Space:
            event.accept()
            self._focus(index + 1)
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.accept()
            self._focus(index + (self._step if event.key() == Qt.Key.Key_Down else -self._step))
        else:
            super()._move(cell, event)


def scale_words(form: Instrument, item: int) -> str:
    """What the numbers of an item (from 1) stand for, or from where to where they go."""
    low, high = form.ends(item)
    if form.answer_words and (low, high) == (form.low, form.high):
        return "   ".join(f"{low + place} {words}" for place, words in enumerate(form.answer_words))
    return _("Item {n}: {low} to {high}").format(n=item, low=low, high=high)


def blanks(answers: Sequence[int | None]) -> tuple[int, ...]:
    """The items (from 1) that were left blank."""
    return tuple(number for number, answer in enumerate(answers, start=1) if answer is None)


def _named(number: int, words: str) -> str:
    return _("item {n}: {words}").format(n=number, words=words) if words else _("item {n}").format(n=number)
