"""The headed sections of a note, each growing with its text."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vitalshift_desktop.domain.notes import Note, Section
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.flow_column import empty
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.prose_editor import ProseEditor
from vitalshift_desktop.vocabulary import section_heading, section_hint

FIRST_LINES, OTHER_LINES = 5, 3


class SectionsEditor(QWidget):
    """Shows the text of a note for writing, or for reading once it is signed."""

    typed = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._keys: tuple[str, ...] = ()
        self._editors: dict[str, ProseEditor] = {}
        self._boxes: dict[str, QWidget] = {}
        self._length = 0
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme().scale(18))

    def show_note(self, note: Note, *, read_only: bool = False) -> None:
        """Show the note; cursor and undo stay where the text stands already. `read_only` shows no caret."""
        keys = tuple(section.key for section in note.sections)
        if keys != self._keys:
            self._rebuild(keys)
        for section in note.sections:
            editor = self._editors[section.key]
            editor.show_text(section.text)
            editor.set_signed(note.is_signed or read_only)
            self._boxes[section.key].setHidden(note.is_signed and not section.text.strip())
        self._length = self._total()

    def set_covered(self, covered: bool) -> None:
        """Hide the text while someone may look over the shoulder."""
        for editor in self._editors.values():
            editor.set_covered(covered)

    def forget(self) -> None:
        """Drop all text and every undo stack."""
        self._keys = ()
        self._editors = {}
        self._boxes = {}
        empty(self._column)

    def sections(self) -> tuple[Section, ...]:
        """The text as it stands."""
        return tuple(Section(key, self._editors[key].text()) for key in self._keys)

    def editor(self, key: str) -> ProseEditor:
        """The editor under one heading."""
        return self._editors[key]

    def focus_first(self) -> None:
        """Put the caret at the end of the first section that is empty, else of the last one."""
        for key in self._keys:
            if not self._editors[key].text().strip():
                break
        else:
            key = self._keys[0] if self._keys else ""
        if key:
            self._editors[key].setFocus()

    def _rebuild(self, keys: tuple[str, ...]) -> None:
        self.forget()
        self._keys = keys
        for place, key in enumerate(keys):
            self._boxes[key] = self._section(key, FIRST_LINES if place == 0 else OTHER_LINES)
            self._column.addWidget(self._boxes[key])

    def _section(self, key: str, lines: int) -> QWidget:
        title, hint = section_heading(key), section_hint(key)
        heading = TextLabel(title, role="name", wrap=False)
        editor = ProseEditor(title, minimum_lines=lines)
        editor.setObjectName(f"note.section.{key}")
        editor.typed.connect(self._on_typed)
        editor.focused.connect(_toned(heading))
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(heading)
        head.addWidget(TextLabel(hint, tone="3", size="m", wrap=False), 1)
        box = QWidget()
        inside = QVBoxLayout(box)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(4)
        inside.addLayout(head)
        inside.addWidget(editor)
        self._editors[key] = editor
        return box

    def _on_typed(self) -> None:
        length = self._total()
        grown, self._length = abs(length - self._length), length
        self.typed.emit(grown)

    def _total(self) -> int:
        return sum(editor.document().characterCount() for editor in self._editors.values())


def _toned(heading: TextLabel) -> Callable[[bool], None]:
    def show(focused: bool) -> None:
        heading.show_tone("accent" if focused else "")

    return show
