"""One circle for each ended piece of work: hollow where it ended within five sessions."""

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from vitalshift_desktop.ui.theme.theme import theme

MOST = 120
_STEP = 24
_RADIUS = 6


class EndingDots(QWidget):
    """Counts to be seen at a glance; more than 120 are left to the words beside them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filled = 0
        self._hollow = 0
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme().changed.connect(self.updateGeometry)

    def show_counts(self, longer: int, within_five: int, words: str) -> None:
        """Show so many filled circles, then so many hollow ones; `words` say the same."""
        self._filled, self._hollow = longer, within_five
        self.setAccessibleName(words)
        self.setVisible(0 < longer + within_five <= MOST)
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        step = theme().scale(_STEP)
        across = max(1, width // step)
        return -(-(self._filled + self._hollow) // across) * step

    def sizeHint(self) -> QSize:
        width = theme().scale(14 * _STEP)
        return QSize(width, self.heightForWidth(width))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme().color("client"), theme().scale(2)))
        step, radius = theme().scale(_STEP), theme().scale(_RADIUS)
        across = max(1, self.width() // step)
        for place in range(self._filled + self._hollow):
            box = QRect(place % across * step, place // across * step, step, step)
            middle = QPointF(box.left() + radius + 1, box.center().y())
            is_filled = place < self._filled
            painter.setBrush(theme().color("client") if is_filled else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(middle, radius, radius)
