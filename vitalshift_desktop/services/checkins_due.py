"""The check-ins of a day: those of its sessions, and reminders to check in."""

from collections.abc import Sequence
from datetime import date, time

from vitalshift_desktop.domain.due_dates import heeded_day
from vitalshift_desktop.domain.measures.administration import AdministrationState, Rater
from vitalshift_desktop.domain.measures.instrument import CHECKIN
from vitalshift_desktop.domain.reminders import ReminderKind
from vitalshift_desktop.services.home_page import CheckinDue, DueWords
from vitalshift_desktop.services.measures_due import paused_ids
from vitalshift_desktop.services.session_lines import SessionLine
from vitalshift_desktop.vault.unit_of_work import UnitOfWork


def checkins_due(work: UnitOfWork, rows: Sequence[SessionLine], day: date) -> tuple[CheckinDue, ...]:
    """The check-ins of this day that were not given yet, in order of time; those without a time come last.

    Clients for whom measures are paused are left out of the sessions, not of the counselor's own reminders.
    """
    due = [*_of_sessions(work, rows), *_of_reminders(work, day)]
    return tuple(sorted(due, key=lambda one: (one.at is None, one.at or time.min)))


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
    closures = work.closures.all()
    ids = [
        one.id
        for one in work.reminders.open_days(day)
        if one.kind is ReminderKind.CHECK_IN and one.client_id is not None and heeded_day(one, closures) <= day
    ]
    due = [(reminder, reminder.details.client_id) for reminder in work.reminders.of_ids(ids)]
    clients = work.clients.of_ids({client_id for _, client_id in due if client_id is not None})
    return [
        CheckinDue(
            clients[client_id],
            DueWords.REMINDER,
            reminder.details.at,
            reminder.details.title,
            reminder_id=reminder.id,
        )
        for reminder, client_id in due
        if client_id is not None
    ]
