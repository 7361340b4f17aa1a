"""A small label that says a state in a word."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.labels import TextLabel


class Tag(TextLabel):
    """A word in a box; tone is "" (outline), "info", "attn", "risk" or "ok"."""

    def __init__(self, text: str, tone: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, role="tag", tone=tone, wrap=False, parent=parent)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_tag(self, text: str, tone: str = "") -> None:
        """Say another state."""
        self.setText(text)
        self.show_tone(tone)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), theme().scale(20))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()
