"""A list at the left and what is chosen in it at the right; below each other where there is no room."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.empty_state import EmptyState
from vitalshift_desktop.ui.widgets.flow_column import FlowColumn
from vitalshift_desktop.ui.widgets.section_heading import SectionHeading

_INSET = 10  # what a row keeps free before its words
_LIST_WIDTH, _NARROW_LIST_WIDTH = 330, 290
_PADDING, _NARROW_PADDING = 32, 24
_WIDE_FROM, _SIDE_BY_SIDE_FROM = 960, 760


class ListAndDetail(FlowColumn):
    """Both sides scroll together; words stand at the padding all pages share."""

    def __init__(self, side: QWidget, detail: QWidget, *, surface: str = "surface") -> None:
        super().__init__(padded=False, surface=surface)
        self._side = side
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setSpacing(32)
        self._sides.addWidget(side)
        self._sides.addWidget(detail, 1)
        self.add_layout(self._sides)
        theme().changed.connect(self._fit)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        is_wide = self.width() >= theme().scale(_WIDE_FROM)
        side = _PADDING if is_wide else _NARROW_PADDING
        self.column.setContentsMargins(side - _INSET, 20, side, 20)
        stacked = self.width() < theme().scale(_SIDE_BY_SIDE_FROM)
        self._sides.setDirection(QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight)
        width = theme().scale(_LIST_WIDTH if is_wide else _NARROW_LIST_WIDTH)
        self._side.setMinimumWidth(0 if stacked else width)
        self._side.setMaximumWidth(theme().scale(640) if stacked else width)


class ListOrNothing(QWidget):
    """A headed list with its detail, or what to say while there is nothing in it."""

    def __init__(self, heading: SectionHeading, rows: QWidget, detail: QWidget, nothing: EmptyState) -> None:
        super().__init__()
        self._flow = ListAndDetail(_headed(heading, rows), detail)
        self._nothing = nothing
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._flow)
        column.addWidget(nothing)
        self.show_any(False)

    def show_any(self, is_any: bool) -> None:
        """Show the list, or that there is nothing."""
        self._flow.setVisible(is_any)
        self._nothing.setVisible(not is_any)


def _headed(heading: SectionHeading, rows: QWidget) -> QWidget:
    """The list under its heading, whose words begin where those of the rows do."""
    side = QWidget()
    heading.setContentsMargins(_INSET, 0, 0, 0)
    column = QVBoxLayout(side)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(6)
    column.addWidget(heading)
    column.addWidget(rows)
    column.addStretch(1)
    return side
