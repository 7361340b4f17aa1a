"""A sentence beside the caret, about what was just done or not done there."""

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.labels import MarkLabel
from vitalshift_desktop.ui.widgets.spoken import say

SECONDS = 14
_WIDTH = 420


class CaretNote(QWidget):
    """Stays for a while, or until Esc; typing goes on meanwhile."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("caret_note")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.words = ""
        self._label = MarkLabel("info", "", "text2")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 9, 12, 9)
        row.addWidget(self._label)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def show_words(self, icon: str, words: str, tone: str, caret: QRect) -> None:
        """Show a sentence by a caret, whose place is given in the window."""
        window = self.window()
        self.words = words
        self._label.show_mark(icon, words, tone)
        width = min(theme().scale(_WIDTH), window.width() - 16)
        self.setFixedWidth(width)
        self.resize(width, self.heightForWidth(width))
        below = caret.bottom() + 4
        top = below if below + self.height() <= window.height() else caret.top() - 4 - self.height()
        self.move(QPoint(max(8, min(caret.left(), window.width() - width - 8)), max(4, top)))
        self.raise_()
        self.show()
        self._timer.start(SECONDS * 1000)
        say(self, words)

    def close_words(self) -> None:
        """Take the sentence away."""
        self._timer.stop()
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme().color("hair2"), 1))
        painter.setBrush(theme().color("attnbg"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
