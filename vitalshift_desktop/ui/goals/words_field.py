"""A field for words of the record."""

from vitalshift_desktop.ui.widgets.field import LabeledField
from vitalshift_desktop.ui.widgets.prose_editor import ProseEditor


class WordsField(LabeledField):
    """The words of a goal or a task, in the face of the record; `lines` is how many it is high at least."""

    def __init__(self, name: str, *, hint: str = "", lines: int = 3) -> None:
        super().__init__(name, hint=hint)
        self.editor = ProseEditor(name, minimum_lines=lines)
        self.editor.setProperty("state", "framed")
        self._take(self.editor, self.editor)
        self.editor.typed.connect(self.clear_error)

    def show_error(self, sentence: str) -> None:
        """Say below the words what is wrong; the frame stays a frame."""
        super().show_error(sentence)
        self.editor.setProperty("state", "framed")
        self.editor.style().polish(self.editor)
