"""The steps of setting up, at the left of the page."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from vitalshift_desktop.ui.theme.icons import draw_icon
from vitalshift_desktop.ui.theme.restyle import set_style_property
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.logo_mark import LogoMark
from vitalshift_desktop.words import _


class _Dot(QWidget):
    """The number of a step: filled now, ticked afterwards."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = number
        self.state = 1
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme().scale(23), theme().scale(23))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        edge = {-1: "ok", 0: "fill", 1: "control"}[self.state]
        painter.setPen(QPen(theme().color(edge), 1.2))
        painter.setBrush(theme().color("fill") if self.state == 0 else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(rect)
        if self.state < 0:
            draw_icon(painter, rect.adjusted(4, 4, -4, -4), "check-bold", theme().color("ok"))
            return
        painter.setFont(theme().font("hint", bold=True))
        painter.setPen(theme().color("onfill" if self.state == 0 else "text2"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(self._number))


class StepList(QFrame):
    """The steps below each other: done, current, and still to come."""

    def __init__(self, title: str, steps: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = tuple(steps)
        self._dots = [_Dot(number) for number in range(1, len(steps) + 1)]
        self._labels = [TextLabel(step, tone="2") for step in steps]
        self.setProperty("surface", "sidebar")
        heading = QHBoxLayout()
        heading.setSpacing(10)
        heading.addWidget(LogoMark(24))
        heading.addWidget(TextLabel(title, role="h3"), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(40, 36, 24, 24)
        column.setSpacing(17)
        column.addLayout(heading)
        column.addSpacing(14)
        for dot, label in zip(self._dots, self._labels, strict=True):
            row = QHBoxLayout()
            row.setSpacing(11)
            row.addWidget(dot, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(label, 1)
            column.addLayout(row)
        column.addStretch(1)
        self.show_step(0)

    def sizeHint(self) -> QSize:
        return QSize(theme().scale(280), super().sizeHint().height())

    def show_step(self, index: int) -> None:
        """Make the step with this number (from 0) the current one."""
        for number, (dot, label) in enumerate(zip(self._dots, self._labels, strict=True)):
            dot.state = (number > index) - (number < index)
            dot.update()
            label.show_tone("" if number == index else "2")
            set_style_property(label, "weight", "600" if number == index else "")
        place = min(index, len(self._names) - 1)
        self.setAccessibleName(
            _("Step {number} of {count}: {name}").format(
                number=place + 1, count=len(self._names), name=self._names[place]
            )
        )
