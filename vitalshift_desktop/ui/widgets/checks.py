"""Check boxes: the square one and the round tick of a reminder."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from vitalshift_desktop.ui.theme.icons import draw_icon
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.focus_ring import RingedFocus

_BOX = 16
_GAP = 8


class CheckBox(QCheckBox):
    """A box with an optional word; without one it needs a name to be read out."""

    def __init__(self, text: str = "", *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._ring = RingedFocus(self, 7)
        self.setAccessibleName(name or text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._ring.come(event.reason())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._ring.go()

    def sizeHint(self) -> QSize:
        words = QFontMetrics(theme().font()).horizontalAdvance(self.text()) + theme().scale(_GAP) if self.text() else 0
        return QSize(theme().scale(_BOX) + words + 2, theme().scale(28 if self.text() else 22))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: object) -> bool:
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = theme().scale(_BOX)
        box = QRectF(0.5, (self.height() - side) / 2 + 0.5, side - 1, side - 1)
        self._paint_box(painter, box)
        painter.setPen(theme().color("text" if self.isEnabled() else "dim"))
        painter.setFont(theme().font())
        words = self.rect().adjusted(side + theme().scale(_GAP), 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self.text())

    def _paint_box(self, painter: QPainter, box: QRectF) -> None:
        painter.setPen(QPen(theme().color(self._edge()), 1))
        painter.setBrush(theme().color("hover" if self.underMouse() and self.isEnabled() else "field"))
        self._paint_shape(painter, box)
        if self.isChecked():
            mark = box.adjusted(1.5, 1.5, -1.5, -1.5)
            draw_icon(painter, mark, "check-bold", theme().color("accent" if self.isEnabled() else "dim"))

    def _paint_shape(self, painter: QPainter, box: QRectF) -> None:
        painter.drawRoundedRect(box, 4, 4)

    def _edge(self) -> str:
        if not self.isEnabled():
            return "hair2"
        return "accent" if self.isChecked() else "control"


class RoundCheck(CheckBox):
    """The round tick in front of a thing to do."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__("", name=name, parent=parent)

    def sizeHint(self) -> QSize:
        return QSize(theme().scale(_BOX) + 2, theme().scale(28))

    def _paint_shape(self, painter: QPainter, box: QRectF) -> None:
        painter.drawEllipse(box)
