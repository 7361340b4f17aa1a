"""Days and times as people type them into a field, in the manner of the system's language."""

from datetime import date, time

from PySide6.QtCore import QDate, QLocale

_CENTURY = 2000
_LONG = QLocale.FormatType.LongFormat
_SHORT = QLocale.FormatType.ShortFormat
_MORE_DAYS = ("yyyy-MM-dd", "d MMM yyyy", "d MMMM yyyy", "MMM d, yyyy", "MMMM d, yyyy", "d.M.yyyy")
_DAYS_WITHOUT_YEAR = ("d MMM", "d MMMM", "MMM d", "MMMM d", "d.M.")
_MORE_TIMES = ("H:mm", "HH:mm", "H.mm", "HHmm", "h:mm AP", "h AP", "H")


def day_format(*, weekday: bool = True) -> str:
    """The system's own order of a date, with short names, such as "ddd d MMM yyyy"."""
    pattern = QLocale().dateFormat(_LONG).replace("dddd", "ddd").replace("MMMM", "MMM")
    if not weekday:
        pattern = pattern.replace("ddd", "", 1).strip(" ,.")
    return pattern


def day_text(day: date, *, weekday: bool = True) -> str:
    """A day in words and numbers, such as "Mon 2 Mar 2026"."""
    return QLocale().toString(QDate(day.year, day.month, day.day), day_format(weekday=weekday))


def read_day(text: str, today: date) -> date | None:
    """The day that somebody wrote, or None; without a year it is the one nearest to today's year."""
    cleaned = " ".join(text.split())
    locale = QLocale()
    for pattern in (day_format(), day_format(weekday=False), locale.dateFormat(_LONG), locale.dateFormat(_SHORT)):
        found = locale.toDate(cleaned, pattern, _CENTURY)
        if found.isValid():
            return _as_date(found)
    for pattern in _MORE_DAYS:
        found = locale.toDate(cleaned, pattern, _CENTURY)
        if found.isValid():
            return _as_date(found)
    for pattern in _DAYS_WITHOUT_YEAR:
        found = locale.toDate(f"{cleaned} {today.year}", f"{pattern} yyyy", _CENTURY)
        if found.isValid():
            return _as_date(found)
    return None


def read_time(text: str) -> time | None:
    """The time of day that somebody wrote, or None."""
    cleaned = " ".join(text.split())
    locale = QLocale()
    for pattern in (locale.timeFormat(_SHORT), *_MORE_TIMES):
        found = locale.toTime(cleaned, pattern)
        if found.isValid():
            return time(found.hour(), found.minute())
    return None


def _as_date(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())
