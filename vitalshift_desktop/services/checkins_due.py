"""The check-ins of a day: those of its sessions, and reminders to check in."""

from collections.abc import Sequence
from datetime import date, time

from vitalshift_desktop.domain.due_dates import heeded_day
from vitalshift_desktop.domain.measures.administration import AdministrationState, Rater
from vitalshift_desktop.domain.measures.instrument import CHECKIN
from vitalshift_desktop.domain.reminders import OpenReminder, ReminderKind
from vitalshift_desktop.services.home_page import CheckinDue, DueWords
from vitalshift_desktop.services.measures_due import paused_ids
from vitalshift_desktop.services.session_lines import SessionLine
from vitalshift_desktop.vault.unit_of_work import UnitOfWork


def checkins_due(work: UnitOfWork, rows: Sequence[SessionLine], day: date) -> tuple[CheckinDue, ...]:
    """The check-ins of this day that were not given yet, in order of time; those without a time come last.

    Reminders that were due on an earlier day follow, the oldest first: after days away they stand here once.
    Clients for whom measures are paused are left out of the sessions, not of the counselor's own reminders.
    """
    due = [*_of_sessions(work, rows), *_of_reminders(work, day)]
    return tuple(sorted(due, key=_place))


def _place(one: CheckinDue) -> tuple[date, bool, time]:
    return one.since or date.min, one.at is None, one.at or time.min


def other_reminders(work: UnitOfWork, day: date) -> int:
    """How many reminders are due by this day that are no check-in with a client."""
    return sum(1 for one in _heeded(work, day) if not _is_checkin(one))


def _of_sessions(work: UnitOfWork, rows: Sequence[SessionLine]) -> list[CheckinDue]:
    given = {
        form.session_id
        for form in work.measures.of_sessions([row.session.id for row in rows])
        if form.instrument_id == CHECKIN and form.rater is Rater.CLIENT and form.state is AdministrationState.ANSWERED
    }
    noted = work.measures_not_given.of_sessions([row.session.id for row in rows])
    given |= {one.session_id for one in noted if one.instrument_id == CHECKIN}
    paused = paused_ids(work)
    return [
        CheckinDue(row.client, DueWords.SESSION_CHECKIN, row.session.local_start.time(), session_id=row.session.id)
        for row in rows
        if row.session.stands and row.session.id not in given and row.client.id not in paused
    ]


def _of_reminders(work: UnitOfWork, day: date) -> list[CheckinDue]:
    dated = {one.id: due_on for one, due_on in _heeded(work, day).items() if _is_checkin(one)}
    due = [(reminder, reminder.details.client_id) for reminder in work.reminders.of_ids(list(dated))]
    clients = work.clients.of_ids({client_id for _, client_id in due if client_id is not None})
    return [
        CheckinDue(
            clients[client_id],
            DueWords.REMINDER,
            reminder.details.at,
            reminder.details.title,
            reminder_id=reminder.id,
            since=dated[reminder.id] if dated[reminder.id] < day else None,
        )
        for reminder, client_id in due
        if client_id is not None
    ]


def _heeded(work: UnitOfWork, day: date) -> dict[OpenReminder, date]:
    """The open reminders that are due by this day, and since when."""
    closures = work.closures.all()
    dated = {one: heeded_day(one, closures) for one in work.reminders.open_days(day)}
    return {one: due_on for one, due_on in dated.items() if due_on <= day}


def _is_checkin(reminder: OpenReminder) -> bool:
    return reminder.kind is ReminderKind.CHECK_IN and reminder.client_id is not None
