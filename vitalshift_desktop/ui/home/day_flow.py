"""The scrolling column of a day or a week."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from vitalshift_desktop.ui.widgets.flow_column import FlowColumn


class DayFlow(FlowColumn):
    """Leaves left and right to the page, which goes by day or week; it scrolls up and down only."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(padded=False, parent=parent)
        self.setProperty("pane", True)

    def put(self, widget: QWidget) -> None:
        """Put a widget below the others, unless it is here already."""
        if self.column.indexOf(widget) < 0:
            self.column.addWidget(widget)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()
        else:
            super().keyPressEvent(event)
