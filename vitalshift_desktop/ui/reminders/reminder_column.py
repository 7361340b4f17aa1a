"""The scrolling column of reminder pages; an opened row is wider than the words above and below it."""

from PySide6.QtGui import QResizeEvent

from vitalshift_desktop.ui.reminders.list_row import PADDING
from vitalshift_desktop.ui.widgets.flow_column import FlowColumn

_WIDE_FROM = 860
_WIDE, _NARROW, _TOP = 32, 24, 20


class ReminderColumn(FlowColumn):
    """Words stand at the padding all pages share; the ground of an opened row reaches a little outside it."""

    def __init__(self) -> None:
        super().__init__(padded=False)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        side = (_WIDE if self.width() >= _WIDE_FROM else _NARROW) - PADDING
        self.column.setContentsMargins(side, _TOP, side, _TOP)
