"""The one filled panel of a page."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget


class Panel(QFrame):
    """A filled area that marks the one thing to do next; tone is "sunken", "window" or "priv"."""

    def __init__(self, tone: str = "sunken", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.setProperty("tone", tone)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(16, 14, 16, 14)
        self.column.setSpacing(8)
