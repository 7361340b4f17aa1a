"""A label over an editor for a few lines of the record."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.field import LabeledField
from vitalshift_desktop.ui.widgets.prose_editor import ProseEditor


class ProseField(LabeledField):
    """Like a field for one line, but as many lines as are written."""

    edited = Signal()

    def __init__(self, label: str, *, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(label, hint=hint, parent=parent)
        self.edit = ProseEditor(label, role="rail", minimum_lines=3)
        self._frame = ProseFrame(self.edit)
        self._take(self._frame, self.edit)
        self.edit.typed.connect(self._on_typed)

    def text(self) -> str:
        """What is written."""
        return self.edit.text()

    def show_text(self, text: str) -> None:
        """Show this text without telling anybody."""
        self.edit.show_text(text)

    def show_error(self, sentence: str) -> None:
        """Say below the field what is wrong with it."""
        super().show_error(sentence)
        self._frame.show_wrong(wrong=bool(sentence))

    def _on_typed(self) -> None:
        self.clear_error()
        self.edited.emit()


class ProseFrame(QWidget):
    """The border around an editor: that of a field, stronger with the focus, in the color of errors when wrong."""

    def __init__(self, edit: ProseEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._edit = edit
        self._wrong = False
        inside = QVBoxLayout(self)
        inside.setContentsMargins(10, 8, 10, 8)
        inside.addWidget(edit)
        edit.focused.connect(self._on_focus)

    def show_wrong(self, *, wrong: bool) -> None:
        """Show whether something is wrong with what is written."""
        self._wrong = wrong
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = 2 if self._wrong or self._edit.hasFocus() else 1
        tone = "risk" if self._wrong else "ring" if self._edit.hasFocus() else "control"
        painter.setPen(QPen(theme().color(tone), width))
        painter.setBrush(theme().color("field"))
        inset = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 6, 6)

    def _on_focus(self) -> None:
        self.update()
