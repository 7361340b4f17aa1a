"""What is done all day long: unlocking to Today, opening a client, the chart, saving while typing."""

import secrets
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget
from pytest_benchmark.fixture import BenchmarkFixture
from sqlcipher3 import dbapi2

from tests.benchmarks.beside import Budget, alone, beside, tell
from tests.journeys.counselor import Counselor
from tests.journeys.hands import await_part, let_work, until
from tests.journeys.ready import SAMPLE_PASSPHRASE, Records
from vitalshift_desktop.domain.measures.administration import Rater
from vitalshift_desktop.domain.notes import Section
from vitalshift_desktop.services.unlocking import Unlocking
from vitalshift_desktop.vault.files.device_paths import DevicePaths

MAREN, ODALYS = "Maren T.", "Odalys P."
LONG_TEXT = "She counted aisles instead of exits, and at the till her heart raced and she let it. " * 240


class _Paints(QObject):
    """Counts how often a widget was painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


def test_from_the_derived_key_to_today(benchmark: BenchmarkFixture, at_sample: Counselor, sample: Records) -> None:
    computer = at_sample.computer
    unlocking = Unlocking(computer.clock, DevicePaths(computer.places.data))

    def opened() -> tuple[tuple[object, ...], dict[str, object]]:
        if computer.app.workspace is not None:
            at_sample.lock()
        await_part("unlock.passphrase")
        let_work()
        return (unlocking.unlock(sample.folder, SAMPLE_PASSPHRASE),), {}

    def show_today(workspace: object) -> None:
        entry = computer.app.entry
        assert entry is not None
        entry.unlocked.emit(workspace)
        paints = _Paints(computer.window.pages.home)
        until(lambda: paints.count, "Today to be painted")

    alone(benchmark, show_today, Budget(milliseconds=300), setup=opened)


@pytest.fixture
def at_work(at_sample: Counselor) -> Counselor:
    at_sample.door.unlock(SAMPLE_PASSPHRASE)
    return at_sample


def test_opening_a_client(benchmark: BenchmarkFixture, at_work: Counselor) -> None:
    ids = {line.client.name: line.client.id for line in at_work.computer.workspace.clients.lines()}
    names = iter((MAREN, ODALYS) * 20)
    window = at_work.computer.window

    def open_next() -> None:
        window.open_client(ids[next(names)], "overview")
        _let_paint(window.pages.clients)

    alone(benchmark, open_next, Budget(milliseconds=50), rounds=15)


def test_the_alliance_chart_first_and_with_a_new_score(benchmark: BenchmarkFixture, at_work: Counselor) -> None:
    workspace, window = at_work.computer.workspace, at_work.computer.window
    ids = {line.client.name: line.client.id for line in workspace.clients.lines()}
    at_work.clients.open(MAREN)
    first = _timed(lambda: window.open_client(ids[MAREN], "alliance"), window.pages.clients)
    tell(benchmark, f"{first:.1f} ms the first time", Budget(milliseconds=100))
    session = workspace.sessions.start_unplanned(ids[MAREN])
    workspace.measures.skip_mine(session.id)
    workspace.measures.record_checkin(session.id, Rater.CLIENT, (8, 8, 8, 8))
    scores = iter([(7, 8, 7, 8), (8, 7, 8, 7)] * 20)

    def new_score() -> None:
        workspace.measures.correct(session.id, Rater.CLIENT, next(scores))
        _let_paint(window.pages.clients)

    alone(benchmark, new_score, Budget(milliseconds=16), rounds=15)


@pytest.fixture
def bare_commit(tmp_path: Path) -> Iterator[Callable[[], None]]:
    """One durable commit of the same text into a bare SQLCipher database with the same settings."""
    connection = dbapi2.connect(str(tmp_path / "bare.db"), isolation_level=None)
    connection.execute(f"PRAGMA key = \"x'{secrets.token_hex(32)}'\"")
    for setting in ("journal_mode=WAL", "synchronous=FULL", "secure_delete=ON"):
        connection.execute(f"PRAGMA {setting}").fetchall()
    connection.execute("CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT)")
    connection.execute("INSERT INTO note VALUES (1, '')")
    texts = iter(f"{LONG_TEXT}{number}" for number in range(1000))

    def commit() -> None:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE note SET text = ? WHERE id = 1", (next(texts),))
        connection.execute("COMMIT")

    yield commit
    connection.close()


def test_saving_a_long_note_while_typing(
    benchmark: BenchmarkFixture, at_work: Counselor, bare_commit: Callable[[], None]
) -> None:
    workspace, page = at_work.computer.workspace, at_work.computer.window.pages.note
    at_work.today.start_note()
    session = workspace.home.today().rows[2]
    assert session.note_id is not None
    note = workspace.notes.get(session.note_id).note
    texts = iter(f"{LONG_TEXT}{number}" for number in range(1000))
    rest = note.sections[1:]

    def save() -> None:
        nonlocal note
        sections = (Section(note.sections[0].key, next(texts)), *rest)
        note = workspace.notes.save_draft(note.id, sections, base_version=note.version, by=page)

    beside(benchmark, save, bare_commit, Budget(times=1.5), rounds=60)


def _let_paint(widget: QWidget) -> None:
    paints = _Paints(widget)
    widget.update()
    until(lambda: paints.count, "the page to be painted")


def _timed(act: Callable[[], object], widget: QWidget) -> float:
    began = time.perf_counter()
    act()
    _let_paint(widget)
    return (time.perf_counter() - began) * 1000
