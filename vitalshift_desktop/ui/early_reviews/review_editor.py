"""The five parts of a review sheet, to be written in."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vitalshift_desktop.domain.early_reviews import ReviewPart, ReviewSheet
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.prose_editor import ProseEditor
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.vocabulary.early_words import review_hint


class ReviewEditor(QWidget):
    """One editor below the other; `typed` tells how many characters came or went."""

    typed = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._length = 0
        self.editors: dict[ReviewPart, ProseEditor] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().scale(16))
        for part in ReviewPart:
            column.addWidget(self._part(part))

    def show_sheet(self, sheet: ReviewSheet) -> None:
        """Show this sheet without telling anybody; where it stands already, cursor and undo stay too."""
        for part, editor in self.editors.items():
            editor.show_text(sheet.text(part))
        self._length = self._total()

    def sheet(self, before: ReviewSheet) -> ReviewSheet:
        """The sheet as it stands; what is not written here is taken from the one before."""
        for part, editor in self.editors.items():
            before = before.with_text(part, editor.text())
        return before

    def set_covered(self, *, covered: bool) -> None:
        """Hide the words while someone may look over the shoulder."""
        for editor in self.editors.values():
            editor.set_covered(covered)

    def focus_first(self) -> None:
        """Put the caret into the first part that is empty, else into the first one."""
        blank = (editor for editor in self.editors.values() if not editor.text().strip())
        next(blank, self.editors[ReviewPart.HELPS]).setFocus()

    def _part(self, part: ReviewPart) -> QWidget:
        editor = ProseEditor(label(part), placeholder=review_hint(part), minimum_lines=2)
        editor.setObjectName(f"review_sheet.{part.value}")
        editor.setProperty("state", "framed")
        editor.typed.connect(self._on_typed)
        self.editors[part] = editor
        box = QWidget()
        inside = QVBoxLayout(box)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(4)
        inside.addWidget(TextLabel(label(part), role="h3"))
        inside.addWidget(editor)
        return box

    def _on_typed(self) -> None:
        length = self._total()
        grown, self._length = abs(length - self._length), length
        self.typed.emit(grown)

    def _total(self) -> int:
        return sum(editor.document().characterCount() for editor in self.editors.values())
