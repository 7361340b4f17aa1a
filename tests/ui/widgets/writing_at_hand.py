"""An editor in a window with the keys, and what helps writing without a vault."""

from PySide6.QtCore import QEventLoop, QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from vitalshift_desktop.domain.snippets import Snippet, SnippetId
from vitalshift_desktop.ui.widgets.prose_editor import ProseEditor

PLAN = Snippet(SnippetId(1), "plan", "Plan for {client}: ")
PLACE = Snippet(SnippetId(2), "place", "We met\nat ")


class Words:
    """A word list of a few words; asked words are counted."""

    def __init__(self, *right: str) -> None:
        self.right = set(right)
        self.asked: list[str] = []

    def is_right(self, word: str) -> bool:
        self.asked.append(word)
        return word.lower() in self.right

    def suggestions(self, word: str) -> tuple[str, ...]:
        return ("world", "would") if word.lower() == "wrold" else ()


class Around(QWidget):
    """A page that knows what the placeholders stand for."""

    def __init__(self) -> None:
        super().__init__()
        self.editor = ProseEditor("Data")
        self.next = ProseEditor("Plan")
        column = QVBoxLayout(self)
        column.addWidget(self.editor)
        column.addWidget(self.next)
        self.resize(600, 500)

    def prose_facts(self) -> dict[str, str]:
        return {"client": "Maren T."}


def key(editor: ProseEditor, which: Qt.Key, *, shift: bool = False, ctrl: bool = False) -> None:
    plain = Qt.KeyboardModifier.NoModifier
    modifiers = (Qt.KeyboardModifier.ShiftModifier if shift else plain) | (
        Qt.KeyboardModifier.ControlModifier if ctrl else plain
    )
    QTest.keyClick(editor, which, modifiers)


def pasted(editor: ProseEditor, text: str) -> None:
    data = QMimeData()
    data.setText(text)
    editor.insertFromMimeData(data)


def checked(editor: ProseEditor) -> list[str]:
    """The words that are marked once everything was looked at."""
    QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
    editor.spelling.finish()
    return [mark.word for mark in editor.spelling.marks]
