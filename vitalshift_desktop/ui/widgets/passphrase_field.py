"""A field for a secret: hidden unless the eye is pressed, never copied, never undone."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from vitalshift_desktop.ui.widgets.buttons import IconButton
from vitalshift_desktop.ui.widgets.field import Field
from vitalshift_desktop.ui.widgets.labels import MarkLabel
from vitalshift_desktop.words import _

_REFUSED = (
    QKeySequence.StandardKey.Copy,
    QKeySequence.StandardKey.Cut,
    QKeySequence.StandardKey.Undo,
    QKeySequence.StandardKey.Redo,
)


class SecretEdit(QLineEdit):
    """A line that gives nothing back: no copying, no undo, no context menu, no dragging."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setDragEnabled(False)
        self.setAcceptDrops(False)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhHiddenText
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        event.ignore()

    def event(self, event: QEvent) -> bool:
        # The standard keys arrive first as a request to override shortcuts.
        if isinstance(event, QKeyEvent) and any(event.matches(key) for key in _REFUSED):
            event.accept()
            return True
        return super().event(event)


class PassphraseField(Field):
    """A secret with an eye to look at it and a hint while Caps Lock is on."""

    def __init__(self, label: str, *, hint: str = "", parent: QWidget | None = None) -> None:
        self._secret = SecretEdit()
        super().__init__(label, hint=hint, edit=self._secret, parent=parent)
        self._column.removeWidget(self._secret)
        self._eye = IconButton("eye", _("Show what is typed"))
        self._caps = MarkLabel("warning-circle", _("Caps Lock is on"))
        self._caps.hide()
        self._is_caps_on = False
        inside = QHBoxLayout(self._secret)
        inside.setContentsMargins(0, 0, 4, 0)
        inside.addStretch(1)
        inside.addWidget(self._eye)
        self._column.insertWidget(1, self._secret)
        self._column.addWidget(self._caps)
        self._secret.setTextMargins(0, 3, 34, 3)
        self._secret.installEventFilter(self)
        self._eye.clicked.connect(self._on_eye)

    def text(self) -> str:
        """What is typed, exactly."""
        return self._secret.text()

    def wipe(self) -> None:
        """Empty the field and hide what will be typed next."""
        self._secret.clear()
        self._secret.setEchoMode(QLineEdit.EchoMode.Password)
        self._show_eye()

    def eventFilter(self, watched: QWidget, event: QEvent) -> bool:  # type: ignore[override]  # only widgets are watched here
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            self._watch_caps_lock(event)
        return super().eventFilter(watched, event)

    def _watch_caps_lock(self, event: QKeyEvent) -> None:
        """Qt does not tell about Caps Lock, but a letter's case against Shift gives it away."""
        if event.key() == Qt.Key.Key_CapsLock:
            self._is_caps_on = False
        elif event.text().isalpha() and event.text().lower() != event.text().upper():
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._is_caps_on = event.text().isupper() != shifted
        self._caps.setVisible(self._is_caps_on)

    def _on_eye(self) -> None:
        hidden = self._secret.echoMode() == QLineEdit.EchoMode.Password
        self._secret.setEchoMode(QLineEdit.EchoMode.Normal if hidden else QLineEdit.EchoMode.Password)
        self._show_eye()
        self._secret.setFocus()

    def _show_eye(self) -> None:
        hidden = self._secret.echoMode() == QLineEdit.EchoMode.Password
        self._eye.show_icon("eye" if hidden else "eye-slash")
        self._eye.show_name(_("Show what is typed") if hidden else _("Hide what is typed"))
