"""Where a goal began, where it is now, and its target."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from vitalshift_desktop.ui.theme.theme import theme


class GoalBar(QWidget):
    """A thin line with the way from start to now, a dot for now and a stroke for the target."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._start = 0.0
        self._now: float | None = None
        self._target: float | None = None
        self._scale = (0.0, 10.0)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_goal(
        self,
        start: float | None,
        now: float | None,
        target: float | None,
        *,
        lowest: float = 0,
        highest: float = 10,
        description: str,
    ) -> None:
        """Show the goal on a scale from lowest to highest; what is not known yet is left out."""
        self._start = start if start is not None else (now or lowest)
        self._now = now
        self._target = target
        self._scale = (lowest, highest)
        self.setAccessibleName(description)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().scale(98), theme().scale(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.height() / 2
        painter.setPen(QPen(theme().color("hair2"), 2))
        painter.drawLine(QPointF(1, middle), QPointF(self.width() - 1, middle))
        if self._now is not None:
            painter.setPen(QPen(theme().color("client"), 3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawLine(QPointF(self._x(self._start), middle), QPointF(self._x(self._now), middle))
            painter.setBrush(theme().color("client"))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawEllipse(QPointF(self._x(self._now), middle), theme().scale(4.5), theme().scale(4.5))
        if self._target is not None:
            painter.setPen(QPen(theme().color("text"), 1.6))
            reach = theme().scale(6)
            painter.drawLine(
                QPointF(self._x(self._target), middle - reach), QPointF(self._x(self._target), middle + reach)
            )

    def _x(self, value: float) -> float:
        low, high = self._scale
        inset = theme().scale(5)
        return inset + (value - low) / (high - low) * (self.width() - 2 * inset)
