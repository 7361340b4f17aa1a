"""A verified backup of 300 MB beside what it cannot do without: SQLite's packed copy, and one read of all rows."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from tests.benchmarks.beside import Budget, beside
from tests.support.ready_vault import ReadyVault, master_vault, ready_vault
from vitalshift_desktop.vault.vault import Vault

__all__ = ["master_vault", "ready_vault"]
ROWS, WORDS = 60_000, 700  # about 4.6 kB of text in each row


@pytest.fixture
def big_vault(ready_vault: ReadyVault) -> Iterator[Vault]:
    """A vault with as much text as a very long practice."""
    dice = random.Random(300)
    words = ["".join(dice.choices("abcdefghijklmnopqrstuvwxyz", k=dice.randint(2, 9))) for _ in range(5000)]
    with ready_vault.open() as vault:
        with vault._connector.apart() as raw:
            raw.execute("CREATE TABLE big (id INTEGER PRIMARY KEY, word TEXT, prose TEXT)")
            raw.execute("BEGIN")
            for number in range(ROWS):
                prose = " ".join(dice.choices(words, k=WORDS))
                raw.execute("INSERT INTO big (word, prose) VALUES (?, ?)", (words[number % 5000], prose))
            raw.execute("COMMIT")
        yield vault


def test_a_verified_backup_of_300_mb(benchmark: BenchmarkFixture, big_vault: Vault, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"

    def bare() -> None:
        copy.unlink(missing_ok=True)
        with big_vault._connector.apart() as raw:
            raw.execute("VACUUM INTO ?", (str(copy),))
            for _row in raw.execute("SELECT * FROM big"):
                pass

    def ours() -> None:
        big_vault.back_up(tmp_path / "usb").path.unlink()

    beside(benchmark, ours, bare, Budget(times=1.3), rounds=3)
