"""The column at the right: what needs a look, the vault, check-ins due, notes to finish, who has no date."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.services.clock import Clock, local
from vitalshift_desktop.services.home_page import CheckinDue, DueWords, NoNextDate, TodayPage
from vitalshift_desktop.services.inbox import Waiting
from vitalshift_desktop.services.vault_care import CarePage
from vitalshift_desktop.ui.care_words import proven_words
from vitalshift_desktop.ui.dates_in_words import how_long_ago, time_words
from vitalshift_desktop.ui.home.care_item import CareItem
from vitalshift_desktop.ui.home.checkin_row import CheckinRow
from vitalshift_desktop.ui.home.flag_item import FlagItem
from vitalshift_desktop.ui.home.inbox_words import inbox_words
from vitalshift_desktop.ui.home.session_item import focus_in_window
from vitalshift_desktop.ui.home.side_row import SideRow
from vitalshift_desktop.ui.home.without_date_words import without_date_words
from vitalshift_desktop.ui.privacy import Privacy
from vitalshift_desktop.ui.session_words import number_words
from vitalshift_desktop.ui.widgets.buttons import LinkButton
from vitalshift_desktop.ui.widgets.flow_column import empty
from vitalshift_desktop.ui.widgets.hairline import Hairline
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.section_heading import SectionHeading
from vitalshift_desktop.words import _, ngettext

NameOf = Callable[[ClientId], str]
DAYS_OF_A_WEEK = 7
SHOWN_CHECKINS = 20
SHOWN_NOTES = 20
SHOWN_WITHOUT_DATE = 8


class SideColumn(QWidget):
    """Lists, each with its count; an empty one says so in a sentence. A sample practice has none for the vault."""

    flag_followed = Signal(object)
    dismiss_wanted = Signal(object)
    put_aside_wanted = Signal()
    flags_wanted = Signal()
    """Show the page again: more of the flags are to be seen, or fewer."""
    checkin_followed = Signal(object)
    reminder_done = Signal(object)
    reminder_put_off = Signal(object)
    reminders_wanted = Signal()
    note_followed = Signal(object)
    inbox_followed = Signal(object)
    care_followed = Signal(object)
    booking_wanted = Signal(object)

    def __init__(self, privacy: Privacy, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._privacy = privacy
        self._clock = clock
        self._stops: list[QWidget] = []
        self._shows_all_flags = False
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._column = QVBoxLayout()

    def show_page(self, page: TodayPage, care: CarePage, name_of: NameOf, today: date) -> None:
        """Show what waits; `name_of` says what to call the client of a flag."""
        place = self._focused_place()
        empty(self._whole)
        self._stops = []
        # Everything is put together before it is seen: a row added to what is seen lays out all others again.
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._show_flags(page, name_of)
        self._show_care(care)
        self._column.addSpacing(22)
        self._show_checkins(page.checkins_due, today)
        self._show_other_reminders(page.other_reminders)
        self._column.addSpacing(22)
        self._show_notes(page, today)
        self._show_inbox(page.inbox, today)
        self._column.addSpacing(22)
        self._show_no_next_date(page.no_next_date)
        self._whole.addWidget(content)
        content.show()  # a layout would show it later, and until then nothing in it could take the focus
        if place is not None and self._stops:
            self._stops[min(place, len(self._stops) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)

    def _focused_place(self) -> int | None:
        focus = focus_in_window(self)
        return next((place for place, stop in enumerate(self._stops) if stop is focus), None)

    def _show_flags(self, page: TodayPage, name_of: NameOf) -> None:
        whole = (*page.flags, *page.more_flags)
        self._head(_("Needs a look"), len(whole), _("Nothing needs a look now."), "today.flags")
        for flag in whole if self._shows_all_flags else page.flags:
            item = FlagItem(flag, name_of(flag.client_id), hidden=self._privacy.initials_on)
            item.followed.connect(self.flag_followed)
            item.dismiss_wanted.connect(self.dismiss_wanted)
            self._add(item, item.follow)
        self._show_flag_links(len(page.more_flags), page.put_aside)

    def _show_flag_links(self, more: int, put_aside: int) -> None:
        if more:
            words = ngettext("{n} more", "{n} more", more).format(n=more)
            link = LinkButton(_("Show fewer") if self._shows_all_flags else words)
            link.setObjectName("today.flags.more")
            link.clicked.connect(self._on_more_flags)
            self._add_link(link)
        if put_aside:
            link = LinkButton(ngettext("{n} put aside…", "{n} put aside…", put_aside).format(n=put_aside))
            link.setObjectName("today.flags.put_aside")
            link.clicked.connect(self.put_aside_wanted)
            self._add_link(link)

    def _on_more_flags(self) -> None:
        self._shows_all_flags = not self._shows_all_flags
        self.flags_wanted.emit()

    def _show_care(self, care: CarePage) -> None:
        if care.is_sample:
            return
        self._column.addSpacing(22)
        self._head(_("The vault"), len(care.items), _("Nothing needs care now."), "today.care")
        for one in care.items:
            item = CareItem(one, self._clock)
            item.followed.connect(self.care_followed)
            self._add(item, item.follow)
        words = TextLabel(proven_words(care.last_proven_restore, self._clock), tone="3", size="m")
        words.setObjectName("today.proven")
        self._column.addSpacing(8 if care.items else 0)
        self._column.addWidget(words)

    def _show_checkins(self, due: tuple[CheckinDue, ...], today: date) -> None:
        self._head(_("Check-ins due"), len(due), _("No check-in is due."), "today.checkins")
        for one in due[:SHOWN_CHECKINS]:
            title = _("Reminder") if self._privacy.initials_on else one.title
            what = _("Session check-in") if one.words is DueWords.SESSION_CHECKIN else title
            when = time_words(one.at) if one.at is not None else ""
            late = _since_words(one.since, today) if one.since is not None else when
            row = CheckinRow(one, self._privacy.name(one.client), what, late)
            row.setObjectName("today.checkin")
            row.followed.connect(self.checkin_followed)
            row.done.connect(self.reminder_done)
            row.put_off.connect(self.reminder_put_off)
            self._add(row, row)
        self._say_how_many_more(len(due) - SHOWN_CHECKINS)

    def _show_other_reminders(self, count: int) -> None:
        if not count:
            return
        words = ngettext("{n} other reminder is due", "{n} other reminders are due", count).format(n=count)
        link = LinkButton(words)
        link.setObjectName("today.reminders")
        link.clicked.connect(self.reminders_wanted)
        self._add_link(link)

    def _show_notes(self, page: TodayPage, today: date) -> None:
        lines = page.notes_to_finish
        self._head(_("Notes to finish"), len(lines), _("Every note is signed."), "today.notes")
        for line in lines[:SHOWN_NOTES]:
            is_late = line.session.id in page.overdue
            when = _since_words(line.session.day, today)
            name = self._privacy.name(line.client)
            row = SideRow(line, name, number_words(line), when, tone="attn" if is_late else "2")
            row.setObjectName("today.note_to_finish")
            row.followed.connect(self.note_followed)
            self._add(row, row)
        self._say_how_many_more(len(lines) - SHOWN_NOTES)

    def _show_inbox(self, inbox: Waiting, today: date) -> None:
        if inbox.oldest is None or not inbox.is_stale:
            return
        row = SideRow(None, *inbox_words(inbox.count, local(self._clock, inbox.oldest).date(), today), "", tone="attn")
        row.setObjectName("today.inbox")
        row.followed.connect(self.inbox_followed)
        self._add(row, row)

    def _show_no_next_date(self, given: tuple[NoNextDate, ...]) -> None:
        self._head(_("No next date"), len(given), _("Everybody you see has a date ahead."), "today.no_next_date")
        for one in given[:SHOWN_WITHOUT_DATE]:
            row = SideRow(one, self._privacy.name(one.client), without_date_words(one), _("Book…"), tone="accent")
            row.setObjectName("today.without_date")
            row.followed.connect(self.booking_wanted)
            self._add(row, row)
        self._say_how_many_more(len(given) - SHOWN_WITHOUT_DATE)

    def _say_how_many_more(self, count: int) -> None:
        # Hundreds of rows would keep the page from opening; the oldest come first, and the others move up.
        if count > 0:
            words = ngettext("and {n} newer one", "and {n} newer ones", count).format(n=count)
            self._column.addSpacing(8)
            self._column.addWidget(TextLabel(words, tone="2", size="m"))

    def _head(self, title: str, count: int, nothing: str, name: str) -> None:
        heading = SectionHeading(title, count)
        heading.setObjectName(name)
        self._column.addWidget(heading)
        if not count:
            self._column.addSpacing(8)
            self._column.addWidget(TextLabel(nothing, tone="2", size="m"))

    def _add_link(self, link: LinkButton) -> None:
        self._stops.append(link)
        self._column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)

    def _add(self, row: QWidget, stop: QWidget) -> None:
        self._stops.append(stop)
        self._column.addWidget(row)
        self._column.addWidget(Hairline())


def _since_words(day: date, today: date) -> str:
    """Such as "Tue, 2 days"; a weekday helps only within the week."""
    days = (today - day).days
    if days < DAYS_OF_A_WEEK:
        return how_long_ago(day, today)
    return ngettext("{n} day", "{n} days", days).format(n=days)
