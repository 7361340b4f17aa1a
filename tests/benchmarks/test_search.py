"""Two thousand clients and sixty thousand notes: lists, opening, each key of a filter, first hits of a search."""

import time
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMainWindow
from pytest_benchmark.fixture import BenchmarkFixture

from tests.benchmarks.bare_engine import bare_engine, run_again, taken_down
from tests.benchmarks.beside import Budget, alone, beside, tell
from tests.benchmarks.test_long_practice import (
    Practice,
    go_to_the_clients,
    open_client,
    open_note,
    opened,
    save_while_typing,
)
from tests.journeys.ready import PASSPHRASE
from vitalshift_desktop.domain.record_search import Question
from vitalshift_desktop.services.clock import today
from vitalshift_desktop.ui.background import Background
from vitalshift_desktop.ui.clients.client_list import ClientList
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.device_settings import DeviceSettings
from vitalshift_desktop.ui.dialogs import SystemDialogs
from vitalshift_desktop.ui.privacy import Privacy
from vitalshift_desktop.ui.switch_hits import SwitchHits
from vitalshift_desktop.ui.wishes import Wishes

QUICK = Budget(milliseconds=50)
KEY = Budget(milliseconds=16)
QUESTIONS = ("lamp", "fidoluve", '"with under"', "winter garden fibaba", "mor", "wit", "babaf")


@pytest.fixture(scope="module")
def forty_years(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Practice]:
    practice = opened(40, tmp_path_factory.mktemp("forty"))
    began = time.perf_counter()
    while practice.workspace.record_search.freshen(50):
        pass
    print(f"index of everything {time.perf_counter() - began:.1f} s")
    yield practice
    practice.workspace.close()


def go_to_all_clients(practice: Practice) -> None:
    practice.workspace.clients.lines()


@pytest.mark.parametrize("act", [go_to_the_clients, go_to_all_clients, open_client, open_note])
def test_opening(benchmark: BenchmarkFixture, forty_years: Practice, act: Callable[[Practice], None]) -> None:
    alone(benchmark, lambda: act(forty_years), QUICK, rounds=15)


@pytest.mark.parametrize("text", QUESTIONS)
def test_first_hits_beside_the_bare_questions(
    benchmark: BenchmarkFixture, forty_years: Practice, text: str, tmp_path: Path
) -> None:
    search = forty_years.workspace.record_search

    def first_hits() -> None:
        search.page(search.find(Question(text)), 0, 5)

    first_hits()
    units = taken_down(first_hits)
    with bare_engine(forty_years.records.folder, PASSPHRASE, tmp_path) as engine:
        run_again(engine, units)
        budget = Budget(times=1.3, milliseconds=50)
        beside(benchmark, first_hits, lambda: run_again(engine, units), budget, rounds=25)


def test_a_key_in_the_filter_of_two_thousand_clients(
    benchmark: BenchmarkFixture, forty_years: Practice, qapp: QApplication
) -> None:
    clients = ClientList(Privacy())
    clients.resize(300, 700)
    clients.show()
    clients.choose_status(None)
    clients.show_lines(forty_years.workspace.clients.lines(), today(forty_years.workspace.clock))
    typed = cycle(("l", "la", "lam", "lamp", "lamp ", "lamp", "la", "", "1", "19", "199", ""))

    def key() -> None:
        clients.filter.setText(next(typed))
        qapp.processEvents()

    alone(benchmark, key, QUICK, rounds=48)
    clients.close()


def test_a_key_in_the_switcher(
    benchmark: BenchmarkFixture, forty_years: Practice, qapp: QApplication, tmp_path: Path
) -> None:
    window = QMainWindow()
    background = Background()
    desk = Desk(
        forty_years.workspace, Wishes(), Privacy(), SystemDialogs(), background, DeviceSettings(tmp_path / "device.ini")
    )
    hits = SwitchHits(desk, window)
    typed = cycle(("l", "la", "lam", "lamp", "lamp g", "lamp go", "m", "ma", "mar", "mo", "199", "nobody at all"))
    alone(benchmark, lambda: hits.at_once(next(typed)), KEY, rounds=48)
    background.close()


def test_reading_a_changed_note_into_the_index(benchmark: BenchmarkFixture, forty_years: Practice) -> None:
    save, search = save_while_typing(forty_years), forty_years.workspace.record_search
    alone(benchmark, lambda: search.freshen(8), Budget(milliseconds=16), rounds=15, setup=save)
    tell(benchmark, "a note of 20,000 letters", Budget(milliseconds=16))
