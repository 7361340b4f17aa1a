"""What was agreed with clients, in a practice of ten years: opening tabs, the one list, Today after a change.

Processor time of the window's thread beside that of the same statements without us.
"""

import time
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path
from statistics import median

import pytest
from PySide6.QtWidgets import QApplication
from pytest_benchmark.fixture import BenchmarkFixture

from tests.benchmarks.bare_engine import bare_engine, run_again, taken_down
from tests.benchmarks.beside import Budget, measured, tell
from tests.benchmarks.long_practice import long_practice
from tests.journeys.conftest import _sitting_at
from tests.journeys.counselor import Counselor
from tests.journeys.hands import let_work
from tests.journeys.ready import PASSPHRASE
from vitalshift_desktop.domain.changes import Changed, Subject
from vitalshift_desktop.domain.clients import ClientId, ClientStatus

Act = Callable[[], object]
ROUNDS = 15
LONG_ENOUGH = 14


@pytest.fixture
def ten_years(home: Path, qapp: QApplication) -> Iterator[Counselor]:
    for counselor in _sitting_at(long_practice(10).copied_to(home).computer()):
        counselor.door.unlock(PASSPHRASE)
        yield counselor


@pytest.fixture
def clients(ten_years: Counselor) -> Iterator[ClientId]:
    """Those whose work is going on, one after another without end."""
    workspace = ten_years.computer.workspace
    lines = workspace.clients.lines((ClientStatus.ACTIVE,))
    return cycle([one.client.id for one in lines if len(workspace.sessions.of_client(one.client.id)) > LONG_ENOUGH])


def _tell(
    benchmark: BenchmarkFixture,
    counselor: Counselor,
    place: Path,
    ready: Callable[[], object],
    act: Callable[[], object],
) -> None:
    """Measure an act in thread time, what comes before each round left out, and tell it with its ratio."""
    took: list[float] = []
    ready()
    units = [unit for unit in taken_down(act) if not any(clause.is_dml for clause, _values in unit)]

    def one_round() -> None:
        ready()
        took.append(_spent(act))

    measured(benchmark, one_round, ROUNDS)
    with bare_engine(counselor.computer.workspace.vault.folder, PASSPHRASE, place) as engine:
        bare = median(_spent(lambda: run_again(engine, units)) for _time in range(ROUNDS))
    ours = median(took)
    benchmark.extra_info.update(ours_ms=round(ours * 1000, 1), ratio=round(ours / bare, 2))
    tell(benchmark, f"{ours * 1000:.1f} ms, {ours / bare:.1f} times its statements", Budget(milliseconds=50))


def _spent(act: Act) -> float:
    began = time.thread_time()
    act()
    return time.thread_time() - began


@pytest.mark.parametrize("tab", ["agreements", "goals", "reminders", "overview"])
def test_opening_a_tab_of_another_client(
    benchmark: BenchmarkFixture, ten_years: Counselor, clients: Iterator[ClientId], tmp_path: Path, tab: str
) -> None:
    window = ten_years.computer.window

    def ready() -> None:
        window.open_client(next(clients), tab)
        let_work()

    def act() -> None:
        window.open_client(next(clients), tab)
        window.pages.clients.grab()

    _tell(benchmark, ten_years, tmp_path, ready, act)


def test_opening_the_one_list_after_a_change(
    benchmark: BenchmarkFixture, ten_years: Counselor, clients: Iterator[ClientId], tmp_path: Path
) -> None:
    window = ten_years.computer.window

    def ready() -> None:
        window.go("home")
        ten_years.computer.workspace.events.publish(Changed(Subject.SESSIONS, next(clients)))
        let_work()

    def act() -> None:
        window.go("reminders")
        window.pages.reminders.grab()

    _tell(benchmark, ten_years, tmp_path, ready, act)


def test_today_after_a_change(
    benchmark: BenchmarkFixture, ten_years: Counselor, clients: Iterator[ClientId], tmp_path: Path
) -> None:
    window, events = ten_years.computer.window, ten_years.computer.workspace.events

    def ready() -> None:
        window.go("home")
        let_work()

    def act() -> None:
        events.publish(Changed(Subject.SESSIONS, next(clients)))
        window.pages.home.grab()

    _tell(benchmark, ten_years, tmp_path, ready, act)
