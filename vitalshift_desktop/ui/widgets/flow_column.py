"""A page that scrolls, with the paddings all pages share."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QVBoxLayout, QWidget

_WIDE_FROM = 860  # a page in a window 1100 wide beside the navigation
_WIDE = 32
_NARROW = 24


class _Ground(QWidget):
    """Fills itself, so that nothing below it is painted for every key that is typed on it."""

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), self.palette().brush(self.backgroundRole()))


class FlowColumn(QScrollArea):
    """A column of things that scrolls up and down; surface is "surface", "window" or "nav"."""

    def __init__(self, *, padded: bool = True, surface: str = "surface", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._padded = padded
        self._content = _Ground()
        self._content.setProperty("surface", surface)
        whole = QVBoxLayout(self._content)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self.column = QVBoxLayout()
        self.column.setSpacing(0)
        whole.addLayout(self.column)
        # An alignment at the top would hold the column at its size hint and cut wrapped text; a stretch does not.
        whole.addStretch(1)
        self.setWidget(self._content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._pad(_WIDE if padded else 0)

    def add(self, widget: QWidget, gap: int = 0) -> None:
        """Put a widget at the end, this many pixels below the one before."""
        if gap:
            self.column.addSpacing(gap)
        self.column.addWidget(widget)

    def add_layout(self, layout: QLayout, gap: int = 0) -> None:
        """Put a layout at the end, this many pixels below what is before."""
        if gap:
            self.column.addSpacing(gap)
        self.column.addLayout(layout)

    def clear(self) -> None:
        """Take everything out of the column."""
        empty(self.column)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._padded:
            self._pad(_WIDE if self.width() >= _WIDE_FROM else _NARROW)

    def _pad(self, side: int) -> None:
        top = 20 if self._padded else 0
        self.column.setContentsMargins(side, top, side, top)


def empty(layout: QLayout) -> None:
    """Take everything out of a layout, and what lies in layouts inside it."""
    item = layout.takeAt(0)
    while item is not None:
        widget = item.widget()
        inner = item.layout()
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        elif inner is not None:
            empty(inner)
        item = layout.takeAt(0)
