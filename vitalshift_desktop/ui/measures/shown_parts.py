"""The parts of the chart that can be shown or left out, and their box in the legend."""

from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from vitalshift_desktop.ui.charts.before import paint_square
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.checks import CheckBox

_BOX = 16
_GAP = 7


class Part(StrEnum):
    """What can be shown or left out."""

    CLIENT = "client"
    YOU = "you"
    GAP = "gap"
    RANGE = "range"
    NOTES = "notes"
    EVENTS = "events"


ALL_PARTS = frozenset(Part)
_WIDTHS = {Part.CLIENT: 26, Part.YOU: 26, Part.GAP: 4, Part.RANGE: 20, Part.NOTES: 12, Part.EVENTS: 12}


class PartBox(CheckBox):
    """A check box with the line style of its part between the box and the words."""

    def __init__(self, part: Part, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent=parent)
        self.part = part
        self.setChecked(True)

    def show_words(self, words: str) -> None:
        """Change the words, such as the client's name."""
        self.setText(words)
        self.setAccessibleName(words)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        words = QFontMetrics(theme().font("detail")).horizontalAdvance(self.text())
        sample = theme().scale(_WIDTHS[self.part])
        return QSize(theme().scale(_BOX) + 2 * theme().scale(_GAP) + sample + words + 2, theme().scale(28))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side, gap, width = theme().scale(_BOX), theme().scale(_GAP), theme().scale(_WIDTHS[self.part])
        self._paint_box(painter, QRectF(0.5, (self.height() - side) / 2 + 0.5, side - 1, side - 1))
        sample = QRectF(side + gap, 0, width, self.height())
        if not self.isEnabled():
            painter.setOpacity(0.45)
        _SAMPLES[self.part](painter, sample)
        painter.setOpacity(1)
        painter.setPen(theme().color("text" if self.isEnabled() else "dim"))
        painter.setFont(theme().font("detail"))
        words = self.rect().adjusted(side + 2 * gap + width, 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self.text())


def _paint_client(painter: QPainter, place: QRectF) -> None:
    middle = place.center()
    painter.setPen(QPen(theme().color("client"), 2.5))
    painter.drawLine(QPointF(place.left(), middle.y()), QPointF(place.right(), middle.y()))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().color("client"))
    painter.drawEllipse(middle, 4.75, 4.75)


def _paint_you(painter: QPainter, place: QRectF) -> None:
    middle = place.center()
    dashes = QPen(theme().color("you"), 1.75)
    dashes.setDashPattern([3.5, 2.3])
    painter.setPen(dashes)
    painter.drawLine(QPointF(place.left(), middle.y()), QPointF(place.right(), middle.y()))
    painter.setPen(QPen(theme().color("you"), 1.75))
    painter.setBrush(theme().color("surface"))
    painter.drawRect(QRectF(middle.x() - 4, middle.y() - 4, 8, 8))


def _paint_gap(painter: QPainter, place: QRectF) -> None:
    middle = place.center()
    painter.setPen(QPen(theme().color("text2"), 2))
    painter.drawLine(QPointF(middle.x(), middle.y() - 7), QPointF(middle.x(), middle.y() + 7))


def _paint_range(painter: QPainter, place: QRectF) -> None:
    band = QRectF(place.left(), place.center().y() - 6, place.width(), 12)
    painter.fillRect(band, theme().color("range"))
    painter.setPen(QPen(theme().color("rangeline"), 1, Qt.PenStyle.DotLine))
    painter.drawLine(band.topLeft(), band.topRight())
    painter.drawLine(band.bottomLeft(), band.bottomRight())


def _paint_happening(painter: QPainter, place: QRectF) -> None:
    paint_square(painter, place.center())


_SAMPLES = {
    Part.CLIENT: _paint_client,
    Part.YOU: _paint_you,
    Part.GAP: _paint_gap,
    Part.RANGE: _paint_range,
    Part.NOTES: _paint_happening,
    Part.EVENTS: _paint_happening,
}
