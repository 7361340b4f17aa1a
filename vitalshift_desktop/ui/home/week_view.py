"""A week as a list by day: the sessions, and the free times between them in words."""

from datetime import date, datetime

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vitalshift_desktop.services.clock import Clock, local
from vitalshift_desktop.services.session_lines import DayLines, SessionLine
from vitalshift_desktop.ui.dates_in_words import day_words
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.home.agenda_row import SIDE, AgendaRow
from vitalshift_desktop.ui.home.day_flow import DayFlow
from vitalshift_desktop.ui.home.day_titles import closed_words
from vitalshift_desktop.ui.home.day_view import NARROW_PADDING, WIDE_FROM, WIDE_PADDING
from vitalshift_desktop.ui.home.gap_row import GapRow
from vitalshift_desktop.ui.home.session_items import SessionItems
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.section_heading import SectionHeading
from vitalshift_desktop.words import _, ngettext

Gap = tuple[datetime, datetime]


class WeekView(QWidget):
    """Seven days below each other; arrows lead through all sessions and free times."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._clock: Clock = desk.workspace.clock
        self.list = SessionItems()
        self._flow = DayFlow()
        self._flow.put(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._flow)
        self.list.item_focused.connect(self._on_item_focused)

    def show_week(self, days: tuple[DayLines, ...], now: datetime) -> None:
        """Show the week as it stands at this local time; the focus stays where it was."""
        stop, place = self.list.focused_stop(), self.list.focused_place()
        held = self.list.items[place].line.session.id if place is not None else None
        self.list.clear()
        for day in days:
            self._show_day(day, now)
        if stop is not None and (held is None or not self.list.focus_session(held)):
            self.list.focus_stop(stop)

    def focus_first(self, today: date) -> bool:
        """Put the focus on the first session from today on, else on the first one; False when there is none."""
        from_today = (place for place, item in enumerate(self.list.items) if item.line.session.day >= today)
        return self.list.focus_place(next(from_today, 0)) or self.list.focus_stop(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        padding = WIDE_PADDING if self.width() >= theme().scale(WIDE_FROM) else NARROW_PADDING
        self._flow.column.setContentsMargins(padding - SIDE, 0, padding - SIDE, 20)

    def _show_day(self, day: DayLines, now: datetime) -> None:
        standing = sum(1 for line in day.sessions if line.session.stands)
        count = _count_words(standing, is_today=day.day == now.date())
        if day.closure is not None:
            count = _("{sessions}; {closed}").format(sessions=count, closed=closed_words(day.closure))
        heading = SectionHeading(day_words(day.day), count)
        heading.setObjectName(f"week.day.{day.day.isoformat()}")
        self.list.add_inset(heading)
        for entry in _in_order(day):
            if isinstance(entry, SessionLine):
                name = self._desk.privacy.name(entry.client)
                self.list.add_item(AgendaRow(entry, name, has_begun=entry.session.starts <= now))
            else:
                self._show_gap(entry)
        self.list.column.addSpacing(18)

    def _show_gap(self, gap: Gap) -> None:
        start, end = (local(self._clock, instant) for instant in gap)
        self.list.add_gap(GapRow(start, end))

    def _on_item_focused(self, item: QWidget) -> None:
        self._flow.ensureWidgetVisible(item, 0, 60)


def _in_order(day: DayLines) -> list[SessionLine | Gap]:
    entries: list[tuple[datetime, SessionLine | Gap]] = [(line.session.starts, line) for line in day.sessions]
    entries += [(gap[0], gap) for gap in day.gaps]
    return [entry for _start, entry in sorted(entries, key=_start_of)]


def _start_of(entry: tuple[datetime, SessionLine | Gap]) -> datetime:
    return entry[0]


def _count_words(standing: int, *, is_today: bool) -> str:
    sessions = ngettext("{n} session", "{n} sessions", standing).format(n=standing) if standing else _("No sessions")
    return _("{sessions}, today").format(sessions=sessions) if is_today else sessions
