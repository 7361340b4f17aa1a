"""The day's page: what it holds, what to do next, and what deserves a look; or the whole week."""

from datetime import date, datetime, timedelta

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from vitalshift_desktop.domain.changes import Subject
from vitalshift_desktop.domain.vault_care import Care
from vitalshift_desktop.services.clock import local
from vitalshift_desktop.services.home_page import TodayPage
from vitalshift_desktop.services.vault_care import CarePage
from vitalshift_desktop.ui.care_words import care_action, care_sentence, care_title
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.home.day_titles import day_hint, day_title, monday_of, week_hint, week_title
from vitalshift_desktop.ui.home.day_view import NARROW_PADDING, ONE_COLUMN_UNDER, WIDE_FROM, WIDE_PADDING, DayView
from vitalshift_desktop.ui.home.home_acts import HomeActs
from vitalshift_desktop.ui.home.home_header import DAY, WEEK, HomeHeader
from vitalshift_desktop.ui.home.session_item import focus_in_window
from vitalshift_desktop.ui.home.week_view import WeekView
from vitalshift_desktop.ui.page import Page
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.banner import Banner
from vitalshift_desktop.ui.widgets.empty_state import EmptyState
from vitalshift_desktop.words import _

LOOKS_AT_THE_CLOCK_EVERY_MS = 20_000


class HomePage(Page):
    """Left and right go by day or week; keys on a row mark attendance and open its note."""

    concerns = frozenset(Subject) - {Subject.DISCLOSURES, Subject.CHECKS}

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("today")
        self._desk = desk
        self._segment = DAY
        self._day: date | None = None
        self._shown: TodayPage | None = None
        self._shown_at: datetime | None = None
        self._focus_when_fresh = False
        self._gravest: Care | None = None
        self._build()
        self._connect()
        self._fit()

    def _build(self) -> None:
        self.header = HomeHeader()
        self.banner = Banner("warning-circle", "", _("Back up now"))
        self.banner.setObjectName("today.vault")
        self.banner.hide()
        self._banner_place = QHBoxLayout()
        self._banner_place.addWidget(self.banner)
        self.day = DayView(self._desk)
        self.week = WeekView(self._desk)
        self.nothing = EmptyState(
            _("Your day will stand here"),
            _("Sessions, notes to finish and check-ins appear once there is somebody to see."),
            _("Add your first client"),
        )
        self.nothing.button.setObjectName("today.add_client")
        self._views = QStackedWidget()
        for view in (self.day, self.week, self.nothing):
            self._views.addWidget(view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(self._banner_place)
        column.addWidget(self._views, 1)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOKS_AT_THE_CLOCK_EVERY_MS)

    def _connect(self) -> None:
        self._acts = HomeActs(self._desk, self)
        self._acts.hear_sessions(self.day.agenda)
        self._acts.hear_sessions(self.week.list)
        self._acts.hear_header(self.header)
        self._acts.hear_side(self.day.side)
        self.header.stepped.connect(self.step)
        self.header.segment_chosen.connect(self._on_segment)
        self.day.agenda.plan_wanted.connect(self._acts.plan)
        self.day.side.flags_wanted.connect(self.look_again)
        self.nothing.acted.connect(self._desk.wishes.new_client)
        self.banner.pressed.connect(self._on_banner)
        self._timer.timeout.connect(self._on_tick)
        self._desk.privacy.changed.connect(self.look_again_soon)
        theme().changed.connect(self._on_theme)

    # ------------------------------------------------------------ which day or week

    def next_segment(self) -> None:
        """From today to this week, and back."""
        self._choose(WEEK if self._segment == DAY else DAY)

    def show_week_of(self, day: date) -> None:
        """Show the week of this day."""
        self._day = day
        self._choose(WEEK)

    def step(self, by: int) -> None:
        """Go on by so many days, or weeks; the focus goes to the first session there."""
        shown = self._day or self._today()
        wanted = shown + timedelta(days=by * (7 if self._segment == WEEK else 1))
        self._day = None if wanted == self._today() else wanted
        focus = focus_in_window(self)
        self.look_again()
        if focus is None or not self.header.isAncestorOf(focus):
            self.focus_first()

    def _choose(self, segment: str) -> None:
        if segment == DAY:
            self._day = None
        self._segment = segment
        self._focus_when_fresh = True
        self.look_again_soon()

    # ------------------------------------------------------------ showing

    def look_again(self) -> None:
        """Show the day or the week as it stands now."""
        now, today = self._now(), self._today()
        shown = self._day or today
        care = self._desk.workspace.care.look()
        if self._segment == WEEK:
            self._show_week(monday_of(shown), now, today)
        else:
            self._show_day(shown, care, now, today)
        self._show_gravest(care)
        self._shown_at = now
        if self._focus_when_fresh:
            self._focus_when_fresh = False
            self.focus_first()

    def focus_first(self) -> None:
        """Go to the session to write up, else to the first one; with none the keys still lead to other days."""
        if self._stale:
            self._focus_when_fresh = True
            return
        view = self._views.currentWidget()
        if view is self.nothing:
            self.nothing.button.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not (self.week.focus_first(self._today()) if view is self.week else self.day.focus_first()):
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_day(self, day: date, care: CarePage, now: datetime, today: date) -> None:
        page = self._desk.workspace.home.today(day)
        self._shown = page
        self.header.show_place(DAY, day_title(day, today), day_hint(day, today))
        self.day.show_page(page, care, now, today)
        self._show_view(self.day, has_sessions=bool(page.rows))

    def _show_week(self, monday: date, now: datetime, today: date) -> None:
        days = self._desk.workspace.home.week(monday)
        self._shown = None
        self.header.show_place(WEEK, week_title(monday, today), week_hint(monday, today))
        self.week.show_week(days, now)
        self._show_view(self.week, has_sessions=any(day.sessions for day in days))

    def _show_view(self, view: QWidget, *, has_sessions: bool) -> None:
        is_empty = not has_sessions and not self._desk.workspace.clients.has_any()
        self._views.setCurrentWidget(self.nothing if is_empty else view)

    def _show_gravest(self, care: CarePage) -> None:
        # Beside the day it stands in the side column; the week and the empty page have none.
        has_column = self._views.currentWidget() is self.day
        self._gravest = care.items[0] if care.items and not has_column else None
        self.banner.setVisible(self._gravest is not None)
        if self._gravest is not None:
            words = f"{care_title(self._gravest)}. {care_sentence(self._gravest, self._desk.workspace.clock)}"
            self.banner.show_sentence(words, care_action(self._gravest))
        side = self._padding() - 2
        self._banner_place.setContentsMargins(side, 0, side, 14 if self._gravest else 0)

    # ------------------------------------------------------------ time

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def _on_tick(self) -> None:
        """The clock went on: move the line, and look again where something has begun or ended."""
        now = self._now()
        if QApplication.activePopupWidget() is not None or _minute(now) == _minute(self._shown_at):
            return
        if self._segment == DAY and self._day is None and not self._has_turned(now):
            self.day.agenda.show_time(now)
            self._shown_at = now
        else:
            self.look_again()

    def _has_turned(self, now: datetime) -> bool:
        if self._shown is None or self._shown_at is None or self._shown_at.date() != now.date():
            return True
        edges = [edge for row in self._shown.rows for edge in (row.session.starts, row.session.ends)]
        return any(self._shown_at < edge <= now for edge in edges)

    # ------------------------------------------------------------ fitting

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.header.set_padding(self._padding(), one_column=self.width() < theme().scale(ONE_COLUMN_UNDER))

    def _padding(self) -> int:
        return WIDE_PADDING if self.width() >= theme().scale(WIDE_FROM) else NARROW_PADDING

    def _on_theme(self) -> None:
        self._fit()
        self.look_again_soon()

    # ------------------------------------------------------------ what the counselor does

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is not None and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.step(step)
        else:
            super().keyPressEvent(event)

    def _on_segment(self, segment: object) -> None:
        self._choose(WEEK if segment == WEEK else DAY)

    def _on_banner(self) -> None:
        if self._gravest is not None:
            self._acts.follow_care(self._gravest)

    def _now(self) -> datetime:
        clock = self._desk.workspace.clock
        return local(clock, clock.now())

    def _today(self) -> date:
        return self._now().date()


def _minute(moment: datetime | None) -> datetime | None:
    return None if moment is None else moment.replace(second=0, microsecond=0)
