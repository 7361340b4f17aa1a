"""Reminders as their page shows them, under four headings."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from vitalshift_desktop.domain.clients import Client, ClientId
from vitalshift_desktop.domain.due_dates import DueGroup, due_group, next_due
from vitalshift_desktop.domain.reminders import Reminder, RepeatUnit
from vitalshift_desktop.domain.sessions import Session, in_episode
from vitalshift_desktop.services.session_lines import sessions_of_days
from vitalshift_desktop.services.session_reminders import session_days
from vitalshift_desktop.vault.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class ReminderLine:
    """One reminder; `due_session` is the client's session on its day, `next_if_skipped` the day after that."""

    reminder: Reminder
    client: Client | None = None
    due_session: Session | None = None
    next_if_skipped: date | None = None


@dataclass(frozen=True, slots=True)
class ReminderGroups:
    """The open reminders; within a heading the earliest first."""

    overdue: tuple[ReminderLine, ...] = ()
    today: tuple[ReminderLine, ...] = ()
    this_week: tuple[ReminderLine, ...] = ()
    later: tuple[ReminderLine, ...] = ()


def reminder_groups(work: UnitOfWork, today: date) -> ReminderGroups:
    """All open reminders under their headings as of this day."""
    found: defaultdict[DueGroup, list[ReminderLine]] = defaultdict(list)
    for line in reminder_lines(work, work.reminders.all_open(), today):
        found[due_group(line.reminder.details.due_on, today)].append(line)
    return ReminderGroups(
        tuple(found[DueGroup.OVERDUE]),
        tuple(found[DueGroup.TODAY]),
        tuple(found[DueGroup.THIS_WEEK]),
        tuple(found[DueGroup.LATER]),
    )


def reminder_lines(work: UnitOfWork, reminders: Iterable[Reminder], today: date) -> tuple[ReminderLine, ...]:
    """The lines of these reminders in their order, read in bulk."""
    shown = tuple(reminders)
    clients = work.clients.of_ids({r.details.client_id for r in shown if r.details.client_id is not None})
    sessions = _sessions_on_due_days(work, shown)
    days = _days_of_counted(work, shown)
    return tuple(
        ReminderLine(
            reminder=reminder,
            client=clients.get(reminder.details.client_id) if reminder.details.client_id is not None else None,
            due_session=sessions.get((reminder.details.client_id, reminder.details.due_on)),
            next_if_skipped=next_due(reminder, today, days.get(reminder.details.client_id, ())),
        )
        for reminder in shown
    )


def _sessions_on_due_days(
    work: UnitOfWork, reminders: tuple[Reminder, ...]
) -> Mapping[tuple[ClientId | None, date], Session]:
    """The standing session of the client on each due day; the earliest when there are two."""
    days = [reminder.details.due_on for reminder in reminders if reminder.details.client_id is not None]
    if not days:
        return {}
    standing = [session for session in sessions_of_days(work, min(days), max(days)) if session.stands]
    return {(session.client_id, session.day): session for session in reversed(standing)}


def _days_of_counted(work: UnitOfWork, reminders: tuple[Reminder, ...]) -> Mapping[ClientId | None, tuple[date, ...]]:
    """The session days, in the current episode, of the clients whose reminders count sessions."""
    counted = {
        reminder.details.client_id
        for reminder in reminders
        if reminder.details.repeat and reminder.details.repeat.unit is RepeatUnit.SESSIONS
    }
    clients = {client_id for client_id in counted if client_id is not None}
    current = work.episodes.current_of(clients)
    return {
        client_id: session_days(in_episode(own, current[client_id].id if client_id in current else None))
        for client_id, own in work.sessions.of_clients(clients).items()
    }
