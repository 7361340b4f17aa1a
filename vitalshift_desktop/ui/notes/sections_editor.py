"""The headed sections of a note, each growing with its text."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vitalshift_desktop.domain.notes import Section
from vitalshift_desktop.services.note_views import OpenNote
from vitalshift_desktop.ui.notes.section_head import SectionHead
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.flow_column import empty
from vitalshift_desktop.ui.widgets.prose_editor import ProseEditor
from vitalshift_desktop.vocabulary import heading_words

FIRST_LINES, OTHER_LINES = 5, 3


class SectionsEditor(QWidget):
    """Shows the text of a note for writing, or for reading once it is signed."""

    typed = Signal(int)
    bring_wanted = Signal(str)
    """What stood under this heading the time before is wanted here (key of the section)."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[tuple[str, str], ...] = ()
        self._editors: dict[str, ProseEditor] = {}
        self._heads: dict[str, SectionHead] = {}
        self._boxes: dict[str, QWidget] = {}
        self._length = 0
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme().scale(18))

    def show_note(self, opened: OpenNote, *, read_only: bool = False) -> None:
        """Show the note; cursor and undo stay where the text stands already. `read_only` shows no caret."""
        note = opened.note
        headed = tuple((section.key, heading_words(section)) for section in note.sections)
        if headed != self._shown:
            self._rebuild(headed)
        for section in note.sections:
            editor, head = self._editors[section.key], self._heads[section.key]
            head.show_section(section, opened, read_only=read_only)
            editor.show_text(section.text)
            editor.set_signed(note.is_signed or read_only)
            self._boxes[section.key].setHidden(note.is_signed and not section.text.strip())
        self._length = self._total()

    def show_texts(self, sections: Sequence[Section]) -> None:
        """Put other text under the headings; a heading that is not here comes in below."""
        missing = [section for section in sections if section.key not in self._editors]
        for section in missing:
            self._shown += ((section.key, heading_words(section)),)
            self._boxes[section.key] = self._section(section.key, heading_words(section), OTHER_LINES)
            self._column.addWidget(self._boxes[section.key])
        for section in sections:
            self._editors[section.key].show_text(section.text)

    def set_covered(self, covered: bool) -> None:
        """Hide the text while someone may look over the shoulder."""
        for editor in self._editors.values():
            editor.set_covered(covered)

    def forget(self) -> None:
        """Drop all text and every undo stack."""
        self._shown = ()
        self._editors = {}
        self._heads = {}
        self._boxes = {}
        empty(self._column)

    def sections(self) -> tuple[Section, ...]:
        """The text as it stands."""
        return tuple(Section(key, self._editors[key].text()) for key, _words in self._shown)

    def editor(self, key: str) -> ProseEditor:
        """The editor under one heading."""
        return self._editors[key]

    def focus_first(self) -> None:
        """Put the caret at the end of the first section that is empty, else of the last one."""
        keys = [key for key, _words in self._shown]
        empty_ones = [key for key in keys if not self._editors[key].text().strip()]
        for key in (empty_ones or keys)[:1]:
            self._editors[key].setFocus()

    def focus(self, key: str) -> None:
        """Put the caret under this heading; "" is the first one that is empty."""
        if key in self._editors:
            self._editors[key].setFocus()
        else:
            self.focus_first()

    def bring(self, key: str, text: str) -> None:
        """Put text below what stands under a heading, as something that was typed: it can be undone."""
        editor = self._editors[key]
        editor.setFocus()
        cursor = editor.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.End)
        editor.setTextCursor(cursor)
        editor.insertPlainText(text if cursor.atBlockStart() else f"\n{text}")

    def _rebuild(self, headed: tuple[tuple[str, str], ...]) -> None:
        self.forget()
        self._shown = headed
        for place, (key, words) in enumerate(headed):
            self._boxes[key] = self._section(key, words, FIRST_LINES if place == 0 else OTHER_LINES)
            self._column.addWidget(self._boxes[key])

    def _section(self, key: str, words: str, lines: int) -> QWidget:
        head = SectionHead(key, words)
        head.bring_wanted.connect(self.bring_wanted)
        editor = ProseEditor(words, minimum_lines=lines)
        editor.setObjectName(f"note.section.{key}")
        editor.typed.connect(self._on_typed)
        editor.focused.connect(head.show_focused)
        box = QWidget()
        inside = QVBoxLayout(box)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(4)
        inside.addWidget(head)
        inside.addWidget(editor)
        self._editors[key] = editor
        self._heads[key] = head
        return box

    def _on_typed(self) -> None:
        length = self._total()
        grown, self._length = abs(length - self._length), length
        self.typed.emit(grown)

    def _total(self) -> int:
        return sum(editor.document().characterCount() for editor in self._editors.values())
