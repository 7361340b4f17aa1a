"""The practice's own words, which are never marked as misspelt."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.sentences import sentence
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.settings.kept_rows import Kept, KeptRows
from vitalshift_desktop.ui.widgets.buttons import Button
from vitalshift_desktop.ui.widgets.field import Field
from vitalshift_desktop.ui.widgets.section_heading import SectionHeading
from vitalshift_desktop.words import _


class OwnWords(QWidget):
    """A line to add a word, and the words with a way to take each out again."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._spelling = desk.workspace.spelling
        self._heading = SectionHeading(_("Own words"))
        self.word = Field(_("Add a word"))
        self.word.setObjectName("settings.own_word")
        self.add = Button(_("Add"))
        self.add.setObjectName("settings.own_word.add")
        self.list = KeptRows(_("None yet. Ctrl+. in a text adds the word at the caret."), can_change=False)
        self.list.setObjectName("settings.own_words")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.word, 1)
        row.addWidget(self.add, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._heading)
        column.addLayout(row)
        column.addWidget(self.list)
        self.add.clicked.connect(self._on_add)
        self.word.submitted.connect(self._on_add)
        self.list.removed.connect(self._on_removed)

    def look_again(self) -> None:
        """Show the words as they are kept."""
        words = self._spelling.own_words()
        self._heading.show_count(len(words) or None)
        self.list.show_kept([Kept(word, word) for word in words])

    def _on_add(self) -> None:
        try:
            self._spelling.add_word(self.word.text(), by=self)
        except Problem as problem:
            advice = sentence(problem)
            self.word.show_error(f"{advice.what} {advice.next_step}")
            return
        self.word.show_text("")
        self.look_again()

    def _on_removed(self, word: str) -> None:
        try:
            self._spelling.remove_word(word, by=self)
        except Problem as problem:
            self._desk.wishes.trouble.emit(problem)
        else:
            words = _("“{word}” is checked again.").format(word=word)
            self._desk.wishes.undo_offered.emit(words, partial(self._spelling.add_word, word))
        self.look_again()
