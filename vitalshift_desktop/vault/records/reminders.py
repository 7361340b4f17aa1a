"""Reminders and what became of them: rows to domain and back."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import bindparam, func, select

from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.reminders import (
    HistoryEntry,
    Reminder,
    ReminderDetails,
    ReminderId,
    Repeat,
)
from vitalshift_desktop.vault.records.refusals import delete, flush, found, insert
from vitalshift_desktop.vault.records.shelf import Answer, Question, Shelf, among, columns_of
from vitalshift_desktop.vault.tables.reminders import ReminderHistoryRow, ReminderRow

_ALL = select(
    ReminderRow.id, ReminderRow.title, ReminderRow.due_on, ReminderRow.kind, ReminderRow.client_id, ReminderRow.at,
    ReminderRow.zone, ReminderRow.repeat_every, ReminderRow.repeat_unit, ReminderRow.anchor, ReminderRow.is_open,
).order_by(ReminderRow.due_on, ReminderRow.at, ReminderRow.id)  # fmt: skip
_ONE = _ALL.where(ReminderRow.id == bindparam("reminder"))
_OPEN = _ALL.where(ReminderRow.is_open.is_(True))
_OF_CLIENT = _ALL.where(ReminderRow.client_id == bindparam("client"))
_HISTORY = (
    select(ReminderHistoryRow.reminder_id, *columns_of(ReminderHistoryRow, HistoryEntry))
    .where(among(ReminderHistoryRow.reminder_id))
    .order_by(ReminderHistoryRow.position)
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
    row.client_id = details.client_id
    row.title = details.title
    row.kind = details.kind
    row.due_on = details.due_on
    row.at = details.at
    row.zone = details.zone
    row.repeat_every = details.repeat.every if details.repeat else None
    row.repeat_unit = details.repeat.unit if details.repeat else None
    row.anchor = reminder.anchor
    row.is_open = reminder.is_open
    return row


def _reminder(row: Answer, history: tuple[HistoryEntry, ...]) -> Reminder:
    repeat = Repeat(row.repeat_every, row.repeat_unit) if row.repeat_every and row.repeat_unit else None
    details = ReminderDetails(row.title, row.due_on, row.kind, row.client_id, row.at, row.zone, repeat)
    return Reminder(row.id, details, row.anchor, row.is_open, history)
