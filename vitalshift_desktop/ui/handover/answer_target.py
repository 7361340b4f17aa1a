"""One answer to press, large enough for any finger."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.focus_ring import RingedFocus

LEAST_WIDTH, LEAST_HEIGHT = 64, 48
"""Pixels at 100 % text; targets never get smaller."""
_PAD, _RADIUS = 8, 7


class AnswerTarget(QAbstractButton):
    """A number, or the words of an answer, wrapped; chosen it is filled and bold."""

    def __init__(self, text: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setAccessibleName(name)
        self.setCheckable(True)
        self.setMinimumWidth(LEAST_WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._ring = RingedFocus(self)

    def needed_height(self, width: int) -> int:
        """The height its words need at this width."""
        room = QRectF(0, 0, max(1, width - 2 * _PAD), 10_000).toRect()
        flags = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignHCenter)
        words = QFontMetrics(self._words_font(bold=True)).boundingRect(room, flags, self.text())
        return max(theme().scale(LEAST_HEIGHT), words.height() + 2 * _PAD)

    def sizeHint(self) -> QSize:
        return QSize(theme().scale(LEAST_WIDTH), theme().scale(LEAST_HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()  # every key belongs to the page

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._ring.come(event.reason())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._ring.go()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_chosen = self.isChecked()
        painter.setPen(QPen(theme().color("fill" if is_chosen else "control"), 1))
        painter.setBrush(theme().color(self._ground()))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
        painter.setFont(self._words_font(bold=is_chosen))
        painter.setPen(theme().color("onfill" if is_chosen else "text"))
        flags = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignCenter)
        painter.drawText(self.rect().adjusted(_PAD, _PAD // 2, -_PAD, -_PAD // 2), flags, self.text())

    def _ground(self) -> str:
        if self.isChecked():
            return "fill"
        return "hover" if self.underMouse() else "field"

    def _words_font(self, *, bold: bool) -> QFont:
        font = theme().font("body", bold=bold)
        font.setPixelSize(theme().scale(18 if len(self.text()) <= 2 else 15))
        return font
