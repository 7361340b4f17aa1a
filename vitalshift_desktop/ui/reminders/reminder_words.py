"""When a reminder is due and what became of it, in words."""

from datetime import date
from zoneinfo import ZoneInfo

from vitalshift_desktop.domain.due_dates import LaterChoice
from vitalshift_desktop.domain.reminders import HistoryEntry, Outcome, Repeat
from vitalshift_desktop.services.reminder_lines import ReminderLine
from vitalshift_desktop.ui.dates_in_words import (
    day_words,
    full_day,
    relative_day,
    short_day,
    time_words,
    weekday_and_day,
)
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _, ngettext

SHOWN_TIMES = 5


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
    """What became of it so far, newest first: the last times, one on each line."""
    zone, history = ZoneInfo(line.reminder.details.zone), line.reminder.history
    told = [_entry(entry, entry.at.astimezone(zone).date()) for entry in reversed(history[-SHOWN_TIMES:])]
    earlier = len(history) - len(told)
    if earlier:
        told.append(ngettext("and {n} time before", "and {n} times before", earlier).format(n=earlier))
    return "\n".join(told)


def _entry(entry: HistoryEntry, on: date) -> str:
    words = {
        Outcome.DONE: _("Done on {on}, was due {day}"),
        Outcome.LATER: _("Put off on {on}, from {day} to {then}"),
        Outcome.SKIPPED: _("Skipped on {on}, was due {day}"),
    }[entry.what]
    then = short_day(entry.now_due) if entry.now_due is not None else ""
    return words.format(on=short_day(on), day=short_day(entry.was_due), then=then)


def about_words(line: ReminderLine, *, is_covered: bool) -> str:
    """What it is about beside its client; of a goal no words while names are shortened. Empty for nothing."""
    about, measure = line.about, line.reminder.details.measure
    if about is not None and about.topic is not None:
        return label(about.topic)
    if about is not None:
        return _("A goal") if is_covered else about.goal
    return line.measure_name or measure


def end_words(repeat: Repeat | None) -> str:
    """Until when a rule goes on; empty for one without an end."""
    if repeat is None or (repeat.until is None and repeat.times is None):
        return ""
    if repeat.until is not None:
        return _("until {day}").format(day=full_day(repeat.until))
    times = repeat.times or 0
    return ngettext("{n} more time", "{n} more times", times).format(n=times)


def moved_words(line: ReminderLine) -> str:
    """That a closed practice moves it, where it does."""
    due_on = line.reminder.details.due_on
    return "" if due_on == line.due_on else _("the practice is closed on {day}").format(day=short_day(due_on))


def choice_words(choice: LaterChoice, today: date) -> str:
    """When a reminder would be due, such as "today, 16:30" with a session or "Fri 13 Mar" without."""
    if choice.session is None:
        return later_words(choice.day)
    return f"{relative_day(choice.day, today)}, {time_words(choice.session.local_start)}"


def later_words(day: date) -> str:
    """The day a reminder would be put off to."""
    return weekday_and_day(day)
