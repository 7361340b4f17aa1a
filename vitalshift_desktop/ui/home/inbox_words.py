"""What waits in the inbox, as a line of the day's page."""

from datetime import date

from PySide6.QtCore import QDate, QLocale

from vitalshift_desktop.ui.dates_in_words import relative_day
from vitalshift_desktop.words import _, ngettext

_WITHIN_A_WEEK = 7


def inbox_words(count: int, oldest: date, today: date) -> tuple[str, str]:
    """Such as "2 notes in the inbox" and "the oldest from Tuesday"."""
    words = ngettext("{n} note in the inbox", "{n} notes in the inbox", count).format(n=count)
    days = (today - oldest).days
    if 1 < days < _WITHIN_A_WEEK:
        day = QLocale().toString(QDate(oldest.year, oldest.month, oldest.day), "dddd")
    else:
        day = relative_day(oldest, today)
        day = day[:1].lower() + day[1:] if days == 1 else day
    about = _("from {day}") if count == 1 else _("the oldest from {day}")
    return words, about.format(day=day)
