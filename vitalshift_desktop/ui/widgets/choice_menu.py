"""A menu in which one choice is ticked."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget


class ChoiceMenu(QMenu):
    """Offers values by their words; `chosen` tells only what the user did. A title lets it stand in another menu."""

    chosen = Signal(object)

    def __init__(self, choices: Sequence[tuple[object, str]], parent: QWidget | None = None, title: str = "") -> None:
        super().__init__(title, parent)
        self._values = [value for value, _words in choices]
        for _value, words in choices:
            self.addAction(words).setCheckable(True)
        self.triggered.connect(self._on_triggered)

    def choose(self, value: object) -> None:
        """Tick this value without telling anybody."""
        for place, action in enumerate(self.actions()):
            action.setChecked(self._values[place] == value)

    def _on_triggered(self, action: QAction) -> None:
        self.chosen.emit(self._values[self.actions().index(action)])
