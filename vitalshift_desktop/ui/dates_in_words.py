"""Days and times as people say them, in the language of the computer."""

from datetime import date, datetime, time

from PySide6.QtCore import QDate, QLocale, QTime

from vitalshift_desktop.domain.sessions import Session
from vitalshift_desktop.words import _, ngettext


def long_day(day: date) -> str:
    """Such as "Thursday 12 March"."""
    return QLocale().toString(_qt(day), _("dddd d MMMM"))


def weekday(day: date) -> str:
    """Such as "Thursday"."""
    return QLocale().toString(_qt(day), "dddd")


def day_words(day: date) -> str:
    """Such as "Thu 12 March"."""
    return QLocale().toString(_qt(day), _("ddd d MMMM"))


def weekday_and_day(day: date) -> str:
    """Such as "Thu 12 Mar"."""
    return QLocale().toString(_qt(day), _("ddd d MMM"))


def short_day(day: date) -> str:
    """Such as "12 Mar"."""
    return QLocale().toString(_qt(day), _("d MMM"))


def near(day: date, today: date) -> str:
    """Such as "12 Mar", with the year only where it is another one."""
    return short_day(day) if day.year == today.year else with_year(day)


def with_year(day: date) -> str:
    """Such as "12 Mar 2026"."""
    return _("{day} {year}").format(day=short_day(day), year=day.year)


def full_day(day: date) -> str:
    """Such as "12 March 2026", for days of another year."""
    return QLocale().toString(_qt(day), _("d MMMM yyyy"))


def time_words(at: time | datetime) -> str:
    """Such as "13:30": the wall-clock time of a local moment."""
    return QLocale().toString(QTime(at.hour, at.minute), QLocale.FormatType.ShortFormat)


def span_words(session: Session) -> str:
    """Such as "Thu 12 March, 13:30 to 14:20"."""
    ends = session.ends.astimezone(session.local_start.tzinfo)
    return _("{day}, {start} to {end}").format(
        day=day_words(session.day), start=time_words(session.local_start), end=time_words(ends)
    )


def relative_day(day: date, today: date) -> str:
    """Today, tomorrow, yesterday, or the day; within the year without the year."""
    words = {0: _("Today"), 1: _("Tomorrow"), -1: _("Yesterday")}
    apart = (day - today).days
    if apart in words:
        return words[apart]
    return weekday_and_day(day) if day.year == today.year else full_day(day)


def how_long_ago(day: date, today: date) -> str:
    """Today, yesterday, "Tue, 2 days", or beyond a week "12 days"."""
    days = (today - day).days
    if days <= 1:
        return _("Today") if days <= 0 else _("Yesterday")
    if days > 7:
        return ngettext("{n} day", "{n} days", days).format(n=days)
    weekday = QLocale().toString(_qt(day), "ddd")
    return ngettext("{weekday}, {n} day", "{weekday}, {n} days", days).format(weekday=weekday, n=days)


def _qt(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
