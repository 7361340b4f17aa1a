"""Reminders and what became of them: rows to domain and back."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy import and_, bindparam, func, or_, select

from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.reminders import (
    About,
    Counted,
    HistoryEntry,
    OpenReminder,
    Reminder,
    ReminderDetails,
    ReminderId,
    Repeat,
    weekday_words,
    weekdays_in,
)
from vitalshift_desktop.vault.records.refusals import delete, flush, found, insert
from vitalshift_desktop.vault.records.shelf import Answer, Question, Shelf, among, columns_of
from vitalshift_desktop.vault.tables.agreements import ClauseRow
from vitalshift_desktop.vault.tables.goals import GoalRow
from vitalshift_desktop.vault.tables.reminders import ReminderHistoryRow, ReminderRow

_ALL = select(
    ReminderRow.id, ReminderRow.title, ReminderRow.due_on, ReminderRow.kind, ReminderRow.client_id, ReminderRow.at,
    ReminderRow.zone, ReminderRow.repeat_every, ReminderRow.repeat_unit, ReminderRow.anchor, ReminderRow.is_open,
    ReminderRow.repeat_on, ReminderRow.counted, ReminderRow.repeat_until, ReminderRow.repeat_times,
    ReminderRow.session_from, ReminderRow.goal_id, ReminderRow.clause_id, ReminderRow.measure,
).order_by(ReminderRow.due_on, ReminderRow.at, ReminderRow.id)  # fmt: skip
_ONE = _ALL.where(ReminderRow.id == bindparam("reminder"))
_OPEN = _ALL.where(ReminderRow.is_open.is_(True))
_FEW = _ALL.where(among(ReminderRow.id))
_STAYS_PUT = or_(
    ReminderRow.session_from.is_not(None),
    func.coalesce(ReminderRow.repeat_unit, "") == "sessions",
    and_(ReminderRow.repeat_unit.is_(None), ReminderRow.at.is_not(None)),
)
_DAYS = (
    select(
        ReminderRow.id, ReminderRow.client_id, ReminderRow.kind, ReminderRow.due_on, ReminderRow.at, ReminderRow.zone,
        _STAYS_PUT,
    )
    .where(ReminderRow.is_open.is_(True), ReminderRow.due_on <= bindparam("until"))
    .order_by(ReminderRow.due_on, ReminderRow.at, ReminderRow.id)
)  # fmt: skip
_OPEN_OF_CLIENT = _OPEN.where(ReminderRow.client_id == bindparam("client"))
_OF_CLIENT = _ALL.where(ReminderRow.client_id == bindparam("client"))
_HISTORY = (
    select(ReminderHistoryRow.reminder_id, *columns_of(ReminderHistoryRow, HistoryEntry))
    .where(among(ReminderHistoryRow.reminder_id))
    .order_by(ReminderHistoryRow.position)
)
_ABOUT = (
    select(ReminderRow.id, GoalRow.short, GoalRow.wording, ClauseRow.topic)
    .outerjoin(GoalRow, GoalRow.id == ReminderRow.goal_id)
    .outerjoin(ClauseRow, ClauseRow.id == ReminderRow.clause_id)
    .where(among(ReminderRow.id), or_(ReminderRow.goal_id.is_not(None), ReminderRow.clause_id.is_not(None)))
)
_LINKED = select(ReminderRow.goal_id, ReminderRow.clause_id).where(
    ReminderRow.is_open.is_(True), or_(ReminderRow.goal_id.is_not(None), ReminderRow.clause_id.is_not(None))
)
_KNOWN = select(func.count()).where(ReminderHistoryRow.reminder_id == bindparam("reminder"))


class ReminderShelf(Shelf):
    """The reminders of the vault."""

    def add(self, reminder: Reminder) -> Reminder:
        """Write a new reminder and give it its id; the id it came with is not used."""
        row = _write(ReminderRow(), reminder)
        insert(self._connection, [row])
        self._write_history(row.id, reminder.history)
        return replace(reminder, id=ReminderId(row.id))

    def restore(self, reminder: Reminder) -> None:
        """Write a removed reminder again with its history, under its old id."""
        insert(self._connection, [_write(ReminderRow(id=reminder.id), reminder)])
        self._write_history(reminder.id, reminder.history)

    def save(self, reminder: Reminder) -> None:
        """Write what changed about a reminder and what was added to its history. Raises NotFound."""
        _write(self._row(reminder.id), reminder)
        flush(self._connection)
        self._write_history(reminder.id, reminder.history)

    def remove(self, reminder_id: ReminderId) -> Reminder:
        """Take out a reminder with its history and hand it back. Raises NotFound."""
        reminder = self.get(reminder_id)
        delete(self._connection, self._row(reminder_id))
        self._connection.expire_all()
        return reminder

    def get(self, reminder_id: ReminderId) -> Reminder:
        """One reminder; raises NotFound."""
        return found(next(iter(self._found(_ONE, reminder=reminder_id)), None))

    def all_open(self) -> tuple[Reminder, ...]:
        """The reminders of all clients that are still due one day, the earliest first."""
        return self._found(_OPEN)

    def open_days(self, until: date = date.max) -> tuple[OpenReminder, ...]:
        """When the open reminders are due, up to a day, the earliest first; without their words and history."""
        return tuple(map(OpenReminder._make, self._rows(_DAYS, until=until)))

    def about(self, ids: Collection[ReminderId]) -> dict[ReminderId, About]:
        """The goal or the clause that these reminders are about; those that are about neither are left out."""
        found_rows = self._rows(_ABOUT, ids=list(ids))
        return {row[0]: About(row[1] or row[2] or "", row[3]) for row in found_rows}

    def linked(self) -> tuple[frozenset[int], frozenset[int]]:
        """The goals and the clauses that open reminders are about."""
        found_rows = self._rows(_LINKED)
        return frozenset(row[0] for row in found_rows if row[0]), frozenset(row[1] for row in found_rows if row[1])

    def of_ids(self, ids: Collection[ReminderId]) -> tuple[Reminder, ...]:
        """These reminders, the earliest first."""
        return self._found(_FEW, ids=list(ids)) if ids else ()

    def open_of_client(self, client_id: ClientId) -> tuple[Reminder, ...]:
        """The reminders of one client that are still due one day, the earliest first."""
        return self._found(_OPEN_OF_CLIENT, client=client_id)

    def of_client(self, client_id: ClientId) -> tuple[Reminder, ...]:
        """The reminders of one client, closed ones too, the earliest first."""
        return self._found(_OF_CLIENT, client=client_id)

    def _found(self, which: Question, **values: object) -> tuple[Reminder, ...]:
        found_rows = self._rows(which, **values)
        history: defaultdict[int, list[HistoryEntry]] = defaultdict(list)
        if found_rows:
            for reminder_id, *entry in self._rows(_HISTORY, ids=[row.id for row in found_rows]):
                history[reminder_id].append(HistoryEntry(*entry))
        return tuple(_reminder(row, tuple(history[row.id])) for row in found_rows)

    def _write_history(self, reminder_id: int, history: Sequence[HistoryEntry]) -> None:
        known = self._rows(_KNOWN, reminder=reminder_id)[0][0]
        for position, entry in enumerate(history[known:], start=known):
            row = ReminderHistoryRow(reminder_id=reminder_id, position=position, what=entry.what, at=entry.at)
            row.was_due, row.now_due = entry.was_due, entry.now_due
            insert(self._connection, [row])

    def _row(self, reminder_id: ReminderId) -> ReminderRow:
        return found(self._connection.get(ReminderRow, reminder_id))


def _write(row: ReminderRow, reminder: Reminder) -> ReminderRow:
    details = reminder.details
    row.client_id, row.title, row.kind = details.client_id, details.title, details.kind
    row.due_on, row.at, row.zone = details.due_on, details.at, details.zone
    row.anchor, row.is_open = reminder.anchor, reminder.is_open
    row.session_from = details.session_from
    row.goal_id, row.clause_id, row.measure = details.goal_id, details.clause_id, details.measure
    _write_rule(row, details.repeat)
    return row


def _write_rule(row: ReminderRow, repeat: Repeat | None) -> None:
    row.repeat_every = repeat.every if repeat else None
    row.repeat_unit = repeat.unit if repeat else None
    row.repeat_on = weekday_words(repeat) if repeat else ""
    row.counted = repeat.counted if repeat else Counted.CALENDAR
    row.repeat_until = repeat.until if repeat else None
    row.repeat_times = repeat.times if repeat else None


def _reminder(row: Answer, history: tuple[HistoryEntry, ...]) -> Reminder:
    details = ReminderDetails(
        row.title, row.due_on, row.kind, row.client_id, row.at, row.zone, _rule(row),
        row.session_from, row.goal_id, row.clause_id, row.measure,
    )  # fmt: skip
    return Reminder(row.id, details, row.anchor, row.is_open, history)


def _rule(row: Answer) -> Repeat | None:
    if not row.repeat_every or not row.repeat_unit:
        return None
    on, nth = weekdays_in(row.repeat_on)
    return Repeat(row.repeat_every, row.repeat_unit, on, nth, row.counted, row.repeat_until, row.repeat_times)
