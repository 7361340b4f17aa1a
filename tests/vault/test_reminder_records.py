from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.vault.sample_records import DAY, NOON, a_client
from vitalshift_desktop.domain.problems import NotFound
from vitalshift_desktop.domain.reminders import (
    HistoryEntry,
    Outcome,
    Reminder,
    ReminderDetails,
    ReminderId,
    ReminderKind,
    Repeat,
    RepeatUnit,
)
from vitalshift_desktop.vault.vault import Vault

DETAILS = st.builds(
    ReminderDetails,
    title=st.text(max_size=40),
    due_on=st.dates(),
    kind=st.sampled_from(ReminderKind),
    client_id=st.none(),
    at=st.none() | st.times(),
    zone=st.sampled_from(["America/Toronto", "Asia/Kolkata"]),
    repeat=st.none() | st.builds(Repeat, st.integers(1, 400), st.sampled_from(RepeatUnit)),
)
HISTORY = st.lists(
    st.builds(HistoryEntry, st.sampled_from(Outcome), st.just(NOON), st.dates(), st.none() | st.dates()), max_size=4
).map(tuple)


def a_reminder(day: date = DAY, title: str = "Ask how it went") -> Reminder:
    return Reminder(ReminderId(0), ReminderDetails(title, day), day)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(details=DETAILS, with_client=st.booleans(), anchor=st.dates(), is_open=st.booleans(), history=HISTORY)
def test_a_reminder_comes_back_as_it_was_written(
    open_vault: Vault,
    details: ReminderDetails,
    with_client: bool,
    anchor: date,
    is_open: bool,
    history: tuple[HistoryEntry, ...],
) -> None:
    with open_vault.write() as work:
        client_id = a_client(work).id if with_client else None
        reminder = Reminder(ReminderId(0), replace(details, client_id=client_id), anchor, is_open, history)
        added = work.reminders.add(reminder)
    with open_vault.read() as work:
        assert work.reminders.get(added.id) == added == replace(reminder, id=added.id)


def test_what_becomes_of_a_reminder_is_kept(open_vault: Vault) -> None:
    later = HistoryEntry(Outcome.LATER, NOON, DAY, date(2026, 3, 9))
    done = HistoryEntry(Outcome.DONE, NOON + timedelta(days=7), date(2026, 3, 9), None)
    with open_vault.write() as work:
        reminder = work.reminders.add(a_reminder())
        put_off = replace(reminder, details=replace(reminder.details, due_on=date(2026, 3, 9)), history=(later,))
        work.reminders.save(put_off)
        closed = replace(put_off, is_open=False, history=(later, done))
        work.reminders.save(closed)
    with open_vault.read() as work:
        assert work.reminders.get(reminder.id) == closed
        assert work.reminders.all_open() == ()


def test_a_removed_reminder_comes_back_with_its_history(open_vault: Vault) -> None:
    entry = HistoryEntry(Outcome.SKIPPED, NOON, DAY, date(2026, 3, 9))
    with open_vault.write() as work:
        reminder = work.reminders.add(replace(a_reminder(), history=(entry,)))
        assert work.reminders.remove(reminder.id) == reminder
        with pytest.raises(NotFound):
            work.reminders.get(reminder.id)
    with open_vault.write() as work:
        assert work.reminders.add(a_reminder()).id != reminder.id
        work.reminders.restore(reminder)
        assert work.reminders.get(reminder.id) == reminder


def test_open_reminders_come_in_the_order_they_are_due(open_vault: Vault) -> None:
    with open_vault.write() as work:
        client = a_client(work)
        timed = a_reminder(title="At five")
        timed = replace(timed, details=replace(timed.details, at=time(17, 0), client_id=client.id))
        second = work.reminders.add(timed)
        third = work.reminders.add(a_reminder(date(2026, 3, 3)))
        first = work.reminders.add(a_reminder())
        work.reminders.add(replace(a_reminder(), is_open=False))
        assert work.reminders.all_open() == (first, second, third)
        assert work.reminders.of_client(client.id) == (second,)
