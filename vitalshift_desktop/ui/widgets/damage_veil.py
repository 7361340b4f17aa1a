"""Covers a page whose part of the records cannot be read."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from vitalshift_desktop.ui.widgets.labels import IconLabel, TextLabel
from vitalshift_desktop.words import _


class DamageVeil(QFrame):
    """Lies over the whole of its page, also when that changes its size."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self.setObjectName("page.damage")
        self.setAutoFillBackground(True)
        self._words = TextLabel(tone="2")
        title = TextLabel(_("This part of the records cannot be read"), role="h2")
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(IconLabel("warning-circle", "attnmark", 20), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(title, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 32, 32, 32)
        column.setSpacing(12)
        column.addLayout(row)
        column.addWidget(self._words)
        column.addStretch()
        page.installEventFilter(self)

    def cover(self, words: str) -> None:
        """Lie over the page and say why."""
        self._words.setText(words)
        self.setAccessibleName(words)
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())
        self.raise_()
        self.show()

    def words(self) -> str:
        """What is said now."""
        return self._words.text()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        page = self.parentWidget()
        if event.type() is QEvent.Type.Resize and page is not None and watched is page:
            self.setGeometry(page.rect())
        return super().eventFilter(watched, event)
