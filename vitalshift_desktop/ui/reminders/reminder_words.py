"""When a reminder is due and what became of it, in words."""

from datetime import date

from vitalshift_desktop.domain.due_dates import LaterChoice
from vitalshift_desktop.domain.reminders import Outcome, Repeat, RepeatUnit
from vitalshift_desktop.services.reminder_lines import ReminderLine
from vitalshift_desktop.ui.dates_in_words import day_words, relative_day, short_day, time_words, weekday_and_day
from vitalshift_desktop.vocabulary import repeat_words
from vitalshift_desktop.words import _, ngettext


def due_words(line: ReminderLine, today: date) -> str:
    """Such as "With session, 15:00", "Mon 2 March" or "Today 18:00"."""
    details, session, due_on = line.reminder.details, line.due_session, line.due_on
    if due_on == today:
        if session is not None:
            return _("With session, {time}").format(time=time_words(session.local_start))
        return _("Today {time}").format(time=time_words(details.at)) if details.at else _("Today")
    day = day_words(due_on) if due_on.year == today.year else relative_day(due_on, today)
    return f"{day}, {time_words(details.at)}" if details.at else day


def overdue_words(line: ReminderLine, today: date) -> str:
    """How long it has been due, empty when it is not."""
    days = (today - line.due_on).days
    return ngettext("{n} day ago", "{n} days ago", days).format(n=days) if days > 0 else ""


def history_words(line: ReminderLine) -> str:
    """What became of it so far, newest first."""
    return "; ".join(_entry(entry.what, entry.was_due) for entry in reversed(line.reminder.history[-3:]))


def _entry(what: Outcome, was_due: date) -> str:
    words = {
        Outcome.DONE: _("Done, was due {day}"),
        Outcome.LATER: _("Put off, from {day}"),
        Outcome.SKIPPED: _("Skipped, was due {day}"),
    }[what]
    return words.format(day=short_day(was_due))


def repeats() -> list[tuple[object, str]]:
    """The rhythms that are offered; None is once."""
    offered = [
        None,
        Repeat(1, RepeatUnit.SESSIONS),
        Repeat(4, RepeatUnit.SESSIONS),
        Repeat(1, RepeatUnit.DAYS),
        Repeat(1, RepeatUnit.WEEKS),
        Repeat(2, RepeatUnit.WEEKS),
        Repeat(4, RepeatUnit.WEEKS),
        Repeat(1, RepeatUnit.MONTHS),
        Repeat(3, RepeatUnit.MONTHS),
        Repeat(6, RepeatUnit.MONTHS),
        Repeat(12, RepeatUnit.MONTHS),
    ]
    return [(repeat, repeat_words(repeat)) for repeat in offered]


def counted_words(line: ReminderLine) -> str:
    """From which day the rhythm is counted; empty for a reminder that comes once."""
    repeat = line.reminder.details.repeat
    if repeat is None:
        return ""
    by_sessions = repeat.unit is RepeatUnit.SESSIONS
    return _("counted from the day it is done") if by_sessions else _("counted from the due day")


def choice_words(choice: LaterChoice, today: date) -> str:
    """When a reminder would be due, such as "today, 16:30" with a session or "Fri 13 Mar" without."""
    if choice.session is None:
        return later_words(choice.day)
    return f"{relative_day(choice.day, today)}, {time_words(choice.session.local_start)}"


def later_words(day: date) -> str:
    """The day a reminder would be put off to."""
    return weekday_and_day(day)
