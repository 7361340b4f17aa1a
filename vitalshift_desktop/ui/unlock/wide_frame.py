"""The frame of longer pages before unlocking: one column of reading width that scrolls."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.flow_column import FlowColumn
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.logo_mark import LogoMark
from vitalshift_desktop.ui.widgets.side_by_side import held

WIDEST = 720
_SIDE, _NARROW_SIDE = 72, 32


class WideFrame(QWidget):
    """Put the parts into `column`; the logo stands above them."""

    def __init__(self) -> None:
        super().__init__()
        self._flow = FlowColumn(padded=False)
        self._inner = QWidget()
        self.column = QVBoxLayout(self._inner)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(14)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(LogoMark(size=28))
        head.addWidget(TextLabel("VitalShift", role="h2"), 1)
        self._flow.column.setAlignment(Qt.AlignmentFlag(0))
        self._flow.add_layout(head)
        self._flow.add_layout(held(self._inner), gap=24)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._flow)
        theme().changed.connect(self._fit)
        self._fit()

    def leave(self) -> None:
        """What Esc means here; each page says how."""

    def show_top(self) -> None:
        """Scroll back to where the page begins."""
        self._flow.verticalScrollBar().setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def _fit(self) -> None:
        side = _SIDE if self.width() >= 1100 else _NARROW_SIDE
        self._flow.column.setContentsMargins(side, 48, side, 32)
        self._inner.setMaximumWidth(theme().scale(WIDEST))
