"""Five words drawn by lot, offered as a passphrase: to be read and typed, never copied."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from vitalshift_desktop.ui.widgets.buttons import LinkButton
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.words import _


class WordSuggestion(QWidget):
    """A button that shows five words in plain letters, and others each time it is pressed again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._suggest: Callable[[], str] | None = None
        self.button = LinkButton(_("Suggest five words"), icon="dice-five")
        self.button.setObjectName("passphrase.suggest")
        self._words = TextLabel(role="suggestion")
        self._words.setObjectName("passphrase.suggestion")
        # Selected words could be dragged or copied to where other programs read them.
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        how = _("Drawn by lot from a list of 7,776 words. If you like them, type them in the field above.")
        self._panel = QFrame()
        self._panel.setProperty("role", "panel")
        inside = QVBoxLayout(self._panel)
        inside.setContentsMargins(16, 12, 16, 12)
        inside.setSpacing(6)
        inside.addWidget(self._words)
        inside.addWidget(TextLabel(how, tone="2", size="m"))
        self._panel.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._panel)
        self.button.clicked.connect(self._on_wanted)
        self.button.setEnabled(False)

    def suggest_by(self, suggest: Callable[[], str]) -> None:
        """From now on words can be drawn."""
        self._suggest = suggest
        self.button.setEnabled(True)

    @property
    def words(self) -> str:
        """The words that are shown, or ""."""
        return self._words.text()

    def forget(self) -> None:
        """Take the words away."""
        self._show("")

    def _on_wanted(self) -> None:
        if self._suggest is not None:
            self._show(self._suggest())

    def _show(self, words: str) -> None:
        self._words.setText(words)
        self._panel.setVisible(bool(words))
        self.button.setText(_("Suggest other words") if words else _("Suggest five words"))
        self.button.updateGeometry()
