"""One line of text to fill in, with its label, a hint and an error in words."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from vitalshift_desktop.ui.theme.icons import pixmap
from vitalshift_desktop.ui.theme.restyle import set_style_property
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.labels import IconLabel, TextLabel


class ErrorSentence(QWidget):
    """An icon and a sentence in the color of errors, seen only while there is one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = TextLabel(tone="risk", size="m")
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(IconLabel("warning-circle", "risk", 15, line=20), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        self.hide()

    def show_sentence(self, sentence: str) -> None:
        """Say what is wrong; "" takes the sentence away."""
        self._words.setText(sentence)
        self.setVisible(bool(sentence))

    def sentence(self) -> str:
        """What is said now."""
        return self._words.text()


class LabeledField(QWidget):
    """A label over something to fill in, with a hint or an error below it."""

    def __init__(self, label: str, *, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = TextLabel(label, role="name", size="m", wrap=True)
        self._label.setProperty("weight", "600")
        self._hint = TextLabel(hint, tone="3", size="c")
        self._error = ErrorSentence()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addWidget(self._label)
        self._column.addWidget(self._hint)
        self._column.addWidget(self._error)
        # Only now: shown before it has a parent, a label would open a window of its own for a moment.
        self._label.setVisible(bool(label))
        self._hint.setVisible(bool(hint))

    @property
    def error(self) -> str:
        """The error that is shown, or ""."""
        return self._error.sentence()

    def show_error(self, sentence: str) -> None:
        """Say below the field what is wrong with it."""
        self._error.show_sentence(sentence)
        self._hint.setVisible(bool(self._hint.text()) and not sentence)
        target = self.focusProxy()
        if target is not None:
            set_style_property(target, "state", "error" if sentence else "")
            target.setAccessibleDescription(sentence or self._hint.text())

    def clear_error(self) -> None:
        """Take the error away."""
        if self.error:
            self.show_error("")

    def _take(self, content: QWidget, focus: QWidget) -> None:
        self._column.insertWidget(1, content)
        self.setFocusProxy(focus)
        focus.setAccessibleName(self._label.text())
        focus.setAccessibleDescription(self._hint.text())
        self._label.setBuddy(focus)


class Field(LabeledField):
    """A line of text; `edited` tells only what the user typed."""

    edited = Signal(str)
    submitted = Signal()

    def __init__(
        self,
        label: str,
        *,
        hint: str = "",
        text: str = "",
        placeholder: str = "",
        secret: bool = False,
        edit: QLineEdit | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(label, hint=hint, parent=parent)
        self.edit = edit or QLineEdit()
        self.edit.setText(text)
        self.edit.setPlaceholderText(placeholder)
        if secret:
            self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self._take(self.edit, self.edit)
        self.edit.textEdited.connect(self._on_edited)
        self.edit.returnPressed.connect(self.submitted)

    def text(self) -> str:
        """What is written in the field, without space around it."""
        return self.edit.text().strip()

    def show_text(self, text: str) -> None:
        """Show this text, unless it is there already, without telling anybody."""
        if self.edit.text() != text:
            self.edit.setText(text)

    def _on_edited(self, text: str) -> None:
        self.clear_error()
        self.edited.emit(text)


class SearchField(QLineEdit):
    """A line to search or filter with: a magnifying glass at the left, a shortcut at the right."""

    def __init__(self, placeholder: str, *, shortcut_hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shortcut_hint = shortcut_hint
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setTextMargins(theme().scale(24), 0, 0, 0)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().scale(120), super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        side = theme().scale(16)
        glass = pixmap("magnifying-glass", "text2", 16, self.devicePixelRatioF())
        painter.drawPixmap(theme().scale(11), (self.height() - side) // 2, glass)
        if self._shortcut_hint and not self.text():
            painter.setFont(theme().font("hint"))
            painter.setPen(theme().color("text3"))
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(self.rect().adjusted(0, 0, -theme().scale(10), 0), right, self._shortcut_hint)
