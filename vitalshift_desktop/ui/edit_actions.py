"""Undo, redo, cut, copy, paste, select all, snippets and spelling, handed to whatever has the focus."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QTextEdit

from vitalshift_desktop.ui.widgets.prose_editor import ProseEditor

_SLOTS = {"undo": "undo", "redo": "redo", "cut": "cut", "copy": "copy", "paste": "paste", "select_all": "selectAll"}
_OFFERS = {"snippets": "show_snippets", "spellings": "show_spellings", "next_misspelt": "next_misspelt"}


class EditActions(QObject):
    """The Edit menu works on the field that has the focus."""

    undo_wanted = Signal()
    """Ctrl+Z where no text is being written: undo the last act instead."""

    def __init__(self, actions: dict[str, QAction], window: QMainWindow) -> None:
        super().__init__(window)
        for name in (*_SLOTS, *_OFFERS):
            actions[name].setData(name)
            actions[name].triggered.connect(self._on_edit)

    def _on_edit(self) -> None:
        action = self.sender()
        field = QApplication.focusWidget()
        if not isinstance(action, QAction):
            return
        if action.data() in _OFFERS:
            if isinstance(field, ProseEditor) and not field.isReadOnly():
                getattr(field.offers, _OFFERS[action.data()])()
        elif isinstance(field, QLineEdit | QTextEdit):
            getattr(field, _SLOTS[action.data()])()
        elif action.data() == "undo":
            self.undo_wanted.emit()
