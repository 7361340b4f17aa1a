"""The sessions of one day in order, the present time between them, and the one to write up opened."""

from datetime import date, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vitalshift_desktop.domain.closures import Closure
from vitalshift_desktop.services.home_page import NextDay, TodayPage
from vitalshift_desktop.services.session_lines import SessionLine
from vitalshift_desktop.ui.home.agenda_row import SIDE, TIME_WIDTH, AgendaRow
from vitalshift_desktop.ui.home.day_titles import closed_words, cover_words, next_day_words
from vitalshift_desktop.ui.home.now_line import NowLine
from vitalshift_desktop.ui.home.prep_panel import PrepPanel
from vitalshift_desktop.ui.home.session_items import SessionItems
from vitalshift_desktop.ui.privacy import Privacy
from vitalshift_desktop.ui.session_words import cut
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.buttons import Button
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.section_heading import SectionHeading
from vitalshift_desktop.words import _


class Agenda(SessionItems):
    """One day; today has the line at the present time, and the panel."""

    plan_wanted = Signal()

    def __init__(self, privacy: Privacy, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._privacy = privacy
        self._now_line: NowLine | None = None

    def show_day(self, page: TodayPage, now: datetime, today: date) -> None:
        """Show the day as it stands at this local time."""
        self.clear()
        self._now_line = None
        self.add_inset(SectionHeading(_("Sessions"), _how_many(page, today)))
        ahead = False
        for place, line in enumerate(page.rows):
            if page.day == today and not ahead and line.session.starts > now:
                ahead = True
                self._add_now(now)
            self._add_line(page, line, now, today)
            if self._needs_hairline(page, place, now, today):
                self.add_line()
        if page.rows and page.day == today and not ahead:
            self._add_now(now)
        if page.closure is not None:
            self._add_closed(page.closure)
        if not page.rows:
            self._add_nothing(_("No sessions today.") if page.day == today else _("No sessions on this day."))
        if page.tomorrow is not None:
            self._add_next_day(page.tomorrow, today)

    def show_time(self, now: datetime) -> None:
        """The line at the present time tells this local time."""
        if self._now_line is not None:
            self._now_line.show_time(now)

    def _add_line(self, page: TodayPage, line: SessionLine, now: datetime, today: date) -> None:
        if page.focus is not None and page.focus.line.session.id == line.session.id:
            self.add_item(PrepPanel(page.focus, self._privacy, now))
        else:
            name, has_begun = self._privacy.name(line.client), line.session.starts <= now
            self.add_item(AgendaRow(line, name, has_begun=has_begun, to_correct=page.day < today))

    def _needs_hairline(self, page: TodayPage, place: int, now: datetime, today: date) -> bool:
        """The panel has edges of its own, and the line at the present time is a line already."""
        focus = page.focus.line.session.id if page.focus else None
        line = page.rows[place]
        following = page.rows[place + 1] if place + 1 < len(page.rows) else None
        if focus in (line.session.id, following.session.id if following else None):
            return False
        begun = page.day == today and line.session.starts <= now
        return not (begun and (following is None or following.session.starts > now))

    def _add_now(self, now: datetime) -> None:
        self._now_line = NowLine(now)
        self.column.addWidget(self._now_line)

    def _add_nothing(self, words: str) -> None:
        nothing = TextLabel(words, tone="2")
        nothing.setObjectName("today.nothing")
        plan = Button(_("Plan a session…"))
        plan.setObjectName("today.plan")
        plan.clicked.connect(self.plan_wanted)
        self.column.addSpacing(14)
        self.add_inset(nothing)
        self.column.addSpacing(12)
        self.add_inset(plan)

    def _add_closed(self, closure: Closure) -> None:
        parts = [closed_words(closure), cover_words(closure)]
        told = TextLabel(". ".join(part for part in parts if part) + ".", tone="2")
        told.setObjectName("today.closed")
        self.column.addSpacing(12)
        self.add_inset(told)

    def _add_next_day(self, following: NextDay, today: date) -> None:
        name = cut(self._privacy.name(following.first.client))
        words = TextLabel(next_day_words(following, today, name), tone="2", size="m")
        words.setObjectName("today.tomorrow")
        self.column.addSpacing(14)
        self.add_inset(words, left=SIDE + theme().scale(TIME_WIDTH))


def _how_many(page: TodayPage, today: date) -> str | None:
    """How many are done; of a day to come only how many there are."""
    if not page.rows:
        return None
    if page.day > today:
        return str(len(page.rows))
    return _("{done} of {all} done").format(done=page.done, all=len(page.rows))
