"""Weekdays, and which of the month, in words."""

from vitalshift_desktop.domain.reminders import Repeat
from vitalshift_desktop.words import _, ngettext

WEEKDAYS = 7
_WORKING = (0, 1, 2, 3, 4)


def weekday_names() -> list[str]:
    """The seven weekdays from Monday on."""
    return [_("Monday"), _("Tuesday"), _("Wednesday"), _("Thursday"), _("Friday"), _("Saturday"), _("Sunday")]


def short_weekdays() -> list[str]:
    """The same in three letters."""
    return [_("Mon"), _("Tue"), _("Wed"), _("Thu"), _("Fri"), _("Sat"), _("Sun")]


def nth_words() -> list[tuple[int, str]]:
    """Which weekday of a month, from the first to the fifth, and the last."""
    words = (_("First"), _("Second"), _("Third"), _("Fourth"), _("Fifth"))
    return [*enumerate(words, start=1), (-1, _("Last"))]


def weekly_words(repeat: Repeat) -> str:
    """Weeks on weekdays, such as "Every week, Mon and Wed" or "Monday to Friday"."""
    if repeat.on == _WORKING and repeat.every == 1:
        return _("Monday to Friday")
    names = short_weekdays()
    days = ", ".join(names[day] for day in repeat.on)
    words = ngettext("Every week, {days}", "Every {n} weeks, {days}", repeat.every)
    return words.format(n=repeat.every, days=days)


def monthly_words(repeat: Repeat) -> str:
    """Months by weekday, such as "Second Tue, every month"."""
    which = dict(nth_words())[repeat.nth or 1]
    day = short_weekdays()[repeat.on[0]]
    words = ngettext("{which} {day}, every month", "{which} {day}, every {n} months", repeat.every)
    return words.format(n=repeat.every, which=which, day=day)
