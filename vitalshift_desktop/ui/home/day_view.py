"""One day: the agenda at the left, what waits at the right; one column where there is no room for two."""

from datetime import date, datetime

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.services.home_page import TodayPage
from vitalshift_desktop.services.vault_care import CarePage
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.home.agenda import Agenda
from vitalshift_desktop.ui.home.agenda_row import SIDE
from vitalshift_desktop.ui.home.day_flow import DayFlow
from vitalshift_desktop.ui.home.prep_panel import PrepPanel
from vitalshift_desktop.ui.home.side_column import SideColumn
from vitalshift_desktop.ui.theme.theme import theme

WIDE_FROM, ONE_COLUMN_UNDER = 1000, 820
SIDE_WIDTH, NARROW_SIDE_WIDTH = 352, 292
WIDE_PADDING, NARROW_PADDING = 32, 24
_HEAD_OF_PANEL = 60


class DayView(QWidget):
    """Both columns scroll by themselves; in one column what waits follows the agenda."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.agenda = Agenda(desk.privacy)
        self.side = SideColumn(desk.privacy, desk.workspace.clock)
        self._left = DayFlow()
        self._right = DayFlow()
        self._left.put(self.agenda)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._left, 1)
        row.addWidget(self._right)
        self.agenda.item_focused.connect(self._on_item_focused)
        self._fit()

    def show_page(self, page: TodayPage, care: CarePage, now: datetime, today: date) -> None:
        """Show the day as it stands at this local time; the focus stays where it was."""
        self._fit()
        place = self.agenda.focused_place()
        held = self.agenda.items[place].line.session.id if place is not None else None
        self.agenda.show_day(page, now, today)
        self.side.show_page(page, care, self._name, today)
        if place is not None and held is not None and not self.agenda.focus_session(held):
            self.agenda.focus_place(place)

    def focus_first(self) -> bool:
        """Put the focus on the session to write up, else on the first one; False when there is none."""
        panel = next((item for item in self.agenda.items if item.objectName() == "today.next"), None)
        if panel is not None:
            return self.agenda.focus_session(panel.line.session.id)
        return self.agenda.focus_place(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _name(self, client_id: ClientId) -> str:
        return self._desk.privacy.name(self._desk.workspace.clients.get(client_id))

    def _fit(self) -> None:
        one_column = self.width() < theme().scale(ONE_COLUMN_UNDER)
        is_wide = self.width() >= theme().scale(WIDE_FROM)
        padding = WIDE_PADDING if is_wide else NARROW_PADDING
        self._left.column.setContentsMargins(padding - SIDE, 0, padding - SIDE if one_column else 0, 20)
        self._right.column.setContentsMargins(SIDE, 0, padding, 20)
        side = theme().scale(SIDE_WIDTH if is_wide else NARROW_SIDE_WIDTH)
        self._right.setFixedWidth(side + SIDE + padding)
        self.side.setContentsMargins(*((SIDE, 28, SIDE, 0) if one_column else (0, 0, 0, 0)))
        (self._left if one_column else self._right).put(self.side)
        self._right.setVisible(not one_column)

    def _on_item_focused(self, item: QWidget) -> None:
        self._left.ensureWidgetVisible(item, 0, 40)
        if isinstance(item, PrepPanel):  # it may be taller than the page: its button comes first
            self._left.ensureWidgetVisible(item.start, 0, theme().scale(_HEAD_OF_PANEL))
