"""Typing the same word into every field of the window in front."""

from collections.abc import Iterator

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from tests.journeys.hands import EDITORS, click, press, type_text, until, windows
from vitalshift_desktop.ui.widgets.date_field import DateField
from vitalshift_desktop.ui.widgets.number_cells import NumberCell
from vitalshift_desktop.ui.widgets.time_field import TimeField


def type_everywhere(word: str) -> list[str]:
    """Type the word, and a number behind it, into every field one can type in; gives the names of the fields.

    A day, a time or a number gets back what stood there: such a field takes the word for a moment only.
    """
    names = []
    for number, editor in enumerate(list(_editors(windows()[0]))):
        before = _text(editor)
        _replace(editor, f"{word}{number}")
        if _is_limited(editor, before):
            _replace(editor, before)
        names.append(editor.accessibleName())
    assert names, "no field to type in"
    return names


def _editors(window: QWidget) -> Iterator[QWidget]:
    for kind in EDITORS:
        for editor in window.findChildren(kind):
            if editor.isVisible() and editor.isEnabled() and not isinstance(editor, NumberCell) and _takes(editor):
                yield editor


def _takes(editor: QWidget) -> bool:
    assert isinstance(editor, (QLineEdit, QPlainTextEdit, QTextEdit))
    return not editor.isReadOnly()


def _text(editor: QWidget) -> str:
    if isinstance(editor, QLineEdit):
        return editor.text()
    assert isinstance(editor, (QPlainTextEdit, QTextEdit))
    return editor.toPlainText()


def _is_limited(editor: QWidget, before: str) -> bool:
    return isinstance(editor.parentWidget(), (DateField, TimeField)) or before.strip().isdecimal()


def _replace(editor: QWidget, text: str) -> None:
    click(editor)
    until(editor.hasFocus, f"the focus in {editor.accessibleName()}")
    press("Ctrl+A")
    if text:
        type_text(text)
    else:
        press("Delete")
