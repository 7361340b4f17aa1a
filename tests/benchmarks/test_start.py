"""From nothing to the first picture, and how much memory a day's work takes, beside a bare window."""

import compileall
import statistics
import time
from itertools import count
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from tests.benchmarks.beside import Budget, beside, measured, tell
from tests.benchmarks.long_practice import long_practice
from tests.journeys.elsewhere import run
from tests.journeys.ready import Records

START = Budget(times=1.25)
MEMORY = Budget(times=3)
ROUNDS = 5
_ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module", autouse=True)
def compiled() -> None:
    """Our modules compiled, as they are from the second start on, and as those of the bare window are."""
    for package in ("vitalshift_desktop", "tests"):
        compileall.compile_dir(_ROOT / package, quiet=1)


def _shown(home: Path, window: str, *more: str) -> tuple[float, int]:
    """Seconds to the first picture, and KiB of memory."""
    ended = run(home, "-m", "tests.benchmarks.windows", window, str(time.time()), str(home), *more)
    assert ended.returncode == 0, ended.stderr
    seconds, memory = ended.stdout.split()
    return float(seconds), int(memory)


def test_start_to_the_painted_unlock_page(benchmark: BenchmarkFixture, sample: Records) -> None:
    beside(benchmark, lambda: _shown(sample.home, "entry"), lambda: _shown(sample.home, "bare"), START, ROUNDS)


def test_memory_with_today_open_after_ten_years(benchmark: BenchmarkFixture, home: Path) -> None:
    ours: list[int] = []
    homes = (home / str(number) for number in count())

    def look_at_today() -> None:
        # Records of its own for each round: the window ends like a crash, after which all of them would be checked.
        records = long_practice(10).copied_to(next(homes))
        ours.append(_shown(records.home, "today", records.passphrase)[1])

    measured(benchmark, look_at_today, rounds=3)
    bare = [_shown(home, "bare")[1] for _round in range(3)]
    ratio = statistics.median(ours) / statistics.median(bare)
    benchmark.extra_info.update(ratio=round(ratio, 2), ours_mib=ours[-1] // 1024, bare_mib=bare[-1] // 1024)
    tell(benchmark, f"{ours[-1] // 1024} MiB beside {bare[-1] // 1024} MiB, {ratio:.2f} times", MEMORY)
