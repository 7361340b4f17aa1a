"""A sentence across the page with one thing to do about it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from vitalshift_desktop.ui.theme.restyle import set_style_property
from vitalshift_desktop.ui.widgets.buttons import Button
from vitalshift_desktop.ui.widgets.labels import IconLabel, TextLabel

_ICON_TONES = {"attn": "attnmark", "risk": "risk", "info": "accent", "plain": "text2"}


class Banner(QFrame):
    """An icon, a sentence and a button, or two for an offer; tone is "attn", "risk", "info" or "plain"."""

    pressed = Signal()
    refused = Signal()

    def __init__(
        self,
        icon: str,
        sentence: str,
        button: str = "",
        *,
        other: str = "",
        tone: str = "attn",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._name = icon
        self._icon = IconLabel(icon, _ICON_TONES[tone], 18)
        self._words = TextLabel(sentence, size="m")
        self.button = Button(button)
        self.setProperty("role", "banner")
        self.setProperty("tone", tone)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 9, 10, 9)
        row.setSpacing(10)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._words, 1)
        row.addWidget(self.button)
        if other:
            self.other = Button(other)
            self.other.clicked.connect(self.refused)
            row.addWidget(self.other)
        self.button.setVisible(bool(button))
        self.setAccessibleName(sentence)
        self.button.clicked.connect(self._on_clicked)

    def show_sentence(self, sentence: str, button: str = "", tone: str = "") -> None:
        """Say something else; the button and the tone change only where they are given."""
        self._words.setText(sentence)
        self.setAccessibleName(sentence)
        if button:
            self.button.setText(button)
            self.button.setVisible(True)
            self.button.updateGeometry()
        if tone:
            set_style_property(self, "tone", tone)
            self._icon.show_icon(self._name, _ICON_TONES[tone])

    def sentence(self) -> str:
        """What is said now."""
        return self._words.text()

    def _on_clicked(self) -> None:
        self.pressed.emit()
