"""Days and weeks as the headings of this page say them."""

from datetime import date, timedelta

from PySide6.QtCore import QDate, QLocale

from vitalshift_desktop.domain.closures import Closure
from vitalshift_desktop.services.home_page import NextDay
from vitalshift_desktop.ui.dates_in_words import day_words, full_day, long_day, relative_day, short_day, time_words
from vitalshift_desktop.words import _, ngettext


def day_title(day: date, today: date) -> str:
    """Such as "Thursday 12 March"; with the year when it is another one."""
    return long_day(day) if day.year == today.year else f"{_weekday(day)} {full_day(day)}"


def day_hint(day: date, today: date) -> str:
    """Tomorrow or yesterday; "" for any other day."""
    return relative_day(day, today) if abs((day - today).days) == 1 else ""


def week_title(monday: date, today: date) -> str:
    """Such as "9 Mar to 15 Mar"; with the year when it is another one."""
    sunday = monday + timedelta(days=6)
    if monday.year == sunday.year == today.year:
        return _("{first} to {last}").format(first=short_day(monday), last=short_day(sunday))
    return _("{first} to {last}").format(first=full_day(monday), last=full_day(sunday))


def week_hint(monday: date, today: date) -> str:
    """This week, next week or last week; "" for any other week."""
    this = monday_of(today)
    words = {0: _("This week"), 7: _("Next week"), -7: _("Last week")}
    return words.get((monday - this).days, "")


def monday_of(day: date) -> date:
    """The Monday of the week that holds this day."""
    return day - timedelta(days=day.weekday())


def next_day_words(following: NextDay, today: date, name: str) -> str:
    """Such as "Tomorrow, Friday: 4 sessions, the first at 9:30 with Anselm V."."""
    is_tomorrow = (following.day - today).days == 1
    day = _("Tomorrow, {weekday}").format(weekday=_weekday(following.day)) if is_tomorrow else long_day(following.day)
    sessions = ngettext(
        "{day}: {n} session, at {time} with {name}",
        "{day}: {n} sessions, the first at {time} with {name}",
        following.count,
    )
    at = time_words(following.first.session.local_start)
    return sessions.format(day=day, n=following.count, time=at, name=name)


def closed_words(closure: Closure) -> str:
    """Such as "Practice closed until Fri 20 March."; with who covers is said apart."""
    return _("Practice closed until {day}").format(day=day_words(closure.last_day))


def cover_words(closure: Closure) -> str:
    """Who can be reached instead, "" where nobody was named."""
    return _("In place of you: {cover}").format(cover=closure.cover) if closure.cover else ""


def _weekday(day: date) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), "dddd")
