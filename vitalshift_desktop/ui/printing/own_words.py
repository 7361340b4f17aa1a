"""The counselor's own words for one summary."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.prose_editor import ProseEditor
from vitalshift_desktop.words import _


class OwnWords(QWidget):
    """Where things stand, what helped, next steps; what is left empty is not on the page."""

    changed = Signal()
    NAMES = ("summary.where_things_stand", "summary.what_helped", "summary.next_steps")

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self.where_things_stand = self._add("where_things_stand", _("Where things stand"))
        self.what_helped = self._add("what_helped", _("What helped"))
        self.next_steps = self._add("next_steps", _("Next steps"), _("One step on each line."))

    def clear(self) -> None:
        """Begin with empty fields."""
        for editor in (self.where_things_stand, self.what_helped, self.next_steps):
            editor.show_text("")

    def set_covered(self, covered: bool) -> None:
        """Hide what was written, or show it again."""
        for editor in (self.where_things_stand, self.what_helped, self.next_steps):
            editor.set_covered(covered)

    def _add(self, name: str, words: str, hint: str = "") -> ProseEditor:
        editor = ProseEditor(words, role="rail", minimum_lines=2)
        editor.setObjectName(f"summary.{name}")
        editor.setProperty("state", "framed")
        editor.setAccessibleDescription(hint)
        label = TextLabel(words, role="name", size="m")
        label.setBuddy(editor)
        if self._column.count():
            self._column.addSpacing(8)
        self._column.addWidget(label)
        if hint:
            self._column.addWidget(TextLabel(hint, tone="3", size="c"))
        self._column.addWidget(editor)
        editor.typed.connect(self.changed)
        return editor
