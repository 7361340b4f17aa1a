"""Hours for contact in words."""

from datetime import date, timedelta

from vitalshift_desktop.domain.contact_rules import ContactHours
from vitalshift_desktop.ui.dates_in_words import time_words, weekday
from vitalshift_desktop.words import _

_A_MONDAY = date(2024, 1, 1)


def weekday_name(day: int) -> str:
    """The name of a weekday, 0 for Monday."""
    return weekday(_A_MONDAY + timedelta(days=day))


def hours_words(hours: ContactHours) -> str:
    """Such as "Mon, Tue, Wed, 9:00 to 18:00"; days that follow each other are told by the first and the last."""
    days = sorted(hours.weekdays)
    is_row = len(days) > 2 and days[-1] - days[0] == len(days) - 1
    if is_row:
        named = _("{first} to {last}").format(first=weekday_name(days[0]), last=weekday_name(days[-1]))
    else:
        named = ", ".join(weekday_name(day) for day in days)
    return _("{days}, {begins} to {ends}").format(
        days=named, begins=time_words(hours.begins), ends=time_words(hours.ends)
    )
