"""What each section of the settings can do."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.labels import TextLabel


class Section(QWidget):
    """A column of settings with a sentence on what they are for."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme().scale(14))
        self.column.addWidget(TextLabel(words, tone="2"))

    def look_again(self) -> None:
        """Show the settings as they are kept."""

    def save_now(self) -> None:
        """Keep what was typed last."""

    def fit(self) -> None:
        """Fit the present text size."""
