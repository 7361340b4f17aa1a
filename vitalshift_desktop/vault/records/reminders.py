"""Reminders and what became of them: rows to domain and back."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session as Connection

from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.reminders import (
    HistoryEntry,
    Reminder,
    ReminderDetails,
    ReminderId,
    Repeat,
)
from vitalshift_desktop.vault.records.refusals import delete, flush, found, insert
from vitalshift_desktop.vault.tables.reminders import ReminderHistoryRow, ReminderRow


class ReminderShelf:
    """The reminders of the vault."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

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
        return found(next(iter(self._found(select(ReminderRow).where(ReminderRow.id == reminder_id))), None))

    def all_open(self) -> tuple[Reminder, ...]:
        """The reminders of all clients that are still due one day, the earliest first."""
        return self._found(select(ReminderRow).where(ReminderRow.is_open.is_(True)))

    def of_client(self, client_id: ClientId) -> tuple[Reminder, ...]:
        """The reminders of one client, closed ones too, the earliest first."""
        return self._found(select(ReminderRow).where(ReminderRow.client_id == client_id))

    def _found(self, query: Select[ReminderRow]) -> tuple[Reminder, ...]:
        rows = tuple(self._connection.scalars(query.order_by(ReminderRow.due_on, ReminderRow.at, ReminderRow.id)))
        past = select(ReminderHistoryRow).where(ReminderHistoryRow.reminder_id.in_([row.id for row in rows]))
        history: defaultdict[int, list[HistoryEntry]] = defaultdict(list)
        for entry in self._connection.scalars(past.order_by(ReminderHistoryRow.position)):
            history[entry.reminder_id].append(HistoryEntry(entry.what, entry.at, entry.was_due, entry.now_due))
        return tuple(_reminder(row, tuple(history[row.id])) for row in rows)

    def _write_history(self, reminder_id: int, history: Sequence[HistoryEntry]) -> None:
        query = select(func.count()).where(ReminderHistoryRow.reminder_id == reminder_id)
        known = self._connection.scalar(query) or 0
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


def _reminder(row: ReminderRow, history: tuple[HistoryEntry, ...]) -> Reminder:
    repeat = Repeat(row.repeat_every, row.repeat_unit) if row.repeat_every and row.repeat_unit else None
    details = ReminderDetails(
        title=row.title,
        due_on=row.due_on,
        kind=row.kind,
        client_id=None if row.client_id is None else ClientId(row.client_id),
        at=row.at,
        zone=row.zone,
        repeat=repeat,
    )
    return Reminder(ReminderId(row.id), details, row.anchor, row.is_open, history)
