"""The page of reminders and the bell with 3,000 reminders, a third of them overdue."""

from datetime import datetime, time, timedelta
from itertools import cycle

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from tests.benchmarks.beside import Budget, alone
from tests.journeys.computer import THE_DAY
from tests.journeys.counselor import Counselor
from tests.journeys.hands import let_work
from tests.journeys.ready import SAMPLE_PASSPHRASE
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

MANY, LONG = 3000, 6
_RULES = (None, Repeat(1, RepeatUnit.WEEKS, on=(0, 2)), Repeat(1, RepeatUnit.MONTHS, on=(1,), nth=2))


@pytest.fixture
def with_many(at_sample: Counselor) -> Counselor:
    at_sample.door.unlock(SAMPLE_PASSPHRASE)
    workspace = at_sample.computer.workspace
    clients = cycle([None, *(line.client.id for line in workspace.clients.lines())])
    today, rules, kinds = THE_DAY.date(), cycle(_RULES), cycle(ReminderKind)
    with workspace.vault.write() as work:
        for place in range(MANY):
            due = today + timedelta(days=place % 300 - 100)
            history = tuple(
                HistoryEntry(Outcome.DONE, datetime.combine(due, time(12), THE_DAY.tzinfo), due, due)
                for _time in range(LONG)
            )
            details = ReminderDetails(
                f"Reminder {place}", due, next(kinds), next(clients), zone="America/New_York", repeat=next(rules)
            )
            work.reminders.add(Reminder(ReminderId(0), details, due, history=history))
    return at_sample


def test_opening_the_page_of_three_thousand_reminders(benchmark: BenchmarkFixture, with_many: Counselor) -> None:
    window = with_many.computer.window
    window.go("reminders")
    let_work()
    page = window.pages.reminders

    def look() -> None:
        page.look_again()
        page.grab()

    alone(benchmark, look, Budget(milliseconds=50), rounds=15)


def test_the_bell_and_the_number_beside_the_page(benchmark: BenchmarkFixture, with_many: Counselor) -> None:
    bell, reminders = with_many.computer.workspace.bell, with_many.computer.workspace.reminders

    def ask() -> None:
        bell.ring()
        reminders.count_due()

    alone(benchmark, ask, Budget(milliseconds=50), rounds=15)


def test_marking_one_of_three_thousand_done(benchmark: BenchmarkFixture, with_many: Counselor) -> None:
    window = with_many.computer.window
    window.go("reminders")
    let_work()
    page = window.pages.reminders

    def tick() -> None:
        page.list.rows[0].done.emit(page.list.rows[0].reminder_id)
        page.grab()

    alone(benchmark, tick, Budget(milliseconds=100), rounds=10)
