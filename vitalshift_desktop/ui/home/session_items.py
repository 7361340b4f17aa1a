"""Sessions below each other that arrows lead through; the focus stays where it was when they are shown anew."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vitalshift_desktop.domain.sessions import SessionId
from vitalshift_desktop.ui.home.agenda_row import GUTTER, SIDE
from vitalshift_desktop.ui.home.gap_row import GapRow
from vitalshift_desktop.ui.home.session_item import SessionItem, focus_in_window
from vitalshift_desktop.ui.widgets.flow_column import empty
from vitalshift_desktop.ui.widgets.hairline import Hairline


class SessionItems(QWidget):
    """A column of session items with words and lines between them."""

    asked = Signal(object, object)
    menu_wanted = Signal(object, object)
    booking_wanted = Signal(object)
    item_focused = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[SessionItem] = []
        self._stops: list[SessionItem | GapRow] = []
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)

    @property
    def items(self) -> Sequence[SessionItem]:
        """The sessions from top to bottom."""
        return tuple(self._items)

    def focused_place(self) -> int | None:
        """Which item holds the focus, itself or in one of its buttons."""
        focus = focus_in_window(self)
        if focus is None:
            return None
        held = (place for place, item in enumerate(self._items) if item is focus or item.isAncestorOf(focus))
        return next(held, None)

    def focus_session(self, session_id: SessionId) -> bool:
        """Put the focus on this session, if it is here."""
        for item in self._items:
            if item.line.session.id == session_id:
                self._focus(item)
                return True
        return False

    def focus_place(self, place: int) -> bool:
        """Put the focus on the item at this place, or on the last one before it; False when there is none."""
        if not self._items:
            return False
        self._focus(self._items[max(0, min(place, len(self._items) - 1))])
        return True

    def clear(self) -> None:
        """Take everything out."""
        self._items = []
        self._stops = []
        empty(self.column)

    def add_item(self, item: SessionItem) -> None:
        """Put a session at the end."""
        item.asked.connect(self.asked)
        item.menu_wanted.connect(self.menu_wanted)
        item.step_wanted.connect(self._on_step)
        self._items.append(item)
        self._stops.append(item)
        self.column.addWidget(item)
        item.show()  # a layout would show it later, and until then it could not take the focus

    def add_inset(self, widget: QWidget, *, left: int = SIDE, right: int = GUTTER) -> None:
        """Put something else at the end, in line with the words of the rows."""
        row = QHBoxLayout()
        row.setContentsMargins(left, 0, right, 0)
        row.addWidget(widget)
        self.column.addLayout(row)

    def add_line(self) -> None:
        """Put a hairline at the end."""
        self.add_inset(Hairline())

    def add_gap(self, gap: GapRow) -> None:
        """Put a free time at the end."""
        gap.booking_wanted.connect(self.booking_wanted)
        gap.step_wanted.connect(self._on_step)
        self._stops.append(gap)
        self.column.addWidget(gap)
        gap.show()  # as above

    def focused_stop(self) -> int | None:
        """Which row holds the focus, sessions and free times counted together."""
        focus = focus_in_window(self)
        if focus is None:
            return None
        held = (place for place, stop in enumerate(self._stops) if stop is focus or stop.isAncestorOf(focus))
        return next(held, None)

    def focus_stop(self, place: int) -> bool:
        """Put the focus on the row at this place, or on the last one before it; False when there is none."""
        if not self._stops:
            return False
        self._focus(self._stops[max(0, min(place, len(self._stops) - 1))])
        return True

    def _on_step(self, step: int) -> None:
        place = self.focused_stop()
        if place is not None and 0 <= place + step < len(self._stops):
            self._focus(self._stops[place + step])

    def _focus(self, item: SessionItem | GapRow) -> None:
        item.setFocus(Qt.FocusReason.OtherFocusReason)
        self.item_focused.emit(item)
