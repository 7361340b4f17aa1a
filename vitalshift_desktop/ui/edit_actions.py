"""Undo, cut, copy, paste and select all, handed to whatever has the focus."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QTextEdit

_SLOTS = {"undo": "undo", "cut": "cut", "copy": "copy", "paste": "paste", "select_all": "selectAll"}


class EditActions(QObject):
    """The Edit menu works on the field that has the focus."""

    undo_wanted = Signal()
    """Ctrl+Z where no text is being written: undo the last act instead."""

    def __init__(self, actions: dict[str, QAction], window: QMainWindow) -> None:
        super().__init__(window)
        for name in _SLOTS:
            actions[name].setData(name)
            actions[name].triggered.connect(self._on_edit)

    def _on_edit(self) -> None:
        action = self.sender()
        field = QApplication.focusWidget()
        if not isinstance(action, QAction):
            return
        if isinstance(field, QLineEdit | QTextEdit):
            getattr(field, _SLOTS[action.data()])()
        elif action.data() == "undo":
            self.undo_wanted.emit()
