"""How hard a passphrase is to guess: a bar, a word and the reason."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.labels import TextLabel

_PARTS = 4
_STRONG_FROM = 4  # green only from 10^13 guesses on


class _Bar(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.level = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(200, 6)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        width = (self.width() - (_PARTS - 1) * 4) / _PARTS
        filled = "ok" if self.level >= _STRONG_FROM else "attnmark"
        for part in range(_PARTS):
            painter.setBrush(theme().color(filled if part < self.level else "hair2"))
            painter.drawRoundedRect(QRectF(part * (width + 4), 0, width, self.height()), 3, 3)


class StrengthBar(QWidget):
    """Four parts, of which `level` are filled; the word and the reason carry the meaning."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bar = _Bar()
        self._word = TextLabel(size="m", wrap=False)
        self._word.setProperty("weight", "600")
        self._reason = TextLabel(tone="2", size="m")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._word, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._reason, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._bar)
        column.addLayout(row)

    def show_strength(self, level: int, word: str, reason: str) -> None:
        """Show a level from 0 to 4 with its word and the reason for it."""
        self._bar.level = level
        self._bar.update()
        self._word.setText(word)
        self._word.show_tone("ok" if level >= _STRONG_FROM else "attn")
        self._reason.setText(reason)
        self.setAccessibleName(f"{word}. {reason}")
