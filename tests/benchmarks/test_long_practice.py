"""The acts of every day in a practice of ten years: beside the same statements without us, and as the years go by."""

import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from tests.benchmarks.bare_engine import bare_engine, run_again, taken_down
from tests.benchmarks.beside import Budget, beside, measured, tell
from tests.benchmarks.long_practice import long_practice
from tests.journeys.computer import THE_DAY
from tests.journeys.ready import PASSPHRASE, Records
from tests.support.clock import FakeClock
from vitalshift_desktop.domain.changes import Changed, Subject
from vitalshift_desktop.domain.clients import ClientId, ClientStatus
from vitalshift_desktop.domain.notes import Note, Section
from vitalshift_desktop.services.unlocking import Unlocking
from vitalshift_desktop.services.workspace import Workspace
from vitalshift_desktop.vault.files.device_paths import DevicePaths
from vitalshift_desktop.vault.keys.header import read_header
from vitalshift_desktop.vault.keys.key_slots import unlocked

YEARS = (1, 10, 40)
GROWTH = Budget(times=1.3)
UNLOCK_BESIDES = Budget(milliseconds=150)


@dataclass(frozen=True, slots=True)
class Practice:
    """An open long practice with a client and a note at hand."""

    records: Records
    workspace: Workspace
    client: ClientId
    note: Note


def opened(years: int, home: Path) -> Practice:
    records = long_practice(years).copied_to(home)
    workspace = unlocking(records).unlock(records.folder, PASSPHRASE)
    lines = [line for line in workspace.clients.lines() if line.client.status is ClientStatus.ACTIVE]
    client = max(line.client.id for line in lines if len(workspace.sessions.of_client(line.client.id)) > 20)
    with workspace.vault.read() as work:
        note = next(note for note in work.notes.of_client(client)[::-1] if not note.is_signed)
    return Practice(records, workspace, client, note)


def unlocking(records: Records) -> Unlocking:
    return Unlocking(FakeClock(THE_DAY), DevicePaths(records.home / "data" / "VitalShift"))


@pytest.fixture
def ten_years(home: Path) -> Iterator[Practice]:
    practice = opened(10, home)
    yield practice
    practice.workspace.close()


def open_client(practice: Practice) -> None:
    """What the pages of one client ask for."""
    workspace, client = practice.workspace, practice.client
    workspace.clients.header(client)
    workspace.clients.timeline(client)
    workspace.alliance.course(client)
    workspace.goals.of_client(client)
    workspace.agreements.in_force(client)
    workspace.reminders.of_client(client)


def open_note(practice: Practice) -> None:
    """What the page of a note asks for."""
    workspace, note = practice.workspace, practice.note
    workspace.notes.get(note.id)
    workspace.sessions.next_suggestion(note.session_id)
    workspace.measures.checkin(note.session_id)
    workspace.goals.of_client(practice.client)
    workspace.agreements.in_force(practice.client)


def go_to_today(practice: Practice) -> None:
    practice.workspace.home.today()


def go_to_the_week(practice: Practice) -> None:
    practice.workspace.sessions.week(THE_DAY.date() - timedelta(days=3))


def go_to_the_clients(practice: Practice) -> None:
    """What the page of clients asks for, until somebody looks for one whose work has ended."""
    practice.workspace.clients.lines((ClientStatus.ACTIVE,))


def see_today_after_a_change(practice: Practice) -> None:
    """What deserves a look is looked for again when a session or a check-in was saved."""
    practice.workspace.events.publish(Changed(Subject.SESSIONS, practice.client))
    practice.workspace.home.today()


def see_insights(practice: Practice) -> None:
    """The board of first sessions, with the measures that are late."""
    practice.workspace.first_five.page()


def see_today_as_after_unlocking(practice: Practice) -> None:
    """Everybody is looked at anew: the answers to review, the check-ins, and the scores that are worse."""
    practice.workspace.events.publish(Changed(Subject.PRACTICE))
    practice.workspace.home.today()


ACTS: tuple[Callable[[Practice], None], ...] = (
    open_client,
    open_note,
    go_to_today,
    see_today_after_a_change,
    go_to_the_week,
    go_to_the_clients,
    see_insights,
    see_today_as_after_unlocking,
)


@pytest.mark.parametrize("act", ACTS)
def test_an_act_of_every_day(
    benchmark: BenchmarkFixture, ten_years: Practice, act: Callable[[Practice], None], tmp_path: Path
) -> None:
    act(ten_years)
    units = taken_down(lambda: act(ten_years))
    with bare_engine(ten_years.records.folder, PASSPHRASE, tmp_path) as engine:
        run_again(engine, units)
        budget = Budget(times=1.25, milliseconds=50)
        beside(benchmark, lambda: act(ten_years), lambda: run_again(engine, units), budget, rounds=25)


def test_unlocking_beside_the_longer_of_derivation_and_one_read(benchmark: BenchmarkFixture, home: Path) -> None:
    records = long_practice(10).copied_to(home)
    header = read_header((records.folder / "vault.hdr").read_bytes())
    took: list[float] = []
    without: list[float] = []

    def unlock() -> None:
        without.append(
            max(timed(lambda: unlocked(header, PASSPHRASE).wipe()), timed((records.folder / "vault.db").read_bytes))
        )
        open_workspace: list[Workspace] = []
        took.append(timed(lambda: open_workspace.append(unlocking(records).unlock(records.folder, PASSPHRASE))))
        open_workspace[0].close()

    measured(benchmark, unlock, rounds=9)
    besides = statistics.median(ours - bare for ours, bare in zip(took, without, strict=True)) * 1000
    benchmark.extra_info.update(besides_ms=round(besides, 1))
    tell(benchmark, f"{besides:.0f} ms besides, {statistics.median(took) * 1000:.0f} ms in all", UNLOCK_BESIDES)


def timed(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


def save_while_typing(practice: Practice) -> Callable[[], None]:
    texts = iter(f"{'She counted aisles instead of exits. ' * 540}{number}" for number in range(10_000))
    notes, note = practice.workspace.notes, practice.note

    def save() -> None:
        nonlocal note
        sections = (Section(note.sections[0].key, next(texts)), *note.sections[1:])
        note = notes.save_draft(note.id, sections, base_version=note.version)

    return save


def test_daily_acts_as_the_years_go_by(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    """One, ten and forty years: what is done all day must not grow with the drawer of old records."""
    practices = [opened(years, tmp_path / str(years)) for years in YEARS]
    took: dict[str, list[list[float]]] = {}
    saves = [save_while_typing(practice) for practice in practices]

    def one_round() -> None:
        for place, practice in enumerate(practices):
            for act in ACTS:
                took.setdefault(act.__name__, [[], [], []])[place].append(timed(lambda: act(practice)))  # noqa: B023
            took.setdefault("save_while_typing", [[], [], []])[place].append(timed(saves[place]))

    measured(benchmark, one_round, rounds=15)
    for practice in practices:
        practice.workspace.close()
    for name, times in took.items():
        middle = [statistics.median(each) * 1000 for each in times]
        steps = [later / earlier for earlier, later in pairwise(middle)]
        benchmark.extra_info[name] = [round(step, 2) for step in steps]
        words = ", ".join(f"{one:.1f}" for one in middle)
        tell(benchmark, f"{name} {words} ms after {YEARS} years, {steps[0]:.2f} and {steps[1]:.2f} times", GROWTH)
