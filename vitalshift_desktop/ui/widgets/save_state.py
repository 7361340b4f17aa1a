"""Whether what was typed is safe."""

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from vitalshift_desktop.ui.dates_in_words import time_words
from vitalshift_desktop.ui.widgets.labels import IconLabel, TextLabel
from vitalshift_desktop.words import _


class SaveState(QWidget):
    """Says quietly that text is saved or not yet, and aloud that it could not be saved."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = IconLabel("", "ok", 16)
        self._words = TextLabel(tone="2", size="m", wrap=False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._words)

    def text(self) -> str:
        """What is said now."""
        return self._words.text()

    def clear(self) -> None:
        """Say nothing."""
        self._show("", "text2", "", "2")

    def show_unsaved(self) -> None:
        """Say that there is text which is not saved yet."""
        self._show("", "text2", _("Not saved yet"), "2")

    def show_saved(self, at: datetime) -> None:
        """Say when it was saved; the time is local."""
        self._show("check", "ok", _("Saved {time}").format(time=time_words(at)), "2")

    def show_failed(self, sentence: str = "") -> None:
        """Say what happened, what is safe and what happens next; it is read out too."""
        words = sentence or _("Could not save. Your text is still here; trying again.")
        is_new = words != self._words.text()
        self._show("warning-circle", "risk", words, "risk")
        if is_new:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _show(self, icon: str, icon_tone: str, words: str, tone: str) -> None:
        self._icon.show_icon(icon, icon_tone)
        self._icon.setVisible(bool(icon))
        self._words.setText(words)
        self._words.show_tone(tone)
        self.setAccessibleName(words)
