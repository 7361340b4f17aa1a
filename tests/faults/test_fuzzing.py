"""Whatever somebody wrote into our files: the named problems, and nothing slow."""

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.amounts import amount, dice
from tests.faults.fuzz_targets import Target, targets
from tests.support.ready_vault import ReadyVault

INPUTS = amount(2_000, 100_000)
SLOWEST = 2.0  # seconds
MEMORY = 300  # MiB
BOMB = 50  # MiB
ROOT = Path(__file__).resolve().parents[2]
NAMES = (
    *("header bytes", "header values", "manifest bytes", "manifest values", "anchor", "seal", "unlock state"),
    *("device header", "recovery code", "backup file", "lock file", "folder", "sample", "instrument"),
)


@pytest.fixture(scope="module")
def fuzzed(master_vault: ReadyVault, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Target]]:
    place = tmp_path_factory.mktemp("fuzzed")
    vault = master_vault.copied_to(place / "home")
    with vault.open() as opened:
        backup = opened.back_up(place).path
    scratch = place / "scratch"
    scratch.mkdir()
    yield targets(vault, backup, scratch)
    assert [path.name for path in scratch.iterdir() if "part" in path.name] == []


def test_the_shares_of_all_readers_make_a_whole(fuzzed: dict[str, Target]) -> None:
    assert set(fuzzed) == set(NAMES)
    assert sum(target.share for target in fuzzed.values()) == 1000


@pytest.mark.parametrize("name", NAMES)
def test_odd_inputs_fail_in_known_ways_only(fuzzed: dict[str, Target], name: str) -> None:
    """E19, for everything that is read: 2,000 seeded inputs in the suite, 100,000 in `make faults`."""
    target, chance = fuzzed[name], dice(19)
    refused, slowest = 0, 0.0
    count = INPUTS * target.share // 1000
    for number in range(count):
        began = time.thread_time()
        try:
            target.attempt(chance)
        except target.known:
            refused += 1
        except Exception as error:
            raise AssertionError(f"input {number} of {name}") from error
        slowest = max(slowest, time.thread_time() - began)
    print(f"{name}: {count} inputs, {refused} refused, slowest {slowest * 1000:.0f} ms")
    assert slowest < SLOWEST
    assert not target.known or refused > count // 10


def test_odd_headers_take_little_memory_and_a_bomb_takes_none(master_vault: ReadyVault) -> None:
    """E16 and E19: refused before anything is derived, so a terabyte asked for costs nothing."""
    header = master_vault.folder / "vault.hdr"
    command = (sys.executable, "-m", "tests.faults.fuzzing_memory", str(header), master_vault.code.text)
    ended = subprocess.run(
        (*command, str(amount(300, 20_000))), cwd=ROOT, capture_output=True, text=True, check=True, timeout=600
    )
    bomb, rise, peak = (float(word) for word in ended.stdout.split())
    assert bomb < BOMB
    assert rise < MEMORY
    assert peak < MEMORY
