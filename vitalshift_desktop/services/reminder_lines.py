"""Reminders as their page shows them, under four headings."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from vitalshift_desktop.domain.clients import Client, ClientId
from vitalshift_desktop.domain.due_dates import DueGroup, due_group, heeded_day
from vitalshift_desktop.domain.reminders import About, OpenReminder, Reminder, ReminderId, ReminderKind
from vitalshift_desktop.domain.sessions import Session
from vitalshift_desktop.services.instrument_list import all_in
from vitalshift_desktop.services.session_lines import sessions_of_days
from vitalshift_desktop.vault.unit_of_work import UnitOfWork


class Which(StrEnum):
    """Which reminders are listed."""

    ALL = "all"
    CHECK_INS = "check_ins"
    REVIEWS = "reviews"
    TASKS = "tasks"
    MINE = "mine"

    def fits(self, kind: ReminderKind, client_id: ClientId | None) -> bool:
        """Whether a reminder of this kind, about this client or nobody, is listed."""
        if self is Which.MINE:
            return client_id is None
        return self is Which.ALL or _KINDS[self] is kind


_KINDS = {
    Which.CHECK_INS: ReminderKind.CHECK_IN,
    Which.REVIEWS: ReminderKind.REVIEW,
    Which.TASKS: ReminderKind.TASK,
}


@dataclass(frozen=True, slots=True)
class ReminderLine:
    """One reminder and the day it stands on, the client's session on that day within a week, and what it is about."""

    reminder: Reminder
    due_on: date
    client: Client | None = None
    due_session: Session | None = None
    about: About | None = None
    measure_name: str = ""


@dataclass(frozen=True, slots=True)
class ReminderGroups:
    """The open reminders; within a heading the earliest first. `counts` are those of whole groups, also not shown.

    `open_count` is how many there are of any kind.
    """

    overdue: tuple[ReminderLine, ...] = ()
    today: tuple[ReminderLine, ...] = ()
    this_week: tuple[ReminderLine, ...] = ()
    later: tuple[ReminderLine, ...] = ()
    counts: Mapping[DueGroup, int] | None = None
    open_count: int = 0

    def count(self, group: DueGroup) -> int:
        """How many reminders stand under a heading."""
        return (self.counts or {}).get(group, 0)


@dataclass(frozen=True, slots=True)
class Most:
    """How many lines are read of each heading; all without a number, none of the later ones while they are folded."""

    lines: int | None = None
    later: bool = True


def reminder_groups(
    work: UnitOfWork, today: date, which: Which = Which.ALL, most: Most | None = None
) -> ReminderGroups:
    """The open reminders under their headings as of this day; only the lines that are shown are read whole."""
    closures = work.closures.all()
    found: defaultdict[DueGroup, list[tuple[date, OpenReminder]]] = defaultdict(list)
    all_open = work.reminders.open_days()
    for one in all_open:
        if which.fits(one.kind, one.client_id):
            day = heeded_day(one, closures)
            found[due_group(day, today)].append((day, one))
    if closures:  # they moved some; otherwise all stand in their order
        for theirs in found.values():
            theirs.sort(key=_order)
    shown = {group: _shown(theirs, group, most or Most()) for group, theirs in found.items()}
    ids = {one.id for theirs in shown.values() for _day, one in theirs}
    lines = {line.reminder.id: line for line in reminder_lines(work, work.reminders.of_ids(ids), today)}
    overdue, due_today, this_week, later = (
        tuple(lines[one.id] for _day, one in shown.get(group, ())) for group in DueGroup
    )
    counts = {group: len(theirs) for group, theirs in found.items()}
    return ReminderGroups(overdue, due_today, this_week, later, counts, len(all_open))


def _order(dated: tuple[date, OpenReminder]) -> tuple[date, bool, object, ReminderId]:
    day, one = dated
    return day, one.at is not None, one.at, one.id


def _shown(
    theirs: Sequence[tuple[date, OpenReminder]], group: DueGroup, most: Most
) -> Sequence[tuple[date, OpenReminder]]:
    if group is DueGroup.LATER and not most.later:
        return ()
    return theirs[: most.lines]


def reminder_lines(work: UnitOfWork, reminders: Iterable[Reminder], today: date) -> tuple[ReminderLine, ...]:
    """The lines of these reminders in their order, read in bulk."""
    shown = tuple(reminders)
    clients = work.clients.of_ids({r.details.client_id for r in shown if r.details.client_id is not None})
    sessions, closures = _sessions_of_the_week(work, today), work.closures.all()
    about = work.reminders.about([reminder.id for reminder in shown])
    names = _measure_names(work, shown, today)
    return tuple(
        ReminderLine(
            reminder=reminder,
            due_on=heeded_day(reminder.details, closures),
            client=clients.get(reminder.details.client_id) if reminder.details.client_id is not None else None,
            due_session=sessions.get((reminder.details.client_id, reminder.details.due_on)),
            about=about.get(reminder.id),
            measure_name=names.get(reminder.details.measure, ""),
        )
        for reminder in shown
    )


def _measure_names(work: UnitOfWork, reminders: Iterable[Reminder], today: date) -> Mapping[str, str]:
    """The names of the measures that reminders are about, by their ids; nothing is read without any."""
    if not any(reminder.details.measure for reminder in reminders):
        return {}
    return {one.instrument.id: one.instrument.name for one in all_in(work, today)}


def _sessions_of_the_week(work: UnitOfWork, today: date) -> Mapping[tuple[ClientId | None, date], Session]:
    """The standing session of each client on each of seven days from today; the earliest when there are two."""
    standing = [one for one in sessions_of_days(work, today, today + timedelta(days=6)) if one.stands]
    return {(session.client_id, session.day): session for session in reversed(standing)}
